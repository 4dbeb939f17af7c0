import type { HandlerInput, SignedIn } from '@shared/contract';
import { AppError } from '@shared/errors';
import { addMoney, type Money, money, subMoney, ZERO } from '@shared/money';
import type { Mutation, Reads } from '../../store';
import { derivedId } from '../alerts';
import type { ShopDeps } from '../deps';
import { partyToWrite, putReceived } from '../khata';
import { checkCash } from '../shift';
import { badValue } from '../text';
import { findOrder, linesOf, type OrderReads, totalOf } from './rows';

type Paying = Pick<HandlerInput<'orders.receive'>, 'paymentId' | 'amount' | 'method' | 'reference' | 'confirm'>;

/** The order that money is taken for. */
interface PaidOrder {
  readonly id: string;
  readonly number: string;
  readonly customer_id: string | null;
  readonly name: string;
  readonly phone: string | null;
}

/**
 * Money for an order that was taken before. Asking again with the same id takes nothing again.
 *
 * @throws AppError `not_found`, `deleted`, `order_closed` for what was billed or cancelled; `overpaid` with `balance` when it is
 *   more than is to be paid and nobody said that it is an `advance`; those of {@link putAdvance}
 */
export function receiveAdvance(
  deps: ShopDeps,
  reads: OrderReads,
  user: SignedIn,
  input: HandlerInput<'orders.receive'>,
): void {
  const { store } = deps;
  const { id, paymentId, amount } = input;
  const earlier = store
    .sql<[string], { order_id: string; amount: number }>(
      'SELECT a.order_id, p.amount FROM order_payment AS a JOIN payment AS p ON p.id = a.id WHERE a.id = ?',
    )
    .get(paymentId);
  if (earlier) {
    if (earlier.order_id === id && earlier.amount === amount) return;
    throw badValue('paymentId', 'Something else was paid under this id');
  }
  store.mutate({ name: 'order.receive', kind: 'fact', actor: user.staffId }, (m) => {
    const order = findOrder(store, id);
    const { number } = order;
    if (order.billId !== null || order.stage === 'cancelled' || order.deleted_at !== null) {
      throw new AppError('order_closed', 'Nothing is paid for it any more', { id, number });
    }
    const balance = subMoney(totalOf(reads, order, linesOf(store, id)), money(order.advance));
    checkAdvance(balance, amount, input.confirm);
    putAdvance(m, deps, user, order, input);
  });
}

/** More than is to be paid for it has to be meant. @throws AppError `overpaid` with `balance` */
export function checkAdvance(balance: Money, amount: Money, confirm: Paying['confirm']): void {
  if (amount <= balance || confirm.includes('advance')) return;
  throw new AppError('overpaid', 'Less is to be paid for it', { balance, amount });
}

/**
 * The payment, as one of no bill ({@link putReceived}), and the order it is for.
 * An order that had only a name gets its customer, because a khata is somebody's.
 *
 * @throws AppError `zero_payment`, `cash_limit`, `shift_required`, `deleted`
 */
export function putAdvance(
  m: Mutation,
  deps: ShopDeps,
  user: SignedIn,
  order: PaidOrder,
  { paymentId: id, amount, method, reference, confirm }: Paying,
): void {
  if (amount === 0) throw new AppError('zero_payment', 'Nothing is no payment');
  if (method === 'cash') checkCash(deps, amount, confirm);
  const customerId = order.customer_id ?? customerFor(m, deps.store, order);
  if (order.customer_id === null) {
    m.set('sales_order', order.id, { customer_id: customerId, name: order.name, phone: order.phone });
  }
  const party = partyToWrite(deps, 'customer', customerId);
  putReceived(m, deps, user, { id, party, amount, method, reference, note: order.number });
  m.put('order_payment', { id, order_id: order.id });
}

/**
 * Whoever alone has this phone, else a new customer whose id follows from the order's: two tills that take money for one
 * order make one customer.
 */
function customerFor(m: Mutation, reads: Reads, { id: orderId, name, phone }: PaidOrder): string {
  const id = derivedId(['order_customer', orderId]);
  if (reads.sql<[string]>('SELECT 1 FROM customer WHERE id = ?').get(id)) return id;
  const digits = phone?.replace(/\D/g, '') ?? '';
  const same = digits === '' ? [] : withPhone(reads, digits);
  const [only] = same;
  if (only && same.length === 1) return only.id;
  m.put('customer', {
    id,
    name,
    phone,
    gstin: null,
    state_code: null,
    address: null,
    email: null,
    credit_limit: null,
    credit_days: null,
    opening_balance: ZERO,
    note: null,
    created_at: m.at,
  });
  return id;
}

function withPhone(reads: Reads, digits: string): { id: string }[] {
  const bare = ['-', ' ', '(', ')', '+'].reduce((sql, mark) => `replace(${sql}, '${mark}', '')`, 'phone');
  return reads
    .sql<[string], { id: string }>(`SELECT id FROM customer WHERE deleted_at IS NULL AND ${bare} = ? LIMIT 2`)
    .all(digits);
}

/** Advances of an order's customer that were not given back: the payments' ids and what they come to. */
export function openAdvances(reads: Reads, orderId: string): { readonly ids: string[]; readonly sum: Money } {
  const rows = reads
    .sql<[string], { id: string; amount: number }>(
      `SELECT a.id, p.amount FROM order_payment AS a JOIN payment AS p ON p.id = a.id
       JOIN sales_order AS o ON o.id = a.order_id AND o.customer_id = p.customer_id
       WHERE a.order_id = ? AND NOT EXISTS (SELECT 1 FROM payment AS u WHERE u.id = a.id || ':undo') ORDER BY a.id`,
    )
    .all(orderId);
  return {
    ids: rows.map(({ id }) => id),
    sum: rows.reduce((sum, { amount }) => addMoney(sum, money(amount)), ZERO),
  };
}
