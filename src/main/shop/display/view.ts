import type { Cart, Completed, DisplayBill, DisplayDone, DisplayLine } from '@shared/contract';
import { absMoney, addMoney, type Money, subMoney, ZERO } from '@shared/money';
import type { Reads } from '../../store';

/** More than any screen has room for. */
const lastLines = 40;

/** Field by field, so that what a cart learns to carry some day is not shown to customers by itself. */
export function billOf({ lines, totals }: Cart, latest: number | null, pricesIncludeTax: boolean): DisplayBill {
  const shown = lines.slice(-lastLines);
  const early = shown.some(({ lineNo }) => lineNo === latest)
    ? undefined
    : lines.find(({ lineNo }) => lineNo === latest);
  return {
    lines: (early ? [early, ...shown.slice(1)] : shown).map(lineOf),
    earlier: lines.length - shown.length,
    latest,
    saved: totals.discount,
    tax: pricesIncludeTax ? null : totals.tax,
    credit: totals.credit,
    advance: totals.advance,
    toPay: totals.toPay,
  };
}

function lineOf({ lineNo, name, unit, quantity, unitPrice, discountAmount, net }: Cart['lines'][number]): DisplayLine {
  return { lineNo, name, unit, quantity, price: unitPrice, saved: discountAmount, amount: net };
}

/** What a paid bill says to whoever paid it. */
export function doneOf(
  reads: Reads,
  { billId, total, paid, change, due, creditNote }: Completed,
): Omit<DisplayDone, 'forMs'> {
  const row = reads
    .sql<[string], { line_discount: Money; bill_discount: Money }>(
      'SELECT line_discount, bill_discount FROM bill WHERE id = ?',
    )
    .get(billId);
  return {
    total,
    received: subMoney(addMoney(paid, change), creditNote?.exchanged ?? ZERO),
    change,
    due,
    refunded: creditNote ? absMoney(creditNote.refunded) : ZERO,
    saved: row ? addMoney(row.line_discount, row.bill_discount) : ZERO,
  };
}
