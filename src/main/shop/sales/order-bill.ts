import type { Row } from '@shared/entities';
import { AppError } from '@shared/errors';
import { type Money, money, QUANTITY_SCALE, quantity, ZERO } from '@shared/money';
import type { Mutation, Reads } from '../../store';
import type { Stamp } from '../documents';
import type { CartLineRow } from './cart-rows';

/** An order as far as its bill goes. */
export interface OrderOfCart {
  readonly id: string;
  readonly number: string;
  readonly stage: Row<'sales_order'>['stage'];
  readonly way: Row<'sales_order'>['way'];
  readonly customer_id: string | null;
  readonly deleted_at: number | null;
  /** What was paid for it and is in no bill, minor units. */
  readonly advance: Money;
  /** The number of the bill that it has become; null: none that stands. */
  readonly billNumber: string | null;
}

/** Advances of an order that were not given back: an expression over a column with its id. */
export const advanceOf = (order: string) => `coalesce((SELECT sum(p.amount)
    FROM order_payment AS a JOIN payment AS p ON p.id = a.id
    WHERE a.order_id = ${order} AND NOT EXISTS (SELECT 1 FROM payment AS u WHERE u.id = a.id || ':undo')), 0)`;

/** The bill of an order that stands, the first of them. */
export const standingBill = (order: string, column: 'id' | 'number') => `(SELECT b.${column}
    FROM order_bill AS ob JOIN bill AS b ON b.id = ob.bill_id
    WHERE ob.order_id = ${order} AND NOT EXISTS (SELECT 1 FROM bill_void AS v WHERE v.bill_id = b.id)
    ORDER BY ob.at, ob.id LIMIT 1)`;

/**
 * The order that an open bill is of. Its advance pays that bill only when the bill is for whoever paid it, and when the
 * order is neither a bill already nor cancelled.
 *
 * @throws AppError `not_found`
 */
export function orderOfCart(reads: Reads, orderId: string, customerId: string | null): OrderOfCart {
  const order = reads
    .sql<[string], OrderOfCart & { advance: number }>(
      `SELECT o.id, o.number, o.stage, o.way, o.customer_id, o.deleted_at, ${advanceOf('o.id')} AS advance,
         ${standingBill('o.id', 'number')} AS billNumber FROM sales_order AS o WHERE o.id = ?`,
    )
    .get(orderId);
  if (!order) throw new AppError('not_found', `No order ${orderId}`, { entity: 'sales_order', id: orderId });
  const pays = order.customer_id === customerId && order.billNumber === null && order.stage !== 'cancelled';
  return { ...order, advance: pays ? money(order.advance) : ZERO };
}

/** The same to be paid now. @throws AppError `not_found`, `order_billed`, `order_closed` */
export function orderToBill(reads: Reads, orderId: string, customerId: string | null): OrderOfCart {
  const order = orderOfCart(reads, orderId, customerId);
  const { id, number, billNumber, stage } = order;
  if (billNumber !== null)
    throw new AppError('order_billed', 'The order is a bill already', { number, bill: billNumber });
  if (stage === 'cancelled' || order.deleted_at !== null) {
    throw new AppError('order_closed', 'The order was cancelled', { id, number });
  }
  return order;
}

/** The fact that the order has become this bill. What is picked up is handed over with it. */
export function noteOrderBilled(m: Mutation, stamp: Stamp, order: OrderOfCart, billId: string): void {
  m.put('order_bill', { id: `${billId}:order`, order_id: order.id, bill_id: billId, ...stamp });
  if (order.way !== 'pickup' || order.stage === 'delivered') return;
  m.set('sales_order', order.id, { stage: 'delivered' });
  m.put('order_stage', {
    id: `${billId}:delivered`,
    order_id: order.id,
    from_stage: order.stage,
    to_stage: 'delivered',
    reason: null,
    ...stamp,
  });
}

type OrderLineRow = Row<'sales_order'>['lines'][number];

/**
 * The lines of an order, as the open bill has them: at the price that was agreed.
 *
 * @throws AppError `order_words` with the `line` for what has no product yet
 */
export function linesOfOrder(reads: Reads, orderId: string): CartLineRow[] {
  return reads
    .sql<[string], OrderLineRow>('SELECT * FROM sales_order_line WHERE order_id = ? ORDER BY line_no')
    .all(orderId)
    .map((line): CartLineRow => {
      if (line.product_id === null) {
        throw new AppError('order_words', 'A line has no product yet', { id: orderId, line: line.name });
      }
      return {
        line_no: line.line_no,
        product_id: line.product_id,
        barcode: null,
        unit: line.unit,
        factor: quantity(QUANTITY_SCALE),
        quantity: line.quantity,
        unit_price: line.unit_price,
        list_price: line.list_price,
        discount_percent: null,
        discount_amount: null,
        approved_rate: null,
        note: line.note,
      };
    });
}
