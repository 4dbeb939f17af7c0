import type { CallInput, CallName, CallOutput } from '@shared/contract';
import { contract } from '@shared/contract';
import type { Role } from '@shared/roles';
import type { Handler, Handlers } from '../../src/main/shop/call';
import { customerHandlers } from '../../src/main/shop/customers';
import { createShopDeps } from '../../src/main/shop/deps';
import { type KhataPorts, khataHandlers } from '../../src/main/shop/khata';
import { supplierHandlers } from '../../src/main/shop/suppliers';
import type { Store } from '../../src/main/store';
import { personOf } from './day';

/** Ports of a khata that goes on no paper. */
export const nowhere: KhataPorts = {
  pages: {
    picture: () => Promise.reject(new Error('no pages here')),
    pdf: () => Promise.reject(new Error('no pages here')),
  },
  chooseFile: async () => null,
  openExternal: async () => {},
};

type KhataCall = Extract<
  CallName,
  `customerKhata.${string}` | `supplierKhata.${string}` | `customers.${string}` | `suppliers.${string}`
>;

/** The calls about customers and suppliers, through the contract's schemas. */
export function openKhata(store: Store, ports: KhataPorts = nowhere) {
  const deps = createShopDeps(store);
  const handlers: Handlers<KhataCall> = {
    ...khataHandlers(deps, ports),
    ...customerHandlers(deps),
    ...supplierHandlers(deps),
  };
  const later = <N extends KhataCall>(name: N, input: CallInput<N>, role: Role = 'owner') => {
    // proof: the handler of `name`, and what its own schema made of the input
    const handler = handlers[name] as Handler<N>;
    const parsed = contract[name].input.parse(input) as Parameters<Handler<N>>[0];
    return handler(parsed, { session: { user: { staffId: personOf(role), name: role, role } } });
  };
  return {
    deps,
    later: async <N extends KhataCall>(name: N, input: CallInput<N>): Promise<CallOutput<N>> => later(name, input),
    /** A call that answers at once. */
    call<N extends KhataCall>(name: N, input: CallInput<N>): CallOutput<N> {
      const answer = later(name, input);
      if (answer instanceof Promise) throw new Error(`${name} answered later`);
      return answer as CallOutput<N>; // proof: it is the answer itself, as just seen
    },
  };
}
