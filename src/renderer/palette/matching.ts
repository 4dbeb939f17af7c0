/** What can be gone to or done, as far as finding it goes. */
export interface Named {
  readonly id: string;
  /** In the person's own language, in the shop's other one, and what else people call it. */
  readonly names: readonly string[];
}

const fold = (text: string): string => text.normalize('NFC').toLocaleLowerCase();
const wordsOf = (text: string): string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== '');

/** Those that have every typed word, best first: the whole name begun, then words begun, then anywhere in it. */
export function matching<T extends Named>(all: readonly T[], text: string): T[] {
  const wanted = wordsOf(text);
  if (wanted.length === 0) return [];
  return all
    .map((each) => ({ each, points: Math.max(0, ...each.names.map((name) => score(name, wanted))) }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points)
    .map(({ each }) => each);
}

function score(name: string, wanted: readonly string[]): number {
  const whole = fold(name);
  const words = wordsOf(name);
  if (wordsOf(name).join(' ').startsWith(wanted.join(' '))) return 3;
  if (wanted.every((word) => words.some((own) => own.startsWith(word)))) return 2;
  return wanted.every((word) => whole.includes(word)) ? 1 : 0;
}
