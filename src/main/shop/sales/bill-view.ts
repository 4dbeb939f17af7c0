import { hsnSummary, type PricedLine, remainingToReturn } from '@shared/bill';
import type { Bill, BillLine, BillPayment, BillReturn, BillTaxLine, HsnRow } from '@shared/contract';
import { addMoney, addRate, isUnit, type Quantity, quantity, type Rate, rate as toRate, ZERO } from '@shared/money';
import type { Reads } from '../../store';
import {
  asStoredBill,
  asStoredReturn,
  type BillDocument,
  type ReturnLineRow,
  readBill,
  readReturn,
  readReturnsOf,
  type WithTaxes,
} from './stored-bill';
import { isVoided, voidId } from './voided';

type AnyLine = BillDocument['lines'][number] | WithTaxes<ReturnLineRow>;

/** A bill as it was stored: nothing in it is computed from rates, only grouped. @throws AppError `not_found` */
export function viewBill(reads: Reads, id: string): Bill {
  const bill = readBill(reads, id);
  const returns = readReturnsOf(reads, id);
  const left = isVoided(reads, id) ? [] : remainingToReturn(asStoredBill(bill), returns.map(asStoredReturn));
  const { header, lines } = bill;
  return {
    id,
    number: header.number,
    at: header.at,
    day: header.day,
    cashier: nameOf(reads, 'staff', header.staff_id),
    terminal: nameOf(reads, 'terminal', header.terminal_id),
    customer: header.customer_id === null ? null : { id: header.customer_id, name: header.customer_name ?? '' },
    currency: header.currency,
    pricesIncludeTax: header.prices_include_tax === 1,
    lines: lines.map((line, index) => viewLine(line, left[index] ?? quantity(0))),
    taxes: taxLines(lines),
    hsn: hsnRows(lines),
    payments: paymentsOf(reads, 'bill_id', id),
    subtotal: header.subtotal,
    lineDiscount: header.line_discount,
    billDiscount: header.bill_discount,
    charges: header.charges,
    taxable: header.taxable,
    tax: header.tax,
    roundOff: header.round_off,
    total: header.total,
    cashRounding: header.cash_rounding,
    paid: header.paid,
    change: header.change_given,
    due: header.due,
    dueDay: dueDayOf(reads, id),
    voided: voidedOf(reads, id),
    returns: returns.map(({ header: note }) => ({ id: note.id, number: note.number, at: note.at, total: note.total })),
    note: header.note,
  };
}

/** A credit note as it was stored. @throws AppError `not_found` */
export function viewReturn(reads: Reads, id: string): BillReturn {
  const { header, lines } = readReturn(reads, id);
  const refunds = paymentsOf(reads, 'return_id', id);
  return {
    id,
    number: header.number,
    billId: header.bill_id,
    billNumber: header.bill_number,
    at: header.at,
    reason: header.reason,
    currency: header.currency,
    lines: lines.map((line) => viewLine(line, quantity(0))),
    taxable: header.taxable,
    tax: header.tax,
    roundOff: header.round_off,
    total: header.total,
    cashRounding: header.cash_rounding,
    onAccount: creditedOnAccount(reads, id),
    refunds,
    customer: header.customer_id === null ? null : { id: header.customer_id, name: header.customer_name ?? '' },
    cashier: nameOf(reads, 'staff', header.staff_id),
    terminal: nameOf(reads, 'terminal', header.terminal_id),
    exchangeBillId: header.exchange_bill_id,
  };
}

function viewLine(line: AnyLine, returnable: Quantity): BillLine {
  return {
    lineNo: line.line_no,
    productId: line.product_id,
    name: line.name,
    hsn: line.hsn,
    unit: line.unit,
    quantity: line.quantity,
    unitPrice: line.unit_price,
    listPrice: 'list_price' in line ? line.list_price : line.unit_price,
    discount: line.discount,
    billDiscountShare: line.bill_discount_share,
    net: line.net,
    taxable: line.taxable,
    tax: line.tax,
    total: line.total,
    charge: line.charge === 1,
    returnable,
    restocked: 'restock' in line && line.restock === 1,
    note: line.note,
  };
}

/** One row per component and rate, with the value it was charged on. */
function taxLines(lines: readonly AnyLine[]): BillTaxLine[] {
  const rows = new Map<string, BillTaxLine>();
  for (const line of lines) {
    for (const { kind, rate, amount } of line.components) {
      const key = `${kind} ${rate}`;
      const row = rows.get(key);
      rows.set(key, {
        kind,
        rate,
        taxable: addMoney(row?.taxable ?? ZERO, line.taxable),
        amount: addMoney(row?.amount ?? ZERO, amount),
      });
    }
  }
  return [...rows.values()];
}

function hsnRows(lines: readonly AnyLine[]): HsnRow[] {
  const priced = lines.map((line): PricedLine => {
    const { hsn, unit, quantity: sold, gross, discount, net, taxable, tax, total, components } = line;
    return {
      quantity: sold,
      unitPrice: line.unit_price,
      gross,
      discount,
      net,
      billDiscountShare: line.bill_discount_share,
      taxable,
      components,
      tax,
      total,
      taxRate: combinedRate(components),
      hsn: hsn ?? undefined,
      unit,
      charge: line.charge === 1,
    };
  });
  return hsnSummary(priced).flatMap(({ unit, tax: _tax, total: _total, ...row }) =>
    isUnit(unit) ? [{ ...row, unit }] : [],
  );
}

/** The combined GST rate of CGST and SGST, or of IGST; outside GST the sum of the rates without cess. */
function combinedRate(components: PricedLine['components']): Rate {
  const gst = components.filter(({ kind }) => kind === 'cgst' || kind === 'sgst' || kind === 'igst');
  const counted = gst.length > 0 ? gst : components.filter(({ kind }) => kind !== 'cess');
  return counted.reduce((sum, { rate }) => addRate(sum, rate), toRate(0));
}

export function paymentsOf(reads: Reads, column: 'bill_id' | 'return_id' | 'void_id', id: string): BillPayment[] {
  return reads
    .sql<[string], BillPayment>(
      `SELECT method, amount, tendered, reference FROM payment WHERE ${column} = ? ORDER BY at, id`,
    )
    .all(id);
}

/** What a credit note took off its customer's account; zero or negative. */
function creditedOnAccount(reads: Reads, returnId: string): BillReturn['onAccount'] {
  const row = reads
    .sql<[string], { amount: BillReturn['onAccount'] }>('SELECT amount FROM party_transaction WHERE id = ?')
    .get(`${returnId}:due`);
  return row?.amount ?? ZERO;
}

function dueDayOf(reads: Reads, billId: string): string | null {
  const row = reads
    .sql<[string], { due_day: string | null }>('SELECT due_day FROM party_transaction WHERE id = ?')
    .get(`${billId}:due`);
  return row?.due_day ?? null;
}

function voidedOf(reads: Reads, billId: string): Bill['voided'] {
  const row = reads
    .sql<[string], { at: number; staff_id: string; reason: string }>(
      'SELECT at, staff_id, reason FROM bill_void WHERE id = ?',
    )
    .get(voidId(billId));
  return row ? { at: row.at, by: nameOf(reads, 'staff', row.staff_id), reason: row.reason } : null;
}

export function nameOf(reads: Reads, table: 'staff' | 'terminal', id: string): string {
  return reads.sql<[string], { name: string }>(`SELECT name FROM ${table} WHERE id = ?`).get(id)?.name ?? '';
}
