import { PriceChanges, type PriceRounding, type PriceStep, priceEndings } from '@shared/bill';
import { fineMoney, type Money, money, type Rate, rate } from '@shared/money';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const m = (minor: number): Money => money(minor);
const percent = (whole: number): Rate => rate(whole * 10_000);
const exact: PriceRounding = { step: m(1), ending: m(0), to: 'nearest' };
const gst = (ppm: number) => ({ kind: 'gst' as const, rate: rate(ppm), perUnit: fineMoney(0), compound: false });
const cess = (ppm: number, perUnit: number, compound: boolean) => ({
  kind: 'cess' as const,
  rate: rate(ppm),
  perUnit: fineMoney(perUnit),
  compound,
});
const india = new PriceChanges({ regime: 'india_gst', pricesIncludeTax: true });
const onTop = new PriceChanges({ regime: 'india_gst', pricesIncludeTax: false });
const facts = (
  price: number,
  cost: number | null = null,
  taxes: readonly ReturnType<typeof gst | typeof cess>[] = [],
) => ({
  price: m(price),
  cost: cost === null ? null : m(cost),
  taxes,
});

describe('a new price', () => {
  it.each<[string, number, PriceStep, PriceRounding, number]>([
    [
      'is what was typed, whatever the rounding',
      999,
      { by: 'set', price: m(1_234) },
      { ...exact, step: m(500) },
      1_234,
    ],
    ['goes up by an amount', 1_000, { by: 'amount', amount: m(250) }, exact, 1_250],
    ['goes below zero, for the caller to refuse', 1_000, { by: 'amount', amount: m(-1_001) }, exact, -1],
    [
      'stays below zero however it is rounded',
      1_000,
      { by: 'amount', amount: m(-1_020) },
      { step: m(1_000), ending: m(900), to: 'up' },
      -20,
    ],
    ['goes up by a percentage, halves up', 1_010, { by: 'percent', rate: percent(5) }, exact, 1_061],
    ['goes down by a percentage, halves up', 990, { by: 'percent', rate: percent(-5) }, exact, 941],
    ['is nothing at −100 %', 990, { by: 'percent', rate: percent(-100) }, exact, 0],
    ['is rounded once, not twice', 1_049, { by: 'percent', rate: rate(100) }, { ...exact, step: m(100) }, 1_000],
    ['goes to the next rupee', 1_001, { by: 'amount', amount: m(0) }, { ...exact, step: m(100), to: 'up' }, 1_100],
    ['goes to the rupee before', 1_099, { by: 'amount', amount: m(0) }, { ...exact, step: m(100), to: 'down' }, 1_000],
    [
      'stays where it is round already',
      1_100,
      { by: 'amount', amount: m(0) },
      { ...exact, step: m(100), to: 'up' },
      1_100,
    ],
    [
      'ends in 9',
      10_000,
      { by: 'percent', rate: percent(3) },
      { step: m(1_000), ending: m(900), to: 'nearest' },
      9_900,
    ],
    [
      'ends in 9, upwards',
      10_000,
      { by: 'percent', rate: percent(3) },
      { step: m(1_000), ending: m(900), to: 'up' },
      10_900,
    ],
    [
      'ends in .99 from almost nothing',
      20,
      { by: 'amount', amount: m(0) },
      { step: m(100), ending: m(99), to: 'down' },
      99,
    ],
  ])('%s', (_words, price, step, rounding, expected) => {
    expect(india.priceOf(facts(price), step, rounding)).toBe(expected);
  });

  it('comes of cost and margin, with the tax in it or on top', () => {
    const step = { by: 'margin', rate: percent(20) } as const;
    expect(onTop.priceOf(facts(1, 8_000, [gst(180_000)]), step, exact)).toBe(10_000);
    expect(india.priceOf(facts(1, 8_000, [gst(180_000)]), step, exact)).toBe(11_800);
    // 100 before tax: 28 % GST 28, cess of 12 % on both 15.36 and of 2.50 apiece.
    expect(india.priceOf(facts(1, 8_000, [gst(280_000), cess(120_000, 250_000, true)]), step, exact)).toBe(14_586);
    expect(india.priceOf(facts(1), step, exact)).toBeNull();
  });
});

it('is rounded to what a currency has: no half without decimals, thousandths where they are', () => {
  const offered = (currency: 'INR' | 'JPY' | 'KWD') =>
    priceEndings(currency).map(({ key, step, ending }) => [key, step, ending]);
  expect(offered('INR')).toEqual([
    ['exact', 1, 0],
    ['half', 50, 0],
    ['one', 100, 0],
    ['five', 500, 0],
    ['ten', 1_000, 0],
    ['nine', 1_000, 900],
    ['ninetyNine', 100, 99],
  ]);
  expect(offered('JPY')).toEqual([
    ['exact', 1, 0],
    ['five', 5, 0],
    ['ten', 10, 0],
    ['nine', 10, 9],
  ]);
  expect(offered('KWD').slice(0, 2)).toEqual([
    ['exact', 1, 0],
    ['half', 500, 0],
  ]);
});

describe('a margin', () => {
  it('is the part of the price before tax that is profit', () => {
    expect(india.marginOf(facts(11_800, 8_000, [gst(180_000)]))).toBe(200_000);
    expect(onTop.marginOf(facts(10_000, 8_000, [gst(180_000)]))).toBe(200_000);
    expect(india.marginOf(facts(11_800, 12_000, [gst(180_000)]))).toBe(-200_000);
    expect(india.marginOf(facts(11_800))).toBeNull();
    expect(india.marginOf(facts(0, 8_000))).toBeNull();
  });

  it('is below the cost as soon as a paisa is missing', () => {
    expect(india.isBelowCost(facts(11_800, 10_000, [gst(180_000)]))).toBe(false);
    expect(india.isBelowCost(facts(11_799, 10_000, [gst(180_000)]))).toBe(true);
    expect(india.isBelowCost(facts(11_799))).toBe(false);
  });
});

/** The same by another way: all candidates beside the exact value are looked at, and the nearest is taken. */
function model(top: bigint, bottom: bigint, { step, ending, to }: PriceRounding): bigint {
  // Whole paise at or below it: still below zero, so refused.
  if (top < 0n) return -((bottom - 1n - top) / bottom);
  const s = BigInt(step);
  const e = BigInt(ending);
  let below = (top / bottom / s) * s + e;
  while (below * bottom > top) below -= s;
  while ((below + s) * bottom <= top) below += s;
  const above = below * bottom === top ? below : below + s;
  const toBelow = top - below * bottom;
  const toAbove = above * bottom - top;
  // Halves go away from zero, and zero is where the ladder of wanted prices begins.
  const half = top - e * bottom >= 0n ? above : below;
  const nearest = toBelow < toAbove ? below : toAbove < toBelow ? above : half;
  const chosen = to === 'up' ? above : to === 'down' ? below : nearest;
  return chosen < 0n ? e : chosen;
}

describe('held against exact fractions', () => {
  const roundings = fc
    .record({
      step: fc.oneof(fc.constantFrom(1, 5, 50, 100, 500, 1_000, 10_000), fc.integer({ min: 1, max: 100_000 })),
      part: fc.nat({ max: 1_000_000 }),
      to: fc.constantFrom('nearest', 'up', 'down'),
    })
    .map(({ step, part, to }): PriceRounding => ({ step: m(step), ending: m(part % step), to }));
  const prices = fc.oneof(fc.nat({ max: 100_000 }), fc.nat({ max: 999_999_999_999 }));
  const whole = 1_000_000n;

  it('percentages', () => {
    fc.assert(
      fc.property(prices, fc.integer({ min: -1_000_000, max: 10_000_000 }), roundings, (price, ppm, rounding) => {
        const found = india.priceOf(facts(price), { by: 'percent', rate: rate(ppm) }, rounding);
        expect(BigInt(found ?? -1)).toBe(model(BigInt(price) * (whole + BigInt(ppm)), whole, rounding));
      }),
      { numRuns: 2_000 },
    );
  });

  it('amounts, also below zero', () => {
    fc.assert(
      fc.property(prices, fc.integer({ min: -999_999_999, max: 999_999_999 }), roundings, (price, amount, rounding) => {
        const found = india.priceOf(facts(price), { by: 'amount', amount: m(amount) }, rounding);
        expect(BigInt(found ?? 0.5)).toBe(model(BigInt(price) + BigInt(amount), 1n, rounding));
      }),
      { numRuns: 2_000 },
    );
  });

  it('margins: a price by margin has that margin, to what the rounding moved', () => {
    const taxes = fc.constantFrom(
      [],
      [gst(50_000)],
      [gst(280_000), cess(0, 2_500, false)],
      [gst(180_000), cess(120_000, 0, true)],
    );
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999_999 }),
        fc.integer({ min: 0, max: 990_000 }),
        taxes,
        roundings,
        (cost, margin, list, rounding) => {
          const found = india.priceOf(facts(1, cost, list), { by: 'margin', rate: rate(margin) }, rounding);
          // 1 + all rates and what is due apiece, as fractions of 10^12.
          const [first, second] = list;
          const g = BigInt(first?.rate ?? 0);
          const c = BigInt(second?.rate ?? 0);
          const onTax = second?.compound ? c * g : 0n;
          const gross = whole * whole + g * whole + c * whole + onTax;
          const apiece = BigInt(second?.perUnit ?? 0);
          const left = whole - BigInt(margin);
          const top = BigInt(cost) * gross * 1_000n + apiece * left * whole;
          expect(BigInt(found ?? -1)).toBe(model(top, left * whole * 1_000n, rounding));
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
