/** Where time comes from. Ports, not globals: a simulator, a test and a replay each bring their own. */
export interface Clock {
  /** Milliseconds since 1970-01-01 UTC. */
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

/** A clock that stands still until it is told to move. */
export class ManualClock implements Clock {
  #now: number;

  constructor(start: number) {
    this.#now = start;
  }

  now(): number {
    return this.#now;
  }

  set(now: number): void {
    this.#now = now;
  }

  advance(ms: number): void {
    this.#now += ms;
  }
}

/** A civil day, `YYYY-MM-DD`, in the shop's own time zone: what a cashier calls "today". */
export type Day = string & { readonly __brand: 'Day' };

const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** The civil day of an instant in an IANA time zone such as `Asia/Kolkata`. */
export function dayOf(at: number, timeZone: string): Day {
  let format = dayFormats.get(timeZone);
  if (!format) {
    // The Swedish locale writes dates as YYYY-MM-DD.
    format = new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
    dayFormats.set(timeZone, format);
  }
  return format.format(at) as Day; // proof: sv-SE numeric dates are exactly YYYY-MM-DD
}

/**
 * The first instant of a civil day in a time zone, in ms. Looked for rather than reckoned from an offset: where clocks change
 * at midnight, the day begins at another hour.
 */
export function startOfDay(day: Day, timeZone: string): number {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  // No zone is farther from UTC than this.
  let before = midnight - 16 * 3_600_000;
  let within = midnight + 16 * 3_600_000;
  while (within - before > 1) {
    const middle = Math.floor((before + within) / 2);
    if (dayOf(middle, timeZone) < day) before = middle;
    else within = middle;
  }
  return within;
}

/** The day so many days later. */
export function addDays(day: Day, days: number): Day {
  const at = Date.parse(`${day}T00:00:00Z`) + days * 24 * 3_600_000;
  return new Date(at).toISOString().slice(0, 10) as Day; // proof: an ISO date is YYYY-MM-DD
}

const dayPattern = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** A day that may be missing, from where texts are kept and an empty one means none. */
export const dayOrNone = (text: string): Day | null => (isDay(text) ? text : null);

export function isDay(text: string): text is Day {
  // Date.parse takes 30 February for 2 March, so it must come back as it went in.
  const at = dayPattern.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}
