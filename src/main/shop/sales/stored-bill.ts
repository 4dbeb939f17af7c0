import type { PricedComponent, ReturnedAmounts, StoredBill, StoredLine, StoredReturn } from '@shared/bill';
import type { Row } from '@shared/entities';
import { AppError } from '@shared/errors';
import type { Reads } from '../../store';

type BillRow = Omit<Row<'bill'>, 'lines' | 'taxes'>;
type LineRow = Row<'bill'>['lines'][number];
type TaxRow = Row<'bill'>['taxes'][number];
type ReturnRow = Omit<Row<'bill_return'>, 'lines' | 'taxes'>;
export type ReturnLineRow = Row<'bill_return'>['lines'][number];

const lineColumns = `line_no, product_id, name, sku, barcode, hsn, unit, quantity, stock_quantity, unit_price, gross,
  discount, net, bill_discount_share, taxable, tax, total, charge, note`;
const returnColumns = `${lineColumns}, bill_line_no, restock`;
const taxColumns = 'line_no, position, kind, rate, per_unit, compound, amount';

/** A bill or credit note line with its taxes, as they lie in the file. */
export type WithTaxes<L> = L & { readonly components: readonly PricedComponent[] };

export interface StoredDocument<H, L> {
  readonly header: H;
  readonly lines: readonly WithTaxes<L>[];
}

export type BillDocument = StoredDocument<BillRow, LineRow>;
export type ReturnDocument = StoredDocument<ReturnRow, ReturnLineRow>;

/** @throws AppError `not_found` */
export function readBill(reads: Reads, id: string): BillDocument {
  const header = reads.sql<[string], BillRow>('SELECT * FROM bill WHERE id = ?').get(id);
  if (!header) throw new AppError('not_found', `No bill ${id}`, { entity: 'bill', id });
  const lines = reads
    .sql<[string], LineRow>(`SELECT ${lineColumns}, list_price FROM bill_line WHERE bill_id = ? ORDER BY line_no`)
    .all(id);
  const taxes = reads
    .sql<[string], TaxRow>(`SELECT ${taxColumns} FROM bill_line_tax WHERE bill_id = ? ORDER BY line_no, position`)
    .all(id);
  return { header, lines: withTaxes(lines, taxes) };
}

/** @throws AppError `not_found` */
export function readReturn(reads: Reads, id: string): ReturnDocument {
  const header = reads.sql<[string], ReturnRow>('SELECT * FROM bill_return WHERE id = ?').get(id);
  if (!header) throw new AppError('not_found', `No credit note ${id}`, { entity: 'bill_return', id });
  const lines = reads
    .sql<[string], ReturnLineRow>(`SELECT ${returnColumns} FROM bill_return_line WHERE return_id = ? ORDER BY line_no`)
    .all(id);
  const taxes = reads
    .sql<[string], TaxRow>(
      `SELECT ${taxColumns} FROM bill_return_line_tax WHERE return_id = ? ORDER BY line_no, position`,
    )
    .all(id);
  return { header, lines: withTaxes(lines, taxes) };
}

/** All credit notes of a bill, in the order in which they were made. */
export function readReturnsOf(reads: Reads, billId: string): ReturnDocument[] {
  return reads
    .sql<[string], { id: string }>('SELECT id FROM bill_return WHERE bill_id = ? ORDER BY at, id')
    .all(billId)
    .map(({ id }) => readReturn(reads, id));
}

function withTaxes<L extends { readonly line_no: number }>(
  lines: readonly L[],
  taxes: readonly TaxRow[],
): WithTaxes<L>[] {
  const byLine = Map.groupBy(taxes, (tax) => tax.line_no);
  return lines.map((line) => ({
    ...line,
    components: (byLine.get(line.line_no) ?? []).map(({ kind, rate, per_unit, compound, amount }) => ({
      kind,
      rate,
      perUnit: per_unit,
      compound: compound === 1,
      amount,
    })),
  }));
}

/** The bill as the arithmetic of returns reads it; line n of the bill is its line n − 1. */
export function asStoredBill({ header, lines }: BillDocument): StoredBill {
  return {
    settings: { pricesIncludeTax: header.prices_include_tax === 1 },
    roundOff: header.round_off,
    lines: lines.map(storedLine),
  };
}

export function asStoredReturn({ header, lines }: ReturnDocument): StoredReturn {
  return { roundOff: header.round_off, lines: lines.flatMap(returnedAmounts) };
}

function storedLine(line: WithTaxes<LineRow> | WithTaxes<ReturnLineRow>): StoredLine {
  const { quantity, gross, discount, net, taxable, tax, total, components } = line;
  const charge = line.charge === 1;
  return {
    quantity,
    gross,
    discount,
    net,
    billDiscountShare: line.bill_discount_share,
    taxable,
    tax,
    total,
    components,
    charge,
  };
}

function returnedAmounts(line: WithTaxes<ReturnLineRow>): ReturnedAmounts[] {
  return line.bill_line_no === null ? [] : [{ ...storedLine(line), line: line.bill_line_no - 1 }];
}
