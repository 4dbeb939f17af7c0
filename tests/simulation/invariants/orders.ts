import { dayOf } from '@shared/clock';
import type { CallContext } from '../../../src/main/shop/call';
import { paySheet } from '../../../src/main/shop/pay';
import { monthlyPay, paidMonth } from '../actions';
import { currentSchema, type Till } from '../till';
import { Violation } from '../world';
import { type Aside, type Books, hasHeld } from './books';

type Row = Readonly<Record<string, unknown>>;

const asOwner: CallContext = { session: { user: { staffId: 'owner', name: 'owner', role: 'owner' } } };

const undoOf = ({ id }: Row): string => `${id}:undo`;
const sumOf = (rows: readonly Row[]): number => rows.reduce((sum, { amount }) => sum + Number(amount), 0);

/** What is known of one order by the log alone. */
interface OrderBook {
  readonly order: Row;
  readonly deleted: boolean;
  /** Payments for it that its own customer made and that were not given back. */
  readonly advances: readonly Row[];
  /** Bills of it that nobody has voided, with what of each was paid by what had been paid before. */
  readonly bills: readonly { readonly bill: Row; readonly used: number }[];
}

/** Orders and pay, in the log and as the calls of every till tell them. */
export function checkOrders(books: Books, tills: readonly Till[], aside: readonly Aside[], isPlain: boolean): void {
  const orders = readOrders(books);
  const wages = books.rows('staff_payment');
  if (orders.length === 0 && wages.length === 0) return;
  checkReturnedOnce(books, [
    ...books.rows('order_payment'),
    ...wages.filter(({ id }) => !String(id).endsWith(':undo')),
  ]);
  for (const each of orders) checkBilled(books, each, isPlain);
  if (isPlain) checkWages(wages);
  const isHeld = aside.some(({ mutation }) => /sales_order|order_|customer|staff_payment/.test(mutation));
  for (const till of tills) {
    // What was put aside stays visible where it was done.
    if (till.schema < currentSchema || (isHeld && hasHeld(till))) continue;
    checkCustomers(till, books, orders);
    checkAdvances(till, orders);
    if (till.store.replica.state().scopes.includes('office')) checkSheets(till, wages);
  }
}

function paymentOf({ recorder }: Books, id: unknown): Row[] {
  const found = recorder.rows.get(`payment\n${id}`);
  return found ? [found.row] : [];
}

function readOrders(books: Books): OrderBook[] {
  const { recorder } = books;
  const has = (entity: string, id: string) => recorder.rows.has(`${entity}\n${id}`);
  const ties = books.rows('order_payment');
  const bills = books.rows('order_bill');
  const payments = books.rows('payment');
  return books.rows('sales_order').map((order) => ({
    order,
    deleted: recorder.rows.get(`sales_order\n${order.id}`)?.deleted !== null,
    advances: ties
      .filter((tie) => tie.order_id === order.id && !has('payment', undoOf(tie)))
      .flatMap(({ id }) => paymentOf(books, id))
      .filter(({ customer_id }) => customer_id === order.customer_id),
    bills: bills
      .filter((tie) => tie.order_id === order.id && !has('bill_void', `${tie.bill_id}:void`))
      .map((bill) => ({
        bill,
        used: sumOf(payments.filter((row) => row.bill_id === bill.bill_id && row.method === 'store_credit')),
      })),
  }));
}

/** 30: what was paid goes back once, whole, and to whoever paid it. */
function checkReturnedOnce({ recorder }: Books, paid: readonly Row[]): void {
  for (const { id } of paid) {
    for (const table of ['payment', 'staff_payment']) {
      const there = recorder.rows.get(`${table}\n${id}`)?.row;
      const back = recorder.rows.get(`${table}\n${id}:undo`)?.row;
      if (!there || !back) continue;
      const who = table === 'payment' ? 'customer_id' : 'person_id';
      if (Number(back.amount) !== -Number(there.amount) || back[who] !== there[who])
        throw new Violation('30 returned once', `${back.amount} of ${there.amount} went back for ${id}`);
    }
  }
}

/** 31: a till makes one bill of an order; two tills that made one each have told somebody. No bill uses more than was paid. */
function checkBilled(books: Books, { order, bills }: OrderBook, isPlain: boolean): void {
  const paid = sumOf(
    books
      .rows('order_payment')
      .filter((tie) => tie.order_id === order.id)
      .flatMap(({ id }) => paymentOf(books, id)),
  );
  for (const { bill, used } of bills)
    if (used > paid)
      throw new Violation('31 billed once', `${bill.bill_id} uses ${used} of ${paid} paid for ${order.number}`);
  const makers = bills.map(({ bill }) => bill.terminal_id);
  if (isPlain && new Set(makers).size < makers.length)
    throw new Violation('31 billed once', `${order.number} is two bills of one till`);
  const alerts = books.rows('alert').filter((row) => row.kind === 'order_billed_twice' && row.document_id === order.id);
  if (alerts.length < bills.length - 1)
    throw new Violation(
      '31 billed once',
      `${order.number} is ${bills.length} bills, and ${alerts.length} alerts tell of it`,
    );
}

/** 32: at every till a customer owes what the log says, and can spend what is not for an order to come. */
function checkCustomers(till: Till, books: Books, orders: readonly OrderBook[]): void {
  const khata = books.rows('party_transaction').filter(({ party_type }) => party_type === 'customer');
  for (const { id, opening_balance } of books.rows('customer')) {
    const balance = Number(opening_balance) + sumOf(khata.filter(({ party_id }) => party_id === id));
    const waiting = orders.filter(
      ({ order, deleted, bills }) =>
        order.customer_id === id && !deleted && order.stage !== 'cancelled' && bills.length === 0,
    );
    const held = waiting.reduce((sum, { advances }) => sum + sumOf(advances), 0);
    const customer = till.calls['customers.get']({ id: String(id) }, asOwner);
    if (customer instanceof Promise) throw new Error('A customer is read at once');
    if (customer.balance !== balance)
      throw new Violation('32 advances', `${id} owes ${customer.balance} at till ${till.index}, by the log ${balance}`);
    const free = Math.max(0, -(balance + held));
    if (customer.storeCredit !== free)
      throw new Violation(
        '32 advances',
        `till ${till.index} lets ${id} spend ${customer.storeCredit}, by the log ${free}`,
      );
  }
}

/** 32: an order's page has what was paid for it and not given back. */
function checkAdvances(till: Till, orders: readonly OrderBook[]): void {
  for (const { order, advances, bills } of orders) {
    const shown = till.calls['orders.get']({ id: String(order.id) }, asOwner);
    if (shown instanceof Promise) throw new Error('An order is read at once');
    const paid = bills.length > 0 ? 0 : sumOf(advances);
    if (shown.advance !== paid || shown.stage !== order.stage)
      throw new Violation(
        '32 advances',
        `${order.number} is ${shown.stage} with ${shown.advance} at till ${till.index}, by the log ${order.stage} with ${paid}`,
      );
  }
}

const standing = (wages: readonly Row[]): Row[] => {
  const ids = new Set(wages.map(({ id }) => id));
  return wages.filter((row) => !String(row.id).endsWith(':undo') && !ids.has(undoOf(row)));
};

/** 33: of what was earned each till pays as much once. Two that could not see each other may both have paid it. */
function checkWages(wages: readonly Row[]): void {
  for (const [terminal, rows] of Map.groupBy(standing(wages), ({ terminal_id }) => terminal_id)) {
    if (sumOf(rows) > monthlyPay)
      throw new Violation('33 wages', `${terminal} has paid ${sumOf(rows)} of ${monthlyPay} that were earned`);
  }
}

/** 33: every office's sheet has what was paid in its month. */
function checkSheets(till: Till, wages: readonly Row[]): void {
  const { now } = till.clock;
  const moment = { now: now(), today: dayOf(now(), timeZone), timeZone };
  const paid = paySheet(till.store, paidMonth, moment).people.find(({ id }) => id === 'cashier')?.paid ?? 0;
  const sum = sumOf(wages);
  if (paid !== sum) throw new Violation('33 wages', `${paid} were paid at till ${till.index}, by the log ${sum}`);
}

const timeZone = 'Asia/Kolkata';
