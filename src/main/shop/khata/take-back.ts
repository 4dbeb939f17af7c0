import type { HandlerInput, PartyKind, SignedIn } from '@shared/contract';
import type { MoneyMethod } from '@shared/entities';
import { AppError } from '@shared/errors';
import { type Money, negMoney } from '@shared/money';
import { queueDrawer } from '../../printing';
import type { Mutation } from '../../store';
import type { ShopDeps } from '../deps';
import { stampOf } from '../documents';
import { cleanName } from '../text';
import { putMoney, shiftOf } from './money';
import { readParty } from './party';

interface Paid {
  readonly party: string;
  readonly method: MoneyMethod;
  readonly amount: Money;
  readonly reference: string | null;
}

/** Payments of a khata, never those of a bill. */
const selects: Readonly<Record<PartyKind, string>> = {
  customer: `SELECT customer_id AS party, method, amount, reference FROM payment
    WHERE id = ? AND amount > 0 AND bill_id IS NULL AND return_id IS NULL AND void_id IS NULL AND customer_id IS NOT NULL`,
  supplier: `SELECT supplier_id AS party, method, amount, reference FROM supplier_payment WHERE id = ? AND amount > 0`,
};

/**
 * Takes a payment back by its exact negative: facts are never edited. The money goes the other way by the method by which
 * it came, today and through this till's drawer. The id follows from the payment's, so that of two tills which do it only
 * one has done it.
 *
 * @throws AppError `not_found`, `already_reversed`, `shift_required` for cash without an open shift
 */
export function takeBackPayment(
  deps: ShopDeps,
  user: SignedIn,
  kind: PartyKind,
  input: HandlerInput<'supplierKhata.takeBack'>,
): null {
  deps.store.mutate({ name: `${kind}.take_back`, kind: 'fact', actor: user.staffId }, (m) =>
    takeBack(m, deps, user, kind, input),
  );
  return null;
}

/** The same in a mutation that does more. */
export function takeBack(
  m: Mutation,
  deps: ShopDeps,
  user: SignedIn,
  kind: PartyKind,
  { paymentId, reason }: HandlerInput<'supplierKhata.takeBack'>,
): void {
  const { store } = deps;
  const id = `${paymentId}:undo`;
  const paid = store.sql<[string], Paid>(selects[kind]).get(paymentId);
  if (!paid) throw new AppError('not_found', `No payment ${paymentId}`, { entity: 'payment', id: paymentId });
  if (store.sql<[string]>('SELECT 1 FROM party_transaction WHERE id = ?').get(`${id}:paid`)) {
    throw new AppError('already_reversed', 'The payment was taken back');
  }
  const { method, reference } = paid;
  const party = readParty(deps, kind, paid.party);
  const stamp = { ...stampOf(m, user, deps.settings()), shift_id: shiftOf(deps, method) };
  const amount = negMoney(paid.amount);
  if (kind === 'supplier')
    m.put('supplier_payment', { id, supplier_id: party.id, method, amount, reference, ...stamp });
  else {
    const of = { bill_id: null, return_id: null, void_id: null, customer_id: party.id };
    m.put('payment', { id, ...of, method, amount, tendered: amount, reference, ...stamp });
  }
  const note = cleanName(reason);
  putMoney(m, stamp, { party, paymentId: id, kind: 'payment_back', owed: paid.amount, method, note });
  if (method !== 'cash') return;
  queueDrawer(m, deps.ids, { documentId: id, label: party.name, staffId: user.staffId, at: m.at });
}
