import { AppError } from '@shared/errors';
import { money } from '@shared/money';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../../../src/main/store';
import { foundShop } from '../../../support/counter';
import { type DayCounter, openDay, staffUp } from '../../../support/day';
import { makeTestShop, type TestShop } from '../../../support/shop-store';

// One shift over midnight of 31 March in the shop's own time zone: a new day, and a new financial year, in the middle of it.

const soap = '00000000-0000-7000-8000-00000000a001';
const meera = '00000000-0000-7000-8000-00000000c001';
/** 23:50 on 31 March 2027 and 00:10 on 1 April in Kolkata: both on 31 March in Greenwich. */
const before = Date.UTC(2027, 2, 31, 18, 20);
const after = Date.UTC(2027, 2, 31, 18, 40);

let shop: TestShop;
let store: Store;
let counter: DayCounter;
let shiftId: string;
beforeEach(async () => {
  shop = makeTestShop();
  shop.clock.set(before);
  store = shop.open();
  foundShop(store, {
    products: [{ id: soap, price: money(10_000), tax_class_id: 'gst18' }],
    customers: [{ id: meera, name: 'Meera' }],
    settings: { require_shift: 1, credit_days: 10 },
  });
  await staffUp(store);
  counter = openDay(store);
  shiftId = shop.ids.next();
  counter.call('cashier', 'shift.open', { shiftId, float: 50_000 });
});
afterEach(() => shop.dispose());

const scan = () => counter.call('cashier', 'sales.addLine', { productId: soap }).cart;
const pay = (method: 'cash' | 'on_account' = 'cash') => {
  const { id: cartId, revision, totals } = counter.call('cashier', 'sales.cart', {});
  return counter.call('cashier', 'sales.complete', {
    cartId,
    revision,
    payments: [{ method, amount: totals.cashDue }],
  });
};
const bill = (id: string) => counter.call('cashier', 'sales.bill', { id });

function refusal(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
  return 'not refused';
}

describe('a shift over midnight and over the end of the financial year', () => {
  it('a bill scanned before midnight and paid after it is a bill of the new day, and first of the new year', () => {
    scan();
    const old = pay();
    scan();
    shop.clock.set(after);
    const { billId, number } = pay();
    expect([old.number, number]).toEqual(['A1/2627/000001', 'A1/2728/000001']);
    expect([bill(old.billId).day, bill(billId).day]).toEqual(['2027-03-31', '2027-04-01']);
  });

  it('a bill held in the old year and taken up in the new one is sold in the new one, once', () => {
    scan();
    counter.call('cashier', 'sales.hold', { name: 'Blue shirt' });
    shop.clock.set(after);
    const [held] = counter.call('cashier', 'sales.held', {});
    counter.call('cashier', 'sales.recall', { id: held?.id ?? '' });
    expect(pay().number).toBe('A1/2728/000001');
    expect(counter.call('cashier', 'sales.held', {})).toEqual([]);
  });

  it('a bill of before midnight cannot be voided after it; it is a return then, with a note of the new year', () => {
    scan();
    const { billId } = pay();
    shop.clock.set(after);
    expect(refusal(() => counter.call('owner', 'sales.void', { billId, reason: 'wrong' }))).toBe('not_voidable');
    const note = counter.call('cashier', 'sales.return', {
      returnId: shop.ids.next(),
      billId,
      lines: [{ lineNo: 1, quantity: 1000 }],
      reason: 'wrong',
      refund: 'cash',
    });
    expect(note.number).toMatch(/^A1\w+\/2728\/000001$/);
    expect(note.total).toBe(-10_000);
  });

  it('a due counts its days from the day of its own bill', () => {
    scan();
    counter.call('cashier', 'sales.setCustomer', { customerId: meera });
    const old = pay('on_account');
    scan();
    counter.call('cashier', 'sales.setCustomer', { customerId: meera });
    shop.clock.set(after);
    const late = pay('on_account');
    expect([bill(old.billId).dueDay, bill(late.billId).dueDay]).toEqual(['2027-04-10', '2027-04-11']);
  });

  it('is one shift: X before and after midnight add up, and one Z of the new year carries both days', () => {
    scan();
    pay();
    expect(counter.call('manager', 'shift.report', {})).toMatchObject({ bills: 1, net: 10_000, expected: 60_000 });
    shop.clock.set(after);
    expect(counter.call('cashier', 'shift.current', {})?.id).toBe(shiftId);
    scan();
    pay();
    expect(counter.call('manager', 'shift.report', {})).toMatchObject({ bills: 2, net: 20_000, expected: 70_000 });
    const counts = [
      { denomination: 50_000, count: 1 },
      { denomination: 10_000, count: 2 },
    ];
    const z = counter.call('cashier', 'shift.close', { shiftId, counts });
    expect(z).toMatchObject({ number: 'A1Z/2728/000001', bills: 2, net: 20_000, tax: 3052, difference: 0 });
    expect([z.openedAt, z.closedAt]).toEqual([before, after]);
    const listed = (day: string) => counter.call('owner', 'shift.list', { from: day, to: day, limit: 10 }).rows;
    // By the day on which it was opened.
    expect([listed('2027-03-31').map(({ id }) => id), listed('2027-04-01')]).toEqual([[shiftId], []]);
  });

  it('a clock set back over midnight still gives each bill a number of its own', () => {
    shop.clock.set(after);
    scan();
    const late = pay();
    shop.clock.set(before);
    scan();
    const early = pay();
    shop.clock.set(after);
    scan();
    const last = pay();
    expect([late.number, early.number, last.number]).toEqual(['A1/2728/000001', 'A1/2627/000001', 'A1/2728/000002']);
  });
});
