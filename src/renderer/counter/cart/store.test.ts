// @vitest-environment happy-dom
import type { Cart, CartLine } from '@shared/contract';
import { money, quantity } from '@shared/money';
import { beforeEach, describe, expect, it } from 'vitest';
import { type FakeBridge, fakeBridge } from '../../../../tests/support/fake-bridge';
import { type CartStore, createCartStore } from './store';

const line = (lineNo: number, pieces = 1): CartLine => ({
  lineNo,
  productId: `p${lineNo}`,
  name: `Product ${lineNo}`,
  sku: null,
  unit: 'PCS',
  quantity: quantity(pieces * 1000),
  listPrice: money(10_00),
  unitPrice: money(10_00),
  discount: null,
  discountAmount: money(0),
  tax: money(0),
  taxes: [],
  net: money(10_00 * pieces),
  stock: null,
  oversells: false,
  note: null,
});

const cartOf = (revision: number, ...lines: CartLine[]): Cart => ({
  id: 'cart',
  revision,
  lines,
  customer: null,
  discount: null,
  currency: 'INR',
  totals: {
    lines: lines.length,
    subtotal: money(0),
    discount: money(0),
    taxable: money(0),
    tax: money(0),
    roundOff: money(0),
    total: money(0),
    credit: money(0),
    advance: money(0),
    toPay: money(0),
    cashDue: money(0),
  },
  exchange: null,
  order: null,
  note: null,
  updatedAt: 0,
});

let main: FakeBridge;
let store: CartStore;

const open = async (...lines: CartLine[]) => {
  const asked = store.refresh();
  main.answer('sales.cart', cartOf(1, ...lines));
  await asked;
};

beforeEach(() => {
  main = fakeBridge();
  store = createCartStore();
});

describe('the open bill', () => {
  it('that was there when the counter came up is called restored, until the first thing happens to it', async () => {
    await open(line(1));
    expect(store.get().restored).toBe(true);
    const scanned = store.scan('123456', null);
    main.answer('sales.scan', { outcome: 'added', lineNo: 2, cart: cartOf(2, line(1), line(2)) });
    await scanned;
    expect(store.get().restored).toBe(false);
  });

  it('is not called restored any more when it is put aside', async () => {
    await open(line(1));
    const held = store.hold({ name: 'Asha' });
    main.answer('sales.hold', { ...cartOf(2), id: 'next' });
    await held;
    expect(store.get().restored).toBe(false);
  });

  it('that is empty was not restored', async () => {
    await open();
    expect(store.get().restored).toBe(false);
  });

  it('never goes back to an answer that was overtaken', async () => {
    await open();
    const first = store.scan('111111', null);
    const second = store.scan('222222', null);
    const late = main.waiting()[0];
    expect(late?.input).toEqual({ code: '111111' });
    // The bridge answers in order; here the first answer is read last, which is what a slow frame looks like.
    const answers = [cartOf(2, line(1)), cartOf(3, line(1), line(2))] as const;
    main.answer('sales.scan', { outcome: 'added', lineNo: 1, cart: answers[0] });
    main.answer('sales.scan', { outcome: 'added', lineNo: 2, cart: answers[1] });
    await Promise.all([first, second]);
    expect(store.get().cart?.lines.map((each) => each.lineNo)).toEqual([1, 2]);
    const refresh = store.refresh();
    const scan = store.scan('333333', null);
    main.answer('sales.scan', { outcome: 'added', lineNo: 3, cart: cartOf(4, line(1), line(2), line(3)) });
    await scan;
    main.answer('sales.cart', answers[1]);
    await refresh;
    expect(store.get().cart?.lines.map((each) => each.lineNo)).toEqual([1, 2, 3]);
  });

  it('keeps the identity of lines that did not change, so that they are not painted again', async () => {
    await open(line(1), line(2));
    const before = store.get().cart?.lines;
    const changed = store.setQuantity(2, quantity(3000));
    main.answer('sales.setQuantity', cartOf(2, line(1), line(2, 3)));
    await changed;
    const after = store.get().cart?.lines;
    expect(after?.[0]).toBe(before?.[0]);
    expect(after?.[1]).not.toBe(before?.[1]);
  });
});

describe('what is on its way', () => {
  it('is waited for, refused or not, before a payment counts the bill', async () => {
    await open(line(1));
    void store.scan('111111', null);
    void store.scan('222222', null);
    expect(store.isPending()).toBe(true);
    let settled = false;
    const waiting = store.settled().then(() => {
      settled = true;
    });
    main.answer('sales.scan', { outcome: 'added', lineNo: 2, cart: cartOf(2, line(1), line(2)) });
    await Promise.resolve();
    expect(settled).toBe(false);
    main.refuse('sales.scan', 'stock_blocked');
    await waiting;
    expect(store.isPending()).toBe(false);
    expect(store.get().cart?.lines).toHaveLength(2);
  });
});

describe('+ and −', () => {
  it('pressed five times before main has answered are five more', async () => {
    const one = line(1);
    await open(one);
    for (let press = 0; press < 5; press++) void store.bump(one, 1);
    const wanted = main.waiting().map(({ input }) => input);
    expect(wanted.at(-1)).toEqual({ lineNo: 1, quantity: 6000 });
  });

  it('never take the last piece: that is what removing is for', async () => {
    const one = line(1);
    await open(one);
    await store.bump(one, -1);
    expect(main.waiting()).toEqual([]);
  });
});

describe('the selected line', () => {
  it('is the one that was scanned last', async () => {
    await open(line(1), line(2), line(3));
    const scanned = store.scan('111111', null);
    main.answer('sales.scan', { outcome: 'added', lineNo: 1, cart: cartOf(2, line(1, 2), line(2), line(3)) });
    await scanned;
    expect(store.get().selected).toBe(1);
  });

  it('moves to the last one when it is removed, and back to it when that is undone', async () => {
    await open(line(1), line(2), line(3));
    store.select(1);
    const removed = store.removeLine(1);
    main.answer('sales.removeLine', cartOf(2, line(2), line(3)));
    await removed;
    expect(store.get().selected).toBe(3);
    const undone = store.undo();
    main.answer('sales.undo', cartOf(3, line(1), line(2), line(3)));
    await undone;
    expect(store.get().selected).toBe(1);
  });

  it('goes up and down with the keys and stays on the bill', async () => {
    await open(line(1), line(2));
    store.step(-1);
    store.step(-1);
    expect(store.get().selected).toBe(1);
    store.step(1);
    store.step(1);
    expect(store.get().selected).toBe(2);
  });
});

describe('a scan that adds nothing', () => {
  it.each(['unknown', 'damaged'] as const)('says that the code was %s, until the next one', async (outcome) => {
    await open(line(1));
    const scanned = store.scan('99999999', null);
    main.answer('sales.scan', { outcome, code: '99999999', cart: cartOf(1, line(1)) });
    await scanned;
    expect(store.get().notice).toMatchObject({ kind: outcome, code: '99999999' });
    void store.scan('123456', null);
    expect(store.get().notice).toBeNull();
  });

  it('says why main refused it', async () => {
    await open(line(1));
    const scanned = store.scan('123456', null);
    main.refuse('sales.scan', 'stock_blocked');
    expect(await scanned).toBeNull();
    expect(store.get().notice).toMatchObject({ kind: 'missed', code: '123456', failure: { code: 'stock_blocked' } });
  });
});
