import type { Reads } from '../../store';
import { addCells } from './cells';
import { type Period, type Span, spansOf } from './period';
import type { Asked } from './question';

/**
 * Sums of a period by a key. Periods that stand side by side add up, so a month that is over is counted once and kept:
 * a year of a busy shop is a million lines, and reading them all takes seconds.
 */
export interface Part {
  readonly name: string;
  /** How many sums there are by each key. */
  readonly width: number;
  /** Rows of a key and its sums, in any order; a key may come twice. */
  readonly read: (reads: Reads, period: Period) => Iterable<SumRow>;
}

export type SumRow = readonly [key: string, ...sums: number[]];

/** Sums by key over all of the asked days. What of it is worth keeping is put into `asked.found`. */
export function sumsOf(reads: Reads, asked: Asked, part: Part): Map<string, number[]> {
  const sums = new Map<string, number[]>();
  for (const span of spansOf(asked.period, asked.today)) {
    for (const [key, ...values] of rowsOf(reads, asked, part, span)) {
      const sum = sums.get(key);
      if (sum) for (let i = 0; i < part.width; i++) sum[i] = addCells(sum[i] ?? 0, values[i] ?? 0);
      else sums.set(key, values);
    }
  }
  return sums;
}

/** Fewer bills are added up sooner than what is kept of them is checked and read. */
const worthKeeping = 1_000;

function rowsOf(reads: Reads, asked: Asked, part: Part, span: Span): Iterable<SumRow> {
  const { month } = span;
  if (month === null) return part.read(reads, span);
  const { bills, mark } = markOf(reads, span);
  if (bills < worthKeeping) return part.read(reads, span);
  const kept = reads
    .sql<[string, string, string], { rows: string }>(
      'SELECT rows FROM report_month WHERE part = ? AND month = ? AND mark = ?',
    )
    .get(part.name, month, mark);
  // proof: written below, from rows of this very type
  if (kept) return JSON.parse(kept.rows) as SumRow[];
  const rows = [...part.read(reads, span)];
  asked.found.push({ part: part.name, month, mark, rows: JSON.stringify(rows) });
  return rows;
}

/**
 * What tells the documents of a month from any other set of them: they never change, so their number, their times and the
 * ends of their ids do. A bill of last month that a till sends today changes it, and what was kept is counted anew. Read
 * from indexes alone.
 */
function markOf(reads: Reads, { from, to }: Period): { bills: number; mark: string } {
  const marks = ['bill', 'bill_return'].map((table) =>
    reads
      .sql<[string, string], Mark>(
        `SELECT count(*) AS n, coalesce(sum(at), 0) AS times, min(id) AS first, max(id) AS last FROM ${table}
         WHERE day >= ? AND day <= ?`,
      )
      .get(from, to),
  );
  const voids = reads
    .sql<[string, string], Mark>(
      `SELECT count(*) AS n, coalesce(sum(v.at), 0) AS times, min(v.id) AS first, max(v.id) AS last
       FROM bill_void AS v CROSS JOIN bill AS b ON b.id = v.bill_id WHERE b.day >= ? AND b.day <= ?`,
    )
    .get(from, to);
  return { bills: marks[0]?.n ?? 0, mark: JSON.stringify([...marks, voids]) };
}

interface Mark {
  readonly n: number;
  readonly times: number;
  readonly first: string | null;
  readonly last: string | null;
}

/** The beginning of a statement for `readSums`: a key and its sums, each under a name of its own. */
export function selectSums(key: string, sums: readonly string[]): string {
  return `SELECT ${[key, ...sums].map((column, index) => `${column} AS c${index}`).join(', ')}`;
}

/** Runs a statement that begins with `selectSums` and asks for two days. */
export function readSums(reads: Reads, sql: string, from: string, to: string): SumRow[] {
  return reads
    .sql<[string, string], Readonly<Record<string, string | number>>>(sql)
    .all(from, to)
    .map((row): SumRow => {
      const [key, ...sums] = Object.values(row);
      return [String(key), ...sums.map(Number)];
    });
}
