import { addDays, type Day, startOfDay } from '@shared/clock';

const clocks = new Map<string, Intl.DateTimeFormat>();

/** The wall clock of an instant, as if the zone were UTC. */
function wallOf(at: number, timeZone: string): number {
  let clock = clocks.get(timeZone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
    clocks.set(timeZone, clock);
  }
  // The Swedish locale writes `2026-11-21 14:05:00`.
  return Date.parse(`${clock.format(at).replace(' ', 'T')}Z`);
}

/**
 * The instant at which the shop's clock shows a time of a day, in minutes since midnight. Of an hour that comes twice when
 * clocks are put back it is the first; a time that is jumped over when they are put forward is as much later.
 */
export function instantOf(day: Day, minutes: number, timeZone: string): number {
  const wall = Date.parse(`${day}T00:00:00Z`) + minutes * 60_000;
  // Whatever offset holds that day, it holds around one of its ends.
  const ends = [startOfDay(day, timeZone) - 1_000, startOfDay(addDays(day, 1), timeZone)].map((at) => {
    const whole = at - (at % 1_000);
    return wall - (wallOf(whole, timeZone) - whole);
  });
  const found = ends.filter((at) => wallOf(at, timeZone) === wall);
  return found.length > 0 ? Math.min(...found) : Math.max(...ends);
}

/** `HH:MM` on the shop's clock. */
export function clockOf(at: number, timeZone: string): string {
  return new Date(wallOf(at - (at % 1_000), timeZone)).toISOString().slice(11, 16);
}
