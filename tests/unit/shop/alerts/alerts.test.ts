import type { Alert } from '@shared/contract';
import { money, type Quantity } from '@shared/money';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dueNotices, noticeShown } from '../../../../src/main/shop/alerts';
import { type Counter, foundShop, openCounter, type ShopSetup } from '../../../support/counter';
import { makeTestShop, type TestShop } from '../../../support/shop-store';

let shop: TestShop;
beforeEach(() => {
  shop = makeTestShop();
});
afterEach(() => shop.dispose());

const ten = 10_000 as Quantity; // proof: a literal integer of thousandths
const watched = { id: 'soap', name: 'Soap', price: money(4500), reorder_level: ten } as const;

function counterWith(setup: ShopSetup): Counter {
  const store = shop.open();
  foundShop(store, setup);
  return openCounter(store);
}

const sell = (counter: Counter, productId: string, pieces: number) => {
  counter.add(productId, pieces * 1000);
  return counter.pay();
};
const kinds = (counter: Counter, state: 'open' | 'all' = 'open') =>
  counter.alerts(state).rows.map((alert) => alert.kind);
/** What stands in the file, of which the list shows the gravest. */
const raised = ({ deps }: Counter, state: 'open' | 'all') =>
  deps.store
    .sql<[string, string], { kind: Alert['kind'] }>("SELECT kind FROM alert WHERE state = ? OR ? = 'all'")
    .all(state, state)
    .map(({ kind }) => kind);

describe('low stock', () => {
  it('is raised by the sale that crosses the reorder level, with its stock and its bill', () => {
    const counter = counterWith({ products: [watched], opening: { soap: 12_000 } });
    sell(counter, 'soap', 1);
    expect(kinds(counter)).toEqual([]);
    const { billId } = sell(counter, 'soap', 1);
    const { rows, open, total } = counter.alerts();
    expect([open, total]).toEqual([1, 1]);
    expect(rows[0]).toMatchObject({ kind: 'low_stock', product: 'Soap', quantity: ten, threshold: ten, stock: ten });
    expect(
      counter.deps.store.sql<[], { document_id: string }>('SELECT document_id FROM alert').get()?.document_id,
    ).toBe(billId);
  });

  it('is raised once per crossing: not by further sales below the level, again after coming back', () => {
    const counter = counterWith({ products: [watched], opening: { soap: 11_000 } });
    sell(counter, 'soap', 1);
    sell(counter, 'soap', 3);
    expect(kinds(counter, 'all')).toEqual(['low_stock']);
    counter.adjust('soap', 4000);
    expect(kinds(counter)).toEqual([]);
    expect(counter.alerts('all').rows[0]?.state).toBe('resolved');
    sell(counter, 'soap', 1);
    expect(kinds(counter, 'all')).toEqual(['low_stock', 'low_stock']);
    expect(kinds(counter)).toEqual(['low_stock']);
  });

  it('becomes out of stock and oversold on the way down, and each resolves on its own way up', () => {
    const counter = counterWith({ products: [watched], opening: { soap: 11_000 } });
    sell(counter, 'soap', 5);
    sell(counter, 'soap', 6);
    const { billId } = sell(counter, 'soap', 1);
    expect(raised(counter, 'open').sort()).toEqual(['low_stock', 'out_of_stock', 'oversold']);
    counter.giveBack(billId, [[1, 1000]]);
    expect(raised(counter, 'open').sort()).toEqual(['low_stock', 'out_of_stock']);
    counter.adjust('soap', 1000);
    expect(raised(counter, 'open')).toEqual(['low_stock']);
  });

  it('of one product only the gravest is listed and counted; whoever has seen it has seen the milder ones', () => {
    const tea = { ...watched, id: 'tea', name: 'Tea' };
    const counter = counterWith({ products: [watched, tea], opening: { soap: 11_000, tea: 11_000 } });
    sell(counter, 'tea', 1);
    sell(counter, 'soap', 5);
    sell(counter, 'soap', 6);
    sell(counter, 'soap', 1);
    const listed = counter.alerts();
    expect(listed.rows.map(({ product, kind }) => [product, kind]).sort()).toEqual([
      ['Soap', 'oversold'],
      ['Tea', 'low_stock'],
    ]);
    expect([listed.open, listed.total, counter.alerts('all').total]).toEqual([2, 2, 2]);
    counter.acknowledge([listed.rows.find(({ product }) => product === 'Soap')?.id ?? '']);
    expect(counter.alerts().rows.map(({ product }) => product)).toEqual(['Tea']);
    expect(raised(counter, 'open')).toEqual(['low_stock']);
    counter.adjust('soap', 5000);
    expect(counter.alerts().rows.map(({ product }) => product)).toEqual(['Tea']);
  });

  it('says nothing of stock below zero where the shop allows it', () => {
    const counter = counterWith({ products: [{ id: 'tea' }], settings: { negative_stock: 'allow' } });
    sell(counter, 'tea', 3);
    expect(kinds(counter, 'all')).toEqual([]);
  });

  it('can be acknowledged, once, by a name; a resolved one stays resolved', () => {
    const counter = counterWith({ products: [watched], opening: { soap: 11_000 } });
    sell(counter, 'soap', 1);
    const [alert] = counter.alerts().rows;
    counter.acknowledge([alert?.id ?? '', 'unknown']);
    expect(counter.alerts()).toMatchObject({ rows: [], open: 0 });
    expect(counter.alerts('all').rows[0]?.state).toBe('acknowledged');
    counter.adjust('soap', 5000);
    counter.acknowledge([alert?.id ?? '']);
    expect(counter.alerts('all').rows[0]?.state).toBe('resolved');
  });

  it('is raised exactly once for every crossing of any history, and open exactly while stock is low', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -6, max: 6 }), { maxLength: 25 }), (moves) => {
        const inner = makeTestShop();
        const store = inner.open();
        foundShop(store, { products: [{ ...watched, reorder_level: 5000 as Quantity }], opening: { soap: 8000 } });
        const counter = openCounter(store);
        const limits = { low_stock: 5000, out_of_stock: 0, oversold: -1 };
        const expected = { low_stock: 0, out_of_stock: 0, oversold: 0 };
        let level = 8000;
        for (const move of moves) {
          if (move === 0) continue;
          const before = level;
          level += move * 1000;
          if (move < 0) sell(counter, 'soap', -move);
          else counter.adjust('soap', move * 1000);
          for (const [kind, limit] of Object.entries(limits)) {
            if (before > limit && level <= limit) expected[kind as keyof typeof limits] += 1; // proof: its own keys
          }
        }
        const all = raised(counter, 'all');
        for (const [kind, limit] of Object.entries(limits)) {
          expect(all.filter((one) => one === kind)).toHaveLength(expected[kind as keyof typeof limits]); // as above
          expect(raised(counter, 'open').includes(kind as keyof typeof limits)).toBe(level <= limit); // as above
        }
        expect(counter.level('soap')).toBe(level);
        void inner.dispose();
      }),
      { numRuns: 30 },
    );
  });
});

describe('the notification a terminal owes', () => {
  it('groups what crossed, says the gravest of a product, and is owed until it was shown', async () => {
    const products = [watched, { ...watched, id: 'tea', name: 'Tea' }, { ...watched, id: 'oil', name: 'Oil' }];
    const counter = counterWith({ products, opening: { soap: 11_000, tea: 12_000, oil: 13_000 } });
    counter.add('soap', 1000);
    counter.add('tea', 2000);
    counter.add('oil', 13_000);
    counter.pay();
    const { store } = counter.deps;
    const due = dueNotices(store);
    expect(due.map(({ kind, products: named }) => [kind, named.map(({ name, quantity }) => [name, quantity])])).toEqual(
      [
        ['out_of_stock', [['Oil', 0]]],
        [
          'low_stock',
          [
            ['Soap', 10_000],
            ['Tea', 10_000],
          ],
        ],
      ],
    );
    await store.close();

    const again = shop.open();
    expect(dueNotices(again)).toEqual(due);
    noticeShown(again, due[0]?.alertIds ?? []);
    expect(dueNotices(again).map(({ kind }) => kind)).toEqual(['low_stock']);
    noticeShown(again, due[1]?.alertIds ?? []);
    expect(dueNotices(again)).toEqual([]);
  });

  it('is not owed any more when the stock is back before it was shown', () => {
    const counter = counterWith({ products: [watched], opening: { soap: 11_000 } });
    sell(counter, 'soap', 1);
    counter.adjust('soap', 5000);
    expect(dueNotices(counter.deps.store)).toEqual([]);
  });
});
