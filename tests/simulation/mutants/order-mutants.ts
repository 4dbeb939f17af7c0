import { over } from '../over';
import type { Mutant } from './mutant';

/** A till whose questions to its file are others. */
const asking =
  (change: (sql: string) => string) =>
  (store: Parameters<NonNullable<NonNullable<Mutant['till']>['goods']>>[0]): typeof store =>
    over(store, { sql: (text) => store.sql(change(text)) });

/** Failures of whatever keeps orders and pay. */
export const orderMutants = {
  'advance-again': {
    failure: 32,
    what: 'an advance that was given back pays the bill all the same',
    config: { orders: true, actions: 70 },
    till: {
      goods: asking((sql) =>
        sql.replaceAll(/AND NOT EXISTS \(SELECT 1 FROM payment AS u WHERE u\.id = a\.id \|\| ':undo'\)/g, ''),
      ),
    },
  },
  'advance-free': {
    failure: 32,
    what: 'what was paid for an order to come pays for anything',
    config: { orders: true, actions: 70 },
    till: { goods: asking((sql) => sql.replaceAll("o.stage <> 'cancelled' AND o.deleted_at IS NULL", 'FALSE')) },
  },
  'billed-quietly': {
    failure: 31,
    what: 'two tills make a bill of one order, and nobody is told',
    config: { orders: true, partitions: true, actions: 70 },
    till: { noOrderReview: true },
  },
  'wage-again': {
    failure: 33,
    what: 'a month that was paid is to be paid still',
    config: { orders: true, history: 'none', grants: false, skew: false, actions: 70 },
    till: {
      goods: asking((sql) =>
        sql.replace('FROM staff_payment WHERE deleted_at IS NULL', `FROM staff_payment WHERE kind <> 'wage'`),
      ),
    },
  },
} satisfies Record<string, Mutant>;
