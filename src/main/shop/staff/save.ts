import type { HandlerInput, StaffMember } from '@shared/contract';
import { AppError } from '@shared/errors';
import { actorOf } from '../actor';
import type { CallContext } from '../call';
import type { ShopDeps } from '../deps';
import { badValue, cleanName } from '../text';
import { endPay, resumePay } from './leaving';
import { keepAnOwner, readMember, readStaff } from './members';
import { checkPinStrength, hashPin } from './pin';

type SaveStaff = HandlerInput<'staff.save'>;

/**
 * Adds or edits a person. Names are told apart, because people pick themselves by name when they sign in.
 *
 * @throws AppError `already_exists`, `pin_too_weak`, `last_owner`, `not_found`, `deleted`, `bad_value` (no PIN)
 */
export async function saveStaff(deps: ShopDeps, input: SaveStaff, context: CallContext): Promise<StaffMember> {
  const { store, ids, clock } = deps;
  const { staffId: actor } = actorOf(context);
  const name = cleanName(input.name);
  if (input.pin !== undefined) checkPinStrength(input.pin);
  const pinHash = input.pin === undefined ? undefined : await hashPin(input.pin);

  const id = input.id ?? ids.next();
  const active = input.active ? 1 : 0;
  store.mutate({ name: input.id ? 'staff.edit' : 'staff.create', kind: 'request', actor }, (m) => {
    const namesake = store
      .sql<[string, string], { id: string }>(
        'SELECT id FROM staff WHERE name = ? COLLATE NOCASE AND id <> ? AND deleted_at IS NULL',
      )
      .get(name, id);
    if (namesake) throw new AppError('already_exists', `There is a ${name} already`, { entity: 'staff', name });

    if (input.id === undefined) {
      if (pinHash === undefined) throw badValue('pin', 'A new person needs a PIN');
      m.put('staff', { id, name, role: input.role, pin_hash: pinHash, language: null, active, created_at: m.at });
      return;
    }
    const before = readStaff(store, id);
    const wasOwner = before.role === 'owner' && before.active === 1;
    if (wasOwner && (input.role !== 'owner' || !input.active)) keepAnOwner(store, id);
    const fields = { name, role: input.role, active } as const;
    if (before.deleted_at === null && before.active === 1 && !input.active) endPay(m, deps, id, actor);
    if (before.deleted_at === null && before.active === 0 && input.active) resumePay(m, deps, id, actor);
    m.set('staff', id, pinHash === undefined ? fields : { ...fields, pin_hash: pinHash });
  });

  const { user } = context.session;
  // What a person may do follows their record at once, also while they are signed in.
  if (user?.staffId === id) context.session.user = input.active ? { staffId: id, name, role: input.role } : null;
  return readMember(store, id, clock.now());
}
