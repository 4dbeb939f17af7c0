import type { CashMovement, HandlerInput, SignedIn } from '@shared/contract';
import { AppError } from '@shared/errors';
import { absMoney, type Money, negMoney } from '@shared/money';
import { queueReceipt } from '../../printing';
import type { Reads } from '../../store';
import type { ShopDeps } from '../deps';
import { shiftFor, stampOf } from '../documents';
import { cleanName } from '../text';
import { checkCash } from './cash-limit';
import { nameOf } from './report';

/**
 * Money put into the drawer or taken out of it, with its reason. Asking again with the same id answers the same entry.
 *
 * @throws AppError `zero_payment`, `cash_limit`, `shift_required`
 */
export function moveCash(deps: ShopDeps, user: SignedIn, input: HandlerInput<'shift.cash'>): CashMovement {
  const { store } = deps;
  const { entryId: id, direction, amount, reason, confirm } = input;
  const earlier = readMovement(store, id);
  if (earlier) return earlier;
  if (amount === 0) throw new AppError('zero_payment', 'Nothing is no payment');
  checkCash(deps, amount, confirm);
  store.mutate({ name: 'shift.cash', kind: 'fact', actor: user.staffId }, (m) => {
    m.put('cashbook_entry', {
      id,
      amount: direction === 'in' ? amount : negMoney(amount),
      category: direction === 'in' ? 'paid_in' : 'paid_out',
      reason: cleanName(reason),
      document_type: null,
      document_id: null,
      ...stampOf(m, user, deps.settings()),
      shift_id: shiftFor(deps),
    });
    queueReceipt(m, deps.ids, { kind: 'cash', id, label: cleanName(reason), opensDrawer: true });
  });
  const made = readMovement(store, id);
  if (!made) throw new Error('The entry went away');
  return made;
}

interface EntryRow {
  readonly amount: Money;
  readonly reason: string | null;
  readonly at: number;
  readonly staff_id: string;
}

/** A slip of money paid in or out, for its receipt; undefined when there is none of this id. */
export function readMovement(reads: Reads, id: string): CashMovement | undefined {
  const row = reads
    .sql<[string], EntryRow>(
      `SELECT amount, reason, at, staff_id FROM cashbook_entry WHERE id = ? AND category IN ('paid_in', 'paid_out')`,
    )
    .get(id);
  return (
    row && {
      id,
      direction: row.amount > 0 ? 'in' : 'out',
      amount: absMoney(row.amount),
      reason: row.reason ?? '',
      at: row.at,
      by: nameOf(reads, 'staff', row.staff_id),
    }
  );
}
