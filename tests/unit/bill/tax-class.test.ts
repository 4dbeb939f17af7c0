import { describe, expect, test } from 'vitest';
import { checkTaxClass, sellingUnit, stockQuantity, type Tax, taxesOn } from '../../../src/shared/bill';
import { type Day, isDay } from '../../../src/shared/clock';
import { fineMoney, money, quantity, rate } from '../../../src/shared/money';

function day(text: string): Day {
  if (!isDay(text)) throw new Error(text);
  return text;
}
const gst = (ppm: number): Tax[] => [{ kind: 'gst', rate: rate(ppm), perUnit: fineMoney(0), compound: false }];

describe('a tax class by date', () => {
  const biscuits = {
    periods: [
      { from: day('2025-09-22'), taxes: gst(50_000) },
      { from: day('2017-07-01'), taxes: gst(180_000) },
    ],
  };

  test.each([
    ['2017-07-01', 180_000],
    ['2025-09-21', 180_000],
    ['2025-09-22', 50_000],
    ['2031-01-01', 50_000],
  ])('on %s the rate is %i ppm', (on, ppm) => {
    expect(taxesOn(biscuits, day(on))[0]?.rate).toBe(ppm);
  });

  test('before the first period there is no rate, and no bill', () => {
    expect(() => taxesOn(biscuits, day('2017-06-30'))).toThrow(expect.objectContaining({ code: 'no_rate_for_day' }));
  });

  test('two periods from one day, or a list that no line may carry, are refused', () => {
    const twice = { periods: [...biscuits.periods, { from: day('2017-07-01'), taxes: gst(0) }] };
    expect(() => checkTaxClass(twice)).toThrow(expect.objectContaining({ field: 'periods[2].from' }));
    const mixed = { periods: [{ from: day('2017-07-01'), taxes: [...gst(0), ...gst(180_000)] }] };
    expect(() => checkTaxClass(mixed)).toThrow(
      expect.objectContaining({ code: 'mixed_rates', field: 'periods[0].taxes' }),
    );
    expect(() => checkTaxClass(biscuits)).not.toThrow();
  });
});

describe('units with their own price', () => {
  const soap = {
    base: { unit: 'PCS', price: money(3_000) },
    others: [{ unit: 'BOX', factor: quantity(12_000), price: money(33_000) }],
  };

  test('a box has its own price and takes twelve from stock', () => {
    const box = sellingUnit(soap, 'BOX');
    expect(box.price).toBe(33_000);
    expect(stockQuantity(quantity(2_000), box.factor)).toBe(24_000);
  });

  test('the base unit takes what it says', () => {
    expect(stockQuantity(quantity(1_500), sellingUnit(soap, 'PCS').factor)).toBe(1_500);
  });

  test('an unknown unit, a part of a thousandth and a unit of nothing are refused', () => {
    expect(() => sellingUnit(soap, 'KG')).toThrow(expect.objectContaining({ code: 'wrong_unit' }));
    expect(() => stockQuantity(quantity(1), quantity(12_500))).toThrow(
      expect.objectContaining({ code: 'too_many_decimals' }),
    );
    expect(() => stockQuantity(quantity(1), quantity(0))).toThrow(expect.objectContaining({ field: 'factor' }));
  });

  test('large stocks stay exact beyond doubles', () => {
    expect(stockQuantity(quantity(3_000_000_000_003), quantity(1_001_000))).toBe(3_003_000_000_003_003);
  });
});
