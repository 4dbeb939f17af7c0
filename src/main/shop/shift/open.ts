import type { HandlerInput, OpenShift, SignedIn } from '@shared/contract';
import { AppError } from '@shared/errors';
import type { ShopDeps } from '../deps';
import { openShift, type ShiftRow, stampOf } from '../documents';
import { cleanText } from '../text';
import { checkCash } from './cash-limit';
import { isClosed, nameOf } from './report';

/**
 * Opens this terminal's shift with what lies in the drawer. Asking again with the same id answers the same shift.
 *
 * @throws AppError `shift_open` when another is, `shift_closed` when this one was and is over, `cash_limit`
 */
export function openNewShift(
  deps: ShopDeps,
  user: SignedIn,
  { shiftId: id, float, note, confirm }: HandlerInput<'shift.open'>,
): OpenShift {
  const { store } = deps;
  checkCash(deps, float, confirm);
  const already = openShift(store, store.terminalId);
  if (already?.id === id) return viewOpen(deps, already);
  store.mutate({ name: 'shift.open', kind: 'fact', actor: user.staffId }, (m) => {
    if (isClosed(store, id)) throw new AppError('shift_closed', 'This shift is over', { id });
    const open = openShift(store, m.terminalId);
    if (open) {
      const params = { id: open.id, by: nameOf(store, 'staff', open.staff_id) };
      throw new AppError('shift_open', 'A shift is open at this terminal', params);
    }
    const stamp = stampOf(m, user, deps.settings());
    m.put('cash_shift', { id, opening_float: float, note: cleanText(note ?? null), ...stamp });
    if (float === 0) return;
    m.put('cashbook_entry', {
      id: `${id}:float`,
      amount: float,
      category: 'float',
      reason: null,
      document_type: 'cash_shift',
      document_id: id,
      ...stamp,
      shift_id: id,
    });
  });
  const opened = openShift(store, store.terminalId);
  if (!opened) throw new Error('The shift went away');
  return viewOpen(deps, opened);
}

export function viewOpen({ store }: Pick<ShopDeps, 'store'>, shift: ShiftRow): OpenShift {
  return {
    id: shift.id,
    openedAt: shift.at,
    by: nameOf(store, 'staff', shift.staff_id),
    float: shift.opening_float,
  };
}
