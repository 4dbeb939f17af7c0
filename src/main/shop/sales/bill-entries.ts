import type { PricedBill } from '@shared/bill';
import type { Day } from '@shared/clock';
import type { PaymentMethod, Row } from '@shared/entities';
import { type Money, negQuantity, ZERO } from '@shared/money';
import type { Mutation } from '../../store';
import { watchLevel } from '../alerts';
import type { ShopDeps } from '../deps';
import type { Stamp } from '../documents';
import type { CartLineOfProduct } from './cart-rows';

/** A payment as it goes into the books. */
interface Tender {
  readonly method: PaymentMethod;
  readonly amount: Money;
  readonly reference?: string | undefined;
}

/** One row per tender that settled something; the cash that stays in the drawer is one entry of the cash book. */
export function putPayments(
  m: Mutation,
  stamp: Stamp,
  bill: Row<'bill'>,
  priced: PricedBill,
  tenders: readonly Tender[],
): void {
  tenders.forEach(({ method, amount, reference }, index) => {
    if (amount === 0) return;
    m.put('payment', {
      id: `${bill.id}:p${index + 1}`,
      bill_id: bill.id,
      return_id: null,
      void_id: null,
      customer_id: bill.customer_id,
      method,
      amount: priced.payments[index]?.kept ?? ZERO,
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

/** Every counted line out of stock, and whoever is to hear of it. */
export function putBillMovements(
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

/** What the customer owes for it, and the store credit that they paid with. */
export function putKhata(
  m: Mutation,
  stamp: Stamp,
  bill: Row<'bill'>,
  { storeCredit, dueDay }: { readonly storeCredit: Money; readonly dueDay: Day | null },
): void {
  const put = (suffix: 'due' | 'credit', amount: Money, due_day: Day | null) => {
    if (amount === 0 || bill.customer_id === null) return;
    m.put('party_transaction', {
      id: `${bill.id}:${suffix}`,
      party_type: 'customer',
      party_id: bill.customer_id,
      kind: 'bill',
      amount,
      document_type: 'bill',
      document_id: bill.id,
      due_day,
      note: null,
      ...stamp,
      shift_id: bill.shift_id,
    });
  };
  put('due', bill.due, dueDay);
  put('credit', storeCredit, null);
}
