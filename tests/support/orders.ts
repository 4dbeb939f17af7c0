import type { CallInput, CallName, CallOutput } from '@shared/contract';
import { contract } from '@shared/contract';
import type { Role } from '@shared/roles';
import { ApprovalDesk, approvalHandlers } from '../../src/main/shop/approvals';
import type { Handler, Handlers } from '../../src/main/shop/call';
import { customerHandlers } from '../../src/main/shop/customers';
import { createShopDeps } from '../../src/main/shop/deps';
import { khataHandlers } from '../../src/main/shop/khata';
import { orderHandlers } from '../../src/main/shop/orders';
import { createSales } from '../../src/main/shop/sales';
import { settingsHandlers } from '../../src/main/shop/settings';
import { shiftHandlers } from '../../src/main/shop/shift';
import type { Store } from '../../src/main/store';
import { personOf } from './day';
import { nowhere } from './khata';

type OrderCall =
  | Extract<
      CallName,
      | `orders.${string}`
      | `sales.${string}`
      | `shift.${string}`
      | `customers.${string}`
      | `customerKhata.${string}`
      | `settings.${string}`
    >
  | 'drawer.open'
  | 'staff.approve'
  | 'staff.approvers';

/** A counter that takes orders: calls go through the contract's schemas to the real use-cases. */
export function openOrders(store: Store, opened: string[] = []) {
  const deps = createShopDeps(store);
  const approvals = new ApprovalDesk(deps);
  const sales = createSales(deps, approvals);
  const openExternal = async (url: string) => {
    opened.push(url);
  };
  const handlers: Handlers<OrderCall> = {
    ...sales.handlers,
    ...orderHandlers(deps, approvals, sales, { openExternal }),
    ...shiftHandlers(deps, approvals),
    ...customerHandlers(deps),
    ...khataHandlers(deps, nowhere),
    ...settingsHandlers(deps),
    ...approvalHandlers(deps, approvals),
  };
  const later = <N extends OrderCall>(name: N, input: CallInput<N>, role: Role = 'owner') => {
    // proof: the handler of `name`, and what its own schema made of the input
    const handler = handlers[name] as Handler<N>;
    const parsed = contract[name].input.parse(input) as Parameters<Handler<N>>[0];
    return handler(parsed, { session: { user: { staffId: personOf(role), name: role, role } } });
  };
  return {
    deps,
    later: async <N extends OrderCall>(name: N, input: CallInput<N>, role?: Role): Promise<CallOutput<N>> =>
      later(name, input, role),
    /** A call that answers at once. */
    call<N extends OrderCall>(name: N, input: CallInput<N>, role?: Role): CallOutput<N> {
      const answer = later(name, input, role);
      if (answer instanceof Promise) throw new Error(`${name} answered later`);
      return answer as CallOutput<N>; // proof: it is the answer itself, as just seen
    },
  };
}

export type OrderCounter = ReturnType<typeof openOrders>;
