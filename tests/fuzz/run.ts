import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { ManualClock } from '@shared/clock';
import { createIds } from '@shared/ids';
import { registrySchema } from '@shared/sync';
import Database from 'better-sqlite3';
import { Hub, type HubFigures, prepareHub, SqliteHubStore } from '../../src/hub';
import { Attacker, type Knowledge } from './attacker.ts';
import { LogCheck } from './check-log.ts';
import { HonestTill, sha256 } from './honest.ts';
import { Chance } from './random.ts';

export interface FuzzOptions {
  readonly frames: number;
  readonly seed: number;
  readonly onProgress?: (frames: number) => void;
}

export interface FuzzResult {
  readonly frames: number;
  readonly seconds: number;
  /** Entries in the log. */
  readonly head: number;
  readonly figures: HubFigures;
  /** Deeds of the honest till. */
  readonly honest: number;
  readonly mostSessions: number;
  /** Heap in use after a collection, MB: when a fifth had been said, and at the end. */
  readonly heapMb: { readonly warm: number; readonly end: number };
}

const attackers = 20;

/**
 * Says `frames` hostile messages to a real hub on a real file, an honest till beside them. Throws when the hub fails a
 * round, loses count, keeps what it should forget, or the honest till is not served or not right.
 */
export async function fuzz({ frames, seed, onProgress }: FuzzOptions): Promise<FuzzResult> {
  const folder = mkdtempSync(join(tmpdir(), 'galla-fuzz-'));
  const chance = new Chance(seed);
  const clock = new ManualClock(Date.UTC(2026, 10, 21));
  const failures: string[] = [];
  const onRejection = (reason: unknown) => failures.push(`unhandled: ${String(reason)}`);
  process.on('unhandledRejection', onRejection);
  const store = openHubFile(join(folder, 'hub.db'));
  const ids = createIds(() => clock.now(), chance.fill);
  const hub = new Hub({
    store,
    clock,
    ids,
    sha256,
    log: { info: () => {}, warn: () => {}, error: ({ error }) => failures.push(String(error)) },
    schema: registrySchema,
    copyAbove: 50,
    // A copy of this small shop shall have many chunks.
    limits: { chunkText: 16_000 },
  });
  const names = Array.from({ length: 30 }, (_, index) => `attacker-${index}`);
  const honest = new HonestTill(clock, chance);
  const finish = async () => {
    process.off('unhandledRejection', onRejection);
    await honest.store.close();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await hub.enrol({ id: honest.store.terminalId, series: 'A' });
    for (const id of names) await hub.enrol({ id, name: id, role: chance.pick(['counter', 'office']) });
    honest.join(hub);
    const started = performance.now();
    const known: Knowledge = new Map();
    const crowd = names.slice(0, attackers).map(() => new Attacker(chance, names, known, () => clock.now()));
    const log = new LogCheck();
    let deeds = 0;
    let mostSessions = 0;
    let warm = 0;
    for (let frame = 1; frame <= frames; frame++) {
      chance.pick(crowd).speak(hub);
      if (chance.is(0.5)) clock.advance(chance.below(8));
      if (chance.is(0.001)) clock.advance(30_000);
      if (chance.is(0.3)) await hub.idle();
      if (chance.is(0.02)) honest.wake();
      if (chance.is(0.003)) {
        honest.work();
        deeds += 1;
      }
      if (frame % 200 === 0) {
        hub.tick();
        await hub.idle();
        mostSessions = Math.max(mostSessions, hub.figures.sessions);
      }
      if (frame % 20_000 === 0) {
        await log.follow(store);
        await hub.prune();
        onProgress?.(frame);
      }
      if (frame === Math.ceil(frames / 5)) warm = heapMb();
      if (failures.length > 0) throw new Error(`after frame ${frame}: ${failures[0]}`);
    }
    await comeToRest(hub, store, honest, clock);
    const head = await log.follow(store);
    await honest.compare(store);
    const { figures } = hub;
    const end = heapMb();
    const seconds = (performance.now() - started) / 1000;
    await hub.close();
    if (honest.errors.length > 0) throw new Error(`the honest till: ${honest.errors[0]}`);
    if (failures.length > 0) throw new Error(failures[0]);
    if (figures.failedRounds > 0) throw new Error(`${figures.failedRounds} rounds failed`);
    // Lines that were replaced or given up are gone; the honest till has one.
    if (mostSessions > attackers + 1) throw new Error(`${mostSessions} sessions for ${attackers + 1} terminals`);
    if (end - warm > mostGrowthMb) throw new Error(`the heap grew from ${warm} MB to ${end} MB`);
    return { frames, seconds, head, figures, honest: deeds, mostSessions, heapMb: { warm, end } };
  } finally {
    await finish();
  }
}

/** Statement caches and compiled code settle within this; a leak of one message in a hundred does not. */
const mostGrowthMb = 24;

/** Nobody attacks any more: the honest till must come level with the hub within a minute of its time. */
async function comeToRest(hub: Hub, store: SqliteHubStore, honest: HonestTill, clock: ManualClock): Promise<void> {
  for (let second = 0; second < 60; second++) {
    clock.advance(1000);
    hub.tick();
    honest.wake();
    await hub.idle();
    await new Promise((resolve) => setImmediate(resolve));
    if (honest.isLive && (await honest.isLevel(store))) return;
  }
  const { cursor } = honest.store.replica.state();
  throw new Error(`the honest till hangs at ${cursor} of ${(await store.lane()).head}: ${honest.errors.at(-1) ?? ''}`);
}

/** The hub's store as it is, but for waiting on the disk at every commit. */
function openHubFile(file: string): SqliteHubStore {
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = OFF');
  prepareHub(db, () => 'e');
  return new SqliteHubStore(db, () => new Database(file, { readonly: true }));
}

setFlagsFromString('--expose-gc');
const collect: unknown = runInNewContext('gc');

function heapMb(): number {
  if (typeof collect === 'function') collect();
  return Math.round(process.memoryUsage().heapUsed / 1e5) / 10;
}
