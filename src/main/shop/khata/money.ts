import type { PartyKind } from '@shared/contract';
import type { CashCategory, MoneyMethod } from '@shared/entities';
import { AppError } from '@shared/errors';
import { type Money, negMoney } from '@shared/money';
import type { Mutation } from '../../store';
import type { ShopDeps } from '../deps';
import { openShiftId, type Stamp } from '../documents';
import type { Party } from './party';

/** Money that changes hands between the shop and somebody with a khata. */
export interface KhataMoney {
  readonly party: Pick<Party, 'kind' | 'id'>;
  /** The payment's own record. */
  readonly paymentId: string;
  readonly kind: 'payment' | 'payment_back';
  /** What it does to what is owed: below zero for a payment, above for one that is taken back. */
  readonly owed: Money;
  readonly method: MoneyMethod;
  readonly note: string | null;
}

const documents: Readonly<Record<PartyKind, string>> = { customer: 'payment', supplier: 'supplier_payment' };
const categories: Readonly<Record<PartyKind, CashCategory>> = { customer: 'due_received', supplier: 'supplier_paid' };

/**
 * The one way by which such money gets into the books: a line of the khata and, of cash, an entry of the drawer. What a
 * customer owes less of is in the drawer; what the shop owes a supplier less of has left it.
 */
export function putMoney(m: Mutation, stamp: Stamp & { readonly shift_id: string | null }, money: KhataMoney): void {
  const { party, paymentId, kind, owed, method, note } = money;
  const document = { document_type: documents[party.kind], document_id: paymentId };
  m.put('party_transaction', {
    id: `${paymentId}:paid`,
    party_type: party.kind,
    party_id: party.id,
    kind,
    amount: owed,
    ...document,
    due_day: null,
    note,
    ...stamp,
  });
  if (method !== 'cash') return;
  m.put('cashbook_entry', {
    id: `${paymentId}:cash`,
    amount: party.kind === 'customer' ? negMoney(owed) : owed,
    category: categories[party.kind],
    reason: null,
    ...document,
    ...stamp,
  });
}

/**
 * The shift whose drawer it goes through. Cash that leaves a drawer leaves one that somebody counts; what goes by card or
 * bank belongs to the open shift where there is one.
 *
 * @throws AppError `shift_required` for cash without an open shift at this till
 */
export function shiftOf({ store }: Pick<ShopDeps, 'store'>, method: MoneyMethod): string | null {
  const id = openShiftId(store, store.terminalId);
  if (id === null && method === 'cash') throw new AppError('shift_required', 'Cash needs an open shift');
  return id;
}
