import type { HubStore } from '../../src/hub';
import type { Config } from './config';
import type { HubFaults } from './hub-host';
import { over } from './over';
import { sha256, type Till, type TillFaults } from './till';

/**
 * A failure that somebody's shop really had, as a bug that can be switched on. Each replaces a part at a port; the code
 * under test knows nothing of it. The number is that of the failure in docs/sync.md.
 */
export interface Mutant {
  readonly failure: number;
  readonly what: string;
  /** The faults it takes to matter, so that its seed budget is small. */
  readonly config?: Partial<Config>;
  readonly hub?: HubFaults;
  readonly till?: TillFaults;
  /** The disks lie: a power cut takes the last commits with it. */
  readonly lyingDisks?: true;
}

/** A hub for which records of this kind exist although it refuses to create them. */
const forgetful = (entity: string): HubFaults => ({
  store: (store, recorder) =>
    over(store, {
      load: async (wanted) => {
        const found = await store.load(wanted);
        const known = new Set(found.rows.map((row) => `${row.entity}\n${row.id}`));
        const invented = wanted.rows
          .filter((row) => row.entity === entity)
          .filter(
            (row) => !known.has(`${row.entity}\n${row.id}`) && recorder.forbiddenPuts.has(`${row.entity}\n${row.id}`),
          )
          .map((row) => ({
            ...row,
            row: { id: row.id },
            versions: { '': [1, 'nobody', 0] as const },
            scope: 'shop' as const,
            deleted: null,
            seq: 1,
          }));
        return { ...found, rows: [...found.rows, ...invented] };
      },
    }),
});

const rawCursor = (till: Till, cursor: number, chain: string) => {
  const { db } = till.disk;
  db.prepare('BEGIN').run();
  db.prepare('UPDATE sync_state SET cursor = ?, chain = ?').run(cursor, chain);
  db.prepare('COMMIT').run();
};

export const mutants = {
  'acks-forget': {
    failure: 1,
    what: 'a mutation that comes again is taken for a new one',
    config: { weather: { delay: 5, jitter: 5, loss: 0.2, duplicate: 0.3, reorder: 0, truncate: 0 } },
    hub: {
      store: (store) =>
        over(store, {
          load: async (wanted) => {
            const found = await store.load(wanted);
            const terminals = found.terminals.map((terminal) => {
              const first = Math.min(
                ...wanted.mutations.filter((m) => m.terminal === terminal.id).map(({ mid }) => mid),
              );
              return first <= terminal.last ? { ...terminal, last: first - 1 } : terminal;
            });
            return { ...found, terminals };
          },
        }),
    },
  },
  'future-clock': {
    failure: 4,
    what: 'a clock years ahead is believed',
    config: { clockJumps: true },
    hub: { rules: { stamp: (at, offset) => at + offset } },
  },
  'slow-clock': {
    failure: 5,
    what: 'a clock that is behind loses every concurrent edit',
    config: {
      skew: true,
      clockJumps: false,
      partitions: true,
      history: 'none',
      actions: 100,
      length: 120_000,
      tills: 3,
    },
    hub: { rules: { stamp: (at, _offset, now) => Math.min(at, now) } },
  },
  'failed-round-counts': {
    failure: 6,
    what: 'a batch that was not committed moves the lane all the same',
    config: { fullDisks: true },
    hub: {
      store: (store) => {
        let lane: Awaited<ReturnType<HubStore['lane']>> | null = null;
        return over(store, {
          lane: async () => {
            lane ??= await store.lane();
            return lane;
          },
          commit: async (batch) => {
            const real = await store.lane();
            lane = batch.lane;
            await store.commit({ ...batch, expected: real });
          },
        });
      },
    },
  },
  'edit-revives': {
    failure: 7,
    what: 'an edit of a deleted record brings it back',
    config: { partitions: true },
    hub: {
      store: (store) =>
        over(store, {
          load: async (wanted) => {
            const found = await store.load(wanted);
            return { ...found, rows: found.rows.map((row) => ({ ...row, deleted: null })) };
          },
        }),
    },
  },
  'tombstones-collected': {
    failure: 8,
    what: 'a snapshot leaves out what is deleted',
    config: { copies: true, retention: true, partitions: true },
    hub: {
      store: (store) =>
        over(store, {
          snapshot: async () => {
            const reader = await store.snapshot();
            const rows: typeof reader.rows = async (entity, scopes, after, text) =>
              (await reader.rows(entity, scopes, after, text)).filter(({ deleted }) => deleted === null);
            return { lane: reader.lane, last: (id) => reader.last(id), close: () => reader.close(), rows };
          },
        }),
    },
  },
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
  'poison-blocks': {
    failure: 11,
    what: 'a fact that does not validate stops its terminal',
    config: { poison: true },
    hub: {
      store: (store) =>
        over(store, {
          commit: async (batch) => {
            if (batch.quarantine.length > 0) throw new Error('invalid mutation');
            await store.commit(batch);
          },
        }),
    },
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
  'orphan-update': {
    failure: 14,
    what: 'edits of a record whose creation was refused are accepted',
    config: { refusedCreators: true },
    hub: forgetful('category'),
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
  'torn-snapshot': {
    failure: 16,
    what: 'the chunks of a snapshot are of different moments',
    config: { copies: true, retention: true },
    hub: {
      store: (store) =>
        over(store, {
          snapshot: async () => {
            const first = await store.snapshot();
            let { lane } = first;
            await first.close();
            const fresh = async <T>(read: (reader: typeof first) => Promise<T>): Promise<T> => {
              const reader = await store.snapshot();
              lane = reader.lane;
              const value = await read(reader);
              await reader.close();
              return value;
            };
            return {
              get lane() {
                return lane;
              },
              last: (id) => fresh((reader) => reader.last(id)),
              rows: (entity, scopes, after, text) => fresh((reader) => reader.rows(entity, scopes, after, text)),
              close: async () => {},
            };
          },
        }),
    },
  },
  'forks-ignored': {
    failure: 18,
    what: 'a copy of a till goes on under its name',
    config: { history: 'clone' },
    hub: { sha256: (text) => (/^[0-9a-f]{32}\n/.test(text) || text.startsWith('[') ? sha256(text) : '0'.repeat(64)) },
    till: {
      replica: (_till, replica) =>
        over(replica, { compare: () => 'same', state: () => ({ ...replica.state(), fence: 1e9 }) }),
    },
  },
  'restore-unnoticed': {
    failure: 19,
    what: 'nobody compares histories after a hub was restored',
    config: { history: 'restore_hub' },
    hub: { sha256: (text) => (/^[0-9a-f]{32}\n/.test(text) ? '0'.repeat(64) : sha256(text)) },
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
  'old-locked-out': {
    failure: 20,
    what: 'a terminal that was not updated is not let in',
    config: { oldSchema: true },
    hub: { message: (message) => message.replace('"protocol":1,"schema":1', '"protocol":99,"schema":1') },
  },
  'references-unchecked': {
    failure: 21,
    what: 'an entry refers to a record that nobody has',
    config: { refusedCreators: true },
    hub: forgetful('product'),
  },
  'acknowledged-early': {
    failure: 22,
    what: 'a full disk at the hub is not noticed before the answer is sent',
    config: { fullDisks: true },
    hub: {
      store: (store) =>
        over(store, {
          commit: async (batch) => {
            await store.commit(batch).catch(() => {});
          },
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
  'unbounded-queue': {
    failure: 25,
    what: 'the hub sends to a reader that does not read',
    config: { slowReader: true, length: 120_000, actions: 70 },
    hub: { connection: (connection) => ({ ...connection, buffered: () => 0 }) },
  },
} satisfies Record<string, Mutant>;

export type MutantName = keyof typeof mutants;

export function mutantOf(name: string): Mutant {
  const mutant = Object.entries<Mutant>(mutants).find(([known]) => known === name);
  if (!mutant) throw new Error(`No mutant ${name}. One of: ${Object.keys(mutants).join(', ')}`);
  return mutant[1];
}
