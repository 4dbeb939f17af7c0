import type { DayCustoms } from './readDay';

/** What people type for a day near today; several words with commas between them. */
export interface DayWords {
  readonly today: string;
  readonly yesterday: string;
  readonly tomorrow: string;
}

const monthStarts = Array.from({ length: 12 }, (_, month) => Date.UTC(2024, month, 1));
const numbers = {
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  timeZone: 'UTC',
  numberingSystem: 'latn',
} as const;
const english: DayWords = { today: 'today', yesterday: 'yesterday', tomorrow: 'tomorrow' };

/** What a locale writes, and English besides: many a keyboard has no other letters. */
export function dayCustoms(locale: string, words: DayWords): DayCustoms {
  const order = new Intl.DateTimeFormat(locale, numbers).formatToParts(0).map(({ type }) => type);
  const names = [locale, 'en'].flatMap((each) =>
    (['long', 'short'] as const).map((month) => new Intl.DateTimeFormat(each, { month, timeZone: 'UTC' })),
  );
  return {
    monthFirst: order.indexOf('month') < order.indexOf('day'),
    months: monthStarts.map((at) => names.map((name) => name.format(at).toLocaleLowerCase())),
    words: new Map([...wordsOf(english), ...wordsOf(words)]),
  };
}

function wordsOf({ yesterday, today, tomorrow }: DayWords): [string, number][] {
  const list = (words: string, away: number): [string, number][] =>
    words.split(',').map((word) => [word.trim().normalize('NFC').toLocaleLowerCase(), away]);
  return [...list(yesterday, -1), ...list(today, 0), ...list(tomorrow, 1)];
}

/** Which part a locale writes first. */
export const firstPart = (locale: string): 'day' | 'month' | 'year' => {
  const [first] = new Intl.DateTimeFormat(locale, numbers).formatToParts(0);
  return first?.type === 'month' || first?.type === 'year' ? first.type : 'day';
};

/** `05/11/2026`, as a field shows it. */
export const dayInNumbers = (day: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, numbers).format(Date.parse(day));
