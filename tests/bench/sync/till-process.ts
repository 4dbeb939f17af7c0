// A terminal of a benchmark: the real store and the real sync client, watched while they work.

import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { systemClock } from '@shared/clock';
import { registrySchema } from '@shared/sync';
import Database from 'better-sqlite3';
import { WebSocket } from 'ws';
import { openStore, type Store } from '../../../src/main/store';
import { applyPragmas } from '../../../src/main/store/pragmas';
import { type SyncClient, startSync } from '../../../src/main/sync';
import { type Counter, foundShop, openCounter } from '../../support/counter.ts';
import { plainLine } from '../../support/plain-line.ts';
import { productRow, saleRows } from '../../support/sale-rows.ts';
import { makeIds, shopMigrations, startReaderThread } from '../../support/shop-store.ts';
import { answerParent, machineNow } from '../support/child.ts';
import { distribution, rounded } from '../support/measure.ts';

const silent = { info: () => {}, warn: () => {}, error: (fields: object, text: string) => console.error(text, fields) };
let store: Store | undefined;
let client: SyncClient | undefined;
let counter: Counter | undefined;
let sold = 0;

const shop = (): Store => {
  if (!store) throw new Error('the till was not opened');
  return store;
};

/** One cash bill; returns when it was on this till's disk, on the machine's clock. */
function sell(prefix: string, lines: number): { id: string; at: number } {
  sold += 1;
  const id = `${prefix}-${sold}`;
  const { bill, movements, payment, cash } = saleRows(
    id,
    id,
    Array.from({ length: lines }, (_, n) => `p${n}`),
  );
  shop().mutate({ name: 'sale.complete', kind: 'fact', actor: 'system' }, (m) => {
    m.put('bill', { ...bill, series: prefix, sequence: sold });
    for (const movement of movements) m.move(movement);
    m.put('payment', payment);
    m.put('cashbook_entry', cash);
  });
  return { id, at: machineNow() };
}

/** Resolves when `isSo` holds; looked at after every change here and every few ms, for what no change tells. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5));
}

const delay = monitorEventLoopDelay({ resolution: 1 });
let scans: number[] = [];
let scanning: NodeJS.Timeout | undefined;
const seen = new Map<string, number>();

const answers = {
  open: ({ folder, name }: { folder: string; name: string }) => {
    const ids = makeIds(systemClock);
    const file = join(folder, `${name}.db`);
    store = openStore({ file, migrations: shopMigrations, clock: systemClock, ids, startReaderThread });
    store.changes.subscribe(({ topic, ids: changed }) => {
      if (topic === 'bill') for (const id of changed ?? []) if (!seen.has(id)) seen.set(id, machineNow());
    });
    return { terminal: store.terminalId };
  },
  /** A shop with the products that `sell` sells. */
  found: () => {
    const products = Array.from({ length: 20 }, (_, n) => ({ ...productRow(`p${n}`), unit: 'PCS' as const }));
    foundShop(shop(), {
      products: products.map((product, n) => ({ ...product, barcodes: [{ position: 0, barcode: `CODE-${n}` }] })),
    });
  },
  connect: ({ port }: { port: number }) => {
    client = startSync({
      store: shop(),
      open: plainLine(`ws://127.0.0.1:${port}`),
      schema: registrySchema,
      log: silent,
    });
    client.nudge();
  },
  disconnect: () => client?.stop(),
  live: async ({ head }: { head: number }) => {
    const started = machineNow();
    await until(() => client?.status.phase === 'live' && shop().replica.state().cursor >= head);
    return { ms: machineNow() - started };
  },
  status: () => ({ ...client?.status, cursor: shop().replica.state().cursor }),
  drained: async () => {
    const started = machineNow();
    await until(() => shop().replica.pendingCount() === 0);
    return { ms: machineNow() - started };
  },
  /** Bills at an even pace; when each was on the disk. */
  sell: async ({ prefix, bills, everyMs }: { prefix: string; bills: number; everyMs: number }) => {
    const times: { id: string; at: number }[] = [];
    for (let n = 0; n < bills; n++) {
      times.push(sell(prefix, 3));
      await new Promise((resolve) => setTimeout(resolve, everyMs));
    }
    return times;
  },
  /** Bills as fast as it goes, while nobody is connected. */
  queue: async ({ prefix, bills }: { prefix: string; bills: number }) => {
    await shop().hurrying(async () => {
      for (let n = 0; n < bills; n++) sell(prefix, 3);
    });
    return { pending: shop().replica.pendingCount() };
  },
  /** Resolves with when each bill was visible here, on the machine's clock. */
  seen: async ({ ids }: { ids: readonly string[] }) => {
    await until(() => ids.every((id) => seen.has(id)));
    return ids.map((id) => seen.get(id) ?? Number.NaN);
  },
  /** From now on a cashier scans at this till. */
  watch: ({ code }: { code: string | null }) => {
    counter ??= openCounter(shop());
    scans = [];
    delay.reset();
    delay.enable();
    clearInterval(scanning);
    if (code === null) return;
    scanning = setInterval(() => {
      const started = performance.now();
      counter?.scan(code);
      scans.push(performance.now() - started);
      if (scans.length % 20 === 0) counter?.clear();
    }, 25);
  },
  watched: () => {
    clearInterval(scanning);
    delay.disable();
    const ms = (nanoseconds: number) => rounded(nanoseconds / 1e6);
    return {
      loopDelayMs: { p50: ms(delay.percentile(50)), p99: ms(delay.percentile(99)), max: ms(delay.max) },
      scanMs: scans.length > 0 ? distribution(scans) : null,
    };
  },
  /** Resolves when so many bills are here. */
  bills: async ({ count }: { count: number }): Promise<{ ms: number }> => {
    const started = machineNow();
    await until(() => answers.count({ table: 'bill' }) >= count);
    return { ms: machineNow() - started };
  },
  count: ({ table }: { table: 'bill' | 'product' | 'stock_movement' }): number =>
    shop().sql<[], { n: number }>(`SELECT count(*) AS n FROM ${table}`).get()?.n ?? 0,
  /** The round trip of these bytes to an echo, and their insert into a bare table with the same pragmas. */
  floors: async ({ port, bytes, rounds, folder }: { port: number; bytes: number; rounds: number; folder: string }) => {
    const text = 'x'.repeat(bytes);
    const socket = new WebSocket(`ws://127.0.0.1:${port}`, { perMessageDeflate: false });
    await new Promise((resolve) => socket.once('open', resolve));
    const db = new Database(join(folder, `floor-${process.pid}.db`));
    applyPragmas(db);
    db.exec('CREATE TABLE bytes (n INTEGER PRIMARY KEY, text TEXT)');
    const insert = db.prepare('INSERT INTO bytes (text) VALUES (?)');
    const echo: number[] = [];
    const write: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const sent = performance.now();
      socket.send(text);
      await new Promise((resolve) => socket.once('message', resolve));
      echo.push(performance.now() - sent);
      const writing = performance.now();
      insert.run(text);
      write.push(performance.now() - writing);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    socket.close();
    db.close();
    return { echoMs: distribution(echo), insertMs: distribution(write) };
  },
  rss: () => process.memoryUsage.rss(),
  cpu: () => process.cpuUsage(),
  close: async () => {
    client?.stop();
    await store?.close();
  },
};
export type TillAnswers = typeof answers;

answerParent(answers);
