import { type Entity, entities, type Fields } from '@shared/entities';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { applyMigrations } from '../../../src/main/store/migrations';
import { shopMigrations } from '../../support/shop-store';

interface Column {
  name: string;
  type: string;
  notnull: 0 | 1;
  pk: number;
}

let db: Database.Database;
beforeEach(() => {
  db = new Database(':memory:');
  db.pragma('foreign_keys = ON');
  applyMigrations(db, ':memory:', shopMigrations, 0, null);
});
afterEach(() => void db.close());

const columnsOf = (table: string) =>
  db.prepare<[string], Column>('SELECT name, type, "notnull", pk FROM pragma_table_info(?)').all(table);

const asColumns = (fields: Fields) =>
  Object.entries(fields).map(([name, field]) => ({
    name,
    type: field.column.toUpperCase(),
    notnull: field.nullable ? 0 : 1,
  }));

const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);
const plain = ({ name, type, notnull }: Column) => ({ name, type, notnull });
const text = (name: string) => ({ name, type: 'TEXT', notnull: 1 });

const registry = Object.entries<Entity>(entities);
const parts = registry.flatMap(([, entity]) => Object.values(entity.parts));

describe('migration 0001', () => {
  it.each(registry)('gives %s exactly the columns of the registry', (name, entity) => {
    const expected = [text('id'), ...asColumns(entity.fields)];
    if (entity.kind === 'register') expected.push({ name: 'deleted_at', type: 'INTEGER', notnull: 0 });
    const found = columnsOf(name).filter((column) => column.name !== 'ref');
    expect(found.map(plain).sort(byName)).toEqual(expected.sort(byName));
  });

  it.each(parts.map((part) => [part.table, part] as const))(
    'gives %s the columns and the key of its part',
    (_, part) => {
      const found = columnsOf(part.table);
      expect(found.map(plain).sort(byName)).toEqual([text(part.parent), ...asColumns(part.fields)].sort(byName));
      const key = found.filter((column) => column.pk > 0).sort((a, b) => a.pk - b.pk);
      expect(key.map((column) => column.name)).toEqual([part.parent, ...part.key]);
    },
  );

  it('refers from table to table exactly as the registry says, so that the hub can check what terminals will', () => {
    const refersOf = (table: string, fields: Fields, base?: string) => [
      ...Object.entries(fields).flatMap(([column, { refers }]) => (refers ? [`${table}.${column} ${refers}`] : [])),
      ...(base ? [`${table}.id ${base}`] : []),
    ];
    const expected = registry.flatMap(([name, entity]) => [
      ...refersOf(name, entity.fields, entity.access.extends),
      ...Object.values(entity.parts).flatMap((part) => [
        ...refersOf(part.table, part.fields),
        `${part.table}.${part.parent} ${name}`,
      ]),
    ]);
    const tables = [...registry.map(([name]) => name), ...parts.map((part) => part.table)];
    const found = tables.flatMap((table) =>
      db
        .prepare<[string], { from: string; table: string }>('SELECT "from", "table" FROM pragma_foreign_key_list(?)')
        .all(table)
        .map((key) => `${table}.${key.from} ${key.table}`),
    );
    expect(found.sort()).toEqual(expected.sort());
  });

  it('makes every table STRICT, so that no column holds a value of another type', () => {
    const lax = db
      .prepare<[], { name: string }>(
        `SELECT name FROM pragma_table_list
         WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'`,
      )
      .all();
    expect(lax).toEqual([]);
  });

  it('checks foreign keys at COMMIT, whatever the order of rows within it', () => {
    const barcode = `INSERT INTO product_barcode VALUES ('p', 0, '8901')`;
    expect(() => db.exec(barcode)).toThrow('FOREIGN KEY');
    db.exec('BEGIN');
    db.exec(barcode);
    expect(() => db.exec('COMMIT')).toThrow('FOREIGN KEY');
    db.exec('ROLLBACK');
  });

  it('keeps a whole Devanagari word as one search token', () => {
    db.exec(`INSERT INTO product (id, name, unit, price, track_stock, by_weight, favourite, active, created_at)
             VALUES ('p', 'बासमती चावल', 'kg', 1, 1, 0, 0, 1, 0)`);
    const found = db.prepare(`SELECT rowid FROM product_search WHERE product_search MATCH '"चाव"*'`).all();
    expect(found).toHaveLength(1);
  });
});
