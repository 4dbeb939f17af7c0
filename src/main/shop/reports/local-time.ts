import type { Period } from './period';

const msPerHour = 3_600_000;
const msPerDay = 24 * msPerHour;

/**
 * SQL for the wall clock of an instant in a time zone, in ms since 1970 as if the zone were UTC: the hour is
 * `<it> / 3600000 % 24`. SQLite knows no zones, so the offsets that hold in the period are written into the text; all of them
 * are our own integers.
 */
export function wallClock(column: string, period: Period, timeZone: string): string {
  const offsets = offsetsIn(period, timeZone);
  const last = offsets.at(-1);
  if (!last) throw new Error('A zone has an offset at any time');
  if (offsets.length === 1) return `(${column} + ${last.offset})`;
  const cases = offsets.slice(0, -1).map(({ offset }, index) => {
    return `WHEN ${column} < ${offsets[index + 1]?.from} THEN ${offset}`;
  });
  return `(${column} + CASE ${cases.join(' ')} ELSE ${last.offset} END)`;
}

/** ms since midnight on the wall clock, at an instant within the period. */
export function timeOnTheWall(at: number, period: Period, timeZone: string): number {
  const offset = offsetsIn(period, timeZone).findLast(({ from }) => from <= at)?.offset ?? 0;
  return (at + offset) % msPerDay;
}

interface Offset {
  /** From this instant on. */
  readonly from: number;
  /** ms to add to UTC. */
  readonly offset: number;
}

/** The zone's offsets from a day before the period to a day after it, with the instants at which they change. */
export function offsetsIn({ from, to }: Period, timeZone: string): Offset[] {
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  // The Swedish locale writes `2026-11-21 14:05:00`.
  const offsetAt = (at: number) => Date.parse(`${clock.format(at).replace(' ', 'T')}Z`) - at;
  const end = Date.parse(`${to}T00:00:00Z`) + 2 * msPerDay;
  let at = Date.parse(`${from}T00:00:00Z`) - msPerDay;
  const offsets: Offset[] = [{ from: at, offset: offsetAt(at) }];
  // A week at a time: no zone changes its clock twice within one.
  for (; at < end; at += 7 * msPerDay) {
    const before = offsetAt(at);
    if (offsetAt(at + 7 * msPerDay) !== before) {
      const changed = firstWhere(at, at + 7 * msPerDay, (time) => offsetAt(time) !== before);
      offsets.push({ from: changed, offset: offsetAt(changed) });
    }
  }
  return offsets;
}

/** The first whole minute of a range of time at which something holds that then goes on to hold. */
function firstWhere(from: number, to: number, holds: (at: number) => boolean): number {
  const minute = 60_000;
  let low = from;
  let high = to;
  while (high - low > minute) {
    const middle = low + Math.floor((high - low) / minute / 2) * minute;
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}
