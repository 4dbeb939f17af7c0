import type { RecordChange, RecordKind } from '@shared/contract';
import { type Money, money, quantity } from '@shared/money';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { editProduct } from '../../../src/main/shop/catalogue';
import { historyHandlers } from '../../../src/main/shop/history';
import type { Mutation } from '../../../src/main/store';
import { cashier, foundShop, openCounter } from '../../support/counter';
import { makeTestShop, type TestShop } from '../../support/shop-store';

let shop: TestShop;
beforeEach(() => {
  shop = makeTestShop();
});
afterEach(() => shop.dispose());

const asha = cashier.session.user?.staffId ?? '';

function openShop() {
  const store = shop.open();
  foundShop(store, {
    products: [{ id: 'soap', name: 'Neem soap', price: money(4500) }, { id: 'oil' }],
    customers: [{ id: 'ravi', name: 'Ravi' }],
  });
  const { deps } = openCounter(store);
  const change = (write: (m: Mutation) => void, actor = asha) => {
    shop.clock.advance(60_000);
    store.mutate({ name: 'test.change', kind: 'request', actor }, write);
  };
  const changes = async (kind: RecordKind, id: string, offset = 0, limit = 50) =>
    historyHandlers(deps)['history.changes']({ kind, id, offset, limit }, cashier);
  const sayCost = (cost: Money | null) => change((m) => editProduct(m, deps, 'soap', {}, cost));
  return { change, changes, sayCost };
}

const told = (rows: readonly RecordChange[]) => rows.map(({ field, before, after }) => [field, before, after]);

describe('the changes of a record', () => {
  it('stand newest first, each in the terms of its field', async () => {
    const { change, changes } = openShop();
    change((m) => m.put('category', { id: 'bath', name: 'Bath', parent_id: null, position: 1, active: 1 }));
    change((m) => m.set('product', 'soap', { price: money(4800), name: 'Neem soap 100 g' }));
    change((m) => m.set('product', 'soap', { category_id: 'bath', reorder_level: quantity(5_000), favourite: 1 }));
    change((m) => m.set('product', 'soap', { barcodes: [{ position: 0, barcode: '8901030865237' }] }));
    change((m) => m.set('product', 'oil', { name: 'Sesame oil' }));
    const { rows, total } = await changes('product', 'soap');
    expect(told(rows)).toEqual([
      ['barcodes', { texts: [] }, { texts: ['8901030865237'] }],
      ['favourite', { yes: false }, { yes: true }],
      ['reorder_level', null, { quantity: 5_000 }],
      ['category_id', null, { text: 'Bath' }],
      ['price', { money: 4500 }, { money: 4800 }],
      ['name', { text: 'Neem soap' }, { text: 'Neem soap 100 g' }],
    ]);
    expect(total).toBe(6);
    expect(rows[0]).toMatchObject({ staff: 'Asha', terminal: 'Counter 1', at: shop.clock.now() - 60_000 });
  });

  it('of a product are those of its cost as well, as somebody said it, and not as purchases moved it', async () => {
    const { change, changes } = openShop();
    change((m) => m.put('product_cost', { id: 'soap', cost: money(3000), stated: money(3000), stated_at: m.at }));
    change((m) => m.set('product_cost', 'soap', { cost: money(3150) }));
    change((m) => m.set('product_cost', 'soap', { cost: money(3200), stated: money(3200), stated_at: m.at }));
    expect(told((await changes('product', 'soap')).rows)).toEqual([['cost', { money: 3150 }, { money: 3200 }]]);
  });

  it('tell a cost that is said first, taken away and said again, also one that only purchases had stated', async () => {
    const { change, changes, sayCost } = openShop();
    sayCost(money(3900));
    change((m) => m.set('product_cost', 'soap', { cost: money(4000) }), 'system');
    sayCost(null);
    sayCost(money(4100));
    change((m) => m.put('product_cost', { id: 'oil', cost: money(900), stated: null, stated_at: 0 }), 'system');
    change((m) => m.set('product_cost', 'oil', { stated_at: m.at }) && m.del('product_cost', 'oil'));
    expect(told((await changes('product', 'soap')).rows)).toEqual([
      ['cost', null, { money: 4100 }],
      ['cost', { money: 4000 }, null],
      ['cost', null, { money: 3900 }],
    ]);
    expect(told((await changes('product', 'oil')).rows)).toEqual([['cost', { money: 900 }, null]]);
    expect((await changes('product', 'oil')).total).toBe(1);
  });

  it('are pages that fit together, and name nobody whom this till does not know', async () => {
    const { change, changes } = openShop();
    for (let price = 1; price <= 7; price++) {
      change((m) => m.set('product', 'soap', { price: money(price * 100) }), price === 7 ? 'a stranger' : asha);
    }
    const all = (await changes('product', 'soap')).rows;
    expect(all[0]).toMatchObject({ staff: null, byProgram: false });
    change((m) => m.set('customer', 'ravi', { name: 'Ravi K' }), 'system');
    expect((await changes('customer', 'ravi')).rows[0]).toMatchObject({ staff: null, byProgram: true });
    const pages = await Promise.all([0, 3, 6].map((offset) => changes('product', 'soap', offset, 3)));
    expect(pages.flatMap(({ rows }) => rows)).toEqual(all);
    expect(pages.map(({ total }) => total)).toEqual([7, 7, 7]);
  });

  it('tell when it was removed and brought back, and that a limit is gone', async () => {
    const { change, changes } = openShop();
    change((m) => m.set('customer', 'ravi', { credit_limit: money(50_000), credit_days: 10 }));
    change((m) => m.set('customer', 'ravi', { credit_limit: null }));
    change((m) => m.del('customer', 'ravi'));
    change((m) => m.undel('customer', 'ravi'));
    expect(told((await changes('customer', 'ravi')).rows)).toEqual([
      ['removed', { yes: true }, { yes: false }],
      ['removed', { yes: false }, { yes: true }],
      ['credit_limit', { money: 50_000 }, null],
      ['credit_days', null, { count: 10 }],
      ['credit_limit', null, { money: 50_000 }],
    ]);
    expect(await changes('supplier', 'ravi')).toEqual({ rows: [], total: 0 });
  });
});
