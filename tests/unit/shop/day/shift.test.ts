import type { Row } from '@shared/entities';
import { AppError } from '@shared/errors';
import { drawerLimit, money } from '@shared/money';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../../../src/main/store';
import { foundShop } from '../../../support/counter';
import { type DayCounter, openDay, staffUp } from '../../../support/day';
import { makeTestShop, type TestShop } from '../../../support/shop-store';

const soap = '00000000-0000-7000-8000-00000000a001';
const meera = '00000000-0000-7000-8000-00000000c001';

let shop: TestShop;
let store: Store;
let counter: DayCounter;
beforeEach(async () => {
  shop = makeTestShop();
  store = shop.open();
  foundShop(store, {
    products: [{ id: soap, price: money(10_000), tax_class_id: 'gst18' }],
    customers: [{ id: meera }],
    settings: { require_shift: 1 },
  });
  await staffUp(store);
  counter = openDay(store);
});
afterEach(() => shop.dispose());

function refusal(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
  return 'not refused';
}

const open = (float = 50_000) => counter.call('cashier', 'shift.open', { shiftId: shop.ids.next(), float });
const sell = (method: 'cash' | 'card' = 'cash') => {
  const { id: cartId, revision, totals } = counter.call('cashier', 'sales.addLine', { productId: soap }).cart;
  const payments = [{ method, amount: totals.cashDue }];
  return counter.call('cashier', 'sales.complete', { cartId, revision, payments });
};
const close = (shiftId: string, ...counts: [denomination: number, count: number][]) =>
  counter.call('cashier', 'shift.close', {
    shiftId,
    counts: counts.map(([denomination, count]) => ({ denomination, count })),
  });
const count = (table: string) => store.sql<[], { n: number }>(`SELECT count(*) AS n FROM ${table}`).get()?.n;

describe('a shop that wants shifts', () => {
  it('takes and gives no money without an open one', () => {
    expect(refusal(sell)).toBe('shift_required');
    open();
    const { billId } = sell();
    close(counter.call('cashier', 'shift.current', {})?.id ?? '', [10_000, 6]);
    const returned = { returnId: shop.ids.next(), billId, lines: [{ lineNo: 1, quantity: 1000 }], reason: 'torn' };
    expect(refusal(() => counter.call('owner', 'sales.return', { ...returned, refund: 'cash' }))).toBe(
      'shift_required',
    );
    expect(refusal(() => counter.call('owner', 'sales.void', { billId, reason: 'wrong' }))).toBe('shift_required');
    const due = { paymentId: shop.ids.next(), customerId: meera, amount: 100, method: 'cash' as const };
    expect(refusal(() => counter.call('cashier', 'customers.receive', { ...due, confirm: ['advance'] }))).toBe(
      'shift_required',
    );
    const paid = { entryId: shop.ids.next(), direction: 'out' as const, amount: 100, reason: 'tea' };
    expect(refusal(() => counter.call('cashier', 'shift.cash', paid))).toBe('shift_required');
    expect([count('bill'), count('bill_return'), count('bill_void'), count('payment')]).toEqual([1, 0, 0, 1]);
  });
});

describe('a shift', () => {
  it('is one per drawer, and the same when asked for again', () => {
    const first = open();
    expect(counter.call('cashier', 'shift.open', { shiftId: first.id, float: 99 })).toEqual(first);
    expect(refusal(() => open())).toBe('shift_open');
    expect([count('cash_shift'), count('cashbook_entry')]).toEqual([1, 1]);
  });

  it('is closed once: closing again answers the same Z report, whatever is counted then', () => {
    const { id } = open();
    sell();
    const z = close(id, [50_000, 1], [10_000, 1]);
    expect(z).toMatchObject({ state: 'closed', expected: 60_000, counted: 60_000, difference: 0 });
    expect(close(id, [50_000, 9])).toEqual(z);
    expect(counter.call('owner', 'shift.get', { shiftId: id })).toEqual(z);
    expect(count('shift_close')).toBe(1);
    expect(refusal(() => counter.call('cashier', 'shift.open', { shiftId: id, float: 0 }))).toBe('shift_closed');
    expect(counter.call('cashier', 'shift.current', {})).toBeNull();
  });

  it('books what is over or short, and leaves nothing in the book', () => {
    const { id } = open();
    const z = close(id, [10_000, 4], [2000, 3]);
    expect(z).toMatchObject({ expected: 50_000, counted: 46_000, difference: -4000 });
    expect(
      store.sql('SELECT category, amount FROM cashbook_entry WHERE shift_id = ? ORDER BY category').all(id),
    ).toEqual([
      { category: 'closing', amount: -46_000 },
      { category: 'float', amount: 50_000 },
      { category: 'over_short', amount: -4000 },
    ]);
  });

  it('is counted in coins and notes that exist, each once, and in no absurd number', () => {
    const { id } = open();
    expect(refusal(() => close(id, [12_345, 1]))).toBe('bad_count');
    expect(refusal(() => close(id, [10_000, 1], [10_000, 2]))).toBe('bad_count');
    expect(() => close(id, [10_000, -1])).toThrow();
    expect(refusal(() => close(id, [50_000, 100_000]))).toBe('cash_limit');
    const left = { shiftId: id, counts: [{ denomination: 10_000, count: 1 }], leftFloat: 20_000 };
    expect(refusal(() => counter.call('cashier', 'shift.close', left))).toBe('bad_count');
    expect(count('shift_close')).toBe(0);
  });

  it('has a number of the Z series in the financial year in which it is closed, and carries sales of both', () => {
    shop.clock.set(Date.UTC(2027, 2, 31, 18, 0));
    const { id } = open();
    const before = sell();
    shop.clock.set(Date.UTC(2027, 2, 31, 18, 45));
    const after = sell();
    expect([before.number, after.number]).toEqual(['A1/2627/000001', 'A1/2728/000001']);
    expect(close(id, [50_000, 1], [10_000, 2])).toMatchObject({ number: 'A1Z/2728/000001', bills: 2, difference: 0 });
    open();
    expect(close(counter.call('cashier', 'shift.current', {})?.id ?? '').number).toBe('A1Z/2728/000002');
  });

  it('shows a cashier who counts blind nothing from which the cash follows, until it is counted', () => {
    const { id, openedAt } = open();
    sell();
    sell('card');
    expect(counter.call('cashier', 'shift.report', {})).toEqual({
      id,
      state: 'blind',
      terminal: 'Counter 1',
      openedAt,
      openedBy: 'cashier',
      currency: 'INR',
      float: 50_000,
      bills: 2,
      returns: 0,
      voids: 0,
      drawerOpenings: 0,
      note: null,
      payments: [{ method: 'card', count: 1, amount: 10_000 }],
    });
    expect(counter.call('manager', 'shift.report', {})).toMatchObject({ net: 20_000, expected: 60_000 });
    const z = close(id, [50_000, 1]);
    expect(z).toMatchObject({ state: 'closed', net: 20_000, expected: 60_000, difference: -10_000 });
    expect(counter.call('cashier', 'shift.report', { shiftId: id })).toEqual(z);
  });

  it('is shown in full to a cashier whose shop does not count blind', () => {
    counter.call('owner', 'settings.save', { blind_count: 0 });
    open();
    sell();
    expect(counter.call('cashier', 'shift.report', {})).toMatchObject({ state: 'open', net: 10_000, expected: 60_000 });
  });

  it('while it is open tells the archive no more than the report: an accountant reads its money once it is counted', () => {
    const { id } = open();
    sell();
    const first = () => counter.call('accountant', 'shift.list', { limit: 1 }).rows[0];
    expect(first()).toMatchObject({ bills: 1, net: null, expected: null });
    expect(counter.call('accountant', 'shift.get', { shiftId: id }).state).toBe('blind');
    expect(counter.call('owner', 'shift.list', { limit: 1 }).rows[0]).toMatchObject({ net: 10_000, expected: 60_000 });
    const z = close(id, [50_000, 1], [10_000, 1]);
    expect(first()).toMatchObject({ net: 10_000, expected: 60_000 });
    expect(counter.call('accountant', 'shift.get', { shiftId: id })).toEqual(z);
  });

  it('is archived as it was printed, whatever is done to its bills afterwards', () => {
    const { id } = open();
    const { billId } = sell();
    const z = close(id, [50_000, 1], [10_000, 1]);
    const next = open(20_000);
    counter.call('owner', 'sales.void', { billId, reason: 'wrong' });
    expect(counter.call('owner', 'shift.get', { shiftId: id })).toEqual(z);
    expect(counter.call('owner', 'shift.report', {})).toMatchObject({
      id: next.id,
      voids: 1,
      voided: -10_000,
      net: -10_000,
      tax: -z.tax,
      expected: 10_000,
    });
    expect(counter.call('owner', 'shift.list', { limit: 10 }).rows.map(({ net }) => net)).toEqual([-10_000, 10_000]);
  });

  it('of another terminal is counted there', () => {
    const { id } = open();
    const ours = store.sql<[string], Row<'cash_shift'>>('SELECT * FROM cash_shift WHERE id = ?').get(id);
    if (!ours) throw new Error('The shift is not there');
    store.mutate({ name: 'test', kind: 'fact', actor: 'x' }, (m) => {
      m.put('cash_shift', { ...ours, id: soap, terminal_id: 'elsewhere' });
    });
    expect(refusal(() => close(soap))).toBe('shift_elsewhere');
  });
});

describe('cash beyond what a drawer holds', () => {
  it('is asked back, wherever it is typed, and taken when it is meant', () => {
    const much = drawerLimit('INR') + 1;
    expect(refusal(() => open(much))).toBe('cash_limit');
    open();
    const entryId = shop.ids.next();
    const pay = (confirm: 'cash_limit'[] = []) =>
      counter.call('cashier', 'shift.cash', {
        entryId,
        direction: 'in',
        amount: much,
        reason: 'from the bank',
        confirm,
      });
    expect(refusal(pay)).toBe('cash_limit');
    expect(pay(['cash_limit']).amount).toBe(much);
    expect(pay().amount).toBe(much);
    expect(count('cashbook_entry')).toBe(2);
    const { id: cartId, revision } = counter.call('cashier', 'sales.addLine', { productId: soap }).cart;
    const payments = [{ method: 'cash' as const, amount: much }];
    expect(refusal(() => counter.call('cashier', 'sales.complete', { cartId, revision, payments }))).toBe('cash_limit');
  });

  it('and nothing at all are no payments', () => {
    open();
    const nothing = { entryId: shop.ids.next(), direction: 'in' as const, amount: 0, reason: 'change' };
    expect(refusal(() => counter.call('cashier', 'shift.cash', nothing))).toBe('zero_payment');
    const { id: cartId, revision } = counter.call('cashier', 'sales.addLine', { productId: soap }).cart;
    const payments = [
      { method: 'upi' as const, amount: 10_000 },
      { method: 'cash' as const, amount: 0 },
    ];
    expect(refusal(() => counter.call('cashier', 'sales.complete', { cartId, revision, payments }))).toBe(
      'zero_payment',
    );
  });
});
