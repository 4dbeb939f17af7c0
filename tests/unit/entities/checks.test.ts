import { brokenCheck, checkedFields, type Entity, entities } from '@shared/entities';
import Database from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import { applyMigrations } from '../../../src/main/store/migrations';
import { shopMigrations } from '../../support/shop-store';

const db = new Database(':memory:');
applyMigrations(db, ':memory:', shopMigrations, 0, null);
afterAll(() => db.close());

const tables = Object.entries<Entity>(entities).flatMap(([name, { parts }]) => [
  name,
  ...Object.values(parts).map(({ table }) => table),
]);

/** The texts between `CHECK (` and its closing bracket. */
function checksOf(table: string): string[] {
  const sql = String(db.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').pluck().get(table));
  return [...sql.matchAll(/CHECK \(((?:[^()]|\([^()]*\))*)\)/g)].map(([, expression = '']) => expression);
}

/** All that SQL demands of these fields and no others, as one expression. */
const demanded = (table: string, fields: readonly string[]) =>
  checksOf(table)
    .filter((expression) => (expression.match(/(?<!')\b[a-z_]+\b(?!')/g) ?? []).every((name) => fields.includes(name)))
    // A CHECK that is unknown (of a null) holds.
    .map((expression) => `coalesce((${expression}), 1)`)
    .join(' AND ');

const samples = [
  -5,
  -1,
  0,
  1,
  2,
  5,
  null,
  'intra',
  'india_gst',
  'line',
  'warn',
  'open',
  'customer',
  'held',
  'code128',
  'other',
];

describe('rows on which the sheets of everybody depend', () => {
  const payment = { kind: 'wage', amount: 1, month: '2026-11', method: 'upi' };
  const rule = { from_day: '2026-11-01', kind: 'monthly', amount: 1, less_absent: 0 };
  const work = { from_day: '2026-11-01', full_minutes: 420, half_minutes: 210, weekly_off: null };

  it('are taken as every screen makes them', () => {
    expect(brokenCheck('staff_payment', payment)).toBeNull();
    expect(brokenCheck('staff_payment', { ...payment, amount: -1 })).toBeNull();
    expect(brokenCheck('staff_payment', { ...payment, kind: 'bonus', method: null })).toBeNull();
    expect(brokenCheck('pay_rule', rule)).toBeNull();
    expect(brokenCheck('work_rule', work)).toBeNull();
  });

  it.each([
    ['staff_payment', 'month', { ...payment, month: '' }],
    ['staff_payment', 'month', { ...payment, month: '2026-13' }],
    ['staff_payment', 'month', { ...payment, month: '9999-12' }],
    ['staff_payment', 'amount', { ...payment, amount: 0 }],
    ['staff_payment', 'amount', { ...payment, amount: 9_000_000_000_000_000 }],
    ['staff_payment', 'method', { ...payment, method: 'shells' }],
    ['staff_payment', 'method', { ...payment, method: null }],
    ['staff_payment', 'method', { ...payment, kind: 'deduction' }],
    ['pay_rule', 'from_day', { ...rule, from_day: '2026-02-30' }],
    ['pay_rule', 'from_day', { ...rule, from_day: '0019-11-01' }],
    ['pay_rule', 'amount', { ...rule, amount: 9_000_000_000_000_000 }],
    ['work_rule', 'from_day', { ...work, from_day: '' }],
    ['work_rule', 'half_minutes', { ...work, half_minutes: 421 }],
  ] as const)('%s: %s is refused in %o', (table, field, row) => {
    expect(brokenCheck(table, row)).toBe(field);
  });
});

describe('checks of the registry', () => {
  it('there is one for every CHECK of a table that is synchronised', () => {
    for (const table of tables)
      expect([table, checkedFields[table]?.length ?? 0]).toEqual([table, checksOf(table).length]);
  });

  it.each(Object.entries(checkedFields).flatMap(([table, list]) => list.map((fields) => [table, fields] as const)))(
    '%s (%s) refuses what SQL refuses, and nothing else',
    (table, fields) => {
      const expression = demanded(table, fields);
      const bound = fields.map((field) => `@${field} AS ${field}`).join(', ');
      const ask = db.prepare(`SELECT ${expression} FROM (SELECT ${bound})`).pluck();
      let seed = 1;
      for (let round = 0; round < 400; round++) {
        const values = Object.fromEntries(
          fields.map((field, index) => {
            seed = (seed * 48_271) % 0x7fff_ffff;
            // Of one field every sample, of several only numbers: sums are for numbers.
            const at = fields.length === 1 ? round % samples.length : seed % 6;
            return [field, samples[at] ?? (index === 0 ? null : 0)];
          }),
        );
        if (fields.length === 1 && typeof values[fields[0] ?? ''] === 'string' && /[<>]/.test(expression)) continue;
        if (fields.length === 1 && values[fields[0] ?? ''] === null && / IN /.test(expression)) continue;
        expect([values, brokenCheck(table, values) === null]).toEqual([values, ask.get(values) === 1]);
      }
    },
  );
});
