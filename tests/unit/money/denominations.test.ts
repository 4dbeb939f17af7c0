import { currencies, denominations, drawerLimit, inNotes, money, quickAmounts, ZERO } from '@shared/money';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const currency = fc.constantFrom(...currencies);

describe('the denominations of every currency', () => {
  it('are whole minor units above zero, each once, the largest first', () => {
    for (const code of currencies) {
      const list = denominations(code);
      expect(list.length).toBeGreaterThan(5);
      expect(list.every((one) => Number.isSafeInteger(one) && one > 0)).toBe(true);
      expect([...new Set(list)].toSorted((a, b) => b - a)).toEqual(list);
    }
  });

  it('of rupees are what the Reserve Bank has issued, in paise', () => {
    expect(denominations('INR')).toEqual([200_000, 50_000, 20_000, 10_000, 5000, 2000, 1000, 500, 200, 100, 50]);
    expect(drawerLimit('INR')).toBe(100_000_000);
  });
});

describe('an amount in notes', () => {
  it('comes to it again, but for less than the smallest coin', () => {
    fc.assert(
      fc.property(currency, fc.nat({ max: 99_999_999 }), (code, amount) => {
        const sum = inNotes(money(amount), code).reduce(
          (all, { denomination, count }) => all + denomination * count,
          0,
        );
        expect(amount - sum).toBeGreaterThanOrEqual(0);
        expect(amount - sum).toBeLessThan(denominations(code).at(-1) ?? 0);
      }),
    );
  });
});

describe('quick amounts', () => {
  it('are a few ascending amounts above what is due, each made up of notes of one kind', () => {
    fc.assert(
      fc.property(currency, fc.integer({ min: 1, max: 50_000_000 }), (code, due) => {
        const amounts = quickAmounts(money(due), code);
        expect(amounts.length).toBeLessThanOrEqual(4);
        expect(amounts.toSorted((a, b) => a - b)).toEqual(amounts);
        for (const amount of amounts) {
          expect(amount).toBeGreaterThan(due);
          expect(denominations(code).some((note) => amount % note === 0 && amount - due < note)).toBe(true);
        }
      }),
    );
  });

  it('are those that a customer in India reaches for', () => {
    expect(quickAmounts(money(347_00), 'INR')).toEqual([350_00, 360_00, 400_00, 500_00]);
    expect(quickAmounts(money(42_00), 'INR')).toEqual([45_00, 50_00, 60_00, 100_00]);
    expect(quickAmounts(ZERO, 'INR')).toEqual([]);
  });
});
