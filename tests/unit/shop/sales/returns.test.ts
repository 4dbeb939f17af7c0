import { money } from '@shared/money';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auditLevels } from '../../../../src/main/store';
import { type Counter, cashier, foundShop, openCounter, type ShopSetup } from '../../../support/counter';
import { refusal } from '../../../support/refusal';
import { makeTestShop, type TestShop } from '../../../support/shop-store';

let shop: TestShop;
beforeEach(() => {
  shop = makeTestShop();
});
afterEach(() => shop.dispose());

const products = [
  { id: 'soap', name: 'Soap', price: money(4599), tax_class_id: 'gst18' },
  { id: 'rice', name: 'Rice', price: money(6133), unit: 'KG', tax_class_id: 'gst5' },
  { id: 'tea', name: 'Tea', price: money(12_345), tax_class_id: 'gst12' },
] as const;

function counterWith(setup: ShopSetup = {}): Counter {
  const store = shop.open();
  foundShop(store, { products, ...setup });
  return openCounter(store);
}

const sum = (counter: Counter, text: string) => counter.deps.store.sql<[], { n: number | null }>(text).get()?.n ?? 0;

/** bill + returns in every column that can be summed; empty when they cancel out. */
function whatIsLeft(counter: Counter): Record<string, number> {
  const { store } = counter.deps;
  const columns = (table: string, names: readonly string[], parent = '') =>
    store
      .sql<[], Record<string, number>>(
        `SELECT ${names.map((name) => `coalesce(sum(${name}), 0) AS "${parent}${name}"`).join(', ')} FROM ${table}`,
      )
      .get() ?? {};
  const heads = 'subtotal line_discount bill_discount charges taxable cgst sgst igst cess tax round_off total'.split(
    ' ',
  );
  const lines = 'quantity stock_quantity gross discount net bill_discount_share taxable tax total'.split(' ');
  const left: Record<string, number> = {};
  const add = (sums: Record<string, number>) => {
    for (const [name, value] of Object.entries(sums)) left[name] = (left[name] ?? 0) + value;
  };
  add(columns('bill', heads));
  add(columns('bill_return', heads));
  add(columns('bill_line', lines, 'line.'));
  add(columns('bill_return_line', lines, 'line.'));
  for (const table of ['bill_line_tax', 'bill_return_line_tax']) {
    const rows = store
      .sql<[], { kind: string; rate: number; amount: number }>(
        `SELECT kind, rate, sum(amount) AS amount FROM ${table} GROUP BY kind, rate`,
      )
      .all();
    add(Object.fromEntries(rows.map(({ kind, rate, amount }) => [`${kind} ${rate}`, amount])));
  }
  for (const table of ['payment', 'cashbook_entry', 'party_transaction']) add(columns(table, ['amount'], `${table}.`));
  add(columns('stock_level', ['quantity'], 'stock.'));
  return Object.fromEntries(Object.entries(left).filter(([, value]) => value !== 0));
}

describe('a return', () => {
  it('is the exact negative of the part, with its own number, the goods back and the cash out', () => {
    const counter = counterWith();
    counter.add('soap', 3000);
    counter.discount({ percent: 100_000 });
    const sale = counter.pay();
    const note = counter.giveBack(sale.billId, [[1, 1000]]);
    expect(note).toMatchObject({
      number: 'A1C/2627/000001',
      billId: sale.billId,
      billNumber: sale.number,
      total: -4139,
      onAccount: 0,
      refunds: [{ method: 'cash', amount: -4139, tendered: -4139 }],
      lines: [{ quantity: -1000, name: 'Soap' }],
    });
    expect(counter.level('soap')).toBe(-2000);
    expect(sum(counter, 'SELECT sum(amount) AS n FROM cashbook_entry')).toBe(sale.total - 4139);
    const bill = counter.bill(sale.billId);
    expect(bill.lines[0]?.returnable).toBe(2000);
    expect(bill.returns).toEqual([{ id: note.id, number: note.number, at: note.at, total: -4139 }]);
    expect(counter.bills().rows[0]?.returned).toBe(-4139);
  });

  it('gives nothing back twice', () => {
    const counter = counterWith();
    counter.add('soap', 2000);
    counter.add('tea');
    const { billId } = counter.pay();
    counter.giveBack(billId, [[1, 1000]]);
    expect(refusal(() => counter.giveBack(billId, [[1, 2000]]))).toBe('already_returned');
    expect(
      refusal(() =>
        counter.giveBack(billId, [
          [1, 1000],
          [1, 1000],
        ]),
      ),
    ).toBe('already_returned');
    counter.giveBack(billId, [[1, 1000]]);
    expect(refusal(() => counter.giveBack(billId, [[1, 1000]]))).toBe('already_returned');
    expect(refusal(() => counter.giveBack(billId, [[9, 1000]]))).toBe('bad_bill');
    expect(refusal(() => counter.giveBack('nothing', [[1, 1000]]))).toBe('not_found');
    expect(sum(counter, 'SELECT count(*) AS n FROM bill_return')).toBe(2);
    expect(counter.giveBack(billId, [[2, 1000]]).number).toBe('A1C/2627/000003');
    expect(whatIsLeft(counter)).toEqual({});
  });

  it('asked for again by its own id is the return that was made, not a second one', () => {
    const counter = counterWith();
    counter.add('soap', 2000);
    const { billId } = counter.pay();
    const returnId = counter.deps.ids.next();
    const made = counter.giveBack(billId, [[1, 1000]], 'cash', returnId);
    expect(made.id).toBe(returnId);
    expect(counter.giveBack(billId, [[1, 1000]], 'cash', returnId)).toEqual(made);
    expect(sum(counter, 'SELECT count(*) AS n FROM bill_return')).toBe(1);
    expect(counter.bill(billId).lines[0]?.returnable).toBe(1000);
  });

  it('uses the rates and the settings of the day of the sale, whatever holds today', () => {
    const counter = counterWith();
    const { store } = counter.deps;
    counter.add('soap', 2000);
    const { billId } = counter.pay();
    store.mutate({ name: 'test', kind: 'request', actor: 's' }, (m) => {
      m.set('product', 'soap', { tax_class_id: 'gst28', price: money(9999), name: 'Dearer soap', track_stock: 0 });
      m.set('business_settings', 'shop', { prices_include_tax: 0, rounding_method: 'document' });
    });
    expect(counter.giveBack(billId, [[1, 2000]]).lines[0]?.name).toBe('Soap');
    expect(whatIsLeft(counter)).toEqual({});
    expect(auditLevels(store)).toEqual([]);
  });

  it('takes what is still owed off the account before any money is given back', () => {
    const counter = counterWith({ customers: [{ id: 'c' }] });
    counter.add('soap', 2000);
    counter.customer('c');
    const { billId } = counter.pay(['cash', 5198], ['on_account', 4000]);
    expect(counter.giveBack(billId, [[1, 1000]])).toMatchObject({
      total: -4599,
      onAccount: -4000,
      refunds: [{ amount: -599 }],
    });
    expect(counter.giveBack(billId, [[1, 1000]])).toMatchObject({ onAccount: 0, refunds: [{ amount: -4599 }] });
    expect(whatIsLeft(counter)).toEqual({});
  });

  it('gives cash back in coins that exist', () => {
    const counter = counterWith({ settings: { cash_rounding_unit: money(100) } });
    counter.add('soap', 2000);
    const { billId } = counter.pay(['cash', 10_000]);
    expect(counter.giveBack(billId, [[1, 1000]])).toMatchObject({
      total: -4599,
      cashRounding: -1,
      refunds: [{ amount: -4600 }],
    });
    expect(counter.giveBack(billId, [[1, 1000]], 'upi')).toMatchObject({
      cashRounding: 0,
      refunds: [{ method: 'upi', amount: -4599 }],
    });
  });

  it('without a bill is priced as a sale and names none', () => {
    const counter = counterWith();
    const lines = [{ productId: 'soap', unitPrice: money(1000) }, { productId: 'tea' }];
    const note = counter.sales.returnWithoutBill(
      { lines, customerId: null, reason: 'brought back', refund: 'cash' },
      cashier,
    );
    expect(note).toMatchObject({ billId: null, billNumber: null, total: -13_345, number: 'A1C/2627/000001' });
    expect([counter.level('soap'), counter.level('tea')]).toEqual([1000, 1000]);
    expect(sum(counter, 'SELECT sum(amount) AS n FROM payment')).toBe(-13_345);
  });
});

describe('every sequence of partial returns', () => {
  const line = fc.record({
    product: fc.constantFrom('soap', 'tea', 'rice'),
    pieces: fc.integer({ min: 1, max: 7 }),
    price: fc.integer({ min: 0, max: 99_999 }),
    discount: fc.option(fc.integer({ min: 0, max: 1_000_000 }), { nil: null }),
  });
  const scenario = fc.record({
    lines: fc.array(line, { minLength: 1, maxLength: 5 }),
    billDiscount: fc.option(fc.integer({ min: 0, max: 900_000 }), { nil: null }),
    inclusive: fc.boolean(),
    rounding: fc.constantFrom('line' as const, 'document' as const),
    roundOff: fc.constantFrom(0, 100),
    far: fc.boolean(),
    owes: fc.boolean(),
    seed: fc.integer(),
  });

  it('sums to the bill in money, tax, stock, cash and khata, in any order', () => {
    fc.assert(
      fc.property(scenario, ({ lines, billDiscount, inclusive, rounding, roundOff, far, owes, seed }) => {
        const inner = makeTestShop();
        const store = inner.open();
        foundShop(store, {
          products,
          customers: [{ id: 'c', state_code: far ? '29' : '27' }],
          settings: {
            prices_include_tax: inclusive ? 1 : 0,
            rounding_method: rounding,
            round_off_unit: money(roundOff),
          },
        });
        const counter = openCounter(store);
        for (const { product, pieces, price, discount } of lines) {
          // A third of a kilo, so that stock and amounts do not divide evenly.
          const { lineNo } = counter.add(product, product === 'rice' ? pieces * 333 : pieces * 1000, money(price));
          if (discount !== null) counter.discount({ percent: discount }, lineNo);
        }
        if (billDiscount !== null) counter.discount({ percent: billDiscount });
        counter.customer('c');
        const { total } = counter.cart().totals;
        const due = owes ? Math.floor(total / 3) : 0;
        const { billId } = counter.pay(['upi', total - due], ['on_account', due]);

        const left = new Map(counter.bill(billId).lines.map((one) => [one.lineNo, Number(one.quantity)]));
        let state = seed >>> 0;
        const random = (below: number) => {
          state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
          return state % below;
        };
        while (left.size > 0) {
          const [lineNo, rest] = [...left][random(left.size)] ?? [0, 0];
          const unit = rest % 1000 === 0 ? 1000 : 333;
          const part = unit * (1 + random(rest / unit));
          counter.giveBack(billId, [[lineNo, part]], 'upi');
          if (part === rest) left.delete(lineNo);
          else left.set(lineNo, rest - part);
        }
        expect(whatIsLeft(counter)).toEqual({});
        expect(auditLevels(store)).toEqual([]);
        const notes = store
          .sql<[], { n: number; last: number }>('SELECT count(*) AS n, max(sequence) AS last FROM bill_return')
          .get();
        expect(notes?.last).toBe(notes?.n);
        void inner.dispose();
      }),
      { numRuns: 60 },
    );
    // Sixty shops, each on its own disk: a busy machine needs its time for them.
  });
});
