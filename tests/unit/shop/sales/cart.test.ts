import { money } from '@shared/money';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Counter, foundShop, openCounter, type ShopSetup } from '../../../support/counter';
import { refusal } from '../../../support/refusal';
import { makeTestShop, type TestShop } from '../../../support/shop-store';

let shop: TestShop;
beforeEach(() => {
  shop = makeTestShop();
});
afterEach(() => shop.dispose());

const rice = { id: 'rice', name: 'Rice', price: money(6000), unit: 'KG', by_weight: 1, tax_class_id: 'gst5' } as const;
const soap = { id: 'soap', name: 'Soap', price: money(4500), tax_class_id: 'gst18', sku: 'SOAP-1' } as const;

function counterWith(setup: ShopSetup = {}): Counter {
  const store = shop.open();
  foundShop(store, { products: [rice, soap], ...setup });
  return openCounter(store);
}

const quantities = ({ lines }: { lines: readonly { quantity: number }[] }) => lines.map((line) => line.quantity);

describe('the open bill', () => {
  it('adds up equal goods and keeps apart what has another price or a discount', () => {
    const counter = counterWith();
    counter.add('soap');
    expect(quantities(counter.add('soap', 2000).cart)).toEqual([3000]);
    expect(quantities(counter.add('soap', 1000, money(4000)).cart)).toEqual([3000, 1000]);
    counter.discount({ percent: 100_000 }, 1);
    const { cart, lineNo } = counter.add('soap');
    expect(quantities(cart)).toEqual([3000, 1000, 1000]);
    expect(lineNo).toBe(3);
  });

  it('is priced by the shop’s settings: GST inside the shelf price, round-off to the rupee', () => {
    const counter = counterWith({ settings: { round_off_unit: money(100) } });
    counter.add('soap');
    const { cart } = counter.add('rice', 437);
    // 45.00 + 60.00 × 0.437 = 71.22, to 71.00; soap: 2 × 3.43 inside, rice: 2 × 0.62.
    expect(cart.totals).toMatchObject({ subtotal: 7122, tax: 686 + 124, roundOff: -22, total: 7100, cashDue: 7100 });
    expect(cart.lines[0]?.taxes).toEqual([
      { kind: 'cgst', rate: 90_000, amount: 343 },
      { kind: 'sgst', rate: 90_000, amount: 343 },
    ]);
  });

  it('takes IGST for a customer of another state', () => {
    const counter = counterWith({ customers: [{ id: 'far', state_code: '29' }] });
    counter.add('soap');
    expect(counter.customer('far').lines[0]?.taxes).toEqual([{ kind: 'igst', rate: 180_000, amount: 686 }]);
    expect(counter.customer(null).lines[0]?.taxes.map((tax) => tax.kind)).toEqual(['cgst', 'sgst']);
  });

  it('counts every change, and no refused one', () => {
    const counter = counterWith();
    expect(counter.cart().revision).toBe(0);
    counter.add('soap');
    expect(refusal(() => counter.setQuantity(7, 1000))).toBe('not_found');
    expect(refusal(() => counter.setQuantity(1, 1500))).toBe('bad_bill');
    expect(refusal(() => counter.discount({ amount: 4501 }, 1))).toBe('discount_above_price');
    expect(counter.cart()).toMatchObject({ revision: 1, lines: [{ quantity: 1000, discount: null }] });
  });

  it('is there again after the process is gone', async () => {
    const counter = counterWith();
    counter.add('rice', 250);
    counter.discount({ percent: 50_000 });
    const before = counter.cart();
    await counter.deps.store.close();
    expect(openCounter(shop.open()).cart()).toEqual(before);
  });

  it('puts a removed line back where it was', () => {
    const counter = counterWith();
    counter.add('rice', 250);
    counter.add('soap');
    const before = counter.cart();
    expect(counter.remove(1).lines.map((line) => line.productId)).toEqual(['soap']);
    expect(counter.undo().lines).toEqual(before.lines);
    expect(refusal(() => counter.undo())).toBe('nothing_to_undo');
  });

  it('puts a cleared bill back with its discount and customer, until something else is done', () => {
    const counter = counterWith({ customers: [{ id: 'c' }] });
    counter.add('soap', 3000);
    counter.discount({ amount: 500 });
    counter.customer('c');
    const before = counter.cart();
    expect(counter.clear()).toMatchObject({ lines: [], discount: null, customer: null, totals: { total: 0 } });
    expect(counter.undo()).toEqual({ ...before, revision: before.revision + 2 });
    counter.clear();
    counter.add('rice', 100);
    expect(refusal(() => counter.undo())).toBe('nothing_to_undo');
  });

  it('refuses goods that are deleted or not for sale, by name', () => {
    const counter = counterWith({ products: [soap, { id: 'old', name: 'Old', active: 0 }, { id: 'gone' }] });
    counter.deps.store.mutate({ name: 'test', kind: 'request', actor: 's' }, (m) => m.del('product', 'gone'));
    expect(refusal(() => counter.add('old'))).toBe('inactive');
    expect(refusal(() => counter.add('gone'))).toBe('deleted');
    expect(refusal(() => counter.add('never'))).toBe('not_found');
    expect(counter.cart().lines).toEqual([]);
  });

  it('refuses goods whose tax is not known on the day', () => {
    const counter = counterWith({ products: [{ id: 'new', tax_class_id: 'later' }] });
    expect(refusal(() => counter.add('new'))).toBe('bad_bill');
    shop.clock.set(Date.UTC(2027, 0, 1));
    expect(counter.add('new').cart.lines).toHaveLength(1);
  });

  it('blocks, warns or stays silent about stock, by product and else by shop', () => {
    const products = [
      { id: 'block', negative_stock: 'block' },
      { id: 'warn' },
      { id: 'allow', negative_stock: 'allow' },
      { id: 'uncounted', negative_stock: 'block', track_stock: 0 },
    ] as const;
    const counter = counterWith({ products, opening: { block: 2000, warn: 1000 } });
    counter.add('block', 2000);
    expect(refusal(() => counter.add('block'))).toBe('stock_blocked');
    expect(refusal(() => counter.setQuantity(1, 3000))).toBe('stock_blocked');
    counter.add('warn');
    counter.add('allow', 5000);
    counter.add('uncounted', 5000);
    const { lines } = counter.setQuantity(2, 2000);
    expect(lines.map((line) => [line.productId, line.stock, line.oversells])).toEqual([
      ['block', 2000, false],
      ['warn', 1000, true],
      ['allow', 0, false],
      ['uncounted', null, false],
    ]);
  });

  it('holds ten thousand lines and no more', () => {
    const counter = counterWith();
    const { store } = counter.deps;
    const line = (n: number) => ({ productId: 'soap', unitPrice: money(n + 1) });
    counter.sales.addGoods(
      's',
      Array.from({ length: 10_000 }, (_, n) => line(n)),
    );
    expect(refusal(() => counter.add('rice'))).toBe('too_many_lines');
    expect(store.sql<[], { n: number }>('SELECT count(*) AS n FROM cart_line').get()?.n).toBe(10_000);
    expect(counter.add('soap', 1000, money(10_000)).lineNo).toBe(10_000);
  });
});

describe('a scanned code', () => {
  const products = [
    { ...soap, barcodes: [{ position: 0, barcode: '8901030865275' }] },
    {
      id: 'eggs',
      price: money(700),
      barcodes: [],
      units: [{ position: 0, unit: 'DOZ', factor: 12_000, price: money(8000), barcode: '036000291452' }],
    },
    { id: 'paneer', unit: 'KG', by_weight: 1, price: money(40_000), sku: '2112345' },
    { id: 'cheese', unit: 'KG', by_weight: 1, price: money(80_000), sku: '2254321' },
    { id: 'own', barcodes: [{ position: 0, barcode: '1234567890123' }] },
    { id: 'twin-a', barcodes: [{ position: 0, barcode: 'TWIN' }] },
    { id: 'twin-b', barcodes: [{ position: 0, barcode: 'TWIN' }] },
    { id: 'twin-old', active: 0, barcodes: [{ position: 0, barcode: 'TWIN' }] },
  ] as unknown as ShopSetup['products'] & object; // proof: literals of money and quantity

  const scanned = (counter: Counter, code: string, times?: number) => {
    const result = counter.scan(code, times);
    if (result.outcome !== 'added') return result.outcome;
    const line = result.cart.lines.find((one) => one.lineNo === result.lineNo);
    return line && [line.productId, line.unit, line.quantity, line.unitPrice];
  };

  it('finds a barcode, a SKU in any case, a unit’s own barcode, and the same GTIN in another length', () => {
    const counter = counterWith({ products });
    expect(scanned(counter, '8901030865275')).toEqual(['soap', 'PCS', 1000, 4500]);
    expect(scanned(counter, 'soap-1', 5000)).toEqual(['soap', 'PCS', 6000, 4500]);
    expect(scanned(counter, '08901030865275')).toEqual(['soap', 'PCS', 7000, 4500]);
    expect(scanned(counter, '036000291452')).toEqual(['eggs', 'DOZ', 1000, 8000]);
    expect(scanned(counter, '0036000291452')).toEqual(['eggs', 'DOZ', 2000, 8000]);
    expect(scanned(counter, '(01)08901030865275(10)B7')).toEqual(['soap', 'PCS', 8000, 4500]);
  });

  it('reads the weight out of a scale’s code', () => {
    const counter = counterWith({ products });
    expect(scanned(counter, '2112345015002')).toEqual(['paneer', 'KG', 1500, 40_000]);
    expect(scanned(counter, '2112345015002', 2000)).toEqual(['paneer', 'KG', 4500, 40_000]);
  });

  it('sells a pack with a printed price at that price, and takes from stock what the price buys', () => {
    const counter = counterWith({ products, opening: { cheese: 5000 } });
    // 345.67 at 800.00 a kilo is 0.432 kg, which would cost 345.60.
    expect(scanned(counter, '2254321345670')).toEqual(['cheese', 'PKT', 1000, 34_567]);
    expect(counter.pay().total).toBe(34_567);
    expect(counter.level('cheese')).toBe(5000 - 432);
  });

  it('tells a misread code from one that nobody knows', () => {
    const counter = counterWith({ products });
    expect(scanned(counter, '8901030865276')).toBe('damaged');
    expect(scanned(counter, '2112345015003')).toBe('damaged');
    expect(scanned(counter, '2123450012349')).toBe('damaged');
    expect(scanned(counter, '4006381333931')).toBe('unknown');
    expect(scanned(counter, 'HELLO')).toBe('unknown');
    expect(counter.cart().lines).toEqual([]);
  });

  it('lets a stored barcode win whatever its check digit says', () => {
    const counter = counterWith({ products });
    expect(scanned(counter, '1234567890123')).toEqual(['own', 'PCS', 1000, 1000]);
  });

  it('asks when two products on sale answer to it', () => {
    const counter = counterWith({ products });
    const result = counter.scan('TWIN');
    expect(result.outcome).toBe('ambiguous');
    if (result.outcome !== 'ambiguous') return;
    expect(result.products.map((product) => product.id).sort()).toEqual(['twin-a', 'twin-b']);
  });
});
