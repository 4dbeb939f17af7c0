import type { CallInput, CallName, CallOutput } from '@shared/contract';
import { contract } from '@shared/contract';
import type { Row } from '@shared/entities';
import { money } from '@shared/money';
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
import { foundShop } from './counter';
import { personOf, staffUp } from './day';
import { nowhere } from './khata';
import { makeTestShop } from './shop-store';

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

export const cakeShop = {
  cake: '00000000-0000-7000-8000-00000000a001',
  bread: '00000000-0000-7000-8000-00000000a002',
  ravi: '00000000-0000-7000-8000-00000000c001',
  farah: '00000000-0000-7000-8000-00000000c002',
  id: '00000000-0000-7000-8000-00000000b001',
  paymentId: '00000000-0000-7000-8000-00000000e001',
} as const;

/** A shop that sells a cake for ₹600 and bread for ₹40, knows two customers, and takes an order of one cake. */
export async function openCakeShop() {
  const shop = makeTestShop();
  const store = shop.open();
  const { cake, bread, ravi, farah, id, paymentId } = cakeShop;
  foundShop(store, {
    products: [
      { id: cake, name: 'Cake', price: money(60_000) },
      { id: bread, name: 'Bread', price: money(4_000) },
    ],
    customers: [
      { id: ravi, name: 'Ravi', phone: '98200 11111', credit_limit: money(100_000) },
      { id: farah, name: 'Farah', phone: '98200 22222' },
    ],
  });
  await staffUp(store);
  const till = openOrders(store);
  const line = (productId: string, unitPrice: number, count = 1_000) => ({
    productId,
    name: 'Cake',
    quantity: count,
    unitPrice,
    note: null,
  });
  const asked = (more: Partial<CallInput<'orders.create'>> = {}): CallInput<'orders.create'> => ({
    id,
    customerId: ravi,
    name: 'Ravi',
    phone: '98200 11111',
    dueDay: '2026-11-22',
    dueTime: null,
    way: 'pickup',
    address: null,
    note: null,
    lines: [line(cake, 60_000)],
    ...more,
  });
  return {
    shop,
    store,
    till,
    line,
    asked,
    /** Changes the order; whatever is not named stays as it was asked for. */
    edit(more: Partial<CallInput<'orders.create'>>) {
      const { advance: _advance, confirm: _confirm, ...content } = asked(more);
      return till.call('orders.edit', content);
    },
    cash: (amount: number) => ({ paymentId, amount, method: 'cash' as const }),
    /** What another till has written and this one gets to know of. */
    elsewhere: (fields: Partial<Row<'sales_order'>>) =>
      store.mutate({ name: 'test.elsewhere', kind: 'request', actor: 'test' }, (m) => m.set('sales_order', id, fields)),
    /** The open bill is paid in cash, or as is said. */
    pay(method: 'cash' | 'on_account' = 'cash') {
      const { id: cartId, revision, totals } = till.call('sales.cart', {});
      const payments = totals.toPay === 0 ? [] : [{ method, amount: totals.toPay }];
      return till.call('sales.complete', { cartId, revision, payments });
    },
    customer: (of: string = ravi) => till.call('customers.get', { id: of }),
  };
}
