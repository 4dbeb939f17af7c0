import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ArithmeticError,
  average,
  money,
  multiply,
  portion,
  quantity,
  rate,
  rateOf,
  roundedRatio,
  roundHalfAwayFromZero,
  roundToUnit,
  roundUpToUnit,
  shareOut,
  tenthsOfPercent,
  wholePercents,
} from '../../../src/shared/money';

describe('the one rounding rule: half away from zero', () => {
  test.each([
    // −2.675 in hundredths, the design's own example
    [-2675n, 10n, -268n],
    [2675n, 10n, 268n],
    [2674n, 10n, 267n],
    [-2674n, 10n, -267n],
    [5n, 10n, 1n],
    [-5n, 10n, -1n],
    [4n, 10n, 0n],
    [5n, -10n, -1n],
    [-5n, -10n, 1n],
    [1n, 3n, 0n],
    [2n, 3n, 1n],
    [0n, 7n, 0n],
  ])('%s / %s = %s', (top, bottom, expected) => {
    expect(roundHalfAwayFromZero(top, bottom)).toBe(expected);
  });

  test('is the nearest whole, symmetric, and away from zero in the middle', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
        fc.bigInt({ min: 1n, max: 10n ** 12n }),
        (n, d) => {
          const rounded = roundHalfAwayFromZero(n, d);
          const off = 2n * (n - rounded * d);
          expect(off <= d && off >= -d).toBe(true);
          if (off === d || off === -d) expect(rounded * d > n).toBe(n > 0n);
          expect(roundHalfAwayFromZero(-n, d)).toBe(-rounded);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test('nothing is divided by zero', () => {
    expect(() => roundHalfAwayFromZero(1n, 0n)).toThrow(RangeError);
  });
});

describe('the fast path in doubles', () => {
  const edge = fc.oneof(
    fc.integer(),
    fc.maxSafeInteger(),
    fc.constantFrom(94_906_265, 94_906_266, 94_906_267, Number.MAX_SAFE_INTEGER, 0, 1, -1, 1_000_000),
  );

  test('agrees with whole-number arithmetic on both sides of its limit', () => {
    fc.assert(
      fc.property(
        edge,
        edge,
        edge,
        edge,
        fc.oneof(fc.integer({ min: 1 }), fc.constantFrom(1, 2, 1000, 1_000_000)),
        (a, b, c, d, by) => {
          const exact = roundHalfAwayFromZero(BigInt(a) * BigInt(b) + BigInt(c) * BigInt(d), BigInt(by));
          const safe = exact <= BigInt(Number.MAX_SAFE_INTEGER) && exact >= -BigInt(Number.MAX_SAFE_INTEGER);
          if (safe) expect(BigInt(roundedRatio(a, b, c, d, by))).toBe(exact);
          else expect(() => roundedRatio(a, b, c, d, by)).toThrow(ArithmeticError);
        },
      ),
      { numRuns: 20_000 },
    );
  });

  test('rounds halves at the very edge of the safe range', () => {
    const most = Number.MAX_SAFE_INTEGER;
    expect(roundedRatio(most, 1, 0, 0, 2)).toBe(4503599627370496);
    expect(roundedRatio(-most, 1, 0, 0, 2)).toBe(-4503599627370496);
    expect(roundedRatio(most, 1, 0, 0, most)).toBe(1);
    expect(roundedRatio(most, most, 0, 0, most)).toBe(most);
  });
});

describe('named products', () => {
  test('price × quantity', () => {
    expect(multiply(money(99), quantity(505))).toBe(50);
    expect(multiply(money(-535), quantity(500))).toBe(-268);
    expect(multiply(money(9_007_199_254_740_991), quantity(1000))).toBe(9_007_199_254_740_991);
  });

  test('a rate of an amount', () => {
    expect(portion(money(6251), rate(180_000))).toBe(1125);
    expect(portion(money(100), rate(88_750))).toBe(9);
  });

  test('the nearest multiple of a unit; a unit of zero is off', () => {
    expect(roundToUnit(money(11_120), money(100))).toBe(11_100);
    expect(roundToUnit(money(11_150), money(100))).toBe(11_200);
    expect(roundToUnit(money(-1572), money(5))).toBe(-1570);
    expect(roundToUnit(money(1573), money(0))).toBe(1573);
  });

  test('averages and shares of reports', () => {
    expect(average(money(100), 3)).toBe(33);
    expect(average(money(100), 0)).toBe(0);
    expect(rateOf(money(1), money(3))).toBe(333_333);
    expect(rateOf(money(-50), money(100))).toBe(-500_000);
    expect(rateOf(money(1), money(0))).toBeNull();
  });
});

describe('sharing out by largest remainder', () => {
  test.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [2, [1, 1, 1], [1, 1, 0]],
    [1, [1, 2, 2], [0, 1, 0]],
    [5, [0, 10, 0], [0, 5, 0]],
    [0, [0, 0], [0, 0]],
    [7, [3, 0, 4], [3, 0, 4]],
    [7500, [7500, 50000, 20000, 10000, 5000, 5000], [577, 3846, 1538, 769, 385, 385]],
  ])('%i over %j is %j', (total, weights, shares) => {
    expect(shareOut(money(total), weights)).toEqual(shares);
  });

  const weights = fc.array(fc.oneof(fc.nat(), fc.constant(0), fc.integer({ min: 0, max: 9_000_000_000_000 })), {
    minLength: 1,
    maxLength: 12,
  });

  test('sums exactly, within one of the exact share, nothing to those without weight', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_000_000_000_000 }), weights, (total, weights) => {
        const sum = weights.reduce((all, weight) => all + BigInt(weight), 0n);
        fc.pre(sum > 0n);
        const shares = shareOut(money(total), weights);
        expect(shares.reduce((all, share) => all + BigInt(share), 0n)).toBe(BigInt(total));
        shares.forEach((share, index) => {
          const weight = BigInt(weights[index] ?? 0);
          const off = BigInt(share) * sum - BigInt(total) * weight;
          expect(off < sum && off > -sum).toBe(true);
          if (weight === 0n) expect(share).toBe(0);
        });
      }),
      { numRuns: 3_000 },
    );
  });

  test('there is no share of something over nothing, and none below zero', () => {
    expect(() => shareOut(money(1), [0, 0])).toThrow(RangeError);
    expect(() => shareOut(money(-1), [1])).toThrow(RangeError);
  });
});

describe('the next note up', () => {
  test.each([
    [34_700, 5_000, 35_000],
    [35_000, 5_000, 35_000],
    [1, 50_000, 50_000],
    [0, 500, 0],
    [347, 0, 347],
  ])('%i in notes of %i is %i', (amount, note, expected) => {
    expect(roundUpToUnit(money(amount), money(note))).toBe(expected);
  });
});

describe('whole percents', () => {
  test('rounds halves away from zero, on both sides of it', () => {
    expect([4_999, 5_000, 785_000, 784_999, -5_000, 0].map((ppm) => wholePercents(rate(ppm)))).toEqual([
      0, 10_000, 790_000, 780_000, -10_000, 0,
    ]);
  });

  test('or to their tenths', () => {
    expect([499, 500, 199_839, 6_749, -500].map((ppm) => tenthsOfPercent(rate(ppm)))).toEqual([
      0, 1_000, 200_000, 7_000, -1_000,
    ]);
  });
});
