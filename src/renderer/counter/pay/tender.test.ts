import { money } from '@shared/money';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { notesOf, quickAmounts, remaining, type Tender } from './tender';

const bill = { total: money(100_30), cashDue: money(100_00) };
const tender = (method: Tender['method'], amount: number): Tender => ({ method, amount: money(amount), reference: '' });

describe('what is still to pay', () => {
  it('is rounded to the coin only while the whole bill is paid in cash', () => {
    expect(remaining(bill, [], 'cash')).toBe(100_00);
    expect(remaining(bill, [], 'card')).toBe(100_30);
    expect(remaining(bill, [tender('cash', 50_00)], 'cash')).toBe(50_00);
    expect(remaining(bill, [tender('card', 50_00)], 'cash')).toBe(50_30);
    expect(remaining(bill, [tender('cash', 50_00)], 'upi')).toBe(50_30);
  });

  it('is never below zero', () => {
    expect(remaining(bill, [tender('cash', 500_00)], 'cash')).toBe(0);
  });
});

describe('quick amounts', () => {
  it('are the notes that cover what is due', () => {
    expect(quickAmounts(money(347_00), notesOf('INR', 2))).toEqual([350_00, 360_00, 400_00, 500_00]);
    expect(quickAmounts(money(726_00), notesOf('INR', 2))).toEqual([740_00, 750_00, 800_00, 1000_00]);
    expect(quickAmounts(money(42_00), notesOf('INR', 2))).toEqual([50_00, 60_00, 100_00, 200_00]);
  });

  it('always cover the bill, ascend, and never repeat it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000 }), fc.constantFrom('INR', 'NGN', 'USD'), (due, currency) => {
        const amounts = quickAmounts(money(due), notesOf(currency, 2));
        expect(amounts.every((amount) => amount > due)).toBe(true);
        expect(amounts).toEqual([...new Set(amounts)].sort((a, b) => a - b));
      }),
    );
  });

  it('are none when nothing is due', () => {
    expect(quickAmounts(money(0), notesOf('INR', 2))).toEqual([]);
  });
});
