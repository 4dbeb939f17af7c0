import { money } from '@shared/money';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auditLevels } from '../../../../src/main/store';
import { type Counter, foundShop, openCounter, type ShopSetup } from '../../../support/counter';
import { refusal } from '../../../support/refusal';
import { makeTestShop, type TestShop } from '../../../support/shop-store';

let shop: TestShop;
beforeEach(() => {
  shop = makeTestShop();
});
afterEach(() => shop.dispose());

const products = [
  { id: 'soap', name: 'Soap', price: money(4500), tax_class_id: 'gst18', hsn: '3401' },
  { id: 'rice', name: 'Rice', price: money(6000), unit: 'KG', tax_class_id: 'gst5', hsn: '1006' },
  { id: 'gift', name: 'Gift', price: money(0) },
] as const;

function counterWith(setup: ShopSetup = {}): Counter {
  const store = shop.open();
  foundShop(store, { products, ...setup });
  return openCounter(store);
}

const rowsOf = (counter: Counter, text: string) =>
  counter.deps.store.sql<[], Record<string, string | number | null>>(text).all();
const count = (counter: Counter, table: string) => rowsOf(counter, `SELECT count(*) AS n FROM ${table}`)[0]?.n;

describe('completing a sale', () => {
  it('writes the bill, payment, movements, level, number and cash in one go, and empties the cart', () => {
    const counter = counterWith({ opening: { soap: 10_000, rice: 10_000 } });
    counter.add('soap', 2000);
    counter.add('rice', 500);
    const { id: cartId } = counter.cart();
    const done = counter.pay(['cash', 15_000]);
    expect(done).toEqual({
      billId: expect.any(String),
      number: 'A1/2627/000001',
      total: 12_000,
      paid: 12_000,
      change: 3000,
      due: 0,
      drawer: true,
      creditNote: null,
    });
    const { billId: id } = done;
    const bill = counter.bill(id);
    expect(bill).toMatchObject({ total: 12_000, change: 3000, cashier: 'Asha', day: '2026-11-21', due: 0 });
    expect(bill.payments).toEqual([{ method: 'cash', amount: 12_000, tendered: 15_000, reference: null }]);
    expect(bill.lines.map((line) => [line.lineNo, line.name, line.total, line.returnable])).toEqual([
      [1, 'Soap', 9000, 2000],
      [2, 'Rice', 3000, 500],
    ]);
    expect(bill.taxes.map(({ kind, rate, amount }) => [kind, rate, amount])).toEqual([
      ['cgst', 90_000, 686],
      ['sgst', 90_000, 686],
      ['cgst', 25_000, 71],
      ['sgst', 25_000, 71],
    ]);
    expect(bill.hsn.map(({ hsn, rate, taxable }) => [hsn, rate, taxable])).toEqual([
      ['3401', 180_000, 7628],
      ['1006', 50_000, 2858],
    ]);
    expect([counter.level('soap'), counter.level('rice')]).toEqual([8000, 9500]);
    expect(rowsOf(counter, 'SELECT amount, category, document_id FROM cashbook_entry')).toEqual([
      { amount: 12_000, category: 'sale', document_id: id },
    ]);
    expect(counter.cart()).toMatchObject({ lines: [], revision: 0 });
    expect([counter.cart().id, id]).not.toContain(cartId);
    expect(auditLevels(counter.deps.store)).toEqual([]);
  });

  it('is one mutation of the outbox', () => {
    const counter = counterWith({ opening: { soap: 5000 } });
    counter.add('soap');
    const before = count(counter, 'outbox');
    counter.pay();
    const [last] = rowsOf(counter, 'SELECT mid, name, kind, ops FROM outbox ORDER BY mid DESC LIMIT 1');
    expect(last).toMatchObject({ mid: Number(before) + 1, name: 'sale.complete', kind: 'fact' });
    const operations: { entity: string }[] = JSON.parse(String(last?.ops));
    expect(operations.map(({ entity }) => entity)).toEqual(['bill', 'payment', 'cashbook_entry', 'stock_movement']);
  });

  it('sells once however often it is asked', () => {
    const counter = counterWith();
    counter.add('soap', 3000);
    const { id, revision } = counter.cart();
    const first = counter.complete(id, revision, [['cash', 20_000]]);
    expect(counter.complete(id, revision, [['cash', 20_000]])).toEqual(first);
    expect(counter.complete(id, revision, [['card', 13_500]])).toEqual(first);
    expect([count(counter, 'bill'), count(counter, 'payment'), counter.level('soap')]).toEqual([1, 1, -3000]);
  });

  it('refuses to be paid for lines that were not on the screen', () => {
    const counter = counterWith();
    counter.add('soap');
    const { id, revision } = counter.cart();
    counter.add('rice', 100);
    expect(refusal(() => counter.complete(id, revision, [['cash', 4500]]))).toBe('cart_changed');
    expect(refusal(() => counter.complete('another', 2, [['cash', 4500]]))).toBe('cart_changed');
  });

  it('leaves nothing behind when it is refused', () => {
    const counter = counterWith();
    expect(refusal(() => counter.pay())).toBe('cart_empty');
    counter.add('soap');
    const tables = [
      'bill',
      'payment',
      'stock_movement',
      'cashbook_entry',
      'number_series',
      'outbox',
      'party_transaction',
    ];
    const before = tables.map((table) => count(counter, table));
    expect(refusal(() => counter.pay(['cash', 4499]))).toBe('not_enough_paid');
    expect(refusal(() => counter.pay(['card', 4501]))).toBe('overpaid');
    expect(refusal(() => counter.pay(['cash', 4000], ['on_account', 500]))).toBe('customer_required');
    expect(refusal(() => counter.pay(['cash', 4000], ['on_account', 501]))).toBe('overpaid');
    expect(refusal(() => counter.pay(['cash', 4000], ['on_account', 499]))).toBe('not_enough_paid');
    expect(tables.map((table) => count(counter, table))).toEqual(before);
    expect(counter.cart().lines).toHaveLength(1);
    expect(counter.pay().number).toBe('A1/2627/000001');
  });

  it('splits over methods; only cash gives change', () => {
    const counter = counterWith();
    counter.add('soap', 2000);
    const done = counter.pay(['upi', 5000], ['card', 1000], ['cash', 5000]);
    expect(done).toMatchObject({ paid: 9000, change: 2000, due: 0 });
    expect(
      counter.bill(done.billId).payments.map(({ method, amount, tendered }) => [method, amount, tendered]),
    ).toEqual([
      ['upi', 5000, 5000],
      ['card', 1000, 1000],
      ['cash', 3000, 5000],
    ]);
    expect(rowsOf(counter, 'SELECT sum(amount) AS cash FROM cashbook_entry')).toEqual([{ cash: 3000 }]);
  });

  it('rounds cash to coins without touching total or tax', () => {
    const counter = counterWith({ settings: { cash_rounding_unit: money(100) } });
    counter.add('rice', 333);
    const done = counter.pay(['cash', 2000]);
    expect(done).toMatchObject({ total: 1998, paid: 2000, change: 0, due: 0 });
    expect(counter.bill(done.billId)).toMatchObject({ cashRounding: 2, total: 1998 });
    expect(rowsOf(counter, 'SELECT amount FROM cashbook_entry')).toEqual([{ amount: 2000 }]);
  });

  it('takes nothing in cash for what is less than the smallest coin, and for no more than that', () => {
    const settings = { cash_rounding_unit: money(100) };
    const counter = counterWith({ settings, customers: [{ id: 'c', opening_balance: money(-4480) }] });
    counter.add('soap');
    counter.customer('c');
    expect(refusal(() => counter.pay(['store_credit', 4400], ['cash', 0]))).toBe('zero_payment');
    expect(refusal(() => counter.pay(['store_credit', 4480], ['upi', 0]))).toBe('zero_payment');
    const done = counter.pay(['store_credit', 4480], ['cash', 0]);
    expect(done).toMatchObject({ total: 4500, due: 0, change: 0 });
    expect(counter.bill(done.billId).cashRounding).toBe(-20);
  });

  it('lets a customer owe up to the limit, and writes it into the khata', () => {
    const limit = money(10_000);
    const counter = counterWith({ customers: [{ id: 'c', credit_limit: limit, opening_balance: money(1500) }] });
    counter.add('soap', 2000);
    counter.customer('c');
    const done = counter.pay(['cash', 1000], ['on_account', 8000]);
    expect(done).toMatchObject({ paid: 1000, due: 8000 });
    expect(counter.bill(done.billId)).toMatchObject({ customer: { id: 'c' }, due: 8000 });
    expect(rowsOf(counter, 'SELECT party_id, kind, amount, document_id FROM party_transaction')).toEqual([
      { party_id: 'c', kind: 'bill', amount: 8000, document_id: done.billId },
    ]);
    counter.add('soap');
    counter.customer('c');
    expect(refusal(() => counter.pay(['cash', 3999], ['on_account', 501]))).toBe('credit_limit');
    expect(counter.pay(['cash', 4000], ['on_account', 500]).due).toBe(500);
  });

  it('completes a bill of nothing to pay without a payment', () => {
    const counter = counterWith();
    counter.add('gift');
    const { id, revision } = counter.cart();
    expect(counter.complete(id, revision, [])).toMatchObject({ total: 0, paid: 0, due: 0 });
    expect([count(counter, 'payment'), count(counter, 'cashbook_entry')]).toEqual([0, 0]);
  });

  it('is never refused for stock, and moves none of what is not counted', () => {
    const counter = counterWith({ products: [...products, { id: 'service', track_stock: 0 }] });
    counter.add('soap', 5000);
    counter.add('service');
    counter.pay();
    expect(counter.level('soap')).toBe(-5000);
    expect(rowsOf(counter, 'SELECT product_id FROM stock_movement')).toEqual([{ product_id: 'soap' }]);
  });

  it('numbers bills without a gap and begins again on 1 April', () => {
    const counter = counterWith();
    const sell = () => {
      counter.add('soap');
      return counter.pay().number;
    };
    expect([sell(), sell()]).toEqual(['A1/2627/000001', 'A1/2627/000002']);
    shop.clock.set(Date.UTC(2027, 2, 31, 18, 29, 59, 999));
    expect(sell()).toBe('A1/2627/000003');
    shop.clock.advance(1);
    expect(sell()).toBe('A1/2728/000001');
  });

  it('takes a box out of stock as its pieces', () => {
    const box = { position: 0, unit: 'BOX', factor: 12_000, price: money(50_000), barcode: 'BOX-OF-SOAP' };
    const units = [box] as NonNullable<ShopSetup['products']>[number]['units'] & object; // proof: literal quantities
    const counter = counterWith({ products: [{ ...products[0], units }] });
    counter.scan('BOX-OF-SOAP', 2000);
    const { billId } = counter.pay();
    expect(counter.bill(billId).lines[0]).toMatchObject({ unit: 'BOX', quantity: 2000, total: 100_000 });
    expect(counter.level('soap')).toBe(-24_000);
  });
});

describe('the list of bills', () => {
  it('shows the newest first, page by page, with a count that follows sales', () => {
    const counter = counterWith();
    const numbers: string[] = [];
    for (let n = 0; n < 7; n++) {
      counter.add('soap');
      numbers.unshift(counter.pay().number);
      shop.clock.advance(60_000);
      expect(counter.bills({ limit: 3 }).total).toBe(n + 1);
    }
    const pages = [0, 3, 6].flatMap((offset) => counter.bills({ offset, limit: 3 }).rows.map((row) => row.number));
    expect(pages).toEqual(numbers);
    expect(counter.bills({ limit: 1 }).rows[0]).toMatchObject({ cashier: 'Asha', lines: 1, total: 4500, returned: 0 });
  });

  it('finds by number, by the end of a number, by customer and phone, and by days', () => {
    const counter = counterWith({ customers: [{ id: 'c', name: 'Meera_Devi', phone: '9876543210' }] });
    for (let n = 0; n < 12; n++) {
      counter.add('soap');
      if (n === 4) counter.customer('c');
      counter.pay();
      shop.clock.advance(24 * 60 * 60 * 1000);
    }
    const found = (text: string) => counter.bills({ text }).rows.map((row) => row.number.slice(-2));
    expect(found('a1/2627/000007')).toEqual(['07']);
    expect(found('A1/2627/00001')).toEqual(['12', '11', '10']);
    expect(found('12')).toEqual(['12']);
    expect(found('meera')).toEqual(['05']);
    expect(found('98765')).toEqual(['05']);
    expect(found('%')).toEqual([]);
    expect(found('a_d')).toEqual(['05']);
    const november = counter.bills({ from: '2026-11-23', to: '2026-11-25' });
    expect(november.rows.map((row) => row.number.slice(-2))).toEqual(['05', '04', '03']);
    expect(november.total).toBe(3);
    expect(counter.bills({ from: '2026-11-23', text: 'meera', to: '2026-11-24' }).total).toBe(0);
  });
});
