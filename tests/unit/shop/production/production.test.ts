import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auditLevels } from '../../../../src/main/store';
import { foundBakery, goods, idOf, openProduction } from '../../../support/production';
import { refusal } from '../../../support/refusal';
import { openReports } from '../../../support/reports';
import { makeTestShop, type TestShop } from '../../../support/shop-store';

const { flour, egg, dough, bread, water } = goods;

let shop: TestShop;
beforeEach(() => {
  shop = makeTestShop();
});
afterEach(() => shop.dispose());

function openKitchen() {
  const store = shop.open();
  foundBakery(store);
  const kitchen = openProduction(store);
  kitchen.counter.adjust(flour, 6_000);
  return kitchen;
}

const openAlerts = ({ store }: ReturnType<typeof openKitchen>) =>
  store
    .sql<[], { kind: string; name: string }>(
      `SELECT a.kind, p.name FROM alert AS a JOIN product AS p ON p.id = a.product_id
       WHERE a.state <> 'resolved' ORDER BY p.name, a.kind`,
    )
    .all();

describe('what was made', () => {
  it('comes onto the shelf and what it took off it, in one transaction, with who, when and from which recipe', () => {
    const kitchen = openKitchen();
    const { store } = kitchen;
    shop.clock.advance(1_000);
    const recipeId = kitchen.write(bread, 10_000, { [flour]: 500 }).id;
    const before = store.sql<[], { n: number }>('SELECT count(*) AS n FROM outbox').get()?.n ?? 0;
    const { log } = kitchen.make(
      bread,
      20_000,
      { [flour]: 900, [water]: 600 },
      {
        recipeId,
        madeBy: '00000000-0000-7000-8000-00000000c001',
        madeDay: '2026-11-20',
        part: 'night',
        note: ' For Sunday ',
      },
    );
    expect(store.sql<[], { n: number }>('SELECT count(*) AS n FROM outbox').get()?.n).toBe(before + 1);
    expect(log).toMatchObject({
      ...{ name: 'Bread', quantity: 20_000, madeDay: '2026-11-20', part: 'night', note: 'For Sunday', madeBy: 'Asha' },
      ...{ staff: 'Asha', reversed: false, reversal: null },
    });
    expect(log.lines.map(({ name, quantity }) => [name, quantity])).toEqual([
      ['Flour', 900],
      ['Water', 600],
    ]);
    // Water is not counted.
    expect(kitchen.stock(bread, flour, water)).toEqual([20_000, 5_100, 0]);
    const rows = store
      .sql<[string], { id: string; reason: string; quantity: number; day: string }>(
        'SELECT id, reason, quantity, day FROM stock_movement WHERE document_id = ? ORDER BY id',
      )
      .all(log.id);
    expect(rows).toEqual([
      { id: `${log.id}:0`, reason: 'production', quantity: 20_000, day: '2026-11-21' },
      { id: `${log.id}:1`, reason: 'consumption', quantity: -900, day: '2026-11-21' },
    ]);
    expect(kitchen.logs()).toMatchObject([{ id: log.id, name: 'Bread' }]);
    // The flour's history says what it went into.
    expect(kitchen.counter.history(flour).rows[0]).toMatchObject({ reason: 'consumption', documentNumber: 'Bread' });
  });

  it('raises what is low now and resolves what is not; below nothing is said and not clamped', () => {
    const kitchen = openKitchen();
    kitchen.counter.adjust(bread, 5_000);
    kitchen.counter.adjust(bread, -2_000);
    expect(openAlerts(kitchen)).toEqual([{ kind: 'low_stock', name: 'Bread' }]);
    expect(kitchen.make(bread, 8_000, { [flour]: 1_000 }).below).toEqual([]);
    expect(openAlerts(kitchen)).toEqual([{ kind: 'low_stock', name: 'Flour' }]);
    const { below } = kitchen.make(bread, 8_000, { [flour]: 7_000, [egg]: 1_000 });
    expect(below.map(({ name, stock }) => [name, stock])).toEqual([
      ['Flour', -2_000],
      ['Egg', -1_000],
    ]);
    expect(openAlerts(kitchen)).toContainEqual({ kind: 'oversold', name: 'Flour' });
    expect(auditLevels(kitchen.store)).toEqual([]);
  });

  it('is written once, however often it is asked; something else under its id is refused', () => {
    const kitchen = openKitchen();
    const id = idOf('b001', 1);
    const first = kitchen.make(bread, 8_000, { [flour]: 1_000 }, { id });
    expect(kitchen.make(bread, 8_000, { [flour]: 1_000 }, { id })).toEqual(first);
    expect(kitchen.stock(bread, flour)).toEqual([8_000, 5_000]);
    for (const other of [{ quantity: 9_000 }, { part: 'night' as const }, { lines: [] }, { note: 'other' }]) {
      expect(refusal(() => kitchen.make(bread, 8_000, { [flour]: 1_000 }, { id, ...other }))).toBe('bad_value');
    }
  });

  it('is of a day that is, of goods that are there, each once and by whole pieces', () => {
    const kitchen = openKitchen();
    const make = (...log: Parameters<typeof kitchen.make>) => refusal(() => kitchen.make(...log));
    expect(make(bread, 1_000, {}, { madeDay: '2026-11-22' })).toBe('bad_value');
    expect(make(bread, 1_000, {}, { madeDay: '2026-02-30' })).toBe('bad_value');
    expect(make(bread, 1_500)).toBe('bad_value');
    expect(make(bread, 1_000, { [egg]: 500 })).toBe('bad_value');
    expect(make(bread, 1_000, { [bread]: 1_000 })).toBe('bad_value');
    expect(make(bread, 1_000, {}, { lines: [1, 2].map(() => ({ productId: flour, quantity: 1 })) })).toBe('bad_value');
    kitchen.store.mutate({ name: 'test', kind: 'request', actor: 's' }, (m) => m.del('product', egg));
    expect(make(bread, 1_000, { [egg]: 1_000 })).toBe('deleted');
    expect(make(egg, 1_000)).toBe('deleted');
    expect(make(idOf('b001', 7), 1_000)).toBe('not_found');
    expect(kitchen.logs()).toEqual([]);
    expect(kitchen.stock(bread, flour)).toEqual([0, 6_000]);
  });

  it('is found by day, part and product, the newest first', () => {
    const kitchen = openKitchen();
    kitchen.make(bread, 1_000, {}, { madeDay: '2026-11-19', part: 'night' });
    shop.clock.advance(1_000);
    kitchen.make(dough, 1_000);
    const found = (filter: Parameters<typeof kitchen.call<'production.list'>>[1]) =>
      kitchen.call('production.list', filter).rows.map(({ name }) => name);
    expect(found({ limit: 9 })).toEqual(['Dough', 'Bread']);
    expect(found({ limit: 9, from: '2026-11-20' })).toEqual(['Dough']);
    expect(found({ limit: 9, to: '2026-11-20', part: 'night' })).toEqual(['Bread']);
    expect(found({ limit: 9, productId: dough })).toEqual(['Dough']);
    expect(kitchen.call('production.list', { limit: 1, offset: 1 })).toMatchObject({
      rows: [{ name: 'Bread' }],
      total: 2,
    });
  });
});

describe('a log that is taken back', () => {
  it('moves each quantity the other way and stays to be seen; a second time nothing happens', () => {
    const kitchen = openKitchen();
    const { log } = kitchen.make(bread, 8_000, { [flour]: 1_000, [water]: 1_000 });
    kitchen.counter.adjust(bread, -3_000);
    shop.clock.advance(1_000);
    const back = kitchen.call('production.reverse', { id: log.id, reason: 'Typed twice' });
    expect(back).toMatchObject({ quantity: 8_000, reversed: true, reversal: { reason: 'Typed twice', staff: 'Asha' } });
    // What was sold of it stays sold.
    expect(kitchen.stock(bread, flour)).toEqual([-3_000, 6_000]);
    // Whoever reads the history of the flour sees why it came back.
    expect(kitchen.counter.history(flour).rows[0]).toMatchObject({ quantity: 1_000, note: 'Typed twice' });
    expect(kitchen.call('production.reverse', { id: log.id, reason: 'Again' }).reversal?.reason).toBe('Typed twice');
    expect(kitchen.stock(bread, flour)).toEqual([-3_000, 6_000]);
    expect(auditLevels(kitchen.store)).toEqual([]);
  });

  it('moves what was moved then, also of goods that are gone or counted otherwise since', () => {
    const kitchen = openKitchen();
    const { store } = kitchen;
    const { log } = kitchen.make(bread, 8_000, { [flour]: 1_000, [water]: 1_000 });
    store.mutate({ name: 'test', kind: 'request', actor: 's' }, (m) => {
      m.set('product', water, { track_stock: 1 });
      m.set('product', flour, { name: 'Maida' });
      m.del('product', flour);
    });
    kitchen.call('production.reverse', { id: log.id, reason: 'wrong' });
    expect(kitchen.stock(bread, flour, water)).toEqual([0, 6_000, 0]);
    expect(kitchen.call('production.get', { id: log.id }).lines.map(({ name }) => name)).toEqual(['Flour', 'Water']);
  });
});

it('the report has what was made of each product on each day, and nothing of what was taken back', async () => {
  const kitchen = openKitchen();
  kitchen.make(bread, 8_000);
  kitchen.make(bread, 4_000, {}, { part: 'evening' });
  kitchen.make(bread, 1_000, {}, { madeDay: '2026-11-20', part: 'night' });
  kitchen.make(dough, 1_500);
  const { log } = kitchen.make(dough, 9_000);
  kitchen.call('production.reverse', { id: log.id, reason: 'wrong' });
  kitchen.make(dough, 5_000, {}, { madeDay: '2026-10-31' });
  const { read } = openReports(kitchen.store);
  const { rows, totals } = await read({ report: 'production', from: '2026-11-01', to: '2026-11-21' });
  const made = rows.map((row) => [row.day, row.product, row.made, row.unit, row.entries]);
  expect(made.sort()).toEqual([
    ['2026-11-20', 'Bread', 1_000, 'PCS', 1],
    ['2026-11-21', 'Bread', 12_000, 'PCS', 2],
    ['2026-11-21', 'Dough', 1_500, 'KG', 1],
  ]);
  expect(totals).toMatchObject({ made: null, entries: 4 });
});

describe('feedback', () => {
  it('is written once, about a day that is and goods and customers that are there, the newest first', () => {
    const kitchen = openKitchen();
    const feedback = { id: idOf('c001', 1), ofDay: '2026-11-20', part: 'evening' as const, rating: 4, note: ' Soft ' };
    const about = { productId: bread, customerId: null };
    kitchen.call('feedback.add', { ...feedback, ...about }, 'cashier');
    kitchen.call('feedback.add', { ...feedback, ...about }, 'cashier');
    const add = (more: object) => refusal(() => kitchen.call('feedback.add', { ...feedback, ...about, ...more }));
    expect(add({ rating: 1 })).toBe('bad_value');
    const next = { id: idOf('c001', 2) };
    expect(add({ ...next, ofDay: '2026-11-22' })).toBe('bad_value');
    expect(add({ ...next, ofDay: '2026-02-30' })).toBe('bad_value');
    expect(add({ ...next, customerId: idOf('d001', 1) })).toBe('not_found');
    expect(() => kitchen.call('feedback.add', { ...feedback, ...about, ...next, rating: 6 })).toThrow();
    shop.clock.advance(1_000);
    kitchen.call('feedback.add', {
      ...feedback,
      ...next,
      ofDay: '2026-11-21',
      rating: 2,
      productId: null,
      customerId: null,
    });
    const { rows, total } = kitchen.call('feedback.list', { limit: 9 });
    expect(total).toBe(2);
    expect(rows).toMatchObject([
      { rating: 2, product: null },
      { rating: 4, product: 'Bread', note: 'Soft', staff: 'Asha' },
    ]);
    expect(kitchen.call('feedback.list', { limit: 9, to: '2026-11-20', part: 'evening' }).total).toBe(1);
  });
});
