import { stockQuantity } from '@shared/bill';
import { limits } from '@shared/contract';
import { AppError } from '@shared/errors';
import { addQuantity, QUANTITY_SCALE, type Quantity, quantity } from '@shared/money';
import { refusing } from '../refusals';
import type { CartLineOfProduct, CartLineRow } from './cart-rows';
import type { Goods } from './goods';

/** Adds the goods to an equal line, or as a new one at the end. Changes `lines`. */
export function place(lines: CartLineRow[], ware: Goods): CartLineRow {
  const index = lines.findLastIndex(
    (line) =>
      line.product_id === ware.product_id &&
      line.unit === ware.unit &&
      line.factor === ware.factor &&
      line.unit_price === ware.unit_price &&
      line.discount_percent === null &&
      line.discount_amount === null &&
      line.note === null,
  );
  const same = lines[index];
  if (same) {
    const more = { ...same, quantity: withinLimit(addQuantity(same.quantity, ware.quantity)) };
    lines[index] = more;
    return more;
  }
  if (lines.length >= limits.linesPerBill) {
    throw new AppError('too_many_lines', 'The bill is full', { limit: limits.linesPerBill });
  }
  const line = {
    ...ware,
    line_no: (lines.at(-1)?.line_no ?? 0) + 1,
    discount_percent: null,
    discount_amount: null,
    approved_rate: null,
    note: null,
  };
  lines.push(line);
  return line;
}

function withinLimit(sum: Quantity): Quantity {
  if (sum <= limits.quantity) return sum;
  throw new AppError('bad_bill', 'More than a line can hold', { field: 'quantity', reason: 'out_of_range' });
}

/** @throws AppError `not_found` */
export function lineOf(lines: readonly CartLineOfProduct[], lineNo: number): CartLineOfProduct {
  const line = lines.find((one) => one.line_no === lineNo);
  if (!line) throw new AppError('not_found', `No line ${lineNo}`, { entity: 'cart_line', id: lineNo });
  return line;
}

/** `times` of a quantity, such as three packs of 0.437 kg. */
export function timesOf(times: Quantity | undefined, each: Quantity | null): Quantity {
  const count = times ?? quantity(QUANTITY_SCALE);
  return each === null ? count : refusing(() => stockQuantity(count, each));
}
