import { firstChain } from '@shared/sync';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Batch, HubRow, HubStore, Lane, LogRow } from '../../../src/hub';

/** What a hub store must do, whatever it is made of. `open` makes an empty one; `reopen` reads the same data again. */
export function holdsTheHubStoreContract(
  name: string,
  open: () => Promise<{ store: HubStore; reopen(): Promise<HubStore> }>,
): void {
  describe(`hub store: ${name}`, () => {
    let store: HubStore;
    let reopen: () => Promise<HubStore>;
    beforeEach(async () => {
      ({ store, reopen } = await open());
    });
    afterEach(() => store.close());

    const chain = (n: number) => String(n).padStart(32, '0');
    const row = (id: string, seq: number, fields: Partial<HubRow> = {}): HubRow => ({
      entity: 'brand',
      id,
      row: { id, name: id },
      versions: { '': [seq, 't', 5] },
      scope: 'shop',
      deleted: null,
      seq,
      ...fields,
    });
    const entry = (seq: number, received = seq): LogRow => ({
      seq,
      terminal: 't',
      mid: seq,
      name: 'n',
      actor: 'a',
      at: -seq,
      received,
      ops: '[]',
      scopes: 'shop',
      chain: chain(seq),
    });
    const empty = { rows: [], log: [], mutations: [], numbers: [], terminals: [], quarantine: [], released: [] };
    const write = async (batch: Partial<Batch>) => {
      const expected = await store.lane();
      const last = batch.log?.at(-1);
      const lane: Lane = last ? { ...expected, head: last.seq, chain: last.chain } : expected;
      await store.commit({ ...empty, expected, lane, ...batch });
    };

    it('begins empty', async () => {
      expect(await store.lane()).toMatchObject({ head: 0, chain: firstChain, floor: 0, durable: 0, founded: false });
      expect(await store.chainAt(0)).toBe(firstChain);
      expect(await store.entries(0, 10, 1000)).toEqual([]);
    });

    it('gives back what one commit wrote, also to the next process', async () => {
      const terminal = {
        id: 't',
        last: 2,
        lastHash: 'h',
        fence: 3,
        offers: [{ session: 's', fence: 4 }],
        offset: -7,
        previous: null,
        series: 'A',
        revoked: false,
      };
      const mutation = { terminal: 't', mid: 1, hash: 'h', outcome: { status: 'ok', seq: 1 } as const };
      const fact = { terminal: 't', mid: 2, code: 'bad_value' as const, mutation: '{}', received: 9 };
      const number = { entity: 'bill', number: 'A-1', id: 'x' };
      await write({
        rows: [row('b', 1)],
        log: [entry(1)],
        mutations: [mutation],
        numbers: [number],
        terminals: [terminal],
        quarantine: [fact],
      });
      store = await reopen();
      const wanted = {
        rows: [
          { entity: 'brand', id: 'b' },
          { entity: 'brand', id: 'none' },
        ],
        mutations: [{ terminal: 't', mid: 1 }],
        numbers: [number],
        terminals: ['t', 'u'],
      };
      expect(await store.load(wanted)).toEqual({
        rows: [row('b', 1)],
        mutations: [mutation],
        numbers: [number],
        terminals: [terminal],
      });
      expect(await store.quarantined()).toEqual([fact]);
      expect(await store.quarantined([{ terminal: 't', mid: 2 }])).toEqual([fact]);
      expect(await store.quarantined([{ terminal: 't', mid: 1 }])).toEqual([]);
      expect(await store.terminals()).toEqual([terminal]);
      expect(await store.all('brand')).toEqual([row('b', 1)]);
      await write({ released: [{ terminal: 't', mid: 2 }] });
      expect(await store.quarantined()).toEqual([]);
    });

    it('refuses a commit on a lane that has moved, and keeps nothing of it', async () => {
      const old = await store.lane();
      await write({ log: [entry(1)] });
      const late = { ...empty, expected: old, lane: { ...old, head: 1, chain: chain(9) }, rows: [row('b', 1)] };
      await expect(store.commit(late)).rejects.toThrow('moved');
      expect(await store.all('brand')).toEqual([]);
    });

    it('keeps nothing of a commit that fails half-way', async () => {
      await write({ log: [entry(1)] });
      await expect(write({ rows: [row('b', 1)], log: [entry(2), entry(1)] })).rejects.toThrow();
      expect(await store.all('brand')).toEqual([]);
      expect((await store.lane()).head).toBe(1);
    });

    it('reads the log in order, within limits, at least one entry', async () => {
      await write({ log: [1, 2, 3, 4].map((seq) => entry(seq)) });
      const seqs = async (after: number, limit: number, text: number) =>
        (await store.entries(after, limit, text)).map(({ seq }) => seq);
      expect(await seqs(1, 2, 1000)).toEqual([2, 3]);
      expect(await seqs(0, 10, 1)).toEqual([1]);
      expect(await seqs(4, 10, 1000)).toEqual([]);
    });

    it('a snapshot stands still while the shop goes on', async () => {
      await write({ rows: [row('a', 1), row('b', 1, { scope: 'office' })], log: [entry(1)] });
      const snapshot = await store.snapshot();
      await write({ rows: [row('a', 2, { deleted: 8 }), row('c', 2)], log: [entry(2)] });
      expect(snapshot.lane.head).toBe(1);
      const { row: values, versions, ...rest } = row('a', 1);
      const stored = { ...rest, row: JSON.stringify(values), versions: JSON.stringify(versions) };
      expect(await snapshot.rows('brand', ['office', 'shop'], null, 1)).toEqual([stored]);
      expect(await snapshot.rows('brand', ['office', 'shop'], 'a', 1000)).toHaveLength(1);
      expect(await snapshot.rows('brand', ['shop'], 'a', 1000)).toEqual([]);
      expect(await snapshot.rows('category', ['shop'], null, 1000)).toEqual([]);
      await snapshot.close();
    });

    it('forgets old entries but never the last, and remembers the checksum at the floor', async () => {
      await write({ log: [1, 2, 3].map((seq) => entry(seq, seq * 100)) });
      expect((await store.prune(250)).floor).toBe(2);
      expect(await store.chainAt(2)).toBe(chain(2));
      expect(await store.chainAt(1)).toBeNull();
      expect((await store.prune(9_999)).floor).toBe(2);
      expect((await store.entries(2, 10, 1000)).map(({ seq }) => seq)).toEqual([3]);
    });
  });
}
