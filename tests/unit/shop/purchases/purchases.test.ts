import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { entities, numbering } from '@shared/entities';
import { money, quantity } from '@shared/money';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { foundPurchases, openPurchases } from '../../../support/purchases';
import { refusal } from '../../../support/refusal';
import { productRow } from '../../../support/sale-rows';
import { makeTestShop, type TestShop } from '../../../support/shop-store';

let shop: TestShop;
beforeEach(() => {
  shop = makeTestShop();
});
afterEach(() => shop.dispose());

function openOffice() {
  const store = shop.open();
  foundPurchases(store);
  return { store, ...openPurchases(store) };
}

/** The file as the disk has it, with its log: what a crash leaves. */
function copyOf({ file, folder }: TestShop): string {
  const copy = join(folder, 'crashed.db');
  copyFileSync(file, copy);
  copyFileSync(`${file}-wal`, `${copy}-wal`);
  return copy;
}

const soap = { product: 'soap', pieces: 10, price: 3_000, tax: 'gst18' };

describe('posting a purchase', () => {
  it('puts the goods in stock, their cost, and what is owed, in one mutation in which the draft goes', () => {
    const office = openOffice();
    const supplier = office.makeSupplier({ openingBalance: money(100_000) });
    const { id, totals } = office.draft(supplier, 'AG/1', [soap], { discount: money(1_000), roundOff: money(-20) });
    const before = office.store.sql('SELECT max(mid) AS mid FROM outbox').get();
    const purchase = office.post(id);
    expect(totals).toEqual({
      subtotal: 30_000,
      discount: 1_000,
      taxable: 29_000,
      taxes: [
        { kind: 'cgst', amount: 2_610 },
        { kind: 'sgst', amount: 2_610 },
      ],
      roundOff: -20,
      total: 34_200,
    });
    expect(purchase).toMatchObject({ totals, billNumber: 'AG/1', reversed: false, twice: false, place: 'intra' });
    expect([office.level('soap'), office.cost('soap'), office.owed(supplier)]).toEqual([10_000, 2_900, 134_200]);
    expect(office.khata(supplier)).toMatchObject([
      { kind: 'purchase', amount: 34_200, balance: 134_200, number: 'AG/1' },
    ]);
    expect(office.counter.history('soap').rows).toMatchObject([
      { reason: 'purchase', quantity: 10_000, documentId: purchase.id, documentNumber: 'AG/1' },
    ]);
    expect(refusal(() => office.readDraft(id))).toBe('not_found');
    const after = office.store
      .sql('SELECT mid, kind, name FROM outbox WHERE mid > ?')
      .all((before as { mid: number }).mid); // proof: the one row of a max
    expect(after).toMatchObject([{ kind: 'fact', name: 'purchase.post' }]);
  });

  it('counts a box as what is in it, and what is not counted not at all', () => {
    const office = openOffice();
    const supplier = office.makeSupplier();
    office.buy(supplier, '1', [
      { product: 'rice', pieces: 2, unit: 'BOX', price: 60_000 },
      { product: 'service', pieces: 1, price: 700 },
    ]);
    expect([office.level('rice'), office.cost('rice')]).toEqual([24_000, 5_000]);
    expect([office.level('service'), office.cost('service')]).toEqual([0, 700]);
  });

  it('takes IGST from another state, and the tax into the cost where it is not claimed back', () => {
    const office = openOffice();
    const far = office.makeSupplier({ stateCode: '29' });
    const { totals } = office.buy(far, '1', [soap], { inputCredit: false });
    expect(totals.taxes).toEqual([{ kind: 'igst', amount: 5_400 }]);
    expect(office.cost('soap')).toBe(3_540);
  });

  it('resolves the alert of a shelf that is full again', () => {
    const office = openOffice();
    office.counter.adjust('soap', 7_000);
    office.counter.adjust('soap', -4_000);
    expect(office.counter.alerts().rows.map(({ kind }) => kind)).toEqual(['low_stock']);
    office.buy(office.makeSupplier(), '1', [soap]);
    expect(office.counter.alerts().rows).toEqual([]);
  });

  it('of three hundred lines is one mutation, as is taking it back', () => {
    const office = openOffice();
    const names = Array.from({ length: 300 }, (_, index) => `item${index}`);
    office.store.mutate({ name: 'test', kind: 'request', actor: 's' }, (m) => {
      for (const id of names) m.put('product', productRow(id, { unit: 'PCS', reorder_level: quantity(1_000) }));
    });
    const lines = names.map((product) => ({ product, pieces: 10, price: 1_234, tax: 'gst18' }));
    const since = () => office.store.sql<[], { n: number }>('SELECT count(*) AS n FROM outbox').get()?.n ?? 0;
    const supplier = office.makeSupplier();
    const before = since();
    const { id } = office.buy(supplier, 'LONG/1', lines);
    expect(since() - before).toBe(1);
    expect([office.level('item299'), office.cost('item299')]).toEqual([10_000, 1_234]);
    office.reverse(id);
    expect(since() - before).toBe(2);
  });

  it('refuses what is missing or cannot be, and keeps the draft as it is', () => {
    const office = openOffice();
    const supplier = office.makeSupplier();
    const refused = (...bill: Parameters<typeof office.draft>) => {
      const { id } = office.draft(...bill);
      const code = refusal(() => office.post(id));
      expect(office.readDraft(id).id).toBe(id);
      return code;
    };
    expect(refused(supplier, '1', [soap], { supplierId: null })).toBe('bad_value');
    expect(refused(supplier, '  ', [soap])).toBe('bad_value');
    expect(refused(supplier, '1', [])).toBe('bad_value');
    expect(refused(supplier, '1', [soap], { billDay: '2026-11-22' })).toBe('bad_value');
    expect(refused(supplier, '1', [soap], { dueDay: '2026-11-19' })).toBe('bad_value');
    expect(refused(supplier, '1', [soap], { billDay: '2026-02-30' })).toBe('bad_value');
    expect(refused(supplier, '1', [soap], { discount: money(30_001) })).toBe('discount_above_price');
    expect(refused(supplier, '1', [{ ...soap, unit: 'BOX' }])).toBe('bad_bill');
    expect(refused(supplier, '1', [{ product: 'soap', pieces: 0.5, price: 1 }])).toBe('bad_bill');
    office.store.mutate({ name: 'test', kind: 'request', actor: 's' }, (m) => m.del('product', 'rice'));
    expect(refused(supplier, '1', [soap, { product: 'rice', pieces: 1, price: 1 }])).toBe('deleted');
    expect([office.level('soap'), office.owed(supplier)]).toEqual([0, 0]);
    office.store.mutate({ name: 'test', kind: 'request', actor: 's' }, (m) => m.del('supplier', supplier));
    expect(refused(supplier, '1', [soap])).toBe('deleted');
  });

  it('takes a supplier’s bill once, however its number is typed; next year’s and another supplier’s are others', () => {
    const office = openOffice();
    const supplier = office.makeSupplier();
    const first = office.buy(supplier, 'ag / 1', [soap]);
    expect(refusal(() => office.buy(supplier, 'AG/1', [soap]))).toBe('duplicate_bill');
    office.buy(supplier, 'AG/1', [soap], { billDay: '2026-03-31' });
    office.buy(office.makeSupplier({ name: 'Other' }), 'AG/1', [soap]);
    office.reverse(first.id);
    expect(office.buy(supplier, 'AG/1', [soap]).twice).toBe(false);
  });

  it('shows a bill that two tills posted before they could see each other, until one is reversed', async () => {
    const office = openOffice();
    const supplier = office.makeSupplier();
    const { id } = office.buy(supplier, 'AG/1', [soap]);
    office.store.mutate({ name: 'test.other', kind: 'fact', actor: 's' }, (m) => {
      const row = office.store.sql<[string], Record<string, unknown>>('SELECT * FROM purchase WHERE id = ?').get(id);
      // proof: a purchase's own row, under another id
      m.put('purchase', { ...row, id: 'other', lines: [], taxes: [] } as unknown as Parameters<
        typeof m.put<'purchase'>
      >[1]);
    });
    expect((await office.list()).rows.map(({ twice }) => twice)).toEqual([true, true]);
    office.reverse(id);
    expect((await office.list()).rows.map(({ twice, reversed }) => [twice, reversed])).toContainEqual([false, true]);
    expect((await office.list()).rows.some(({ twice }) => twice)).toBe(false);
  });
});

describe('a reversal', () => {
  it('takes goods, cost and khata back, once, also when some of the goods are sold', () => {
    const office = openOffice();
    const supplier = office.makeSupplier();
    office.buy(supplier, '1', [soap]);
    const wrong = office.buy(supplier, '2', [{ ...soap, price: 9_000 }]);
    expect(office.cost('soap')).toBe(6_000);
    office.counter.add('soap', 15_000);
    office.counter.pay();
    const reversed = office.reverse(wrong.id);
    expect(reversed).toMatchObject({ reversed: true, reversal: { reason: 'wrong', staff: 'Asha' } });
    expect([office.level('soap'), office.cost('soap'), office.owed(supplier)]).toEqual([-5_000, 3_000, 35_400]);
    expect(office.khata(supplier).map(({ kind, balance, number }) => [kind, balance, number])).toEqual([
      ['void', 35_400, '2'],
      ['purchase', 141_600, '2'],
      ['purchase', 35_400, '1'],
    ]);
    expect(office.counter.alerts().rows.map(({ kind }) => kind)).toContain('oversold');
    expect(refusal(() => office.reverse(wrong.id))).toBe('already_reversed');
    expect(refusal(() => office.reverse('never'))).toBe('not_found');
  });

  it('of the only purchase leaves the cost that was known before, or none', () => {
    const office = openOffice();
    office.store.mutate({ name: 'test', kind: 'request', actor: 's' }, (m) =>
      m.put('product_cost', { id: 'soap', cost: money(2_500), stated: money(2_500), stated_at: 0 }),
    );
    const supplier = office.makeSupplier();
    const { id } = office.buy(supplier, '1', [soap, { product: 'rice', pieces: 1, price: 5_000 }]);
    expect([office.cost('soap'), office.cost('rice')]).toEqual([3_000, 5_000]);
    office.reverse(id);
    expect([office.cost('soap'), office.cost('rice')]).toEqual([2_500, null]);
  });
});

describe('a draft', () => {
  it('is there again after a crash, with what it comes to', () => {
    const office = openOffice();
    const { updatedAt: _, ...draft } = office.draft(office.makeSupplier(), 'AG/1', [soap]);
    // Whatever the file has now is what the next start finds.
    const again = openPurchases(shop.open({ file: copyOf(shop) }));
    const { updatedAt: __, ...found } = again.readDraft(draft.id);
    expect(found).toEqual(draft);
  });

  it('begins a line as the goods were bought the last time', () => {
    const office = openOffice();
    office.buy(office.makeSupplier(), '1', [{ product: 'rice', pieces: 1, unit: 'BOX', price: 48_000 }]);
    const { purchases } = office;
    expect(purchases['purchases.newLine']({ productId: 'rice' }, { session: { user: null } })).toMatchObject({
      unit: 'BOX',
      unitPrice: 48_000,
      taxClassId: null,
      units: [
        { unit: 'PCS', factor: 1000 },
        { unit: 'BOX', factor: 12_000 },
      ],
    });
  });

  it('begins a line by no bill that was taken back', () => {
    const office = openOffice();
    const supplier = office.makeSupplier();
    const priceOf = () => {
      const line = office.purchases['purchases.newLine']({ productId: 'soap' }, { session: { user: null } });
      return line instanceof Promise ? null : line.unitPrice;
    };
    office.buy(supplier, '1', [soap]);
    shop.clock.advance(1);
    const { id } = office.buy(supplier, '2', [{ ...soap, price: 300_000 }]);
    expect(priceOf()).toBe(300_000);
    office.reverse(id);
    expect(priceOf()).toBe(soap.price);
  });

  it('says why it cannot be reckoned, and does not come back when it was dropped', () => {
    const office = openOffice();
    const supplier = office.makeSupplier();
    const draft = office.draft(supplier, '1', [{ ...soap, unit: 'BOX' }]);
    expect(draft).toMatchObject({ totals: null, problem: { reason: 'wrong_unit', field: 'lines[0].unit' } });
    expect(office.draft(supplier, '1', [])).toMatchObject({ totals: null, problem: null });
    office.purchases['purchases.dropDraft']({ id: draft.id }, { session: { user: null } });
    expect(refusal(() => office.readDraft(draft.id))).toBe('not_found');
  });
});

it('a supplier’s number stays what the paper says when a copy of the file gives its own bills new numbers', () => {
  const names = Object.keys(entities.purchase.fields);
  expect(names.filter((name) => numbering.includes(name))).toEqual([]);
});
