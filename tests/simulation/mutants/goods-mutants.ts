import type { Mutation, Store } from '../../../src/main/store';
import { over } from '../over';
import type { Mutant } from './mutant';

/** A till where mutations of this name are written in another way. */
export const writing =
  (name: string, change: (m: Mutation) => Partial<Mutation>) =>
  (store: Store): Store => {
    const mutate: Store['mutate'] = (intent, work, ...synchronous) =>
      store.mutate(intent, (m) => work(intent.name === name ? over(m, change(m)) : m), ...synchronous);
    return over(store, { mutate });
  };

/** Failures of whatever keeps purchases, suppliers and costs. */
export const goodsMutants = {
  'costs-unreviewed': {
    failure: 29,
    what: 'nobody states costs again when the log has brought goods that another till received',
    config: { goods: true, actions: 70 },
    till: { noCostReview: true },
  },
  'costs-as-posted': {
    failure: 29,
    what: 'the costs that a till stated with its own bill stand, whatever others received meanwhile',
    config: { goods: true, history: 'none', grants: false, actions: 70 },
    till: { goods: writing('cost.average', () => ({ set: () => [] })) },
  },
  'twins-as-typed': {
    failure: 28,
    what: 'one bill typed in two ways at two tills is taken for two bills',
    config: { goods: true, partitions: true, actions: 100 },
    till: {
      goods: (store) =>
        over(store, {
          sql: (text) => store.sql(text.replaceAll(/upper\(replace\((\w+\.supplier_number), ' ', ''\)\)/g, '$1')),
        }),
    },
  },
  'khata-kept': {
    failure: 27,
    what: 'the shop goes on owing for a bill that was taken back',
    config: { goods: true, actions: 70 },
    till: {
      goods: writing('purchase.reverse', (m) => ({
        put: (entity, row) => {
          if (entity !== 'party_transaction') m.put(entity, row);
        },
      })),
    },
  },
  'goods-kept': {
    failure: 26,
    what: 'the goods of a bill that was taken back stay on the shelf',
    config: { goods: true, actions: 70 },
    till: {
      goods: writing('purchase.reverse', () => ({
        move: ({ quantity }) => ({ before: quantity, after: quantity }),
      })),
    },
  },
} satisfies Record<string, Mutant>;
