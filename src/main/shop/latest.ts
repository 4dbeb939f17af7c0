/**
 * The `at` of a word in the place of another one: later than that, whatever the clocks say, as a register's stamp grows with
 * every write. Else what a till wrote whose clock was a year ahead would hold for a year.
 *
 * @param before the greatest `at` of what it replaces, as far as it is known here
 */
export const atAfter = (now: number, before: number | null): number =>
  before === null || before < now ? now : before + 1;
