import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ManualClock } from '@shared/clock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqliteHub } from '../../../src/hub';
import { keepDurable } from '../../../src/hub/durability';

const silent = { info: () => {}, warn: () => {}, error: () => {} };
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'galla-durable-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = (file = 'hub.db') => openSqliteHub({ file: join(folder, file), newEpoch: () => 'e' });

async function at(head: number): Promise<ReturnType<typeof open>> {
  const store = open();
  const lane = await store.lane();
  const nothing = { rows: [], log: [], mutations: [], numbers: [], terminals: [], quarantine: [], released: [] };
  await store.commit({ ...nothing, expected: lane, lane: { ...lane, head, chain: 'c'.repeat(32) } });
  return store;
}

describe('a hub', () => {
  it('keeps its file to itself for as long as it runs', async () => {
    const store = open();
    expect(() => open()).toThrow('Another hub runs');
    await store.close();
    await open().close();
  });

  it('calls durable what is in a backup that was checked, once a day', async () => {
    const store = await at(7);
    const clock = new ManualClock(1_800_000_000_000);
    const heard: number[] = [];
    const hub = { backedUp: async (seq: number) => void heard.push(seq) };
    const backups = join(folder, 'backups');
    const look = () => keepDurable(hub, store, { kind: 'backups', folder: backups }, { clock, log: silent })();
    await look();
    await look();
    expect(heard).toEqual([7]);
    clock.advance(24 * 60 * 60 * 1000);
    await look();
    expect(heard).toEqual([7, 7]);
    const [first = ''] = readdirSync(backups).sort();
    await store.close();
    const copy = open(join('backups', first));
    expect((await copy.lane()).head).toBe(7);
    await copy.close();
  });

  it('leaves durable where it was when the backup fails', async () => {
    const store = await at(3);
    writeFileSync(join(folder, 'a-file'), '');
    const heard: number[] = [];
    const errors: string[] = [];
    const log = { ...silent, error: (_: object, message: string) => void errors.push(message) };
    const clock = new ManualClock(1_800_000_000_000);
    const hub = { backedUp: async (seq: number) => void heard.push(seq) };
    await keepDurable(hub, store, { kind: 'backups', folder: join(folder, 'a-file') }, { clock, log })();
    expect(heard).toEqual([]);
    expect(errors).toEqual(['The hub could not be backed up']);
    await store.close();
  });

  it('calls everything durable where its disk cannot be lost', async () => {
    const store = await at(5);
    const heard: number[] = [];
    const hub = { backedUp: async (seq: number) => void heard.push(seq) };
    await keepDurable(hub, store, { kind: 'disk' }, { clock: new ManualClock(0), log: silent })();
    expect(heard).toEqual([5]);
    await store.close();
  });
});
