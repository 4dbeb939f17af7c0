import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Connection } from '../../../src/main/store/reads';
import { StatementCache } from '../../../src/main/store/statements';

let db: Database.Database;
beforeEach(() => {
  db = new Database(':memory:');
  db.exec('CREATE TABLE brand (id TEXT, name TEXT, active INTEGER, deleted_at INTEGER)');
});
afterEach(() => void db.close());

describe('the statement cache', () => {
  it('gives the same statement for the same text', () => {
    const cache = new StatementCache(db);
    expect(cache.prepare('SELECT 1')).toBe(cache.prepare('SELECT 1'));
    expect(cache.size).toBe(1);
  });

  it('drops the text that was not used for longest', () => {
    const cache = new StatementCache(db, 2);
    const [one, two] = [cache.prepare('SELECT 1'), cache.prepare('SELECT 2')];
    expect(cache.prepare('SELECT 1')).toBe(one);
    cache.prepare('SELECT 3');
    expect(cache.size).toBe(2);
    expect(cache.prepare('SELECT 1')).toBe(one);
    expect(cache.prepare('SELECT 2')).not.toBe(two);
  });

  it('gives rows as arrays from a cache of such, also to a second user', () => {
    const cache = new StatementCache(db, 2, 'arrays');
    db.exec(`INSERT INTO brand (id, name) VALUES ('a', 'A')`);
    const text = 'SELECT id, name FROM brand';
    for (const row of cache.prepare(text).iterate())
      expect([row, cache.prepare(text).get()]).toEqual([
        ['a', 'A'],
        ['a', 'A'],
      ]);
    expect(new StatementCache(db).prepare(text).get()).toEqual({ id: 'a', name: 'A' });
  });

  it('gives a second user of a statement that is being iterated its own', () => {
    const cache = new StatementCache(db);
    db.exec(`INSERT INTO brand (id) VALUES ('a'), ('b')`);
    const text = 'SELECT id FROM brand';
    const pairs: unknown[] = [];
    for (const row of cache.prepare(text).iterate()) pairs.push([row, cache.prepare(text).all().length]);
    expect(pairs).toEqual([
      [{ id: 'a' }, 2],
      [{ id: 'b' }, 2],
    ]);
  });
});

describe('Kysely', () => {
  it('runs through the cache, synchronously and asynchronously, preparing a text once', async () => {
    const prepared: string[] = [];
    const connection = new Connection(db, ':memory:', (text) => prepared.push(text));
    const named = (name: string) => connection.kysely.selectFrom('brand').select('id').where('name', '=', name);
    const row = { id: 'b', name: 'Amul', active: 1, deleted_at: null } as const;
    expect(connection.run(connection.kysely.insertInto('brand').values(row))).toBe(1);
    expect(connection.all(named('Amul'))).toEqual([{ id: 'b' }]);
    expect(connection.get(named('Parle'))).toBeUndefined();
    expect(await named('Amul').execute()).toEqual([{ id: 'b' }]);
    expect(prepared).toEqual([
      'insert into "brand" ("id", "name", "active", "deleted_at") values (?, ?, ?, ?)',
      'select "id" from "brand" where "name" = ?',
    ]);
    expect(connection.statements.size).toBe(2);
  });
});
