import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../../src/main/store';
import { eventually } from '../../support/eventually';
import { customerRow } from '../../support/sale-rows';
import { makeTestShop, startReaderThread, type TestShop } from '../../support/shop-store';

let shop: TestShop;
beforeEach(() => {
  shop = makeTestShop();
});
afterEach(() => shop.dispose());

const edit = { name: 'test', kind: 'request', actor: 's' } as const;
let customers = 0;
/** Some 150 pages in one transaction. */
function writeMuch(store: Store): void {
  store.mutateRepeatable(edit, (m) => {
    for (let row = 0; row < 400; row++) m.put('customer', customerRow(`c${customers++}`));
  });
}
const log = (store: Store) =>
  store.sql<[], { log: number; checkpointed: number }>('PRAGMA wal_checkpoint(NOOP)').get() ?? expect.fail('no log');

describe('the write-ahead log', () => {
  it('is moved into the file by a reader thread, not by the commit that made it long', async () => {
    const store = shop.open({ startReaderThread });
    while (log(store).log < 1_500) {
      writeMuch(store);
      expect(log(store).checkpointed).toBe(0);
    }
    await eventually(() => expect(log(store).log - log(store).checkpointed).toBe(0));
    // And so the next commit begins it anew.
    writeMuch(store);
    expect(log(store).log).toBeLessThan(1_500);
  });

  it('does not outgrow bulk work that asks for room', async () => {
    const store = shop.open({ startReaderThread });
    let written = 0;
    let longest = 0;
    for (let last = 0; written < 20_000; ) {
      writeMuch(store);
      const { log: now } = log(store);
      written += now < last ? now : now - last;
      longest = Math.max(longest, now);
      last = now;
      await store.roomInLog();
    }
    expect(longest).toBeLessThan(5_000);
  });

  it('may grow while somebody reads an older state, and nobody waits for that', async () => {
    const store = shop.open({ startReaderThread });
    writeMuch(store);
    const report = new Database(shop.file, { readonly: true });
    report.exec('BEGIN');
    report.prepare('SELECT count(*) FROM customer').get();
    while (log(store).log < 6_000) {
      writeMuch(store);
      await store.roomInLog();
    }
    expect(log(store).checkpointed).toBeLessThan(1_000);
    report.close();
    await store.roomInLog();
    expect(log(store)).toMatchObject({ checkpointed: log(store).log });
  });

  it('is left to SQLite where there are no threads', () => {
    const store = shop.open();
    expect(store.sql('PRAGMA wal_autocheckpoint').get()).toEqual({ wal_autocheckpoint: 1000 });
  });
});
