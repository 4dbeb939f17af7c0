import type { GstReturn } from '@shared/contract';
import type { Reads } from '../../../store';
import type { Period } from '../period';
import type { Problems } from './problems';

type Issued = GstReturn['issued'][number];

interface SeriesRow {
  readonly series: string;
  readonly year: string;
  readonly first: number;
  readonly last: number;
  readonly total: number;
  readonly cancelled: number;
}

const tables = [
  ['bill', 'bill', '(SELECT count(*) FROM bill_void AS v WHERE v.bill_id = d.id)'],
  ['note', 'bill_return', '0'],
] as const;

/** Table 13: which numbers were given out, by series and financial year. A voided bill keeps its number, cancelled. */
export function documentsIssued(reads: Reads, { from, to }: Period, problems: Problems): Issued[] {
  return tables.flatMap(([kind, table, voided]) =>
    reads
      .sql<[string, string], SeriesRow>(
        // A bill that two offline tills voided is cancelled once.
        `SELECT d.series, d.financial_year AS year, min(d.sequence) AS first, max(d.sequence) AS last, count(*) AS total,
           sum(min(1, ${voided})) AS cancelled
         FROM ${table} AS d WHERE d.day >= ? AND d.day <= ? GROUP BY d.series, d.financial_year ORDER BY 1, 2`,
      )
      .all(from, to)
      .map((row): Issued => {
        checkGaps(reads, table, row, problems);
        const number = (sequence: number) =>
          reads
            .sql<[string, string, number], { number: string }>(
              `SELECT number FROM ${table} WHERE series = ? AND financial_year = ? AND sequence = ?`,
            )
            .get(row.series, row.year, sequence)?.number ?? '';
        const { series, first, last, total, cancelled } = row;
        return { kind, series, from: number(first), to: number(last), total, cancelled };
      }),
  );
}

/** A number between the first and the last that no document has: one that another till has not sent yet. */
function checkGaps(reads: Reads, table: string, { series, year, first, last }: SeriesRow, problems: Problems): void {
  const there = reads
    .sql<[string, string, number, number], { n: number }>(
      `SELECT count(*) AS n FROM ${table} WHERE series = ? AND financial_year = ? AND sequence BETWEEN ? AND ?`,
    )
    .get(series, year, first, last)?.n;
  const missing = last - first + 1 - (there ?? 0);
  if (missing > 0) problems.add('numbers_missing', { type: 'series', id: series, name: series }, undefined, missing);
}
