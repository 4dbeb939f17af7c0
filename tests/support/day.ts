import { type CallInput, type CallName, type CallOutput, contract } from '@shared/contract';
import { type Role, roles } from '@shared/roles';
import { ApprovalDesk, approvalHandlers } from '../../src/main/shop/approvals';
import type { CallContext, Handler, Handlers } from '../../src/main/shop/call';
import { customerHandlers } from '../../src/main/shop/customers';
import { createShopDeps } from '../../src/main/shop/deps';
import { createSales } from '../../src/main/shop/sales';
import { settingsHandlers } from '../../src/main/shop/settings';
import { shiftHandlers } from '../../src/main/shop/shift';
import { hashPin } from '../../src/main/shop/staff';
import type { Store } from '../../src/main/store';

export type DayCall =
  | Extract<CallName, `sales.${string}` | `shift.${string}` | `customers.${string}` | `settings.${string}`>
  | 'drawer.open'
  | 'staff.approve'
  | 'staff.approvers';

/** PINs of the people that `staffUp` puts into the shop. */
export const dayPins: Readonly<Record<'owner' | 'manager' | 'cashier', string>> = {
  owner: '48260517',
  manager: '59371628',
  cashier: '73518427',
};

export const personOf = (role: Role) => `00000000-0000-7000-8000-0000000000f${roles.indexOf(role)}`;

/** Somebody of each role that sells, who can be asked for a PIN. */
export async function staffUp(store: Store): Promise<void> {
  const sellers = ['owner', 'manager', 'cashier'] as const;
  const hashes = await Promise.all(sellers.map((role) => hashPin(dayPins[role])));
  store.mutate({ name: 'test.staff', kind: 'fact', actor: 'test' }, (m) => {
    sellers.forEach((role, index) => {
      const pin_hash = hashes[index] ?? '';
      m.put('staff', { id: personOf(role), name: role, role, pin_hash, language: null, active: 1, created_at: m.at });
    });
  });
}

/** A counter with all that its day needs: calls go through the contract's schemas to the real use-cases. */
export function openDay(store: Store) {
  const deps = createShopDeps(store);
  const approvals = new ApprovalDesk(deps);
  const handlers: Handlers<DayCall> = {
    ...createSales(deps, approvals).handlers,
    ...shiftHandlers(deps, approvals),
    ...customerHandlers(deps),
    ...settingsHandlers(deps),
    ...approvalHandlers(deps, approvals),
  };
  const contextOf = (role: Role): CallContext => ({
    session: { user: { staffId: personOf(role), name: role, role } },
  });
  const later = <N extends DayCall>(role: Role, name: N, input: CallInput<N>) => {
    // proof: the handler of `name`, and what its own schema made of the input
    const handler = handlers[name] as Handler<N>;
    const parsed = contract[name].input.parse(input) as Parameters<Handler<N>>[0];
    return handler(parsed, contextOf(role));
  };
  return {
    deps,
    approvals,
    later: async <N extends DayCall>(role: Role, name: N, input: CallInput<N>): Promise<CallOutput<N>> =>
      later(role, name, input),
    /** A call that answers at once. */
    call<N extends DayCall>(role: Role, name: N, input: CallInput<N>): CallOutput<N> {
      const answer = later(role, name, input);
      if (answer instanceof Promise) throw new Error(`${name} answered later`);
      return answer as CallOutput<N>; // proof: it is the answer itself, as just seen
    },
  };
}

export type DayCounter = ReturnType<typeof openDay>;
