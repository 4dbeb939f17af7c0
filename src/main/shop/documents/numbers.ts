import { financialYear, formatDocumentNumber } from '@shared/bill';
import type { Day } from '@shared/clock';
import type { Mutation } from '../../store';

/** A document's place in its series. */
export interface DocumentNumber {
  readonly number: string;
  readonly series: string;
  readonly sequence: number;
  readonly financial_year: string;
}

/**
 * The next number of a series in the financial year of the document's day, taken in the document's own transaction: a
 * number is used exactly when its document exists.
 */
export function takeNumber(m: Mutation, series: string, day: Day): DocumentNumber {
  const year = yearOf(day);
  const taken = m
    .local<[string, string], { last: number }>(
      `INSERT INTO number_series (series, financial_year, last) VALUES (?, ?, 1)
       ON CONFLICT (series, financial_year) DO UPDATE SET last = last + 1 RETURNING last`,
    )
    .get(series, year.name);
  if (!taken) throw new Error('An upsert returned no row');
  const sequence = taken.last;
  return { number: formatDocumentNumber({ series, year, sequence }), series, sequence, financial_year: year.name };
}

/** Credit notes have their own series (CGST Rule 53). Terminals' own series never end in C. */
export const creditNoteSeries = (terminalSeries: string): string => `${terminalSeries}C`;

/** Z reports too; a terminal's own series is a letter, or a letter and digits. */
export const zReportSeries = (terminalSeries: string): string => `${terminalSeries}Z`;

let lastYear: { day: Day; year: ReturnType<typeof financialYear> } | undefined;

/** Sales come day by day: the same year is asked for again and again. */
function yearOf(day: Day): ReturnType<typeof financialYear> {
  if (lastYear?.day !== day) lastYear = { day, year: financialYear(day) };
  return lastYear.year;
}
