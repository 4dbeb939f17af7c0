import { money } from '@shared/money';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auditLevels } from '../../../../src/main/store';
import { openCounts } from '../../../support/counts';
import { foundPurchases } from '../../../support/purchases';
import { refusal } from '../../../support/refusal';
import { movementRow, productRow } from '../../../support/sale-rows';
import { makeTestShop, type TestShop } from '../../../support/shop-store';

let shop: TestShop;
beforeEach(() => {
  shop = makeTestShop();
});
afterEach(() => shop.dispose());

function openShop() {
  const store = shop.open();
  foundPurchases(store);
  const till = openCounts(store);
  store.mutate({ name: 'test', kind: 'request', actor: 's' }, (m) => {
    m.put('category', { id: 'staples', name: 'Staples', parent_id: null, position: 0, active: 1 });
    m.put('category', { id: 'grain', name: 'Grain', parent_id: 'staples', position: 0, active: 1 });
    m.set('product', 'rice', { category_id: 'grain', barcodes: [{ position: 0, barcode: '8901234567890' }] });
    m.put('product_cost', { id: 'rice', cost: money(4_000), stated: money(4_000), stated_at: m.at });
  });
  till.counter.adjust('soap', 20_000);
  till.counter.adjust('rice', 36_000);
  const tick = () => shop.clock.advance(1_000);
  tick();
  return { ...till, tick };
}

describe('counting', () => {
  it('adds up what is scanned, by the piece, by the box and so many at once, and takes one off again', () => {
    const till = openShop();
    const sheet = till.begin();
    expect(till.scan(sheet, '8901234567890')).toEqual({
      outcome: 'counted',
      productId: 'rice',
      name: 'Product rice',
      unit: 'PCS',
      quantity: 1_000,
      counted: 1_000,
      expected: null,
    });
    till.tick();
    expect(till.scan(sheet, '8901234567890', 11)).toMatchObject({ quantity: 11_000, counted: 12_000 });
    till.tick();
    expect(till.add(sheet, 'rice', -2)).toMatchObject({ counted: 10_000 });
    expect(till.entries(sheet).map(({ quantity }) => quantity)).toEqual([-2_000, 11_000, 1_000]);
    expect(refusal(() => till.add(sheet, 'rice', -11))).toBe('bad_value');
    expect(till.scan(sheet, '8901234567906')).toEqual({ outcome: 'unknown', code: '8901234567906' });
    expect(till.sheet(sheet)).toMatchObject({ state: 'open', products: 1, wanted: null });
  });

  it('shows what should be there only where the sheet is not blind', () => {
    const till = openShop();
    expect(till.add(till.begin({ what: 'free' }, false), 'soap', 1).expected).toBe(20_000);
    expect(till.add(till.begin(), 'soap', 1).expected).toBeNull();
  });

  it('takes what belongs on the sheet, with what lies below its category', () => {
    const till = openShop();
    const sheet = till.begin({ what: 'category', id: 'staples' });
    expect(till.sheet(sheet)).toMatchObject({ of: 'Staples', wanted: 1 });
    expect(till.review(sheet, 'missing').map(({ name }) => name)).toEqual(['Product rice']);
    till.add(sheet, 'rice', 1);
    expect(till.review(sheet, 'missing')).toEqual([]);
    expect(refusal(() => till.add(sheet, 'soap', 1))).toBe('bad_value');
    expect(refusal(() => till.add(till.begin(), 'service', 1))).toBe('bad_value');
  });
});

it('a sheet is begun only of a category or brand that is there', () => {
  const till = openShop();
  till.store.mutate({ name: 'test', kind: 'request', actor: 's' }, (m) => m.del('category', 'grain'));
  expect(refusal(() => till.begin({ what: 'category', id: 'grain' }))).toBe('deleted');
  expect(refusal(() => till.begin({ what: 'category', id: 'nowhere' }))).toBe('not_found');
  expect(refusal(() => till.begin({ what: 'brand', id: 'nowhere' }))).toBe('not_found');
  expect(till.sheets()).toEqual([]);
});

describe('a count that is posted', () => {
  it('is judged by what was there when it was counted: what is sold meanwhile is no difference', () => {
    const till = openShop();
    const sheet = till.begin();
    till.add(sheet, 'rice', 30);
    till.tick();
    till.counter.adjust('rice', -5_000);
    till.tick();
    expect(till.review(sheet, 'differences')).toMatchObject([
      { id: 'rice', counted: 30_000, expected: 36_000, difference: -6_000, value: -24_000, moved: false },
    ]);
    expect(till.figures(sheet)).toMatchObject({ counted: 1, differing: 1, more: 0, less: -24_000, unpriced: 0 });
    expect(till.finish(sheet)).toMatchObject({ state: 'posted', late: 0, closes: [{ result: 'posted' }] });
    expect(till.level('rice')).toBe(25_000);
    // In the history it stands where it was counted.
    expect(till.counter.history('rice').rows).toMatchObject([
      { quantity: -5_000, balance: 25_000 },
      { quantity: -6_000, balance: 30_000, reason: 'count', documentNumber: 'November' },
      { quantity: 36_000, balance: 36_000 },
    ]);
    expect(till.review(sheet)).toMatchObject([{ expected: 36_000, difference: -6_000 }]);
    expect(auditLevels(till.store)).toEqual([]);
  });

  it('is one mutation, is not posted again, and takes nothing more', () => {
    const till = openShop();
    const sheet = till.begin();
    till.add(sheet, 'rice', 36);
    till.add(sheet, 'soap', 19);
    const mutations = () => till.store.sql<[], { n: number }>('SELECT count(*) AS n FROM outbox').get()?.n ?? 0;
    const before = mutations();
    till.finish(sheet);
    expect(mutations() - before).toBe(1);
    expect([till.level('rice'), till.level('soap')]).toEqual([36_000, 19_000]);
    expect(refusal(() => till.finish(sheet))).toBe('nothing_counted');
    expect(refusal(() => till.add(sheet, 'soap', 1))).toBe('count_closed');
    expect(refusal(() => till.cancel(sheet))).toBe('count_closed');
  });

  it('leaves what nobody counted as it is, or makes it nothing', () => {
    const till = openShop();
    for (const [missing, soap] of [
      ['leave', 20_000],
      ['zero', 0],
    ] as const) {
      till.tick();
      const sheet = till.begin({ what: 'all' });
      till.set(sheet, 'rice', 36);
      expect(till.figures(sheet).missing).toBe(1);
      till.finish(sheet, missing);
      expect([till.level('rice'), till.level('soap')]).toEqual([36_000, soap]);
    }
  });

  it('makes nothing of what nobody counted the first time only: goods that came since stay', () => {
    const till = openShop();
    const sheet = till.begin({ what: 'all' });
    till.set(sheet, 'rice', 36);
    till.finish(sheet, 'zero');
    till.tick();
    till.counter.adjust('soap', 12_000);
    till.tick();
    expect(refusal(() => till.finish(sheet, 'zero'))).toBe('count_closed');
    expect(till.level('soap')).toBe(12_000);
  });

  it('holds against an older count of the same shelf on another sheet, whichever is posted first', () => {
    for (const order of [
      [0, 1],
      [1, 0],
    ] as const) {
      const till = openShop();
      const sheets = [till.begin(), till.begin()] as const;
      till.set(sheets[0], 'soap', 18);
      till.tick();
      till.counter.adjust('soap', -1_000);
      till.tick();
      till.set(sheets[1], 'soap', 17);
      till.tick();
      for (const index of order) till.finish(sheets[index]);
      expect(till.level('soap')).toBe(17_000);
      expect(auditLevels(till.store)).toEqual([]);
      void till.store.close();
      shop = makeTestShop();
    }
  });

  it('is posted in parts where it is long', () => {
    const till = openShop();
    const names = Array.from({ length: 2_001 }, (_, index) => `p${index}`);
    till.store.mutate({ name: 'test', kind: 'request', actor: 's' }, (m) => {
      for (const id of names) {
        m.put('product', productRow(id));
        m.move(movementRow(`opening-${id}`, id, 1_000));
      }
    });
    till.tick();
    const sheet = till.begin({ what: 'all' });
    till.set(sheet, 'soap', 19);
    till.tick();
    expect(till.finish(sheet, 'zero')).toMatchObject({ state: 'posted', late: 0, closes: [{}, {}] });
    expect(till.level('soap')).toBe(19_000);
    for (const id of ['p0', 'p2000', 'rice']) expect(till.level(id)).toBe(0);
    expect(auditLevels(till.store)).toEqual([]);
  });

  it('moves nothing that was removed since, or is counted no more', () => {
    const till = openShop();
    const sheet = till.begin();
    till.add(sheet, 'soap', 19);
    till.add(sheet, 'rice', 35);
    till.tick();
    till.store.mutate({ name: 'test', kind: 'request', actor: 's' }, (m) => {
      m.set('product', 'rice', { track_stock: 0 });
    });
    expect(till.review(sheet, 'differences')).toMatchObject([{ id: 'soap' }]);
    till.finish(sheet);
    expect([till.level('soap'), till.level('rice')]).toEqual([19_000, 36_000]);
    expect(till.sheet(sheet).late).toBe(0);
    const other = till.begin();
    till.add(other, 'soap', 5);
    till.store.mutate({ name: 'test', kind: 'request', actor: 's' }, (m) => m.del('product', 'soap'));
    expect(refusal(() => till.finish(other))).toBe('nothing_counted');
    expect(till.level('soap')).toBe(19_000);
  });

  it('that is cancelled moves nothing', () => {
    const till = openShop();
    const sheet = till.begin();
    till.add(sheet, 'soap', 1);
    expect(till.cancel(sheet).state).toBe('cancelled');
    expect(till.level('soap')).toBe(20_000);
    expect(refusal(() => till.finish(sheet))).toBe('count_closed');
    expect(till.sheets()).toMatchObject([{ state: 'cancelled', products: 1 }]);
  });
});

describe('the review', () => {
  it('counts a product again, or takes it off the sheet', () => {
    const till = openShop();
    const sheet = till.begin();
    till.add(sheet, 'soap', 5);
    till.tick();
    till.set(sheet, 'soap', 20);
    till.add(sheet, 'rice', 3);
    till.tick();
    till.clear(sheet, 'rice');
    till.tick();
    expect(till.review(sheet)).toMatchObject([{ id: 'soap', counted: 20_000, difference: 0 }]);
    till.add(sheet, 'rice', 36);
    expect(till.review(sheet, 'differences')).toEqual([]);
  });

  it('marks what was sold while it was counted', () => {
    const till = openShop();
    const sheet = till.begin();
    till.add(sheet, 'soap', 5);
    till.tick();
    till.counter.adjust('soap', -1_000);
    till.tick();
    till.add(sheet, 'soap', 15);
    expect(till.review(sheet, 'doubtful')).toMatchObject([{ id: 'soap', counted: 20_000, moved: true }]);
  });
});
