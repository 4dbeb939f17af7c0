import type { DayCustoms } from './readDay';

/** What people type for a day near today; several words with commas between them. */
export interface DayWords {
  readonly today: string;
  readonly yesterday: string;
  readonly tomorrow: string;
}

/**
 * Where a day in numbers begins with its month or its year; everywhere else with its day. By country, whatever the language
 * of the screen: asked for `en-BD`, which it does not have, ICU answers with the customs of the United States, and what it
 * says of main languages is the standard (`2026-11-05` in Nepal, Ghana, South Africa) where people write the day first.
 */
const monthFirst = new Set(['AS', 'GU', 'MH', 'MP', 'PA', 'PH', 'PR', 'US', 'VI']);
/** The month comes before the day here when the year is left out, too. */
const yearFirst = new Set(['CA', 'CN', 'HU', 'IR', 'JP', 'KP', 'KR', 'LT', 'MN', 'TW']);

const monthStarts = Array.from({ length: 12 }, (_, month) => Date.UTC(2024, month, 1));
const english: DayWords = { today: 'today', yesterday: 'yesterday', tomorrow: 'tomorrow' };

/** What a locale writes, and English besides: many a keyboard has no other letters. */
export function dayCustoms(locale: string, words: DayWords): DayCustoms {
  const names = [locale, 'en'].flatMap((each) =>
    (['long', 'short'] as const).map(
      (month) => new Intl.DateTimeFormat(each, { month, calendar: 'gregory', timeZone: 'UTC' }),
    ),
  );
  return {
    monthFirst: firstPart(locale) !== 'day',
    months: monthStarts.map((at) => names.map((name) => name.format(at).toLocaleLowerCase())),
    words: new Map([...wordsOf(english), ...wordsOf(words)]),
  };
}

function wordsOf({ yesterday, today, tomorrow }: DayWords): [string, number][] {
  const list = (words: string, away: number): [string, number][] =>
    words.split(',').map((word) => [word.trim().normalize('NFC').toLocaleLowerCase(), away]);
  return [...list(yesterday, -1), ...list(today, 0), ...list(tomorrow, 1)];
}

/** Which part is written first in the country of a locale (`en-BD`). */
export function firstPart(locale: string): 'day' | 'month' | 'year' {
  const country = new Intl.Locale(locale).region ?? '';
  return monthFirst.has(country) ? 'month' : yearFirst.has(country) ? 'year' : 'day';
}

/** `05/11/2026`, as a field shows it: `11/05/2026` or `2026-11-05` where people begin so. `readDay` reads it as the same day. */
export function dayInNumbers(day: string, locale: string): string {
  const [year, month, date] = day.split('-');
  const first = firstPart(locale);
  return first === 'year' ? day : (first === 'month' ? [month, date, year] : [date, month, year]).join('/');
}
