import type { PricedBill } from '@shared/bill';
import type { Completed, HandlerInput, SignedIn } from '@shared/contract';
import type { Row } from '@shared/entities';
import { AppError } from '@shared/errors';
import { negQuantity, ZERO } from '@shared/money';
import type { Mutation, Reads } from '../../store';
import { watchLevel } from '../alerts';
import type { ShopDeps } from '../deps';
import { amountColumns, billLine, settingColumns, taxRows } from './bill-row';
import { type BillCustomer, billCustomer } from './cart-customer';
import { priceCart } from './cart-pricing';
import { type CartLineOfProduct, deleteCart, insertOpenCart, readCartLines, readOpenCart } from './cart-rows';
import { takeNumber } from './numbers';
import { type Stamp, stampOf } from './stamp';
import type { TaxRates } from './tax-rates';
import { checkDue, splitTenders, type TenderInput } from './tender';

/**
 * The sale. One transaction: bill with lines and taxes, document number, payments, stock movements and levels, cash
 * movement, khata, alerts with their notices, outbox, and an empty cart. When it returns, all of it is on the disk; if
 * the process dies before, nothing of it is.
 *
 * The bill takes over the cart's id, so asking again (a second Enter, an answer that got lost) finds the bill and answers
 * what the first call answered. A sale is never refused for stock.
 *
 * @throws AppError `cart_changed`, `cart_empty`, `not_enough_paid`, `overpaid`, `customer_required`, `credit_limit`,
 *   `bad_bill`
 */
export function completeSale(
  deps: ShopDeps,
  rates: TaxRates,
  user: SignedIn,
  { cartId, revision, payments }: HandlerInput<'sales.complete'>,
): Completed {
  const { store } = deps;
  const earlier = readCompleted(store, cartId);
  if (earlier) return earlier;
  const settings = deps.settings();
  const { series } = deps.terminal();
  const tendered = splitTenders(payments);

  const sale = store.mutate({ name: 'sale.complete', kind: 'fact', actor: user.staffId }, (m): Completed => {
    const cart = readOpenCart(store);
    if (cart?.id !== cartId || cart.revision !== revision) {
      throw new AppError('cart_changed', 'The bill is not what was on the screen', { revision: cart?.revision ?? 0 });
    }
    const lines = readCartLines(store, cartId);
    if (lines.length === 0) throw new AppError('cart_empty', 'There is nothing on the bill');
    const customer = cart.customer_id === null ? null : billCustomer(store, cart.customer_id);
    const priced = priceCart(settings, rates, { cart, lines, customer, at: m.at, payments: tendered.now });
    checkDue(store, priced.due, tendered.onAccount, customer);

    const stamp = stampOf(m, user, settings);
    const bill: Row<'bill'> = {
      id: cartId,
      ...takeNumber(m, series, stamp.day),
      ...stamp,
      shift_id: null,
      customer_id: customer?.id ?? null,
      customer_name: customer?.name ?? null,
      ...settingColumns(priced),
      ...amountColumns(priced),
      cash_rounding: priced.cashRounding,
      paid: priced.paid,
      change_given: priced.change,
      due: priced.due,
      note: cart.note,
      ...billParts(lines, priced),
    };
    m.put('bill', bill);
    putPayments(m, stamp, bill, priced, tendered.now);
    moveStock(m, deps, stamp, bill, lines);
    putOnAccount(m, stamp, bill, customer);
    deleteCart(m, cartId);
    insertOpenCart(m, { id: deps.ids.next(), staffId: user.staffId, at: m.at });
    m.touch('cart', [cartId]);
    return completedOf(bill);
  });
  return sale.value;
}

const completedColumns = 'id, number, total, paid, change_given, due';
type CompletedRow = Pick<Row<'bill'>, 'id' | 'number' | 'total' | 'paid' | 'change_given' | 'due'>;

function readCompleted(reads: Reads, id: string): Completed | undefined {
  const row = reads.sql<[string], CompletedRow>(`SELECT ${completedColumns} FROM bill WHERE id = ?`).get(id);
  return row && completedOf(row);
}

function completedOf(bill: CompletedRow): Completed {
  const { id, number, total, paid, change_given, due } = bill;
  return { billId: id, number, total, paid, change: change_given, due };
}

function billParts(lines: readonly CartLineOfProduct[], priced: PricedBill): Pick<Row<'bill'>, 'lines' | 'taxes'> {
  const rows: Row<'bill'>['lines'][number][] = [];
  const taxes: Row<'bill'>['taxes'][number][] = [];
  lines.forEach((line, index) => {
    const amounts = priced.lines[index];
    if (!amounts) throw new Error(`Line ${line.line_no} has no price`);
    rows.push(billLine(line, amounts, index + 1));
    taxes.push(...taxRows(amounts.components, index + 1));
  });
  return { lines: rows, taxes };
}

/** One row per tender that settled something; the cash that stays in the drawer is one entry of the cash book. */
function putPayments(
  m: Mutation,
  stamp: Stamp,
  bill: Row<'bill'>,
  priced: PricedBill,
  tenders: readonly TenderInput[],
): void {
  tenders.forEach(({ method, amount, reference }, index) => {
    const kept = priced.payments[index]?.kept ?? ZERO;
    if (amount === 0) return;
    m.put('payment', {
      id: `${bill.id}:p${index + 1}`,
      bill_id: bill.id,
      return_id: null,
      customer_id: bill.customer_id,
      method,
      amount: kept,
      tendered: amount,
      reference: reference ?? null,
      ...stamp,
      shift_id: bill.shift_id,
    });
  });
  if (priced.cashKept === 0) return;
  m.put('cashbook_entry', {
    id: `${bill.id}:cash`,
    amount: priced.cashKept,
    category: 'sale',
    reason: null,
    document_type: 'bill',
    document_id: bill.id,
    ...stamp,
    shift_id: bill.shift_id,
  });
}

function moveStock(
  m: Mutation,
  deps: ShopDeps,
  stamp: Stamp,
  bill: Row<'bill'>,
  cartLines: readonly CartLineOfProduct[],
): void {
  const cause = { documentType: 'bill', documentId: bill.id };
  cartLines.forEach((cartLine, index) => {
    const line = bill.lines[index];
    if (!line || cartLine.track_stock === 0) return;
    const level = m.move({
      id: `${bill.id}:${line.line_no}`,
      product_id: cartLine.product_id,
      quantity: negQuantity(line.stock_quantity),
      reason: 'sale',
      document_type: cause.documentType,
      document_id: cause.documentId,
      line_no: line.line_no,
      note: null,
      ...stamp,
    });
    watchLevel(m, deps, { ...cartLine, id: cartLine.product_id }, level, cause);
  });
}

function putOnAccount(m: Mutation, stamp: Stamp, bill: Row<'bill'>, customer: BillCustomer | null): void {
  if (bill.due === 0 || !customer) return;
  m.put('party_transaction', {
    id: `${bill.id}:due`,
    party_type: 'customer',
    party_id: customer.id,
    kind: 'bill',
    amount: bill.due,
    document_type: 'bill',
    document_id: bill.id,
    due_day: null,
    note: null,
    ...stamp,
    shift_id: bill.shift_id,
  });
}
