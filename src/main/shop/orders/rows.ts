import type { OrderRow } from '@shared/contract';
import type { Row } from '@shared/entities';
import { AppError } from '@shared/errors';
import { ArithmeticError, formatQuantity, type Money, money, QUANTITY_SCALE, ZERO } from '@shared/money';
import type { Reads } from '../../store';
import type { ShopDeps } from '../deps';
import { advanceOf, type Sales, standingBill } from '../sales';
import { paymentStateOf } from './payment-state';
import { dueOf, type Now } from './when';

/** What reading orders stands on, on a reader thread too. */
export interface OrderSource extends Pick<ShopDeps, 'settings' | 'clock'> {
  readonly store: Reads;
  readonly worth: Sales['worth'];
}

/** The same where orders are written. */
export interface OrderReads extends ShopDeps, Pick<OrderSource, 'worth'> {}

export type OrderRecord = Omit<Row<'sales_order'>, 'lines'> & { readonly deleted_at: number | null };

/** An order with what follows from its other records. */
export interface OrderFound extends OrderRecord {
  /** Advances of its customer that were not given back, in a bill or not. */
  readonly advance: Money;
  readonly billId: string | null;
  /** Of that bill. */
  readonly billDue: Money | null;
  readonly billTotal: Money | null;
}

export type OrderLineFound = Row<'sales_order'>['lines'][number] & { readonly tax_class_id: string | null };

/** Columns of an order as `o`, ending before FROM. */
export const orderColumns = `o.*, ${advanceOf('o')} AS advance, b.id AS billId, b.due AS billDue, b.total AS billTotal`;
export const orderTables = `sales_order AS o LEFT JOIN bill AS b ON b.id = ${standingBill('o.id', 'id')}`;

/** A removed one too. @throws AppError `not_found` */
export function findOrder(reads: Reads, id: string): OrderFound {
  const found = reads.sql<[string], OrderFound>(`SELECT ${orderColumns} FROM ${orderTables} WHERE o.id = ?`).get(id);
  if (!found) throw new AppError('not_found', `No order ${id}`, { entity: 'sales_order', id });
  return found;
}

export function linesOf(reads: Reads, orderId: string): OrderLineFound[] {
  return reads
    .sql<[string], OrderLineFound>(
      `SELECT l.*, p.tax_class_id FROM sales_order_line AS l LEFT JOIN product AS p ON p.id = l.product_id
       WHERE l.order_id = ? ORDER BY l.line_no`,
    )
    .all(orderId);
}

/** What it comes to: as a bill what that came to, else what a bill of today would. */
export function totalOf({ worth }: OrderSource, order: OrderFound, lines: readonly OrderLineFound[]): Money {
  if (order.billTotal !== null) return order.billTotal;
  const goods = lines.map((line) => ({
    quantity: line.quantity,
    unitPrice: line.unit_price,
    unit: line.unit,
    taxClassId: line.tax_class_id,
  }));
  return worth(goods, order.customer_id);
}

/**
 * The same for the screen. What another till has written may be beyond what can be priced; that order comes to nothing
 * here, and does not keep all others off the board.
 */
export function shownTotal(reads: OrderSource, order: OrderFound, lines: readonly OrderLineFound[]): Money {
  return orZero(() => totalOf(reads, order, lines));
}

/** What the arithmetic refuses is nothing. */
export function orZero(compute: () => Money): Money {
  try {
    return compute();
  } catch (error) {
    if (error instanceof ArithmeticError || (error instanceof AppError && error.code === 'bad_bill')) return ZERO;
    throw error;
  }
}

export function toRow(reads: OrderSource, order: OrderFound, lines: readonly OrderLineFound[], now: Now): OrderRow {
  const { language, country } = reads.settings();
  const total = shownTotal(reads, order, lines);
  const { id, number, stage, name, phone, way, at, billId } = order;
  const advance = money(order.advance);
  return {
    id,
    number,
    stage,
    name,
    phone,
    customerId: order.customer_id,
    dueDay: order.due_day,
    dueTime: order.due_time,
    due: dueOf({ stage, dueDay: order.due_day, dueTime: order.due_time }, now),
    way,
    goods: lines
      .slice(0, mostTold)
      .map((line) => goodsOf(line, `${language}-${country}`))
      .join(', '),
    total,
    advance: billId === null ? advance : money(0),
    payment: paymentStateOf({ stage, total, advance, billDue: order.billDue }),
    billId,
    at,
  };
}

const mostTold = 4;

const goodsOf = ({ name, quantity }: OrderLineFound, locale: string): string =>
  quantity === QUANTITY_SCALE ? name : `${formatQuantity(quantity, locale)} × ${name}`;
