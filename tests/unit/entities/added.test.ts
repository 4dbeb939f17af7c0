import { type Entity, entities, type Fields, withAdded } from '@shared/entities';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { shopMigrations } from '../../support/shop-store';

interface Column {
  readonly name: string;
  readonly dflt_value: string | null;
}

it('fields that came later have the default that their migration gave to the rows that were there', () => {
  const db = new Database(':memory:');
  for (const { sql } of shopMigrations) db.exec(sql);
  const tables = Object.entries<Entity>(entities).flatMap(([name, { fields, parts }]): [string, Fields][] => [
    [name, fields],
    ...Object.values(parts).map((part): [string, Fields] => [part.table, part.fields]),
  ]);
  let found = 0;
  for (const [table, fields] of tables) {
    const columns = db.pragma(`table_info(${table})`) as Column[]; // proof: the columns of this pragma
    for (const [name, { added }] of Object.entries(fields)) {
      if (!added || 'like' in added) continue;
      found += 1;
      const text = columns.find((column) => column.name === name)?.dflt_value ?? null;
      expect([table, name, text]).toEqual([
        table,
        name,
        typeof added.value === 'string' ? `'${added.value}'` : added.value === null ? null : String(added.value),
      ]);
    }
  }
  db.close();
  expect(found).toBeGreaterThan(10);
});

it('a record that has all its fields is left as it is', () => {
  const row = { id: 'p', credit_days: 7, name: 'Meera' };
  expect(withAdded(entities.customer, row)).toBe(row);
  expect(withAdded(entities.customer, { id: 'p', name: 'Meera' })).toEqual({
    id: 'p',
    name: 'Meera',
    credit_days: null,
  });
});
