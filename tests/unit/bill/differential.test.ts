import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBill, writeBill } from '../../../scripts/lib/plain-bill';
import { priceBill } from '../../../src/shared/bill';
import { ArithmeticError } from '../../../src/shared/money';
import { oracle, type PlainBill, Refused } from './oracle';
import { randomBill } from './random-bill';

const refusals = ['discount_above_price', 'per_unit_above_price', 'overpaid'];

function ours(bill: PlainBill) {
  try {
    return writeBill(priceBill(readBill(bill)));
  } catch (error) {
    if (error instanceof ArithmeticError && refusals.includes(error.code)) return 'refused';
    throw error;
  }
}

function theirs(bill: PlainBill) {
  try {
    return oracle(bill);
  } catch (error) {
    if (error instanceof Refused) return 'refused';
    throw error;
  }
}

test('every amount of 10 000 random bills is what exact fractions say', { timeout: 120_000 }, () => {
  let priced = 0;
  fc.assert(
    fc.property(randomBill, (bill) => {
      const got = ours(bill);
      const wanted = theirs(bill);
      if (got !== 'refused' && wanted !== 'refused') {
        priced++;
        expect(got).toMatchObject(wanted);
      } else {
        expect(got).toBe(wanted);
      }
    }),
    { numRuns: 10_000 },
  );
  // A generator whose bills were mostly refused would compare nothing.
  expect(priced).toBeGreaterThan(6_000);
});
