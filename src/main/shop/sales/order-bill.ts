import type { Row } from '@shared/entities';
import { AppError } from '@shared/errors';
import { addQuantity, type Money, money, QUANTITY_SCALE, type Quantity, quantity, ZERO } from '@shared/money';
import type { Mutation, Reads, Store } from '../../store';
import type { Stamp } from '../documents';
import { billCustomer } from './cart-customer';
import type { CartLineRow } from './cart-rows';

/** An order as far as its bill goes. */
export interface OrderOfCart {
  readonly id: string;
  readonly number: string;
  readonly stage: Row<'sales_order'>['stage'];
  readonly way: Row<'sales_order'>['way'];
  readonly customer_id: string | null;
  readonly deleted_at: number | null;
  /** What its customer has paid for it and is in no bill: it pays this customer's bill and nobody else's, minor units. */
  readonly paid: Money;
  /** Of that, what pays the bill that is open: all or nothing. */
  readonly advance: Money;
  /** The number of the bill that it has become; null: none that stands. */
  readonly billNumber: string | null;
}

/**
 * Advances of an order `o` that were not given back: an expression. Only those of its customer. Where two tills named two
 * customers at once, one of the names holds, and what the other has paid is in that other's khata and theirs to spend.
 */
export const advanceOf = (o: string) => `coalesce((SELECT sum(p.amount)
    FROM order_payment AS a JOIN payment AS p ON p.id = a.id
    WHERE a.order_id = ${o}.id AND p.customer_id = ${o}.customer_id
      AND NOT EXISTS (SELECT 1 FROM payment AS u WHERE u.id = a.id || ':undo')), 0)`;

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
    .sql<[string], Omit<OrderOfCart, 'advance'>>(
      `SELECT o.id, o.number, o.stage, o.way, o.customer_id, o.deleted_at, ${advanceOf('o')} AS paid,
         ${standingBill('o.id', 'number')} AS billNumber FROM sales_order AS o WHERE o.id = ?`,
    )
    .get(orderId);
  if (!order) throw new AppError('not_found', `No order ${orderId}`, { entity: 'sales_order', id: orderId });
  const paid = money(order.paid);
  const isToBill = order.billNumber === null && order.stage !== 'cancelled';
  // Store credit is somebody's: a bill that is nobody's is paid with none.
  const pays = isToBill && customerId !== null && order.customer_id === customerId;
  return { ...order, paid, advance: pays ? paid : ZERO };
}

/**
 * An order with an advance has its bill made out to whoever paid it: to anybody else it would be charged in full, and the
 * money would lie free in a khata.
 *
 * @throws AppError `order_customer` with the `customer`
 */
export function refuseOtherCustomer(
  reads: Reads,
  { number, paid, billNumber, stage, customer_id }: OrderOfCart,
  customerId: string | null,
): void {
  if (customer_id === null || customer_id === customerId || paid === 0) return;
  if (billNumber !== null || stage === 'cancelled') return;
  const { name } = billCustomer(reads, customer_id);
  throw new AppError('order_customer', `${name} has paid for the order`, { number, customer: name });
}

/** The same to be paid now. @throws AppError `not_found`, `order_billed`, `order_closed`, `order_customer` */
export function orderToPay(reads: Reads, orderId: string, customerId: string | null): OrderOfCart {
  orderToBill(reads, orderId);
  const order = orderOfCart(reads, orderId, customerId);
  refuseOtherCustomer(reads, order, customerId);
  return order;
}

/** An order of which a bill can be made. @throws AppError `not_found`, `order_billed`, `order_closed` */
export function orderToBill(reads: Reads, orderId: string): OrderOfCart {
  const order = orderOfCart(reads, orderId, null);
  const { id, number, billNumber, stage } = order;
  if (billNumber !== null)
    throw new AppError('order_billed', 'The order is a bill already', { number, bill: billNumber });
  if (stage === 'cancelled' || order.deleted_at !== null) {
    throw new AppError('order_closed', 'The order was cancelled', { id, number });
  }
  return order;
}

/**
 * The bill of an order was taken back: what was handed over with it stands there again, ready for another bill. Not where
 * a second bill of it stands.
 */
export function noteOrderUnbilled(
  m: Mutation,
  reads: Reads,
  stamp: Stamp,
  voided: { id: string; billId: string },
): void {
  const order = reads
    .sql<[string], { id: string; stage: OrderOfCart['stage'] }>(
      `SELECT o.id, o.stage FROM order_bill AS b JOIN sales_order AS o ON o.id = b.order_id
       WHERE b.bill_id = ? AND ${standingBill('o.id', 'id')} IS NULL`,
    )
    .get(voided.billId);
  if (order?.stage !== 'delivered') return;
  m.set('sales_order', order.id, { stage: 'ready' });
  const move = { order_id: order.id, from_stage: order.stage, to_stage: 'ready' as const, reason: null };
  m.put('order_stage', { id: `${voided.id}:ready`, ...move, ...stamp });
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

/** Whether any of these lines is of goods that the order has: where none is, the bill is the order's no more. */
export function hasGoodsOf(reads: Reads, orderId: string, lines: readonly CartLineRow[]): boolean {
  const ordered = new Set(orderedLines(reads, orderId).map(({ product_id }) => product_id));
  return lines.some(({ product_id }) => ordered.has(product_id));
}

/** A fact about this file alone: what the order was when its bill was begun. There is one open bill. */
const seenKey = 'cart.order.seen';

/** Notes what the order of the open bill is now. Part of the open transaction. */
export function noteOrderSeen(store: Store, cartId: string, orderId: string): void {
  store.meta.set(seenKey, seenOf(store, cartId, orderId));
}

/**
 * Another till may change an order while its bill is open here. What is on the bill is then not what was agreed.
 *
 * @throws AppError `order_changed`
 */
export function refuseChangedOrder(store: Store, cartId: string, { id, number }: OrderOfCart): void {
  if (store.meta.get(seenKey) === seenOf(store, cartId, id)) return;
  throw new AppError('order_changed', 'The order was changed after its bill was begun', { id, number });
}

const seenOf = (reads: Reads, cartId: string, orderId: string): string => {
  const lines = orderedLines(reads, orderId).map((line) => [
    line.product_id,
    line.quantity,
    line.unit_price,
    line.note,
  ]);
  return JSON.stringify([cartId, orderId, lines]);
};

/**
 * Whether a bill that was put aside still has what the order says: where either was changed since, nobody knows here
 * which of them holds.
 */
export function isAsOrdered(reads: Reads, orderId: string, lines: readonly CartLineRow[]): boolean {
  const ordered = orderedLines(reads, orderId);
  const products = new Set(ordered.map(({ product_id }) => product_id));
  const billed = sums(lines.filter(({ product_id }) => products.has(product_id)));
  const wanted = sums(ordered);
  return billed.size === wanted.size && [...wanted].every(([goods, count]) => billed.get(goods) === count);
}

/** How much of what at which price. */
function sums(lines: readonly Pick<OrderLineRow, 'product_id' | 'unit_price' | 'quantity'>[]): Map<string, Quantity> {
  const all = new Map<string, Quantity>();
  for (const { product_id, unit_price, quantity: count } of lines) {
    const goods = `${product_id}:${unit_price}`;
    all.set(goods, addQuantity(all.get(goods) ?? quantity(0), count));
  }
  return all;
}

const orderedLines = (reads: Reads, orderId: string) =>
  reads.sql<[string], OrderLineRow>('SELECT * FROM sales_order_line WHERE order_id = ? ORDER BY line_no').all(orderId);

type OrderLineRow = Row<'sales_order'>['lines'][number];

/**
 * The lines of an order, as the open bill has them: at the price that was agreed.
 *
 * @throws AppError `order_words` with the `line` for what has no product yet
 */
export function linesOfOrder(reads: Reads, orderId: string): CartLineRow[] {
  return orderedLines(reads, orderId).map((line): CartLineRow => {
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
