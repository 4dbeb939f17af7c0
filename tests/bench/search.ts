/**
 * Finding goods in a big catalogue, in the database and without a screen: a scanned barcode, every keystroke of typed
 * names (from the second letter on, English and Hindi), the same with slips of the finger, and the first page of the
 * office's list. `--products 1000000` for a million (100 000 unless given).
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '@shared/clock';
import { ProductSearch } from '../../src/main/shop/catalogue';
import { listProducts } from '../../src/main/shop/catalogue/list';
import { findByCode } from '../../src/main/shop/catalogue/lookup';
import { createShopDeps } from '../../src/main/shop/deps';
import { openStore } from '../../src/main/store';
import { good, typingOf } from '../support/goods';
import { prepareShop } from '../support/seed';
import { makeIds, shopMigrations } from '../support/shop-store';
import { distribution, report, rounded } from './support/measure';
import { numberOption } from './support/options';

const products = numberOption('products', 100_000);
const folder = mkdtempSync(join(tmpdir(), 'galla-bench-search-'));

try {
  console.error(`preparing a shop with ${products} products`);
  await prepareShop(folder, { products });
  const store = openStore({
    file: join(folder, 'galla.db'),
    migrations: shopMigrations,
    clock: systemClock,
    ids: makeIds(systemClock),
  });
  const settings = createShopDeps(store).settings();
  const search = new ProductSearch(store);
  // Spread over the catalogue, so that caches are as warm as they are in a shop and no warmer.
  const some = (count: number) => Array.from({ length: count }, (_, index) => 1 + ((index * 7919) % products));
  const slip = (text: string) => `${text.slice(0, 3)}${text.slice(4)}x`;

  const benches: Record<string, { target: number; inputs: string[]; run: (input: string) => unknown }> = {
    lookup: {
      target: 1,
      inputs: some(20_000).map((number) => good(number).barcode),
      run: (code) => findByCode(store, code, settings),
    },
    'lookup-unknown': {
      target: 1,
      inputs: some(5_000).map((number) => `2${good(number).barcode.slice(1)}`),
      run: (code) => findByCode(store, code, settings),
    },
    search: {
      target: 5,
      inputs: some(300).flatMap(typingOf),
      run: (text) => search.find(text, 50),
    },
    'search-mistyped': {
      target: 5,
      inputs: some(200).map((number) => slip(typingOf(number).at(-1) ?? '')),
      run: (text) => search.find(text, 50),
    },
    'list-first-page': {
      target: 10,
      inputs: some(100).map(String),
      run: () =>
        listProducts(store, { stock: 'any', deleted: false, sort: 'name', descending: false, offset: 0, limit: 200 }),
    },
  };
  for (const [bench, { target, inputs, run }] of Object.entries(benches)) {
    for (const input of inputs.slice(0, 200)) await run(input);
    const times: number[] = [];
    for (const input of inputs) {
      const started = performance.now();
      await run(input);
      times.push(performance.now() - started);
    }
    const rssMb = rounded(process.memoryUsage.rss() / 1024 / 1024);
    report({ bench: `search/${bench}`, products, ...distribution(times), targetP99Ms: target, rssMb });
  }
  await store.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
