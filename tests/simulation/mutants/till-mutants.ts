import { laterField } from '../actions';
import { over } from '../over';
import type { Till } from '../till';
import { goodsMutants } from './goods-mutants';
import type { Mutant } from './mutant';
import { orderMutants } from './order-mutants';
import { productionMutants } from './production-mutants';

const rawCursor = (till: Till, cursor: number, chain: string) => {
  const { db } = till.disk;
  db.prepare('BEGIN').run();
  db.prepare('UPDATE sync_state SET cursor = ?, chain = ?').run(cursor, chain);
  db.prepare('COMMIT').run();
};

/** Failures of a terminal. */
export const tillMutants = {
  'half-open': {
    failure: 9,
    what: 'silence is never taken for a dead line',
    config: { blackHoles: true },
    till: { times: { dead: Number.POSITIVE_INFINITY } },
  },
  herd: {
    failure: 10,
    what: 'everybody reconnects at the same moment',
    config: { hubCrashes: true, tills: 4 },
    till: { random: () => 0.5 },
  },
  'never-again': {
    failure: 12,
    what: 'a question without an answer is not asked again',
    config: { weather: { delay: 5, jitter: 5, loss: 0.2, duplicate: 0, reorder: 0, truncate: 0 } },
    till: { times: { answer: Number.POSITIVE_INFINITY } },
  },
  'no-watchdog': {
    failure: 12,
    what: 'pending work on a line that lives but does not get any further is waited for',
    config: { deafLines: true },
    till: { times: { progress: Number.POSITIVE_INFINITY } },
  },
  'refusal-kept': {
    failure: 13,
    what: 'a refused request is shown as if it had been accepted',
    config: { refusals: true, refusedCreators: true },
    till: {
      replica: (_till, replica) =>
        over(replica, {
          acknowledge: (outcomes, durable) =>
            replica.acknowledge(
              outcomes.map(({ mid, outcome }) =>
                outcome.status === 'rejected' ? { mid, outcome: { status: 'ok', seq: 1 } } : { mid, outcome },
              ),
              durable,
            ),
        }),
    },
  },
  'cursor-first': {
    failure: 15,
    what: 'the cursor is committed before the data',
    config: { tillCrashes: true },
    till: {
      replica: (till, replica) =>
        over(replica, {
          apply: (batch) => {
            const { cursor, chain } = replica.state();
            if (batch.from !== cursor) return false;
            rawCursor(till, batch.to, batch.chain);
            till.disk.db.prepare('UPDATE sync_state SET cursor = ?, chain = ?').run(cursor, chain);
            return replica.apply(batch);
          },
        }),
    },
  },
  'half-copy-kept': {
    failure: 16,
    what: 'a till that went down in the middle of its first copy goes on with the part that it has',
    config: { joins: true, tillCrashes: true, history: 'none', actions: 70, length: 60_000 },
    till: {
      replica: (till, replica) =>
        over(replica, {
          stage: (snapshot, index, rows) => {
            const isTaken = replica.stage(snapshot, index, rows);
            const { db } = till.disk;
            db.prepare('BEGIN').run();
            db.prepare(`DELETE FROM meta WHERE key = 'first_copy'`).run();
            db.prepare('COMMIT').run();
            return isTaken;
          },
        }),
    },
  },
  'chunk-lost': {
    failure: 16,
    what: 'a chunk of a first copy that did not get into the file is counted as if it had',
    config: { joins: true, history: 'none', actions: 70, length: 60_000 },
    till: {
      replica: (till, replica) =>
        over(replica, {
          stage: (snapshot, index, rows) => replica.stage(snapshot, index, till.store.replica.copied > 0 ? '[]' : rows),
        }),
    },
  },
  'acknowledged-forgotten': {
    failure: 19,
    what: 'terminals forget what the hub acknowledged, backup or not',
    config: { history: 'restore_hub' },
    till: {
      replica: (_till, replica) =>
        over(replica, { acknowledge: (outcomes) => replica.acknowledge(outcomes, Number.MAX_SAFE_INTEGER) }),
    },
  },
  'later-fields-dropped': {
    failure: 20,
    what: 'a field that this version does not know is thrown away',
    config: { newerFields: true },
    till: {
      replica: (_till, replica) =>
        over(replica, {
          apply: (batch) =>
            replica.apply({
              ...batch,
              entries: batch.entries.map((entry) => ({
                ...entry,
                ops: entry.ops.map((effect) => {
                  if (effect.op !== 'set') return effect;
                  const { [laterField]: _, ...fields } = effect.fields;
                  return { ...effect, fields };
                }),
              })),
            }),
        }),
    },
  },
  'lying-disk': {
    failure: 23,
    what: 'a commit that a receipt was printed for is not on the disk',
    config: { tillCrashes: true },
    lyingDisks: true,
  },
  'series-kept': {
    failure: 24,
    what: 'a copy of a till goes on with its number series',
    config: { history: 'clone' },
    till: {
      replica: (till, replica) =>
        over(replica, {
          rekey: (identity) => {
            const old = till.store
              .sql<[string], { series: string }>('SELECT series FROM terminal WHERE id = ?')
              .get(till.store.terminalId);
            return replica.rekey({ ...identity, series: old?.series ?? 'A' });
          },
        }),
    },
  },
  'oversold-unseen': {
    failure: 24,
    what: 'what two tills sell at once takes a product below nothing and nobody hears of it',
    config: { partitions: true },
    till: { noReview: true },
  },
  'returned-unseen': {
    failure: 24,
    what: 'two tills take back the same goods and nobody hears of it',
    config: { partitions: true, actions: 70 },
    till: { noReturnReview: true },
  },
  'aside-counted': {
    failure: 24,
    what: 'an alert that was put aside with the sale that raised it counts as the one that all have',
    config: { tills: 1, refusedCreators: true, firings: true, actions: 70, history: 'none', joins: false },
    till: {
      review: (store) =>
        over(store, {
          replica: over(store.replica, {
            unsettled: (about) => store.replica.unsettled(about).map((each) => ({ ...each, isAside: false })),
          }),
        }),
    },
  },
  ...goodsMutants,
  ...orderMutants,
  ...productionMutants,
} satisfies Record<string, Mutant>;
