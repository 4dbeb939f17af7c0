import { money, quantity } from '@shared/money';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reorderLines } from '../../../../src/main/shop/purchases';
import { cashier } from '../../../support/counter';
import { foundPurchases, openPurchases } from '../../../support/purchases';
import { makeTestShop, type TestShop } from '../../../support/shop-store';

let shop: TestShop;
beforeEach(() => {
  shop = makeTestShop();
});
afterEach(() => shop.dispose());

const dayMs = 24 * 60 * 60 * 1000;

/** Soap is to be reordered at five; rice has no reorder level until it is given one. */
function openOffice() {
  const store = shop.open();
  foundPurchases(store);
  const office = openPurchases(store);
  const edit = (id: string, fields: Parameters<typeof change>[1]) => change(id, fields);
  const change = (id: string, fields: { reorder_level?: number; reorder_quantity?: number; active?: 0 | 1 }) =>
    store.mutate({ name: 'test', kind: 'request', actor: 's' }, (m) => {
      const { active, ...levels } = fields;
      const quantities = Object.fromEntries(Object.entries(levels).map(([key, value]) => [key, quantity(value)]));
      m.set('product', id, { ...quantities, ...(active !== undefined && { active }) });
    });
  return { ...office, store, edit, lines: () => reorderLines(store, shop.clock.now()) };
}

describe('the reorder list', () => {
  it('has what has come down to its reorder level, and suggests up to twice of that, or the reorder quantity', () => {
    const office = openOffice();
    office.counter.adjust('soap', 6_000);
    expect(office.lines()).toEqual([]);
    office.counter.add('soap', 2_000);
    office.counter.pay();
    expect(office.lines()).toMatchObject([
      { id: 'soap', stock: 4_000, reorderLevel: 5_000, sold: 2_000, inDrafts: 0, suggested: 6_000, supplierId: null },
    ]);
    office.edit('soap', { reorder_quantity: 24_000 });
    expect(office.lines()).toMatchObject([{ suggested: 24_000 }]);
    office.edit('soap', { active: 0 });
    expect(office.lines()).toEqual([]);
  });

  it('counts what was sold in thirty days, less what came back', () => {
    const office = openOffice();
    office.counter.adjust('soap', 9_000);
    office.counter.add('soap', 5_000);
    office.counter.pay();
    shop.clock.advance(31 * dayMs);
    office.counter.add('soap', 1_000);
    office.counter.pay();
    expect(office.lines()).toMatchObject([{ stock: 3_000, sold: 1_000 }]);
  });

  it('takes off what open drafts bring, by the box too, and never suggests less than nothing', () => {
    const office = openOffice();
    const supplier = office.makeSupplier();
    office.edit('rice', { reorder_level: 10_000 });
    office.draft(supplier, '1', [{ product: 'rice', pieces: 1, unit: 'BOX', price: 60_000 }]);
    expect(office.lines().find(({ id }) => id === 'rice')).toMatchObject({ inDrafts: 12_000, suggested: 8_000 });
    office.draft(supplier, '2', [{ product: 'rice', pieces: 9, price: 6_000 }]);
    expect(office.lines().find(({ id }) => id === 'rice')).toMatchObject({ inDrafts: 21_000, suggested: 0 });
  });

  it.each([
    ['a quarter of what is not divided so', 454, 0.25],
    ['more than can be counted', 9_007_199_254_740_000, 2],
  ])('does without a line of a draft that is %s', (_, thousandths, pieces) => {
    const office = openOffice();
    const supplier = office.makeSupplier();
    office.draft(supplier, '1', [
      { product: 'rice', pieces: 1, price: 6_000 },
      { product: 'rice', pieces, unit: 'BOX', price: 60_000 },
    ]);
    const factor = quantity(thousandths);
    const box = { position: 0, unit: 'BOX', factor, price: money(50_000), barcode: null } as const;
    office.store.mutate({ name: 'test', kind: 'request', actor: 's' }, (m) => {
      m.set('product', 'rice', { reorder_level: quantity(10_000), units: [box] });
    });
    const rice = office.lines().find(({ id }) => id === 'rice');
    expect(rice).toMatchObject({ inDrafts: 1_000, suggested: 19_000 });
  });

  it('stands under the supplier of the last purchase that stands, and becomes a draft of theirs in what it comes in', () => {
    const office = openOffice();
    const first = office.makeSupplier({ name: 'First' });
    const second = office.makeSupplier({ name: 'Second' });
    office.edit('rice', { reorder_level: 20_000 });
    office.buy(first, '1', [{ product: 'rice', pieces: 1, unit: 'BOX', price: 60_000 }]);
    shop.clock.advance(1);
    const { id } = office.buy(second, '1', [{ product: 'rice', pieces: 1, price: 5_500 }]);
    expect(office.lines().map(({ supplier, id: of }) => [of, supplier])).toEqual([
      ['rice', 'Second'],
      ['soap', null],
    ]);
    office.reverse(id);
    const [rice] = office.lines();
    expect(rice).toMatchObject({ supplierId: first, stock: 12_000, suggested: 28_000 });
    const draft = office.purchases['purchases.begin'](
      { supplierId: first, products: [{ productId: 'rice', quantity: quantity(28_000) }] },
      cashier,
    );
    // Twenty-eight of what comes in boxes of twelve are three boxes, at their last price.
    expect(draft).toMatchObject({
      supplier: { id: first },
      lines: [{ unit: 'BOX', quantity: 3_000, unitPrice: 60_000 }],
    });
    expect(office.lines()[0]).toMatchObject({ inDrafts: 36_000, suggested: 0 });
  });

  it('is told to the supplier line by line, by a link as long as it fits in one', () => {
    const office = openOffice();
    const supplierId = office.makeSupplier({ phone: '98200 11111' });
    const order = (lines: number) =>
      office.purchases['purchases.orderText'](
        { supplierId, lines: Array(lines).fill({ productId: 'soap', quantity: quantity(6_000) }) },
        cashier,
      );
    expect(order(1)).toMatchObject({
      text: expect.stringMatching(/^Order from .*:\n1\. .*: 6 pc\nPlease confirm\. Thank you!$/),
      link: expect.stringMatching(/^https:\/\/wa\.me\/919820011111\?text=Order%20from/),
    });
    expect(order(200)).toMatchObject({ link: null });
  });
});
