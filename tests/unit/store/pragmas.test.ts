import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { applyPragmas, applyReaderPragmas, assertPragmas } from '../../../src/main/store/pragmas';
import { readerJob } from '../../../src/main/store/readers';
import { customerRow } from '../../support/sale-rows';
import { makeTestShop, type TestShop } from '../../support/shop-store';

let shop: TestShop;
beforeEach(() => {
  shop = makeTestShop();
});
afterEach(() => shop.dispose());

const readPragmas = readerJob('test.pragmas', ({ db }) => {
  assertPragmas(db);
  return db.pragma('query_only', { simple: true });
});

describe('pragmas', () => {
  it('hold before and after the first write', () => {
    const db = new Database(shop.file);
    applyPragmas(db);
    db.exec('CREATE TABLE t (x) STRICT'.replace('x', 'x INTEGER'));
    db.exec('INSERT INTO t VALUES (1)');
    assertPragmas(db);
    db.close();
  });

  it('hold after a reopen, where better-sqlite3 alone would fall to synchronous=NORMAL', () => {
    const first = new Database(shop.file);
    applyPragmas(first);
    first.exec('CREATE TABLE t (x INTEGER)');
    first.close();

    const bare = new Database(shop.file);
    expect(bare.pragma('synchronous', { simple: true })).toBe(1);
    expect(() => assertPragmas(bare)).toThrow('synchronous');
    bare.close();

    const second = new Database(shop.file);
    applyPragmas(second);
    second.exec('INSERT INTO t VALUES (1)');
    assertPragmas(second);
    second.close();
  });

  it('hold on the store’s own connection after a mutation and after a reopen', async () => {
    for (let run = 1; run <= 2; run++) {
      const store = shop.open();
      store.mutate({ name: 'test', kind: 'request', actor: 's' }, (m) => m.put('customer', customerRow(`c${run}`)));
      const read = (name: string) =>
        store
          .sql<[], Record<string, unknown>>(`PRAGMA ${name}`)
          .all()
          .map((row) => Object.values(row)[0])[0];
      expect(['journal_mode', 'synchronous', 'foreign_keys', 'trusted_schema', 'busy_timeout'].map(read)).toEqual([
        'wal',
        2,
        1,
        0,
        5000,
      ]);
      await store.close();
    }
  });

  it('hold again after hurrying, also when that failed or the file was closed meanwhile', async () => {
    const store = shop.open();
    const synchronous = () => store.sql('PRAGMA synchronous').get();
    await store.hurrying(async () => expect(synchronous()).toEqual({ synchronous: 1 }));
    expect(synchronous()).toEqual({ synchronous: 2 });
    await expect(store.hurrying(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(synchronous()).toEqual({ synchronous: 2 });
    await store.hurrying(() => store.close());
  });

  it('hold again after a mutation that need not wait, whether it succeeds or fails', () => {
    const store = shop.open();
    const synchronous = () => store.sql('PRAGMA synchronous').get();
    const intent = { name: 'test', kind: 'request', actor: 's' } as const;
    store.mutateRepeatable(intent, (m) => m.put('customer', customerRow('c1')));
    expect(synchronous()).toEqual({ synchronous: 2 });
    expect(() =>
      store.mutateRepeatable(intent, () => {
        expect(synchronous()).toEqual({ synchronous: 1 });
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(synchronous()).toEqual({ synchronous: 2 });
  });

  it('hold again after a draft, whether it succeeds or fails', () => {
    const store = shop.open();
    const synchronous = () => store.sql('PRAGMA synchronous').get();
    store.draft(() => expect(synchronous()).toEqual({ synchronous: 1 }));
    expect(synchronous()).toEqual({ synchronous: 2 });
    expect(() =>
      store.draft(() => {
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(synchronous()).toEqual({ synchronous: 2 });
  });

  it('let what need not wait be part of hurrying, without ending it', async () => {
    const store = shop.open();
    const synchronous = () => store.sql('PRAGMA synchronous').get();
    await store.hurrying(async () => {
      store.draft(() => {});
      expect(synchronous()).toEqual({ synchronous: 1 });
    });
    expect(synchronous()).toEqual({ synchronous: 2 });
  });

  it('hold on a reader, which cannot write', async () => {
    const store = shop.open();
    expect(await store.readers.run(readPragmas, undefined)).toBe(1);
    const db = new Database(shop.file, { readonly: true });
    applyReaderPragmas(db);
    expect(() => db.exec('DELETE FROM meta')).toThrow(/readonly/);
    db.close();
  });
});
