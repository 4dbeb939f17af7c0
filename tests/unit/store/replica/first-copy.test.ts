import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../../../src/main/store';
import { customerRow, movementRow, productRow } from '../../../support/sale-rows';
import { makeTestShop, type TestShop } from '../../../support/shop-store';
import { chain, Log, welcome } from './log';

let shop: TestShop;
let store: Store;
beforeEach(() => {
  shop = makeTestShop();
  store = shop.open();
  welcome(store);
});
afterEach(() => shop.dispose());

const record = (entity: string, id: string, row: object) => ({ entity, id, row, deleted: null, versions: { '': 1 } });
const settings = {
  id: 'shop',
  name: 'Shop',
  country: 'IN',
  currency: 'INR',
  language: 'en',
  time_zone: 'Asia/Kolkata',
  tax_regime: 'none',
  prices_include_tax: 1,
  rounding_method: 'line',
  round_off_unit: 0,
  cash_rounding_unit: 0,
  negative_stock: 'warn',
  weight_codes: '',
  created_at: 0,
};
const category = (id: string, parent: string | null) =>
  record('category', id, { id, name: id, parent_id: parent, position: 0, active: 1 });
const chunks = [
  [record('business_settings', 'shop', settings), category('a', 'z')],
  [category('z', null), record('product', 'p1', productRow('p1', { name: 'Basmati rice', category_id: 'a' }))],
  [record('stock_movement', 'm1', movementRow('m1', 'p1', -3000))],
];
const stage = (index: number) => store.replica.stage('s', index, JSON.stringify(chunks[index]));
const copy = { snapshot: 's', head: 9, chain, last: 0, aside: [], scopes: ['office', 'shop'] } as const;
const land = (count = chunks.length) => {
  let landed = store.replica.importCopy(copy, count);
  while (landed === 'again') landed = store.replica.importCopy(copy, count);
  return landed;
};
const schema = () => store.sql(`SELECT name FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%' ORDER BY name`).all();
const count = (table: string) => store.sql<[], { n: number }>(`SELECT count(*) AS n FROM ${table}`).get()?.n;
const own = () =>
  store.mutate({ name: 'customer.create', kind: 'request', actor: 'asha' }, (m) =>
    m.put('customer', customerRow('own')),
  );

describe('a first copy', () => {
  it('is written as it comes, shows no shop and says nothing before it has landed', () => {
    const heard: string[] = [];
    store.changes.subscribe(({ topic }) => heard.push(topic));
    const whole = schema();
    expect([stage(0), stage(1), stage(2)]).toEqual([true, true, true]);
    expect([count('product'), count('business_settings'), count('staged_chunk')]).toEqual([1, 0, 0]);
    expect([store.replica.state().cursor, store.replica.copied, heard]).toEqual([0, 5, []]);
    expect(land()).toBe('done');
    expect([count('business_settings'), store.replica.state().cursor]).toEqual([1, 9]);
    expect(store.sql('SELECT product_id, quantity FROM stock_level').all()).toEqual([
      { product_id: 'p1', quantity: -3000 },
    ]);
    expect(store.sql(`SELECT rowid FROM product_search WHERE product_search MATCH 'basmati'`).all()).toHaveLength(1);
    expect(schema()).toEqual(whole);
    expect(store.sql('PRAGMA foreign_keys').get()).toEqual({ foreign_keys: 1 });
    expect(heard).toContain('product');
  });

  it('goes on after a cut at the chunk that is missing, and takes no other', () => {
    stage(0);
    stage(1);
    expect(store.replica.stagedChunks('s')).toBe(2);
    expect([stage(0), stage(1)]).toEqual([false, false]);
    expect(store.replica.importCopy(copy, 3)).toBe('lost');
    stage(2);
    expect(land()).toBe('done');
  });

  it('of a process that ended in the middle leaves an empty, whole file', async () => {
    const whole = schema();
    stage(0);
    stage(1);
    expect(schema()).not.toEqual(whole);
    await store.close();
    store = shop.open();
    expect(schema()).toEqual(whole);
    expect([count('category'), count('product'), count('register_version')]).toEqual([0, 0, 0]);
    expect([stage(0), stage(1), stage(2), land()]).toEqual([true, true, true, 'done']);
  });

  it('gives way to what this till does itself, and then comes in one go with that on top', () => {
    stage(0);
    stage(1);
    own();
    expect([count('category'), count('customer')]).toEqual([0, 1]);
    expect(stage(2)).toBe(false);
    expect([stage(0), count('category'), stage(1), stage(2)]).toEqual([true, 0, true, true]);
    expect(land()).toBe('done');
    expect([count('customer'), count('product'), count('staged_chunk')]).toEqual([1, 1, 0]);
  });

  it('gives way to the log', () => {
    stage(0);
    new Log(store).next([{ op: 'put', entity: 'customer', id: 'c', row: customerRow('c') }]);
    expect([count('category'), count('customer')]).toEqual([0, 1]);
  });

  it('does not land with a reference to what it does not have', () => {
    stage(0);
    expect(() => land(1)).toThrow('category');
    expect(count('business_settings')).toBe(0);
    store.replica.forget('another');
    expect(count('category')).toBe(0);
  });

  it('of rows that are none is refused, and nothing of the chunk is here', () => {
    stage(0);
    const bad = [category('z', null), { entity: 'category', id: 'y' }];
    expect(() => store.replica.stage('s', 1, JSON.stringify(bad))).toThrow('no list of rows');
    const ill = [category('z', null), category('z', null)];
    expect(() => store.replica.stage('s', 1, JSON.stringify(ill))).toThrow();
    expect(count('category')).toBe(1);
    expect([stage(1), stage(2), land()]).toEqual([true, true, 'done']);
  });
});
