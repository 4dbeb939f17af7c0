import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auditLevels, type Store } from '../../src/main/store';
import { productRow } from '../support/sale-rows';
import { makeTestShop, type TestShop } from '../support/shop-store';

let shop: TestShop;
beforeEach(async () => {
  shop = makeTestShop();
  const store = shop.open();
  store.mutate({ name: 'import', kind: 'request', actor: 's' }, (m) => {
    for (let i = 0; i < 10; i++) m.put('product', productRow(`p${i}`));
  });
  await store.close();
});
afterEach(() => shop.dispose());

/** Lets the writer sell, kills it some time after its n-th sale, and tells the last number it had promised. */
function sellAndKill(sales: number, delayMicroseconds: number): Promise<number> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [
      '--import',
      resolve('scripts/lib/ts-hooks.mjs'),
      resolve('tests/support/store-writer.ts'),
      shop.file,
    ]);
    let said = '';
    let complaint = '';
    let isDoomed = false;
    child.stdout.on('data', (chunk) => {
      said += chunk;
      if (isDoomed || said.split('\n').length <= sales) return;
      isDoomed = true;
      // Busy, because a timer's grain is a whole sale: the kill should land anywhere within one.
      const until = performance.now() + delayMicroseconds / 1000;
      while (performance.now() < until);
      child.kill('SIGKILL');
    });
    child.stderr.on('data', (chunk) => {
      complaint += chunk;
    });
    child.on('close', (_code, signal) => {
      if (signal !== 'SIGKILL') fail(new Error(`The writer ended by itself: ${complaint}`));
      else done(Number(said.slice(0, said.lastIndexOf('\n')).split('\n').at(-1)));
    });
  });
}

/** Every sale is whole or absent, and nothing that was promised is missing. */
function expectWhole(store: Store, promised: number): void {
  const mids = store
    .sql<[], { mid: number }>('SELECT mid FROM outbox ORDER BY mid')
    .all()
    .map((row) => row.mid);
  expect(mids).toEqual(mids.map((_, index) => index + 1));
  expect(mids.length).toBeGreaterThanOrEqual(promised);
  // The promise is printed after the commit, so at most one sale was committed and not yet announced.
  expect(mids.length - promised).toBeLessThanOrEqual(1);

  const torn = store
    .sql(
      `SELECT b.id FROM bill AS b
       WHERE (SELECT count(*) FROM bill_line WHERE bill_id = b.id) <> 5
          OR (SELECT count(*) FROM bill_line_tax WHERE bill_id = b.id) <> 10
          OR (SELECT count(*) FROM stock_movement WHERE document_id = b.id) <> 5
          OR (SELECT sum(amount) FROM payment WHERE bill_id = b.id) IS NOT b.total
          OR (SELECT sum(amount) FROM cashbook_entry WHERE document_id = b.id) IS NOT b.total
          OR (SELECT count(*) FROM outbox WHERE json_extract(ops, '$[0].id') = b.id) <> 1`,
    )
    .all();
  expect(torn).toEqual([]);

  const numbers = store
    .sql<[], { sequence: number }>('SELECT sequence FROM bill ORDER BY sequence')
    .all()
    .map((row) => row.sequence);
  expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  expect(store.sql('SELECT last FROM number_series').get()).toEqual({ last: numbers.length });
  expect(numbers.length).toBe(mids.length - 1); // the first mutation was the import

  expect(auditLevels(store)).toEqual([]);
}

describe('kill −9 in the middle of selling', () => {
  it('leaves every sale whole or absent, numbers without a gap, and the shop usable at once', async () => {
    const kills = Array.from({ length: 6 }, () => ({
      sales: 1 + Math.floor(Math.random() * 40),
      delayMicroseconds: Math.floor(Math.random() * 2000),
    }));
    let killedUnclean = 0;
    for (const { sales, delayMicroseconds } of kills) {
      const promised = await sellAndKill(sales, delayMicroseconds);
      // The lock died with the process: this opens at once.
      const store = shop.open();
      if (store.wasUnclean) killedUnclean += 1;
      expectWhole(store, promised);
      const { damage, brokenReferences } = await store.checkIntegrity();
      expect({ damage, brokenReferences }).toEqual({ damage: [], brokenReferences: 0 });
      await store.close();
    }
    expect(killedUnclean).toBe(kills.length);
  }, 60_000);
});
