import type { Day } from '../clock';
import { ArithmeticError } from '../money';

/** A financial year, named by the last two digits of its two calendar years: `2627` runs from 2026-04-01 to 2027-03-31. */
export interface FinancialYear {
  readonly name: string;
  readonly from: Day;
  readonly to: Day;
}

/** The financial year of a day; India's begins on 1 April. `firstMonth` 1 is the calendar year. */
export function financialYear(day: Day, firstMonth = 4): FinancialYear {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7));
  const start = month >= firstMonth ? year : year - 1;
  const end = firstMonth === 1 ? start : start + 1;
  const lastDay = new Date(Date.UTC(start + 1, firstMonth - 1, 0)).toISOString().slice(0, 10);
  return {
    name: twoDigits(start) + twoDigits(end),
    from: `${fourDigits(start)}-${twoDigits(firstMonth)}-01` as Day, // proof: written as YYYY-MM-DD
    to: lastDay as Day, // proof: an ISO date is YYYY-MM-DD
  };
}

const twoDigits = (value: number): string => String(value).padStart(2, '0').slice(-2);
const fourDigits = (value: number): string => String(value).padStart(4, '0');

/** Rule 46 of the CGST Rules: at most 16 of A–Z, a–z, 0–9, `/`, `-`; the first not `0`, `/` or `-`. */
const rule46 = /^[A-Za-z1-9][A-Za-z0-9/-]{0,15}$/;

export function isDocumentNumber(text: string): boolean {
  return rule46.test(text);
}

/** Throws `bad_code` for a number that Rule 46 does not allow. */
export function validateDocumentNumber(text: string, field = 'number'): string {
  if (isDocumentNumber(text)) return text;
  throw new ArithmeticError(
    'bad_code',
    field,
    `not a document number by Rule 46: ${JSON.stringify(text.slice(0, 40))}`,
  );
}

/** What a number is made of. One series belongs to one till and one incarnation of it; credit notes have their own. */
export interface DocumentNumberParts {
  /** 1 to 4 letters or digits, such as `A1`. */
  readonly series: string;
  readonly year: FinancialYear;
  /** Counts from 1 in its series and year, without gaps. */
  readonly sequence: number;
}

const seriesForm = /^[A-Za-z1-9][A-Za-z0-9]{0,3}$/;

/** `A1/2627/000123`. Throws rather than writing a number of more than 16 characters. */
export function formatDocumentNumber({ series, year, sequence }: DocumentNumberParts): string {
  if (!seriesForm.test(series)) throw new ArithmeticError('bad_code', 'series', `not a series: ${series}`);
  if (!Number.isSafeInteger(sequence) || sequence < 1) {
    throw new ArithmeticError('out_of_range', 'sequence', `not a position in a series: ${sequence}`);
  }
  return validateDocumentNumber(`${series}/${year.name}/${String(sequence).padStart(6, '0')}`);
}

/** The parts of a number that `formatDocumentNumber` wrote; null for any other. */
export function parseDocumentNumber(text: string): { series: string; year: string; sequence: number } | null {
  const match = /^([A-Za-z1-9][A-Za-z0-9]{0,3})\/(\d{4})\/(\d{6,9})$/.exec(text);
  const [, series, year, digits] = match ?? [];
  if (series === undefined || year === undefined || digits === undefined || !isDocumentNumber(text)) return null;
  return { series, year, sequence: Number(digits) };
}
