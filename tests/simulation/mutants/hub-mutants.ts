import { registrySchema } from '@shared/sync';
import type { HubStore } from '../../../src/hub';
import type { HubFaults } from '../hub-host';
import { over } from '../over';
import { sha256 } from '../till';
import type { Mutant } from './mutant';

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

/** Failures of the hub, and of what both sides must do. */
export const hubMutants = {
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
            return { ...reader, rows };
          },
        }),
    },
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
  'orphan-update': {
    failure: 14,
    what: 'edits of a record whose creation was refused are accepted',
    config: { refusedCreators: true },
    hub: forgetful('category'),
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
              aside: (id) => fresh((reader) => reader.aside(id)),
              rows: (entity, scopes, after, text) => fresh((reader) => reader.rows(entity, scopes, after, text)),
              close: async () => {},
            };
          },
        }),
    },
  },
  'two-hubs': {
    failure: 17,
    what: 'two hubs run on one database, and neither looks whether the other has written',
    config: { history: 'none' },
    hub: {
      isDouble: true,
      store: (store) => {
        let lane: Awaited<ReturnType<HubStore['lane']>> | null = null;
        return over(store, {
          lane: async () => {
            lane ??= await store.lane();
            return lane;
          },
          commit: async (batch) => {
            lane = batch.lane;
            await store.commit({ ...batch, expected: await store.lane() });
          },
        });
      },
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
  'old-locked-out': {
    failure: 20,
    what: 'a terminal that was not updated is not let in',
    config: { oldSchema: true },
    hub: {
      message: (message) =>
        message.replace(`"protocol":1,"schema":${registrySchema - 1}`, `"protocol":99,"schema":${registrySchema - 1}`),
    },
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
  'unbounded-queue': {
    failure: 25,
    what: 'the hub sends to a reader that does not read',
    // The log of a busy day, so that what waits for one reader is more than it may be.
    config: { slowReader: true, length: 120_000, actions: 140 },
    hub: { connection: (connection) => ({ ...connection, buffered: () => 0 }) },
  },
} satisfies Record<string, Mutant>;
