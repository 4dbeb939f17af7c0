import type { ReportId } from '../report-ids';
import type { ReportWords } from './words';

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

const columns = (...list: readonly Column[]): ReportColumn[] =>
  list.map(([key, kind, ...marks]) => ({
    key,
    kind,
    ...(marks.includes('sum') && { sums: true }),
    ...(marks.includes('minor') && { minor: true }),
  }));

const netSales = { by: 'net', descending: true } as const;

/** Every report as screen, files and tests know it; `src/main/shop/reports/queries` fills in the rows. docs/reports.md */
export const reportSpecs: Readonly<Record<ReportId, ReportSpec>> = {
  days: {
    group: 'sales',
    period: 'range',
    columns: columns(
      ['day', 'day'],
      ['bills', 'count', 'sum'],
      ['sales', 'money', 'sum'],
      ['returned', 'money', 'sum'],
      ['taxable', 'money', 'sum', 'minor'],
      ['tax', 'money', 'sum', 'minor'],
      ['roundOff', 'money', 'sum', 'minor'],
      ['net', 'money', 'sum'],
    ),
    chart: { rows: 'all', label: 'day', value: 'net' },
    order: { by: 'day', descending: false },
  },
  hours: {
    group: 'sales',
    period: 'range',
    columns: columns(
      ['hour', 'hour'],
      ['bills', 'count', 'sum'],
      ['sales', 'money', 'sum'],
      ['returned', 'money', 'sum'],
      ['net', 'money', 'sum'],
    ),
    chart: { rows: 'all', label: 'hour', value: 'net' },
    order: { by: 'hour', descending: false },
  },
  products: {
    group: 'sales',
    period: 'range',
    columns: columns(
      ['product', 'text'],
      ['sku', 'text', 'minor'],
      ['sold', 'quantity'],
      ['back', 'quantity'],
      ['unit', 'unit'],
      ['taxable', 'money', 'sum', 'minor'],
      ['tax', 'money', 'sum', 'minor'],
      ['total', 'money', 'sum'],
    ),
    chart: { rows: 'top', label: 'product', value: 'total' },
    order: { by: 'total', descending: true },
    isOfLines: true,
    opens: '/products/',
  },
  categories: {
    group: 'sales',
    period: 'range',
    columns: columns(
      ['category', 'text'],
      ['products', 'count', 'sum'],
      ['taxable', 'money', 'sum'],
      ['tax', 'money', 'sum'],
      ['total', 'money', 'sum'],
      ['share', 'rate'],
    ),
    chart: { rows: 'top', label: 'category', value: 'total' },
    order: { by: 'total', descending: true },
    isOfLines: true,
  },
  brands: {
    group: 'sales',
    period: 'range',
    columns: columns(
      ['brand', 'text'],
      ['products', 'count', 'sum'],
      ['taxable', 'money', 'sum'],
      ['tax', 'money', 'sum'],
      ['total', 'money', 'sum'],
      ['share', 'rate'],
    ),
    chart: { rows: 'top', label: 'brand', value: 'total' },
    order: { by: 'total', descending: true },
    isOfLines: true,
  },
  profit: {
    group: 'sales',
    period: 'range',
    columns: columns(
      ['product', 'text'],
      ['sku', 'text', 'minor'],
      ['quantity', 'quantity'],
      ['unit', 'unit'],
      ['taxable', 'money', 'sum'],
      ['goodsCost', 'money', 'sum'],
      ['profit', 'money', 'sum'],
      ['margin', 'rate'],
      ['uncosted', 'money', 'sum'],
    ),
    chart: { rows: 'top', label: 'product', value: 'profit' },
    order: { by: 'profit', descending: true },
    opens: '/products/',
  },
  customers: {
    group: 'sales',
    period: 'range',
    columns: columns(
      ['customer', 'text'],
      ['phone', 'text', 'minor'],
      ['bills', 'count', 'sum'],
      ['sales', 'money', 'sum'],
      ['returned', 'money', 'sum'],
      ['net', 'money', 'sum'],
    ),
    chart: { rows: 'top', label: 'customer', value: 'net' },
    order: netSales,
  },
  cashiers: {
    group: 'sales',
    period: 'range',
    columns: columns(
      ['cashier', 'text'],
      ['bills', 'count', 'sum'],
      ['sales', 'money', 'sum'],
      ['returned', 'money', 'sum'],
      ['net', 'money', 'sum'],
      ['average', 'money'],
      ['voids', 'count', 'sum'],
      ['voided', 'money', 'sum', 'minor'],
    ),
    chart: { rows: 'top', label: 'cashier', value: 'net' },
    order: netSales,
  },
  payments: {
    group: 'sales',
    period: 'range',
    columns: columns(
      ['method', 'word'],
      ['payments', 'count', 'sum'],
      ['received', 'money', 'sum'],
      ['givenBack', 'money', 'sum'],
      ['kept', 'money', 'sum'],
    ),
    chart: { rows: 'top', label: 'method', value: 'kept' },
    order: { by: 'kept', descending: true },
  },
  discounts: {
    group: 'sales',
    period: 'range',
    columns: columns(
      ['cashier', 'text'],
      ['bills', 'count', 'sum'],
      ['lineDiscount', 'money', 'sum'],
      ['billDiscount', 'money', 'sum'],
      ['changedPrices', 'count', 'sum'],
      ['changedBy', 'money', 'sum'],
      ['givenAway', 'money', 'sum'],
    ),
    chart: { rows: 'top', label: 'cashier', value: 'givenAway' },
    order: { by: 'givenAway', descending: true },
  },
  returns: {
    group: 'sales',
    period: 'range',
    columns: columns(
      ['number', 'text'],
      ['at', 'time'],
      ['kind', 'word'],
      ['bill', 'text', 'minor'],
      ['customer', 'text'],
      ['cashier', 'text', 'minor'],
      ['reason', 'text'],
      ['amount', 'money', 'sum'],
    ),
    order: { by: 'at', descending: true },
    opens: '/bills/',
  },
  taxes: {
    group: 'tax',
    period: 'range',
    columns: columns(
      ['taxKind', 'word'],
      ['rate', 'rate'],
      ['taxableSold', 'money', 'minor'],
      ['taxSold', 'money', 'sum'],
      ['taxableBack', 'money', 'minor'],
      ['taxBack', 'money', 'sum'],
      ['taxable', 'money'],
      ['tax', 'money', 'sum'],
    ),
    order: { by: 'rate', descending: false },
  },
  hsn: {
    group: 'tax',
    period: 'range',
    columns: columns(
      ['hsn', 'text'],
      ['unit', 'unit'],
      ['rate', 'rate'],
      ['quantity', 'quantity'],
      ['taxable', 'money', 'sum'],
      ['cgst', 'money', 'sum'],
      ['sgst', 'money', 'sum'],
      ['igst', 'money', 'sum', 'minor'],
      ['cess', 'money', 'sum', 'minor'],
      ['total', 'money', 'sum'],
    ),
    order: { by: 'hsn', descending: false },
  },
  stock: {
    group: 'stock',
    period: 'now',
    columns: columns(
      ['product', 'text'],
      ['sku', 'text', 'minor'],
      ['category', 'text', 'minor'],
      ['onHand', 'quantity'],
      ['unit', 'unit'],
      ['cost', 'money', 'minor'],
      ['valueAtCost', 'money', 'sum'],
      ['price', 'money', 'minor'],
      ['valueAtPrice', 'money', 'sum'],
    ),
    chart: { rows: 'top', label: 'product', value: 'valueAtPrice' },
    order: { by: 'valueAtPrice', descending: true },
    opens: '/products/',
  },
  valuation: {
    group: 'stock',
    period: 'day',
    columns: columns(
      ['product', 'text'],
      ['sku', 'text', 'minor'],
      ['category', 'text', 'minor'],
      ['onHand', 'quantity'],
      ['unit', 'unit'],
      ['averageCost', 'money', 'minor'],
      ['valueAverage', 'money', 'sum'],
      ['valueFifo', 'money', 'sum'],
    ),
    chart: { rows: 'top', label: 'product', value: 'valueAverage' },
    order: { by: 'valueAverage', descending: true },
    opens: '/products/',
  },
  shortages: {
    group: 'stock',
    period: 'now',
    columns: columns(
      ['product', 'text'],
      ['sku', 'text', 'minor'],
      ['shortage', 'word'],
      ['onHand', 'quantity'],
      ['reorderAt', 'quantity'],
      ['reorder', 'quantity'],
      ['unit', 'unit'],
    ),
    order: { by: 'onHand', descending: false },
    opens: '/products/',
  },
  reorder: {
    group: 'stock',
    period: 'now',
    columns: columns(
      ['supplier', 'text'],
      ['product', 'text'],
      ['sku', 'text', 'minor'],
      ['onHand', 'quantity'],
      ['reorderAt', 'quantity', 'minor'],
      ['soldOfLate', 'quantity'],
      ['drafted', 'quantity', 'minor'],
      ['reorder', 'quantity'],
      ['unit', 'unit'],
    ),
    order: { by: 'supplier', descending: false },
    opens: '/products/',
  },
  khata: {
    group: 'money',
    period: 'now',
    columns: columns(
      ['customer', 'text'],
      ['phone', 'text', 'minor'],
      ['balance', 'money', 'sum'],
      ['notDue', 'money', 'sum'],
      ['late30', 'money', 'sum'],
      ['late60', 'money', 'sum'],
      ['late90', 'money', 'sum'],
      ['later', 'money', 'sum'],
      ['credit', 'money', 'sum', 'minor'],
    ),
    chart: { rows: 'top', label: 'customer', value: 'balance' },
    order: { by: 'balance', descending: true },
  },
  daybook: {
    group: 'money',
    period: 'day',
    columns: columns(
      ['at', 'time'],
      ['entry', 'word'],
      ['number', 'text'],
      ['party', 'text'],
      ['by', 'text', 'minor'],
      ['amount', 'money'],
      ['cash', 'money', 'sum'],
    ),
    order: { by: 'at', descending: false },
    opens: '/bills/',
  },
  shifts: {
    group: 'money',
    period: 'range',
    columns: columns(
      ['number', 'text'],
      ['till', 'text', 'minor'],
      ['opened', 'time', 'minor'],
      ['closed', 'time'],
      ['by', 'text'],
      ['bills', 'count', 'sum', 'minor'],
      ['net', 'money', 'sum'],
      ['expected', 'money', 'minor'],
      ['counted', 'money'],
      ['difference', 'money', 'sum'],
    ),
    order: { by: 'closed', descending: true },
    opens: '/shifts/',
  },
  attendance: {
    group: 'staff',
    period: 'range',
    columns: columns(
      ['day', 'day'],
      ['person', 'text'],
      ['mark', 'word'],
      ['came', 'time'],
      ['went', 'time'],
      ['worked', 'text'],
      ['minutes', 'count', 'sum', 'minor'],
    ),
    order: { by: 'day', descending: false },
  },
  pay: {
    group: 'staff',
    period: 'range',
    columns: columns(
      ['month', 'text'],
      ['person', 'text'],
      ['paidDays', 'text'],
      ['worked', 'text', 'minor'],
      ['carried', 'money'],
      ['earned', 'money', 'sum'],
      ['bonus', 'money', 'sum', 'minor'],
      ['deducted', 'money', 'sum', 'minor'],
      ['advances', 'money', 'sum'],
      ['wages', 'money', 'sum'],
      ['toPay', 'money'],
    ),
    order: { by: 'month', descending: false },
  },
};

/** Where a column stands in every row. A key that the report does not have is a bug. */
export function columnAt(spec: ReportSpec, key: ReportColumn['key']): number {
  const index = spec.columns.findIndex((column) => column.key === key);
  if (index < 0) throw new Error(`No column ${key}`);
  return index;
}
