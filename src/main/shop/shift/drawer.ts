import type { HandlerInput, SignedIn } from '@shared/contract';
import { queueDrawer } from '../../printing';
import type { ApprovalDesk } from '../approvals';
import type { ShopDeps } from '../deps';
import { openShiftId, stampOf } from '../documents';
import { cleanName } from '../text';

/**
 * Puts on record that the drawer is opened without a sale; whoever drives the drawer hears of it after the commit. Asking
 * again with the same id opens nothing again.
 *
 * @throws AppError `approval_required`, `approval_invalid`
 */
export function openDrawer(
  deps: ShopDeps,
  approvals: ApprovalDesk,
  user: SignedIn,
  { openingId: id, reason, approval }: HandlerInput<'drawer.open'>,
): { id: string } {
  const { store } = deps;
  if (store.sql<[string]>('SELECT 1 FROM drawer_opening WHERE id = ?').get(id)) return { id };
  approvals.during(() =>
    store.mutate({ name: 'drawer.open', kind: 'fact', actor: user.staffId }, (m) => {
      const document = { type: 'drawer_opening', id };
      const facts = { reason: cleanName(reason) };
      approvals.demand(m, user, { action: 'drawer', subject: id, value: 0, document, tokens: [approval], facts });
      m.put('drawer_opening', {
        id,
        reason: cleanName(reason),
        document_type: null,
        document_id: null,
        ...stampOf(m, user, deps.settings()),
        shift_id: openShiftId(store, m.terminalId),
      });
      queueDrawer(m, deps.ids, { documentId: id, label: cleanName(reason), staffId: user.staffId, at: m.at });
    }),
  );
  return { id };
}
