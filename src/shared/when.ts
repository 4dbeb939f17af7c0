/** Days and times as people of a locale write them: one shape each, for the screen, for files and for paper. */
const clock = { hour: 'numeric', minute: '2-digit' } as const;
const date = { day: 'numeric', month: 'short', year: 'numeric' } as const;
const shapes = {
  time: clock,
  hour: { hour: 'numeric' },
  date,
  dateTime: { day: 'numeric', month: 'short', ...clock },
  dateYearTime: { ...date, ...clock },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Hindi says सुबह and शाम, where Chromium would write the English am and pm. */
const ofDay = (locale: string, shape: keyof typeof shapes): Intl.DateTimeFormatOptions =>
  locale.startsWith('hi') && shape !== 'date' ? { dayPeriod: 'short' } : {};

/** Made when first needed and then kept: each takes milliseconds to make, and every part of a screen asks for some. */
function formatter(locale: string, timeZone: string, shape: keyof typeof shapes): Intl.DateTimeFormat {
  const name = `${locale} ${timeZone} ${shape}`;
  let found = formatters.get(name);
  if (!found) {
    found = new Intl.DateTimeFormat(locale, { timeZone, ...shapes[shape], ...ofDay(locale, shape) });
    // `9:05 am`, but `09:05`.
    if (found.resolvedOptions().hour12 === false) {
      found = new Intl.DateTimeFormat(locale, { timeZone, ...shapes[shape], hour: '2-digit' });
    }
    formatters.set(name, found);
  }
  return found;
}

const msPerHour = 3_600_000;

/** `21 Nov 2026`, of a civil day `2026-11-21`, which has no time zone. */
export const dayWords = (day: string, locale: string): string =>
  formatter(locale, 'UTC', 'date').format(Date.parse(day));

/** `2 pm` or `14:00`, of an hour of the wall clock, 0 to 23. */
export function hourWords(hour: number, locale: string): string {
  const text = formatter(locale, 'UTC', 'hour').format(hour * msPerHour);
  // Where the day has 24 hours a bare `14` is any number; with its minutes it is a time.
  return /^\p{Nd}+$/u.test(text) ? formatter(locale, 'UTC', 'time').format(hour * msPerHour) : text;
}

/** `2:05 pm` or `14:05`; `dateTime` with day and month before it, `dateYearTime` with the year too. */
export const timeWords = (
  at: number,
  shape: 'time' | 'date' | 'dateTime' | 'dateYearTime',
  locale: string,
  timeZone: string,
): string => formatter(locale, timeZone, shape).format(at);
