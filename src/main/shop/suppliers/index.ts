/** Whom the shop buys from, and what it owes them. */
import type { CallName } from '@shared/contract';
import { actorOf } from '../actor';
import type { Handlers } from '../call';
import type { ShopDeps } from '../deps';
import { partyFields } from '../party';
import { listSuppliers, readSupplier } from './read';

export { listSuppliers, readSupplier } from './read';

type Calls = Extract<CallName, `suppliers.${string}`>;

export function supplierHandlers({ store, ids }: ShopDeps): Handlers<Calls> {
  return {
    'suppliers.list': (input) => listSuppliers(store, input),
    'suppliers.get': ({ id }) => readSupplier(store, id),

    'suppliers.save': (input, context) => {
      const { staffId: actor } = actorOf(context);
      const id = input.id ?? ids.next();
      const fields = { ...partyFields(input), opening_balance: input.openingBalance };
      store.mutate({ name: input.id ? 'supplier.edit' : 'supplier.create', kind: 'request', actor }, (m) => {
        if (input.id) m.set('supplier', id, fields);
        else m.put('supplier', { id, ...fields, created_at: m.at });
      });
      return readSupplier(store, id);
    },

    'suppliers.remove': ({ id }, context) => {
      const { staffId: actor } = actorOf(context);
      store.mutate({ name: 'supplier.remove', kind: 'request', actor }, (m) => m.del('supplier', id));
      return null;
    },

    'suppliers.restore': ({ id }, context) => {
      const { staffId: actor } = actorOf(context);
      store.mutate({ name: 'supplier.restore', kind: 'request', actor }, (m) => m.undel('supplier', id));
      return null;
    },
  };
}
