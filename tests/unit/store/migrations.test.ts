import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  DatabaseProblem,
  listBackups,
  loadMigrationsFromFolder,
  type Migration,
  parseMigrations,
} from '../../../src/main/store';
import { damagePagesOf } from '../../support/damage';
import { customerRow } from '../../support/sale-rows';
import { makeTestShop, shopMigrations, type TestShop } from '../../support/shop-store';

let shop: TestShop;
beforeEach(() => {
  shop = makeTestShop();
});
afterEach(() => shop.dispose());

const last = shopMigrations.length;
const next = (offset: number, sql: string): Migration => ({ number: last + offset, name: `test_${offset}`, sql });
const addColumn = next(1, 'ALTER TABLE customer ADD COLUMN nickname TEXT;');

function problemOf(work: () => unknown): DatabaseProblem {
  try {
    work();
  } catch (error) {
    if (error instanceof DatabaseProblem) return error;
    throw error;
  }
  throw new Error('no problem was thrown');
}

/** A closed shop file of today's version with one customer. */
async function makeShopFile(): Promise<void> {
  const store = shop.open();
  store.mutate({ name: 'test', kind: 'request', actor: 's' }, (m) => m.put('customer', customerRow('c1')));
  await store.close();
}

/** Everything in the file, so that "as it was" can be compared. */
function contentOf(file: string): string {
  const db = new Database(file, { readonly: true });
  const hash = createHash('sha256');
  for (const row of db.prepare('SELECT name, sql FROM sqlite_schema ORDER BY name').all())
    hash.update(JSON.stringify(row));
  for (const row of db.prepare('SELECT * FROM customer').all()) hash.update(JSON.stringify(row));
  hash.update(String(db.pragma('user_version', { simple: true })));
  db.close();
  return hash.digest('hex');
}

describe('a list of migrations', () => {
  it('is read in the order of numbers', () => {
    const folder = join(shop.folder, 'migrations');
    mkdirSync(folder);
    writeFileSync(join(folder, '0002_second.sql'), 'b');
    writeFileSync(join(folder, '0001_first.sql'), 'a');
    writeFileSync(join(folder, 'README.md'), '');
    expect(loadMigrationsFromFolder(folder)).toEqual([
      { number: 1, name: 'first', sql: 'a' },
      { number: 2, name: 'second', sql: 'b' },
    ]);
  });

  it.each([
    ['a gap', { '0001_a.sql': '', '0003_c.sql': '' }],
    ['a number given twice', { '0001_a.sql': '', 'x/0001_b.sql': '' }],
    ['a bad name', { '1_a.sql': '' }],
  ])('is refused for %s', (_what, texts) => {
    expect(() => parseMigrations(texts)).toThrow();
  });
});

describe('a migration of an existing file', () => {
  it('comes after a verified backup of the version before', async () => {
    await makeShopFile();
    const before = contentOf(shop.file);
    const store = shop.open({ migrations: [...shopMigrations, addColumn] });
    expect(store.sql('SELECT nickname FROM customer').all()).toEqual([{ nickname: null }]);
    const [backup] = listBackups(shop.file);
    expect(backup).toMatchObject({ file: store.migrationBackup, kind: 'migration', version: last, readable: true });
    expect(contentOf(backup?.file ?? '')).toBe(before);
  });

  it('does not happen when the backup fails, and the file stays as it was', async () => {
    await makeShopFile();
    const before = readFileSync(shop.file);
    // A file where the folder should be.
    writeFileSync(join(shop.folder, 'backups'), '');
    const problem = problemOf(() => shop.open({ migrations: [...shopMigrations, addColumn] }));
    expect(problem).toMatchObject({ code: 'backup_failed', safe: 'everything' });
    expect(readFileSync(shop.file).equals(before)).toBe(true);
  });

  it('does not happen when the copy does not prove good: a damaged file is not carried forward', async () => {
    await makeShopFile();
    damagePagesOf(shop.file, 'outbox');
    const before = readFileSync(shop.file);
    expect(problemOf(() => shop.open({ migrations: [...shopMigrations, addColumn] })).code).toMatch(
      /backup_failed|database_corrupt/,
    );
    expect(readFileSync(shop.file).equals(before)).toBe(true);
    expect(listBackups(shop.file)).toEqual([]);
  });

  it.each([
    ['at its first step', [next(1, 'ALTER TABLE nothing ADD COLUMN x TEXT;')]],
    ['at its second step', [addColumn, next(2, 'CREATE TABLE t (x TEXT); INSERT INTO nothing VALUES (1);')]],
    ['on a reference to nothing', [next(1, `INSERT INTO product_barcode VALUES ('ghost', 0, '1');`)]],
    ['by committing by itself', [next(1, 'COMMIT;')]],
  ])('that fails %s leaves the file as it was and says so', async (_where, steps) => {
    await makeShopFile();
    const before = contentOf(shop.file);
    const problem = problemOf(() => shop.open({ migrations: [...shopMigrations, ...steps] }));
    expect(problem).toMatchObject({ code: 'migration_failed', safe: 'everything', params: { from: last } });
    expect(listBackups(shop.file).map((backup) => backup.file)).toEqual([problem.params.backup]);
    expect(contentOf(shop.file)).toBe(before);
    const store = shop.open();
    expect(store.all(store.kysely.selectFrom('customer').select('id'))).toEqual([{ id: 'c1' }]);
  });

  it('may rebuild a table that others refer to', async () => {
    await makeShopFile();
    const rebuild = next(
      1,
      `PRAGMA legacy_alter_table = ON;
       CREATE TABLE new_brand (id TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, active INTEGER NOT NULL,
         deleted_at INTEGER, country TEXT) STRICT;
       INSERT INTO new_brand SELECT id, name, active, deleted_at, NULL FROM brand;
       DROP TABLE brand;
       ALTER TABLE new_brand RENAME TO brand;`,
    );
    const store = shop.open({ migrations: [...shopMigrations, rebuild] });
    expect(store.sql('PRAGMA foreign_keys').get()).toEqual({ foreign_keys: 1 });
    expect(store.sql('PRAGMA legacy_alter_table').get()).toEqual({ legacy_alter_table: 0 });
    expect(store.sql('PRAGMA foreign_key_list(product)').all()).toContainEqual(
      expect.objectContaining({ table: 'brand' }),
    );
  });

  it('keeps the last five backups', async () => {
    await makeShopFile();
    const steps: Migration[] = [];
    for (let i = 1; i <= 7; i++) {
      steps.push(next(i, `CREATE TABLE extra_${i} (x INTEGER) STRICT;`));
      shop.clock.advance(1000);
      await shop.open({ migrations: [...shopMigrations, ...steps] }).close();
    }
    expect(listBackups(shop.file).map((backup) => backup.version)).toEqual([6, 5, 4, 3, 2].map((n) => last + n));
  });
});
