import type { ReportWords } from '../words';

/**
 * What stands in a cell, and so how it is written: `day` is `YYYY-MM-DD`, `time` ms since 1970, `hour` 0 to 23, `money` minor
 * units, `quantity` thousandths, `rate` parts per million, `unit` a unit's code; a `word` is a code that the words of its
 * column translate.
 */
export type CellKind = 'text' | 'word' | 'unit' | 'day' | 'time' | 'hour' | 'count' | 'money' | 'quantity' | 'rate';

/** Null: nothing to say. Never a fraction. */
export type Cell = string | number | null;

export interface ReportColumn {
  readonly key: keyof ReportWords['columns'];
  readonly kind: CellKind;
  /** The foot of the table has its sum. */
  readonly sums?: true;
  /** The first to give way where the table has no room for all; who wants it chooses it. Files have it always. */
  readonly minor?: true;
}

export interface ReportRow {
  /** Of what the row is about: a product's, a customer's or a document's id, or whatever tells rows apart. */
  readonly id: string;
  /** What it leads to, where that is something else; null: nothing. */
  readonly leads?: string | null;
  /** One for each column of the report. */
  readonly cells: readonly Cell[];
}

export interface ReportSpec {
  readonly group: 'sales' | 'tax' | 'stock' | 'money' | 'staff';
  /** `range`: two days; `day`: one; `now`: as it is at this moment. */
  readonly period: 'range' | 'day' | 'now';
  readonly columns: readonly ReportColumn[];
  /** Bars of `value` by `label`: all rows in their order, or the ten highest. */
  readonly chart?: {
    readonly rows: 'all' | 'top';
    readonly label: ReportColumn['key'];
    readonly value: ReportColumn['key'];
  };
  /** How the rows stand unless the person says otherwise. */
  readonly order: { readonly by: ReportColumn['key']; readonly descending: boolean };
  /** Made of lines, which know nothing of a bill's round-off: with it they come to net sales, and both are said below the sum. */
  readonly isOfLines?: true;
  /** Where a row leads; its id follows. */
  readonly opens?: '/products/' | '/bills/' | '/shifts/';
}

type Column = readonly [ReportColumn['key'], CellKind, ('sum' | 'minor')?, 'minor'?];

/** Columns by key and kind, each with its marks. */
export const columns = (...list: readonly Column[]): ReportColumn[] =>
  list.map(([key, kind, ...marks]) => ({
    key,
    kind,
    ...(marks.includes('sum') && { sums: true }),
    ...(marks.includes('minor') && { minor: true }),
  }));
