import { money } from '@shared/money';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { creditLeft, exactly, remaining, type Tender } from './tender';

const tender = (method: Tender['method'], amount: number): Tender => ({ method, amount: money(amount), reference: '' });
const bill = { toPay: money(99_80), cashDue: money(100_00) };

describe('what is still to pay', () => {
  it('is rounded to coins only while everything is cash', () => {
    expect(remaining(bill, [], 'cash')).toBe(100_00);
    expect(remaining(bill, [], 'upi')).toBe(99_80);
    expect(remaining(bill, [tender('cash', 40_00)], 'cash')).toBe(60_00);
    expect(remaining(bill, [tender('upi', 40_00)], 'cash')).toBe(59_80);
  });

  it('is never below zero, whatever was taken', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 200_00 })), (amounts) => {
        expect(
          remaining(
            bill,
            amounts.map((amount) => tender('card', amount)),
            'cash',
          ),
        ).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('store credit', () => {
  it('pays what there is of it, and the rest is asked for', () => {
    expect(exactly(money(99_80), 'store_credit', money(30_00))).toBe(30_00);
    expect(exactly(money(20_00), 'store_credit', money(30_00))).toBe(20_00);
    expect(exactly(money(99_80), 'card', money(30_00))).toBe(99_80);
  });

  it('cannot be spent twice on one bill', () => {
    expect(creditLeft(money(30_00), [tender('store_credit', 30_00)])).toBe(0);
    expect(creditLeft(money(30_00), [tender('store_credit', 10_00), tender('cash', 5_00)])).toBe(20_00);
  });
});
