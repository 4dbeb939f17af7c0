import { addDays, type Day, isDay } from '@shared/clock';

/** How people of a place write a day. */
export interface DayCustoms {
  /** `11/05` is the fifth of November, as in the United States, or where the year stands before it, as in Japan. */
  readonly monthFirst: boolean;
  /** What each month goes by, from January on, small letters. */
  readonly months: readonly (readonly string[])[];
  /** How many days from today each such word is. */
  readonly words: ReadonlyMap<string, number>;
}

export interface DayBounds {
  readonly min?: Day | undefined;
  readonly max?: Day | undefined;
}

/**
 * The day somebody typed: `5/11`, `05-11-2026`, `5.11.26`, `051126`, `5 nov`, `today`, `5` (of this month), `2026-11-05`.
 * A year that was not typed is this one, unless only a neighbour of it is within the bounds. Null: no such day.
 */
export function readDay(typed: string, today: Day, customs: DayCustoms, bounds: DayBounds = {}): Day | null {
  const text = inLatinDigits(typed).normalize('NFC').trim().toLocaleLowerCase();
  const away = customs.words.get(text);
  if (away !== undefined) return addDays(today, away);
  const run = /^\d{4}$|^\d{6}$|^\d{8}$/.test(text);
  const parts = run
    ? [text.slice(0, 2), text.slice(2, 4), text.slice(4)].filter((part) => part !== '')
    : text.split(/[\s,./\-–]+/u).filter((part) => part !== '');
  const named = parts.findIndex((part) => !/^\d+$/.test(part));
  const month = named < 0 ? null : monthNamed(parts[named] ?? '', customs.months);
  if (month === 0) return null;
  const numbers = month === null ? parts : parts.toSpliced(named, 1);
  if (numbers.length === 0 || numbers.length > (month === null ? 3 : 2)) return null;
  const isYearFirst = numbers[0]?.length === 4;
  if (isYearFirst && numbers.length < (month === null ? 3 : 2)) return null;
  const year = isYearFirst ? numbers[0] : numbers[month === null ? 2 : 1];
  const rest = isYearFirst ? numbers.slice(1) : numbers;
  const isTurned = month === null && rest.length > 1 && (isYearFirst || customs.monthFirst);
  const dayPart = isTurned ? rest[1] : rest[0];
  const monthPart = month ?? (isTurned ? rest[0] : rest[1]) ?? today.slice(5, 7);
  return asDay(year, monthPart, dayPart, today, bounds);
}

/** ०–९ as 0–9. */
const inLatinDigits = (text: string): string =>
  text.replace(/[०-९]/g, (digit) => String(digit.charCodeAt(0) - '०'.charCodeAt(0)));

/** 1 to 12 by the beginning of its name, of three letters at least (two in scripts that write syllables); 0: none, or more than one. */
function monthNamed(text: string, months: DayCustoms['months']): number {
  const least = /^[a-z]/.test(text) ? 3 : 2;
  if (text.length < least) return 0;
  const fits = months.flatMap((names, index) => (names.some((name) => name.startsWith(text)) ? [index + 1] : []));
  return fits.length === 1 ? (fits[0] ?? 0) : 0;
}

function asDay(
  year: string | undefined,
  month: string | number,
  day: string | undefined,
  today: Day,
  { min, max }: DayBounds,
): Day | null {
  if (day === undefined || day.length > 2 || String(month).length > 2) return null;
  const inYear = (full: number): Day | null => {
    const text = [String(full).padStart(4, '0'), String(month).padStart(2, '0'), day.padStart(2, '0')].join('-');
    return isDay(text) ? text : null;
  };
  if (year !== undefined) {
    return year.length === 4 ? inYear(Number(year)) : year.length === 2 ? inYear(2000 + Number(year)) : null;
  }
  const now = Number(today.slice(0, 4));
  const isWithin = (each: Day | null) => each !== null && (!min || each >= min) && (!max || each <= max);
  return [now, now - 1, now + 1].map(inYear).find(isWithin) ?? inYear(now);
}
