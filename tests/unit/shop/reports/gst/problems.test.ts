import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Day } from '@shared/clock';
import { fineMoney, money, rate } from '@shared/money';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Store } from '../../../../../src/main/store';
import { type Counter, openCounter } from '../../../../support/counter';
import { goods, people, trade } from '../../../../support/gst-trade';
import { gstr1Schema } from '../../../../support/gstr1-schema';
import { openReports } from '../../../../support/reports';
import { makeTestShop, type TestShop } from '../../../../support/shop-store';

const november = { from: '2026-11-01', to: '2026-11-30' };
const [soap, , milk, , , , , freezer] = goods;
const [registered, , fromGoa] = people;

let shop: TestShop;
beforeEach(() => {
  shop = makeTestShop();
});
afterEach(() => shop.dispose());

/** An open shop at 21 November, with whatever its settings are. */
function opened(settings: Parameters<typeof trade>[2] = {}): { store: Store; counter: Counter } {
  const store = trade(shop, [], settings);
  shop.clock.set(Date.UTC(2026, 10, 21, 4, 30));
  return { store, counter: openCounter(store) };
}

function sell(counter: Counter, product: string, customer: string | null = null): string {
  counter.add(product);
  if (customer !== null) counter.customer(customer);
  return counter.pay(['upi', counter.cart().totals.total]).billId;
}

/** What is wrong as the page says it, and the file if there is one. */
async function asked(store: Store, days = november) {
  const path = join(shop.folder, 'return.json');
  const { desk } = openReports(store, { chooseReportFile: async () => path });
  try {
    const view = await desk.gst(days);
    const refused: { code?: string } = await desk
      .exportGst({ ...days, format: 'gstr1' })
      .then(() => ({}))
      .catch((error) => error);
    const text = existsSync(path) ? readFileSync(path, 'utf8') : null;
    return { view, refused: refused.code, text, file: text === null ? null : gstr1Schema.parse(JSON.parse(text)) };
  } finally {
    desk.close();
  }
}

it('amounts stand in the file digit by digit, as the bills have them', async () => {
  const { store, counter } = opened();
  sell(counter, soap.id);
  sell(counter, freezer.id, registered.id);
  const { text, view } = await asked(store);
  expect(text).toContain('"gstin":"27AAPFU0939F1ZV"');
  expect(text).toContain('"fp":"112026"');
  expect(text).toContain('"val":85000.00');
  // 35.50 with 18 % inside: 2.71 of each half, and what is left.
  expect(text).toContain('"rt":18,"txval":30.08,"camt":2.71,"samt":2.71,"csamt":0.00');
  expect(view).toMatchObject({ bills: 2, notes: 0, value: 85_035_50, problems: [], code: '112026' });
});

it('an inter-state sale above a lakh to somebody without a GSTIN stands by itself, and so does what comes back of it', async () => {
  const { store, counter } = opened();
  for (let times = 0; times < 2; times++) counter.add(freezer.id);
  counter.customer(fromGoa.id);
  const { billId } = counter.pay(['upi', 1_70_000_00]);
  const small = sell(counter, soap.id, fromGoa.id);
  const back = { line: 1, thousandths: 1000 };
  counter.giveBack(billId, [[back.line, back.thousandths]]);
  counter.giveBack(small, [[1, 1000]]);
  const { file } = await asked(store);
  expect(file?.b2cl?.[0]).toMatchObject({ pos: '30', inv: [{ val: 170_000 }] });
  expect(file?.cdnur).toMatchObject([{ pos: '30', typ: 'B2CL', val: 85_000 }]);
  // Sold and brought back: the row is there, with nothing in it.
  expect(file?.b2cs).toMatchObject([{ sply_ty: 'INTER', pos: '30', txval: 0, iamt: 0 }]);
});

it('a shop without a GSTIN, or a place nobody knows, stops the return; the rest of the page is there', async () => {
  const { store, counter } = opened({ gstin: null });
  sell(counter, soap.id);
  const nobody = await asked(store);
  expect(nobody).toMatchObject({ refused: 'return_incomplete', text: null });
  expect(nobody.view?.problems).toMatchObject([{ kind: 'shop_gstin', stops: true, about: { type: 'settings' } }]);
  expect(nobody.view?.value).toBe(35_50);
});

it('an inter-state bill whose customer has no state any more is named, with the customer', async () => {
  const { store, counter } = opened();
  sell(counter, soap.id, fromGoa.id);
  const without = { state_code: null };
  store.mutate({ name: 'customer.edit', kind: 'request', actor: 'test' }, (m) =>
    m.set('customer', fromGoa.id, without),
  );
  const { view, refused } = await asked(store);
  expect(refused).toBe('return_incomplete');
  expect(view?.problems).toEqual([
    {
      kind: 'place_unknown',
      stops: true,
      about: { type: 'customer', id: fromGoa.id, name: fromGoa.name },
      count: 1,
      amount: 30_08,
    },
  ]);
});

it('goods without an HSN are named and left out of table 12 alone; put right today, they are right in the return', async () => {
  const { store, counter } = opened();
  const edit = (hsn: string | null) =>
    store.mutate({ name: 'product.edit', kind: 'request', actor: 'test' }, (m) => m.set('product', soap.id, { hsn }));
  edit(null);
  sell(counter, soap.id);
  sell(counter, milk.id);
  const lacking = await asked(store);
  expect(lacking.view?.problems).toMatchObject([
    { kind: 'hsn_missing', stops: false, about: { type: 'product', id: soap.id, name: soap.name }, amount: 30_08 },
  ]);
  expect(lacking.file?.hsn.hsn_b2c?.map(({ hsn_sc }) => hsn_sc)).toEqual(['0401']);
  expect(lacking.file?.b2cs).toMatchObject([{ txval: 30.08 }]);
  edit('341');
  expect((await asked(store)).view?.problems).toMatchObject([{ kind: 'hsn_missing' }]);
  edit(soap.hsn);
  const mended = await asked(store);
  expect(mended.view?.problems).toEqual([]);
  expect(mended.file?.hsn.hsn_b2c?.map(({ hsn_sc }) => hsn_sc)).toEqual(['0401', soap.hsn]);
});

it('a GSTIN that is none is named, and its bills count as sold to somebody without one', async () => {
  const { store, counter } = opened();
  const wrong = { gstin: '27AAPFU0939F1ZO' };
  store.mutate({ name: 'import', kind: 'request', actor: 'test' }, (m) => m.set('customer', registered.id, wrong));
  sell(counter, soap.id, registered.id);
  const { view, file } = await asked(store);
  expect(view?.problems).toMatchObject([
    { kind: 'customer_gstin', stops: false, about: { type: 'customer', id: registered.id }, amount: 30_08 },
  ]);
  expect(file?.b2b).toBeUndefined();
  expect(file?.b2cs).toMatchObject([{ pos: '27', txval: 30.08 }]);
});

it('a rate that no return has, bills of another regime, and numbers that are not there yet are named', async () => {
  const { store, counter } = opened();
  store.mutate({ name: 'test', kind: 'request', actor: 'test' }, (m) => {
    const component = { position: 0, kind: 'gst', per_unit: fineMoney(0), compound: 0 } as const;
    const from = '2017-07-01' as Day; // proof: written out as a day
    m.set('tax_class', 'gst18', { rates: [{ ...component, effective_from: from, rate: rate(95_000) }] });
  });
  const first = sell(counter, soap.id);
  store.mutate({ name: 'test', kind: 'request', actor: 'test' }, (m) => {
    m.set('business_settings', 'shop', { tax_regime: 'vat' });
  });
  const other = sell(counter, soap.id);
  store.mutate({ name: 'test', kind: 'request', actor: 'test' }, (m) => {
    m.set('business_settings', 'shop', { tax_regime: 'india_gst' });
  });
  // Another till's number 5, of which 3 and 4 have not come yet.
  const { number } = counter.bill(first);
  copyBill(store, first, number.replace('000001', '000005'), 5);
  const { view, refused } = await asked(store);
  // With that rate the portal would refuse the file.
  expect(refused).toBe('return_incomplete');
  expect(view?.problems.map(({ kind, about, count }) => [kind, about.type, about.id, count])).toEqual([
    ['rate_unknown', 'product', soap.id, 2],
    ['other_regime', 'bill', other, 1],
    ['numbers_missing', 'series', 'A1', 2],
  ]);
  expect(view?.issued).toEqual([
    { kind: 'bill', series: 'A1', from: number, to: number.replace('000001', '000005'), total: 3, cancelled: 0 },
  ]);
});

/** The same bill under another number. */
function copyBill(store: Store, id: string, number: string, sequence: number): void {
  const rows = (table: string, key: string) =>
    store.sql<[string], Record<string, never>>(`SELECT * FROM ${table} WHERE ${key} = ?`).all(id);
  const [header] = rows('bill', 'id');
  const parts = (table: string) => rows(table, 'bill_id').map(({ bill_id: _, ...row }) => row);
  store.mutate({ name: 'test.bill', kind: 'fact', actor: 'test' }, (m) => {
    const bill = { ...header, id: store.ids.next(), number, sequence, cart_id: null };
    m.put('bill', { ...bill, lines: parts('bill_line'), taxes: parts('bill_line_tax') } as never);
  });
}

it('days that are no return period have a page and no GSTR-1; a shop without GST has neither', async () => {
  const { store, counter } = opened();
  sell(counter, soap.id);
  const week = await asked(store, { from: '2026-11-15', to: '2026-11-21' });
  expect(week).toMatchObject({ refused: 'bad_value', view: { code: null, value: 35_50 } });
  store.mutate({ name: 'test', kind: 'request', actor: 'test' }, (m) => {
    m.set('business_settings', 'shop', { tax_regime: 'vat' });
  });
  expect(await asked(store)).toMatchObject({ view: null, refused: 'bad_value', text: null });
});

it('a bill before the midnight of the shop is of its month, whatever the day in London', async () => {
  const { store, counter } = opened();
  // 30 November, 23:59 in India, and two minutes later.
  shop.clock.set(Date.UTC(2026, 10, 30, 18, 29));
  sell(counter, soap.id);
  shop.clock.set(Date.UTC(2026, 10, 30, 18, 31));
  sell(counter, milk.id);
  expect((await asked(store)).view?.value).toBe(money(35_50));
  expect((await asked(store, { from: '2026-12-01', to: '2026-12-31' })).view?.value).toBe(money(28_00));
});
