import { contract } from '@shared/contract';
import { quantity } from '@shared/money';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { catalogueHandlers } from '../../../../src/main/shop/catalogue';
import { cashier, foundShop, openCounter } from '../../../support/counter';
import { makeTestShop, type TestShop } from '../../../support/shop-store';

let shop: TestShop;
beforeEach(() => {
  shop = makeTestShop();
});
afterEach(() => shop.dispose());

const products = [
  { id: 'plenty', name: 'Atta', reorder_level: quantity(5_000) },
  { id: 'edge', name: 'Besan', reorder_level: quantity(5_000) },
  { id: 'none', name: 'Chana' },
  { id: 'never', name: 'Dal', reorder_level: quantity(2_000) },
  { id: 'below', name: 'Elaichi', reorder_level: quantity(1_000) },
  { id: 'free', name: 'Fan', reorder_level: quantity(0) },
  { id: 'service', name: 'Gift wrap', track_stock: 0 },
  { id: 'gone', name: 'Honey' },
] as const;
const opening = { plenty: 5_001, edge: 5_000, none: 0, below: -500, free: 1_000, service: 3_000, gone: 9_000 };

function openLevels() {
  const store = shop.open();
  foundShop(store, { products, opening });
  store.mutate({ name: 'test', kind: 'request', actor: 's' }, (m) => m.del('product', 'gone'));
  const counter = openCounter(store);
  const handlers = catalogueHandlers(counter.deps);
  const { input } = contract['stock.levels'];
  return {
    counter,
    summary: () => handlers['stock.summary']({}, cashier),
    ask: (question: Partial<(typeof input)['_input']> = {}) =>
      handlers['stock.levels'](input.parse({ limit: 100, ...question }), cashier),
    ids: async (question: Partial<(typeof input)['_input']> = {}) =>
      (await handlers['stock.levels'](input.parse({ limit: 100, ...question }), cashier)).rows.map(({ id }) => id),
  };
}

describe('levels', () => {
  it('lists what is counted, each product in exactly one state, as the summary counts them', async () => {
    const levels = openLevels();
    expect(await levels.ids()).toEqual(['plenty', 'edge', 'none', 'never', 'below', 'free']);
    expect(await levels.ids({ state: 'low' })).toEqual(['edge']);
    expect(await levels.ids({ state: 'out' })).toEqual(['none', 'never']);
    expect(await levels.ids({ state: 'oversold' })).toEqual(['below']);
    expect(await levels.summary()).toEqual({ counted: 6, enough: 2, low: 1, out: 2, oversold: 1 });
    for (const state of ['any', 'low', 'out', 'oversold'] as const) {
      const { rows, total } = await levels.ask({ state });
      expect(total).toBe(rows.length);
    }
  });

  it('sorts by level, a product that never moved standing at nothing, and pages without a gap', async () => {
    const levels = openLevels();
    const sorted = await levels.ids({ sort: 'stock' });
    expect(sorted).toEqual(['below', 'none', 'never', 'free', 'edge', 'plenty']);
    expect(await levels.ids({ sort: 'stock', descending: true })).toEqual([
      ...['plenty', 'edge', 'free'],
      ...['none', 'never', 'below'],
    ]);
    const pages = await Promise.all([0, 2, 4].map((offset) => levels.ids({ sort: 'stock', offset, limit: 2 })));
    expect(pages.flat()).toEqual(sorted);
  });

  it('finds by the words of the name within a state, and counts what it finds', async () => {
    const levels = openLevels();
    expect(await levels.ask({ text: 'bes', state: 'low' })).toMatchObject({ total: 1, rows: [{ id: 'edge' }] });
    expect(await levels.ask({ text: 'bes', state: 'out' })).toEqual({ rows: [], total: 0 });
  });

  it('a sale moves a product from one state to the next', async () => {
    const levels = openLevels();
    levels.counter.add('plenty', 1_000);
    levels.counter.pay();
    expect(await levels.ids({ state: 'low' })).toEqual(['plenty', 'edge']);
    expect(await levels.summary()).toMatchObject({ enough: 1, low: 2 });
  });
});
