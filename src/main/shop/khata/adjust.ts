import { addDays } from '@shared/clock';
import type { HandlerInput, PartyKind, SignedIn } from '@shared/contract';
import { AppError } from '@shared/errors';
import type { ShopDeps } from '../deps';
import { openShiftId, stampOf } from '../documents';
import { cleanName } from '../text';
import { partyToWrite } from './party';

/**
 * A line of the khata that no document explains: a discount given later, a debt forgiven, what the paper book had more. It
 * moves no money. What a customer owes more by it is payable as a bill of today would be. Asking again with the same id
 * writes nothing again.
 *
 * @throws AppError `zero_payment`, `not_found`, `deleted`
 */
export function adjustKhata(
  deps: ShopDeps,
  user: SignedIn,
  kind: PartyKind,
  { entryId, id: partyId, amount, reason }: HandlerInput<'supplierKhata.adjust'>,
): null {
  const { store, settings } = deps;
  if (store.sql<[string]>('SELECT 1 FROM party_transaction WHERE id = ?').get(entryId)) return null;
  if (amount === 0) throw new AppError('zero_payment', 'Nothing corrects nothing');
  store.mutate({ name: `${kind}.adjust`, kind: 'fact', actor: user.staffId }, (m) => {
    const { creditDays } = partyToWrite(deps, kind, partyId);
    const stamp = stampOf(m, user, settings());
    const isDebt = kind === 'customer' && amount > 0;
    m.put('party_transaction', {
      id: entryId,
      party_type: kind,
      party_id: partyId,
      kind: 'adjustment',
      amount,
      document_type: null,
      document_id: null,
      due_day: isDebt ? addDays(stamp.day, creditDays ?? settings().credit_days) : null,
      note: cleanName(reason),
      ...stamp,
      shift_id: openShiftId(store, m.terminalId),
    });
  });
  return null;
}
