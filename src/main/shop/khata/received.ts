import type { HandlerInput, SignedIn } from '@shared/contract';
import type { Row } from '@shared/entities';
import { type Money, negMoney } from '@shared/money';
import { queueReceipt } from '../../printing';
import type { Mutation } from '../../store';
import type { ShopDeps } from '../deps';
import { openShiftId, shiftFor, stampOf } from '../documents';
import { putMoney } from './money';
import type { Party } from './party';

interface Received {
  /** Of the payment. */
  readonly id: string;
  readonly party: Party;
  /** Above zero. */
  readonly amount: Money;
  readonly method: HandlerInput<'customers.receive'>['method'];
  readonly reference: string | undefined;
  readonly note: Row<'party_transaction'>['note'];
}

/**
 * Money from a customer that is for no bill, dues or an advance: the payment, a line of the khata, of cash an entry of the
 * drawer, and its receipt. Cash comes in as that of a sale does: where the shop sells with an open shift only, it needs
 * one. What goes by card, UPI or bank needs none.
 *
 * @throws AppError `shift_required`
 */
export function putReceived(m: Mutation, deps: ShopDeps, user: SignedIn, received: Received): void {
  const { id, party, amount, method, reference, note } = received;
  const { store } = deps;
  const shift_id = method === 'cash' ? shiftFor(deps) : openShiftId(store, store.terminalId);
  const stamp = { ...stampOf(m, user, deps.settings()), shift_id };
  m.put('payment', {
    id,
    bill_id: null,
    return_id: null,
    void_id: null,
    customer_id: party.id,
    method,
    amount,
    tendered: amount,
    reference: reference ?? null,
    ...stamp,
  });
  putMoney(m, stamp, { party, paymentId: id, kind: 'payment', owed: negMoney(amount), method, note });
  queueReceipt(m, deps.ids, { kind: 'payment', id, label: party.name, opensDrawer: method === 'cash' });
}
