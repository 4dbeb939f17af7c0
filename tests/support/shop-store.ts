import { randomFillSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { ManualClock } from '@shared/clock';
import { createIds, type Ids } from '@shared/ids';
import {
  loadMigrationsFromFolder,
  type OpenOptions,
  openStore,
  type StartReaderThread,
  type Store,
} from '../../src/main/store';

const root = resolve(import.meta.dirname, '../..');

/** The real migrations, as the app ships them. */
export const shopMigrations = loadMigrationsFromFolder(join(root, 'migrations'));

/** 2026-11-21 04:30 UTC: a Saturday morning at a counter in India. */
export const morning = Date.UTC(2026, 10, 21, 4, 30);

export function makeIds(clock: { now(): number }): Ids {
  return createIds(
    () => clock.now(),
    (bytes) => void randomFillSync(bytes),
  );
}

/** Starts the real reader thread from its TypeScript, as the bundle starts it from its chunk. */
export const startReaderThread: StartReaderThread = (options) =>
  new Worker(join(root, 'src/main/reader-worker.ts'), {
    ...options,
    execArgv: ['--import', join(root, 'scripts/lib/ts-hooks.mjs')],
  });

export interface TestShop {
  /** Its own empty folder. */
  readonly folder: string;
  readonly file: string;
  readonly clock: ManualClock;
  readonly ids: Ids;
  /** Opens the shop file with the real migrations; closed by `dispose`. */
  open(options?: Partial<OpenOptions>): Store;
  /** Closes what is open and removes the folder. */
  dispose(): Promise<void>;
}

/** A folder for one test, with a clock that stands still. */
export function makeTestShop(): TestShop {
  const folder = mkdtempSync(join(tmpdir(), 'galla-store-'));
  const clock = new ManualClock(morning);
  const ids = makeIds(clock);
  const file = join(folder, 'galla.db');
  const opened: Store[] = [];
  return {
    folder,
    file,
    clock,
    ids,
    open(options = {}) {
      const store = openStore({ file, migrations: shopMigrations, clock, ids, ...options });
      opened.push(store);
      return store;
    },
    async dispose() {
      for (const store of opened) await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
