import { addDays } from '@shared/clock';
import type { HandlerInput, PartyKind, SignedIn } from '@shared/contract';
import type { Row } from '@shared/entities';
import { AppError } from '@shared/errors';
import type { ShopDeps } from '../deps';
import { openShiftId, stampOf } from '../documents';
import { badValue, cleanName } from '../text';
import { partyToWrite } from './party';

type Earlier = Pick<Row<'party_transaction'>, 'party_type' | 'party_id' | 'kind' | 'amount'>;

/**
 * A line of the khata that no document explains: a discount given later, a debt forgiven, what the paper book had more. It
 * moves no money. What a customer owes more by it is payable as a bill of today would be. Asking again with the same id
 * writes nothing again.
 *
 * @throws AppError `zero_payment`, `not_found`, `deleted`; `bad_value` for an id under which something else is written
 */
export function adjustKhata(
  deps: ShopDeps,
  user: SignedIn,
  kind: PartyKind,
  { entryId, id: partyId, amount, reason }: HandlerInput<'supplierKhata.adjust'>,
): null {
  const { store, settings } = deps;
  const earlier = store
    .sql<[string], Earlier>('SELECT party_type, party_id, kind, amount FROM party_transaction WHERE id = ?')
    .get(entryId);
  if (earlier) {
    const isSame = earlier.party_type === kind && earlier.party_id === partyId && earlier.amount === amount;
    if (isSame && earlier.kind === 'adjustment') return null;
    throw badValue('entryId', 'Something else is written under this id');
  }
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
