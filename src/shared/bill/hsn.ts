import { addMoney, addQuantity, type Money, quantity, ZERO } from '../money';
import type { HsnRow, PricedLine } from './types';

/**
 * The HSN summary of GST returns: by HSN or SAC, unit and combined rate, in the order of first appearance. A line without
 * a code has no place in it.
 */
export function hsnSummary(lines: readonly PricedLine[]): HsnRow[] {
  const rows = new Map<string, HsnRow>();
  for (const line of lines) {
    if (line.hsn === undefined || line.hsn === '') continue;
    const unit = line.unit ?? '';
    const key = `${line.hsn}\u0000${unit}\u0000${line.taxRate}`;
    const row = rows.get(key) ?? emptyRow(line.hsn, unit, line.taxRate);
    rows.set(key, {
      ...row,
      quantity: addQuantity(row.quantity, line.quantity),
      taxable: addMoney(row.taxable, line.taxable),
      cgst: addMoney(row.cgst, amountOf(line, 'cgst')),
      sgst: addMoney(row.sgst, amountOf(line, 'sgst')),
      igst: addMoney(row.igst, amountOf(line, 'igst')),
      cess: addMoney(row.cess, amountOf(line, 'cess')),
      tax: addMoney(row.tax, line.tax),
      total: addMoney(row.total, line.total),
    });
  }
  return [...rows.values()];
}

function amountOf(line: PricedLine, kind: 'cgst' | 'sgst' | 'igst' | 'cess'): Money {
  let sum = ZERO;
  for (const component of line.components) if (component.kind === kind) sum = addMoney(sum, component.amount);
  return sum;
}

function emptyRow(hsn: string, unit: string, rate: HsnRow['rate']): HsnRow {
  const none = { taxable: ZERO, cgst: ZERO, sgst: ZERO, igst: ZERO, cess: ZERO, tax: ZERO, total: ZERO };
  return { hsn, unit, rate, quantity: quantity(0), ...none };
}
