import type { Language } from '@shared/entities';
import {
  addMoney,
  type CurrencyCode,
  type Money,
  money,
  quantity,
  quantityToDecimal,
  rate,
  rateToDecimal,
  toDecimal,
} from '@shared/money';
import type { ReportId } from '@shared/reports';
import { type Cell, columnAt, type ReportColumn, type ReportSpec, reportSpecs, reportWords } from '@shared/reports';
import type { Answer } from '../answer';
import { numberIn } from '../cells';

/** Whose report it is and how they write. */
export interface FileTerms {
  readonly report: ReportId;
  readonly shop: string;
  readonly language: Language;
  readonly locale: string;
  readonly currency: CurrencyCode;
  readonly timeZone: string;
  readonly period: { readonly from: string; readonly to: string };
}

/** A cell of a file: text, or a plain decimal of some kind. */
export type FileCell =
  | { readonly text: string }
  | { readonly number: string; readonly as: 'money' | 'quantity' | 'percent' | 'count' }
  /** `YYYY-MM-DD`, or with a time `YYYY-MM-DD HH:MM` of the shop's clock. */
  | { readonly date: string }
  | null;

export interface FileTable {
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: Iterable<readonly FileCell[]>;
  /** The sums of the columns that have one; below them, where lines were added up, the round-off and what it comes to. */
  readonly feet: readonly (readonly FileCell[])[];
}

/** A report for machines: plain decimals, days as ISO writes them, words in the shop's language. */
export function tableOf(answer: Answer, terms: FileTerms): FileTable {
  const spec = reportSpecs[terms.report];
  const words = reportWords[terms.language];
  const write = cellWriter(terms);
  return {
    title: words.names[terms.report],
    heads: spec.columns.map(({ key, kind }) => (kind === 'rate' ? `${words.columns[key]} %` : words.columns[key])),
    rows: rowsOf(answer, spec, write),
    feet: feetOf(answer, terms).map(({ name, cells }) =>
      spec.columns.map((column, index) =>
        index === 0 ? { text: name } : column.sums && cells[index] != null ? write(column, cells[index]) : null,
      ),
    ),
  };
}

/** The last rows of a file or a sheet of paper, one cell for each column. */
export function feetOf(
  { totals, roundOff }: Answer,
  { report, language }: Pick<FileTerms, 'report' | 'language'>,
): readonly { readonly name: string; readonly cells: readonly Cell[] }[] {
  const spec = reportSpecs[report];
  const words = reportWords[language];
  if (!spec.columns.some(({ sums }) => sums)) return [];
  const sums = { name: words.total, cells: totals };
  if (roundOff === null) return [sums];
  const last = columnAt(spec, 'total');
  const only = (amount: Money): Cell[] => totals.map((_, index) => (index === last ? amount : null));
  return [
    sums,
    { name: words.columns.roundOff, cells: only(roundOff) },
    { name: words.columns.net, cells: only(addMoney(money(numberIn(totals[last] ?? null)), roundOff)) },
  ];
}

type Write = (column: ReportColumn, cell: Cell) => FileCell;

function* rowsOf({ rows }: Answer, { columns }: ReportSpec, write: Write): Generator<FileCell[]> {
  for (const { cells } of rows) yield columns.map((column, index) => write(column, cells[index] ?? null));
}

function cellWriter({ language, currency, timeZone }: FileTerms): Write {
  // The Swedish locale writes `2026-11-21 14:05`.
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  return ({ key, kind }, cell) => {
    if (cell === null) return nothing(key, language);
    switch (kind) {
      case 'money':
        return { number: toDecimal(money(numberIn(cell)), currency), as: 'money' };
      case 'quantity':
        return { number: quantityToDecimal(quantity(numberIn(cell))), as: 'quantity' };
      case 'rate':
        return { number: rateToDecimal(rate(numberIn(cell))), as: 'percent' };
      case 'count':
        return { number: String(cell), as: 'count' };
      case 'hour':
        return { text: `${String(cell).padStart(2, '0')}:00` };
      case 'day':
        return { date: String(cell) };
      case 'time':
        return { date: clock.format(Number(cell)) };
      case 'word':
        return { text: wordOf(key, String(cell), language) };
      case 'unit':
      case 'text':
        return { text: String(cell) };
    }
  };
}

/** What the row of many has for a name. */
function nothing(key: ReportColumn['key'], language: Language): FileCell {
  const { none } = reportWords[language];
  return key in none ? { text: none[key as keyof typeof none] } : null; // proof: just asked
}

/** The word of a code; a code without one stands for itself. */
export function wordOf(key: ReportColumn['key'], code: string, language: Language): string {
  const values: Readonly<Record<string, Readonly<Record<string, string>>>> = reportWords[language].values;
  return values[key]?.[code] ?? code;
}
