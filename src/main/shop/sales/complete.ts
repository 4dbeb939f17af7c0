import type { PricedBill } from '@shared/bill';
import { addDays, type Day, isDay } from '@shared/clock';
import type { Completed, HandlerInput, SignedIn } from '@shared/contract';
import type { Row } from '@shared/entities';
import { AppError } from '@shared/errors';
import { addMoney, minMoney, negMoney, subMoney, ZERO } from '@shared/money';
import { queueReceipt } from '../../printing';
import type { Mutation } from '../../store';
import type { ApprovalDesk } from '../approvals';
import type { ShopDeps } from '../deps';
import { shiftFor, stampOf, takeNumber } from '../documents';
import { badValue } from '../text';
import { putBillMovements, putKhata, putPayments } from './bill-entries';
import { amountColumns, billParts, settingColumns } from './bill-row';
import { type BillCustomer, billCustomer } from './cart-customer';
import { readExchange } from './cart-exchange';
import { priceCart, priceWithCredit } from './cart-pricing';
import { deleteCart, insertOpenCart, readCartLines, readOpenCart } from './cart-rows';
import type { CartTerms } from './cart-terms';
import { completedOf, noteCompleted, readCompleted } from './completed';
import { issueCreditNote } from './credit-note';
import { noteOrderBilled, orderToPay, refuseChangedOrder } from './order-bill';
import { creditLeft } from './refund';
import { settingsOf } from './return';
import { priceReturned, type Returned } from './returned-goods';
import type { TaxRates } from './tax-rates';
import { checkCreditLimit, checkDue, checkStoreCredit, splitTenders, type TenderInput } from './tender';

/** What completing a sale stands on. */
export interface SaleDesk {
  readonly deps: ShopDeps;
  readonly rates: TaxRates;
  readonly terms: CartTerms;
  readonly approvals: ApprovalDesk;
}

/**
 * The sale. One transaction: bill with lines and taxes, document number, payments, stock movements and levels, cash
 * movement, khata, alerts with their notices, outbox, and an empty cart; with an exchange its credit note and refund too.
 * When it returns, all of it is on the disk; if the process dies before, nothing of it is.
 *
 * Asking again for the same cart (a second Enter, an answer that got lost) answers what the first call answered. The bill's
 * id is made here and is not the cart's: a copy of the shop's file has the same cart, and what it sells is another sale.
 * A sale is never refused for stock.
 *
 * @throws AppError `cart_changed`, `cart_empty`, `not_enough_paid`, `overpaid`, `zero_payment`, `cash_limit`,
 *   `customer_required`, `credit_limit`, `store_credit_short`, `due_day`, `shift_required`, `approval_required`,
 *   `approval_invalid`, `bad_bill`; for an exchange those of a return; of an order `order_billed`, `order_closed`,
 *   `order_customer`, `order_changed`
 */
export function completeSale(desk: SaleDesk, user: SignedIn, input: HandlerInput<'sales.complete'>): Completed {
  const { deps, approvals } = desk;
  return (
    readCompleted(deps.store, input.cartId) ??
    approvals.during(
      () =>
        deps.store.mutate({ name: 'sale.complete', kind: 'fact', actor: user.staffId }, (m) =>
          complete(m, desk, user, input),
        ).value,
    )
  );
}

function complete(m: Mutation, desk: SaleDesk, user: SignedIn, input: HandlerInput<'sales.complete'>): Completed {
  const { deps, approvals } = desk;
  const { store } = deps;
  const { cartId, approvals: tokens, confirm } = input;
  const settings = deps.settings();
  const cart = readOpenCart(store);
  if (cart?.id !== cartId || cart.revision !== input.revision) {
    throw new AppError('cart_changed', 'The bill is not what was on the screen', { revision: cart?.revision ?? 0 });
  }
  const lines = readCartLines(store, cartId);
  if (lines.length === 0) throw new AppError('cart_empty', 'There is nothing on the bill');
  const customer = cart.customer_id === null ? null : billCustomer(store, cart.customer_id);
  const stamp = stampOf(m, user, settings);
  const shift_id = shiftFor(deps);

  const back = readExchange(store, cartId);
  const returned = back && priceReturned(store, back.billId, back.lines);
  const credit = returned ? creditLeft(store, returned.priced.total, returned.bill.header) : ZERO;
  const toPrice = { cart, lines, customer, at: m.at };
  const order = cart.order_id === null ? null : orderToPay(store, cart.order_id, customer?.id ?? null);
  if (order) refuseChangedOrder(store, cartId, order);
  const asked = priceWithCredit(settings, desk.rates, toPrice, addMoney(credit, order?.advance ?? ZERO));
  const exchanged = minMoney(credit, asked.total);
  const advance = minMoney(order?.advance ?? ZERO, subMoney(asked.total, exchanged));
  const before = [
    { method: 'exchange', amount: exchanged } as const,
    { method: 'store_credit', amount: advance } as const,
  ].filter(({ amount }) => amount > 0);
  const paidBy = (tenders: readonly TenderInput[]) => [...before, ...tenders];
  const dueAfter = (tenders: readonly TenderInput[]) =>
    priceCart(settings, desk.rates, { ...toPrice, payments: paidBy(tenders) }).due;
  const tendered = splitTenders(deps, input.payments, confirm, asked.cashDue === 0, dueAfter);
  const tenders = paidBy(tendered.now);
  const priced = priceCart(settings, desk.rates, { ...toPrice, payments: tenders });

  checkDue(priced.due, tendered.onAccount, customer);
  checkStoreCredit(store, tendered.storeCredit, customer);
  const storeCredit = addMoney(tendered.storeCredit, advance);
  desk.terms.checkDiscounts(m, user, cart, lines, tokens);
  if (customer) {
    const over = { cartId, customer, due: priced.due, storeCredit, advance: order?.advance ?? ZERO, tokens, confirm };
    checkCreditLimit(m, deps, approvals, user, over);
  }

  const bill: Row<'bill'> = {
    id: deps.ids.next(),
    ...takeNumber(m, deps.terminal().series, stamp.day),
    ...stamp,
    shift_id,
    customer_id: customer?.id ?? null,
    customer_name: customer?.name ?? null,
    ...settingColumns(priced),
    ...amountColumns(priced),
    cash_rounding: priced.cashRounding,
    paid: priced.paid,
    change_given: priced.change,
    due: priced.due,
    note: cart.note,
    cart_id: cartId,
    ...billParts(lines, priced),
  };
  m.put('bill', bill);
  putPayments(m, stamp, bill, priced, tenders);
  putBillMovements(m, deps, stamp, bill, lines);
  putKhata(m, stamp, bill, {
    storeCredit,
    dueDay: bill.due > 0 ? dueDay(deps, stamp.day, customer, input.dueDay) : null,
  });
  if (back && returned) {
    const document = { type: 'cart', id: cartId };
    const need = { action: 'return', subject: back.billId, value: negMoney(returned.priced.total) } as const;
    approvals.demand(m, user, { ...need, document, tokens, facts: { number: returned.bill.header.number } });
  }
  const note =
    back && returned ? takeBack(m, desk, user, { returned, bill, exchanged, reason: back.reason, input }) : null;
  if (order) noteOrderBilled(m, stamp, order, bill.id);
  noteCompleted(m, cartId, bill.id);
  deleteCart(m, cartId);
  insertOpenCart(m, { id: deps.ids.next(), staffId: user.staffId, at: m.at });
  m.touch('cart', [cartId]);
  const drawer = priced.cashKept > 0 || priced.change > 0 || (note?.cash ?? ZERO) > 0;
  queueReceipt(m, deps.ids, { kind: 'bill', id: bill.id, label: bill.number, opensDrawer: drawer });
  if (note)
    queueReceipt(m, deps.ids, { kind: 'return', id: note.note.id, label: note.note.number, opensDrawer: false });
  return completedOf(bill, {
    drawer,
    creditNote: note && {
      id: note.note.id,
      number: note.note.number,
      total: note.note.total,
      exchanged,
      refunded: note.refunded,
      refundedBy: note.refunded === ZERO ? null : input.refund,
    },
  });
}

interface Exchange {
  readonly returned: Returned;
  readonly bill: Row<'bill'>;
  readonly exchanged: PricedBill['total'];
  readonly reason: string;
  readonly input: Pick<HandlerInput<'sales.complete'>, 'refund'>;
}

/** The credit note of an exchange: first it pays for the new goods, the rest goes back. */
function takeBack(
  m: Mutation,
  { deps }: SaleDesk,
  user: SignedIn,
  { returned, bill, exchanged, reason, input }: Exchange,
) {
  const { header } = returned.bill;
  // A bill of nobody becomes the account of whoever takes the new goods.
  const customerId = header.customer_id ?? bill.customer_id;
  const name = header.customer_id === null ? bill.customer_name : header.customer_name;
  return issueCreditNote(m, deps, user, {
    id: deps.ids.next(),
    bill: header,
    customer: customerId === null ? null : { id: customerId, name: name ?? '' },
    settings: settingsOf(header),
    priced: returned.priced,
    goods: returned.goods,
    reason,
    refund: input.refund,
    exchange: { billId: bill.id, amount: exchanged },
  });
}

/** @throws AppError `bad_value`, `due_day` for one that is over */
function dueDay(deps: ShopDeps, today: Day, customer: BillCustomer | null, wanted: string | undefined): Day {
  if (wanted === undefined) return addDays(today, customer?.credit_days ?? deps.settings().credit_days);
  if (!isDay(wanted)) throw badValue('dueDay', `No day ${wanted}`);
  if (wanted < today) throw new AppError('due_day', 'A due is paid today or later', { day: wanted, today });
  return wanted;
}
