import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { registrySchema } from '@shared/sync';
import { Hub, openSqliteHub, serveHub } from '../../src/hub';
import type { Store } from '../../src/main/store';
import { startSync } from '../../src/main/sync';
import { plainLine } from './plain-line.ts';
import type { TestShop } from './shop-store';

const silent = { info: () => {}, warn: () => {}, error: () => {} };

type Closing = (() => Promise<void> | void)[];

/** A real hub on a real socket, without its door. What it opens is added to `closing`. */
export async function startHub({ clock, ids, folder }: TestShop, closing: Closing, port = 0) {
  const store = openSqliteHub({ file: join(folder, 'hub.db'), newEpoch: () => ids.next() });
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
  const hub = new Hub({ store, clock, ids, sha256, log: silent, schema: registrySchema });
  const server = await serveHub(hub, { port, host: '127.0.0.1' });
  let isUp = true;
  const stop = async () => {
    if (!isUp) return;
    isUp = false;
    await server.close();
    await store.close();
  };
  closing.push(stop);
  return { hub, store, port: server.port, stop };
}

/** Connects the till; `forks` are told of the numbers that its documents got. */
export function joinHub(
  store: Store,
  port: number,
  closing: Closing,
  onFork: (renumbered: ReadonlyMap<string, string>) => void = () => {},
) {
  const open = plainLine(`ws://127.0.0.1:${port}`);
  const client = startSync({ store, open, schema: registrySchema, log: silent, onFork });
  closing.push(() => client.stop());
  return client;
}

/** Resolves when `isSo` holds, looked at after every change of the store. */
export function until(store: Store, isSo: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!isSo()) return;
      unsubscribe();
      resolve();
    };
    const unsubscribe = store.changes.subscribe(look);
    look();
  });
}

/** @param sql what follows FROM */
export const countOf = (store: Store, sql: string): number =>
  store.sql<[], { n: number }>(`SELECT count(*) AS n FROM ${sql}`).get()?.n ?? 0;
