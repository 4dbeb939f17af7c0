/**
 * What is asked of the whole stock of `--products` (100 000), each bought three times and sold four times within ten months: what
 * it is worth today and half a year ago, what is to be ordered, what is short. On the real reader threads, as the office asks,
 * while main's loop is watched. The floor of this run is one bare walk over all movements on a connection of its own.
 */
import { copyFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { dayOf, ManualClock } from '@shared/clock';
import Database from 'better-sqlite3';
import { openReports } from '../support/reports';
import { makeTestShop, startReaderThread } from '../support/shop-store';
import { distribution, ratio, report, rounded } from './support/measure';
import { numberOption } from './support/options';
import { preparedStock } from './support/stock-books';

const products = numberOption('products', 100_000);
const rounds = numberOption('rounds', 5);
const msPerDay = 86_400_000;

const books = await preparedStock(products);
const shop = makeTestShop();
copyFileSync(books.file, shop.file);
const store = shop.open({ startReaderThread, clock: new ManualClock(books.now) });
const { desk } = openReports(store);
const floorDb = new Database(shop.file, { readonly: true });
const floorWalk = floorDb.prepare('SELECT sum(quantity) FROM stock_movement INDEXED BY stock_movement_product');

const page = { offset: 0, limit: 100 };
const day = (back: number) => dayOf(books.now - back * msPerDay, 'Asia/Kolkata');
const ask = {
  'valuation today': () => desk.page({ report: 'valuation', to: day(0), ...page }),
  'valuation half a year ago': () => desk.page({ report: 'valuation', to: day(182), ...page }),
  reorder: () => desk.page({ report: 'reorder', ...page }),
  shortages: () => desk.page({ report: 'shortages', ...page }),
  stock: () => desk.page({ report: 'stock', ...page }),
};

const timed = async (work: () => unknown): Promise<number> => {
  const started = performance.now();
  await work();
  return performance.now() - started;
};

const floor: number[] = [];
const times = new Map<string, number[]>();
const loop = monitorEventLoopDelay({ resolution: 1 });
for (const question of Object.values(ask)) await question();
for (let round = 0; round < rounds; round++) {
  floor.push(await timed(() => floorWalk.get()));
  loop.enable();
  for (const [name, question] of Object.entries(ask)) {
    // What has been counted is not asked for again: something is said to have committed.
    store.transaction((tx) => tx.touch('product'));
    times.set(name, [...(times.get(name) ?? []), await timed(question)]);
  }
  loop.disable();
}

const walk = distribution(floor);
report({ bench: 'stock', products, name: 'floor: all movements walked once', p50Ms: walk.p50, maxMs: walk.max });
for (const [name, samples] of times) {
  const seen = distribution(samples);
  const { p50, max } = seen;
  report({
    bench: 'stock',
    products,
    name,
    p50Ms: p50,
    maxMs: max,
    ratio: ratio(seen, walk),
    targetMs: 1000,
    met: p50 <= 1000,
  });
}
report({ bench: 'stock', products, name: 'main loop delay', p99Ms: rounded(loop.percentile(99) / 1e6 - 1) });

desk.close();
floorDb.close();
await shop.dispose();
