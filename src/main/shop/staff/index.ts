/** The people of the shop: who may sign in, with which PIN, as what. */
import { AppError } from '@shared/errors';
import { actorOf } from '../actor';
import type { Handlers } from '../call';
import type { ShopDeps } from '../deps';
import { type AppInfo, shopStatus } from '../status';
import { endPay, resumePay } from './leaving';
import { createLockout } from './lockout';
import { keepAnOwner, listMembers, noSuchPerson, readStaff } from './members';
import { verifyPin } from './pin';
import { rememberPresence } from './presence';
import { saveStaff } from './save';

export { createLockout } from './lockout';
export { noSuchPerson, readStaff } from './members';
export { checkPinStrength, hashPin, verifyPin } from './pin';
export { presenceLastsMs, rememberPresence, stillPresent } from './presence';

type Calls = `staff.${'list' | 'signIn' | 'signOut' | 'save' | 'remove' | 'restore'}`;

export function staffHandlers(deps: ShopDeps, app: AppInfo): Handlers<Calls> {
  const { store, clock } = deps;
  const lockout = createLockout(deps);
  return {
    /** Before anyone has signed in, only those who can: the others are nobody's business at the lock screen. */
    'staff.list': (_input, { session }) => {
      const members = listMembers(store, clock.now());
      return session.user ? members : members.filter((member) => member.active);
    },

    'staff.signIn': async ({ staffId, pin }, { session }) => {
      const person = readStaff(store, staffId);
      if (person.deleted_at !== null || person.active === 0) throw noSuchPerson(staffId);
      lockout.begin(staffId);
      if (!(await verifyPin(pin, person.pin_hash))) lockout.fail(staffId);
      lockout.succeed(staffId);
      session.user = { staffId, name: person.name, role: person.role };
      rememberPresence(store, session.user, clock.now());
      return shopStatus(deps, app, session);
    },

    'staff.signOut': (_input, { session }) => {
      session.user = null;
      rememberPresence(store, null, clock.now());
      return shopStatus(deps, app, session);
    },

    'staff.save': (input, context) => saveStaff(deps, input, context),

    'staff.remove': ({ id }, context) => {
      const { staffId } = actorOf(context);
      store.mutate({ name: 'staff.remove', kind: 'request', actor: staffId }, (m) => {
        const person = readStaff(store, id);
        if (person.role === 'owner' && person.active === 1 && person.deleted_at === null) keepAnOwner(store, id);
        if (person.deleted_at === null && person.active === 1) endPay(m, deps, id, staffId);
        m.del('staff', id);
      });
      if (context.session.user?.staffId === id) {
        context.session.user = null;
        rememberPresence(store, null, clock.now());
      }
      return null;
    },

    'staff.restore': ({ id }, context) => {
      const { staffId } = actorOf(context);
      store.mutate({ name: 'staff.restore', kind: 'request', actor: staffId }, (m) => {
        const { name, deleted_at, active } = readStaff(store, id);
        const namesake = listMembers(store, m.at).some((member) => member.name.toLowerCase() === name.toLowerCase());
        if (namesake) throw new AppError('already_exists', `There is a ${name} already`, { entity: 'staff', name });
        m.undel('staff', id);
        if (deleted_at === null || active === 0) return;
        endPay(m, deps, id, staffId, deleted_at);
        resumePay(m, deps, id, staffId);
      });
      return null;
    },
  };
}
