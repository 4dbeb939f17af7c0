import { isDay } from '@shared/clock';
import { type HandlerInput, limits, type SignedIn } from '@shared/contract';
import type { Row } from '@shared/entities';
import { AppError } from '@shared/errors';
import type { Money, UnitCode } from '@shared/money';
import type { Mutation, Reads } from '../../store';
import type { ApprovalDesk } from '../approvals';
import type { ShopDeps } from '../deps';
import { stampOf, takeNumber } from '../documents';
import { badValue, cleanCode, cleanName, cleanText } from '../text';
import { checkAdvance, putAdvance } from './advance';
import { findOrder, linesOf, type OrderLineFound, type OrderReads, totalOf } from './rows';

type Content = HandlerInput<'orders.edit'>;
type Paying = NonNullable<HandlerInput<'orders.create'>['advance']>;
type LineRow = Row<'sales_order'>['lines'][number];

/** Orders have a series of their own at each till; a terminal's own series is a letter, or a letter and digits. */
const orderSeries = (terminalSeries: string): string => `${terminalSeries}P`;

/**
 * Takes an order, with its advance if there is one: all of it or nothing. Asking again with the same id takes none again.
 *
 * @throws AppError `bad_value`, `too_large`, `not_found`, `deleted`, `approval_required`; for the advance those of a payment, and `overpaid`
 */
export function takeOrder(
  deps: OrderReads,
  approvals: ApprovalDesk,
  user: SignedIn,
  input: HandlerInput<'orders.create'>,
): void {
  const { store } = deps;
  const { id, advance, confirm } = input;
  if (isTaken(store, input)) return;
  approvals.during(() =>
    store.mutate({ name: 'order.take', kind: 'fact', actor: user.staffId }, (m) => {
      const stamp = stampOf(m, user, deps.settings());
      const order = {
        id,
        ...takeNumber(m, orderSeries(deps.terminal().series), stamp.day),
        ...fieldsOf(store, input),
        stage: 'placed' as const,
        ...stamp,
        lines: lineRows(m, deps, approvals, user, input, []),
      };
      m.put('sales_order', order);
      const move = { order_id: id, from_stage: null, to_stage: 'placed' as const, reason: null };
      m.put('order_stage', { id: `${id}:placed`, ...move, ...stamp });
      const total = priced(deps, id);
      if (!advance) return;
      checkAdvance(total, advance.amount, confirm);
      putAdvance(m, deps, user, order, { ...advance, confirm });
    }),
  );
}

/**
 * Changes what was ordered, by whom and for when.
 *
 * @throws AppError `order_closed` for what was billed or cancelled, `order_paid` for another customer once money was taken
 */
export function editOrder(deps: OrderReads, approvals: ApprovalDesk, user: SignedIn, input: Content): void {
  const { store } = deps;
  const { id } = input;
  approvals.during(() =>
    store.mutate({ name: 'order.edit', kind: 'request', actor: user.staffId }, (m) => {
      const order = findOrder(store, id);
      const { number } = order;
      if (order.billId !== null || order.stage === 'cancelled') {
        throw new AppError('order_closed', 'Nothing of it is changed any more', { id, number });
      }
      if (order.advance !== 0 && order.customer_id !== input.customerId) {
        throw new AppError('order_paid', 'Somebody has paid for it', { id, number });
      }
      const lines = lineRows(m, deps, approvals, user, input, linesOf(store, id));
      m.set('sales_order', id, { ...fieldsOf(store, input), lines });
      priced(deps, id);
    }),
  );
}

/**
 * Whether the order is there already: the answer to taking it got lost.
 *
 * @throws AppError `bad_value` where something else was taken under its id
 */
function isTaken(reads: Reads, input: HandlerInput<'orders.create'>): boolean {
  const { id, advance } = input;
  if (!reads.sql<[string]>('SELECT 1 FROM sales_order WHERE id = ?').get(id)) return false;
  const order = findOrder(reads, id);
  const { customer_id, ...fields } = fieldsOf(reads, input);
  const isSame =
    // With its advance an order that had only a name has got its customer.
    (customer_id === order.customer_id || (customer_id === null && order.advance > 0)) &&
    Object.entries(fields).every(([field, value]) => order[field as keyof typeof fields] === value) && // proof: its keys
    isSameLines(linesOf(reads, id), input.lines) &&
    (advance === undefined || isPaid(reads, id, advance));
  if (!isSame) throw badValue('id', 'Something else was taken under this id');
  return true;
}

const isSameLines = (lines: readonly OrderLineFound[], asked: Content['lines']): boolean =>
  lines.length === asked.length &&
  lines.every((line, index) => {
    const same = asked[index];
    return (
      line.product_id === same?.productId &&
      (line.product_id !== null || line.name === cleanName(same.name)) &&
      line.quantity === same.quantity &&
      line.unit_price === same.unitPrice &&
      line.note === cleanText(same.note)
    );
  });

const isPaid = (reads: Reads, orderId: string, { paymentId, amount }: Paying): boolean =>
  reads
    .sql<[string, string, number]>(
      `SELECT 1 FROM order_payment AS a JOIN payment AS p ON p.id = a.id
       WHERE a.id = ? AND a.order_id = ? AND p.amount = ?`,
    )
    .get(paymentId, orderId, amount) !== undefined;

/** What it comes to, so that none is kept that no till can show. @throws AppError `too_large` */
function priced(reads: OrderReads, id: string): Money {
  const lines = linesOf(reads.store, id);
  try {
    const total = totalOf(reads, findOrder(reads.store, id), lines);
    if (total <= limits.money) return total;
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'bad_bill')) throw error;
  }
  throw new AppError('too_large', 'It comes to more than can be reckoned with', { limit: limits.money });
}

function fieldsOf(reads: Reads, { customerId, name, phone, dueDay, dueTime, way, address, note }: Content) {
  if (!isDay(dueDay)) throw badValue('dueDay', `No day ${dueDay}`);
  if (customerId !== null) refuseDeleted(reads, customerId);
  return {
    customer_id: customerId,
    name: cleanName(name),
    phone: cleanCode(phone),
    due_day: dueDay,
    due_time: dueTime,
    way,
    address: cleanText(address),
    note: cleanText(note),
  };
}

function refuseDeleted(reads: Reads, id: string): void {
  const row = reads
    .sql<[string], { name: string; deleted_at: number | null }>('SELECT name, deleted_at FROM customer WHERE id = ?')
    .get(id);
  if (!row) throw new AppError('not_found', `No customer ${id}`, { entity: 'customer', id });
  if (row.deleted_at !== null) throw new AppError('deleted', `${row.name} is deleted`, { entity: 'customer', id });
}

interface OrderedProduct {
  readonly name: string;
  readonly unit: UnitCode;
  readonly price: Money;
  readonly active: 0 | 1;
  readonly deleted_at: number | null;
}

/**
 * Lines as they are kept. A price that was agreed once holds whatever the catalogue says later; another than the
 * catalogue's is agreed by whoever may change prices.
 */
function lineRows(
  m: Mutation,
  deps: ShopDeps,
  approvals: ApprovalDesk,
  user: SignedIn,
  { id, lines, approvals: tokens }: Content,
  before: readonly LineRow[],
): LineRow[] {
  return lines.map(({ productId, name, quantity, unitPrice, note }, index) => {
    const line_no = index + 1;
    const words = { line_no, quantity, unit_price: unitPrice, note: cleanText(note) };
    if (productId === null) {
      return { ...words, product_id: null, name: cleanName(name), unit: 'PCS', list_price: unitPrice };
    }
    const agreed = before.find((line) => line.product_id === productId && line.unit_price === unitPrice);
    const { name: productName, unit, list_price } = agreed ?? forSale(deps.store, productId);
    if (!agreed && unitPrice !== list_price) {
      const need = { action: 'price', subject: `${id}:${line_no}`, value: unitPrice } as const;
      const document = { type: 'sales_order', id };
      approvals.demand(m, user, { ...need, document, tokens, facts: { product: productName, before: list_price } });
    }
    return { ...words, product_id: productId, name: productName, unit, list_price };
  });
}

/** @throws AppError `not_found`, `deleted`, `inactive` */
function forSale(reads: Reads, id: string) {
  const product = reads
    .sql<[string], OrderedProduct>('SELECT name, unit, price, active, deleted_at FROM product WHERE id = ?')
    .get(id);
  if (!product) throw new AppError('not_found', `No product ${id}`, { entity: 'product', id });
  const { name, unit, price } = product;
  if (product.deleted_at !== null) throw new AppError('deleted', `${name} is deleted`, { entity: 'product', id, name });
  if (product.active === 0) throw new AppError('inactive', `${name} is not for sale`, { entity: 'product', id, name });
  return { name, unit, list_price: price };
}
