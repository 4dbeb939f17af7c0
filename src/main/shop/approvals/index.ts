/** What a role may not do alone: somebody who may allows it with their PIN, once. */
import type { Approver } from '@shared/contract';
import { AppError } from '@shared/errors';
import { actorOf } from '../actor';
import type { Handlers } from '../call';
import type { ShopDeps } from '../deps';
import { createLockout, noSuchPerson, readStaff, verifyPin } from '../staff';
import type { ApprovalDesk } from './desk';
import { discountLimit, isWithinRights } from './rights';

export { ApprovalDesk, approvalLastsMs, type Demand } from './desk';
export { discountLimit, isWithinRights } from './rights';

export function approvalHandlers(deps: ShopDeps, desk: ApprovalDesk): Handlers<'staff.approvers' | 'staff.approve'> {
  const { store } = deps;
  const lockout = createLockout(deps);
  return {
    'staff.approvers': (need) =>
      store
        .sql<[], Approver>(
          `SELECT id, name, role FROM staff WHERE active = 1 AND deleted_at IS NULL ORDER BY name COLLATE NOCASE, id`,
        )
        .all()
        .filter(({ role }) => isWithinRights(deps.settings(), role, need)),

    /** A wrong PIN counts as one at the lock screen does: there is one lockout per person. */
    'staff.approve': async ({ staffId, pin, ...need }, context) => {
      const { staffId: asking } = actorOf(context);
      const person = readStaff(store, staffId);
      if (person.deleted_at !== null || person.active === 0) throw noSuchPerson(staffId);
      lockout.begin(staffId);
      if (!(await verifyPin(pin, person.pin_hash))) lockout.fail(staffId);
      lockout.succeed(staffId);
      const settings = deps.settings();
      if (!isWithinRights(settings, person.role, need)) {
        if (need.action !== 'discount') {
          throw new AppError('not_allowed', `A ${person.role} may not allow this`, { role: person.role });
        }
        const limit = discountLimit(settings, person.role);
        throw new AppError('discount_limit', 'More than this role may let off', { limit, value: need.value });
      }
      return { approval: desk.grant(need, staffId, asking) };
    },
  };
}
