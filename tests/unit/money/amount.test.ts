import { describe, expect, test } from 'vitest';
import {
  ArithmeticError,
  absMoney,
  addMoney,
  attempt,
  checkUnitDecimals,
  compareMoney,
  currencies,
  currency,
  currencyDecimals,
  FINE_SCALE,
  fineMoney,
  halfRate,
  isCurrency,
  maxMoney,
  minMoney,
  money,
  negMoney,
  negQuantity,
  QUANTITY_SCALE,
  quantity,
  quantityToFixed,
  RATE_SCALE,
  rate,
  ratio,
  subMoney,
  sumMoney,
  sumQuantity,
  unitDecimals,
  unitQuantityCode,
  wholeUnits,
} from '../../../src/shared/money';

describe('amounts are whole numbers in the safe range, or nothing', () => {
  test.each([
    [Number.NaN, 'not_a_number'],
    [0.1, 'too_many_decimals'],
    [1e21, 'out_of_range'],
    [Number.MAX_SAFE_INTEGER + 1, 'out_of_range'],
    [Number.NEGATIVE_INFINITY, 'out_of_range'],
  ])('%s is refused: %s', (value, code) => {
    for (const make of [money, quantity, rate, fineMoney]) {
      expect(() => make(value, 'price')).toThrow(expect.objectContaining({ code, field: 'price' }));
    }
  });

  test('sums are checked at every step', () => {
    const most = money(Number.MAX_SAFE_INTEGER);
    expect(() => addMoney(most, money(1))).toThrow(ArithmeticError);
    expect(() => subMoney(negMoney(most), money(1))).toThrow(ArithmeticError);
    expect(() => sumMoney([most, most, negMoney(most), negMoney(most)])).toThrow(ArithmeticError);
    expect(sumMoney([most, negMoney(most), money(3)])).toBe(3);
    expect(sumQuantity([quantity(1), quantity(2)])).toBe(3);
  });

  test('nothing is minus zero', () => {
    for (const zero of [money(-0), negMoney(money(0)), subMoney(money(5), money(5)), negQuantity(quantity(0))]) {
      expect(Object.is(zero, 0)).toBe(true);
    }
  });

  test('order', () => {
    expect([money(3), money(-1), money(2)].toSorted(compareMoney)).toEqual([-1, 2, 3]);
    expect(minMoney(money(1), money(2))).toBe(1);
    expect(maxMoney(money(1), money(2))).toBe(2);
    expect(absMoney(money(-7))).toBe(7);
  });

  test('a GST rate has two halves; the finest has none', () => {
    expect(halfRate(rate(2_500))).toBe(1_250);
    expect(() => halfRate(rate(1))).toThrow(expect.objectContaining({ code: 'too_many_decimals' }));
  });

  test('rates and per-unit amounts end in the same millionths, which the engine relies on', () => {
    expect(FINE_SCALE * QUANTITY_SCALE).toBe(RATE_SCALE);
  });

  test('a ratio for a bar', () => {
    expect(ratio(money(1), money(4))).toBe(0.25);
    expect(ratio(money(1), money(0))).toBe(0);
  });
});

describe('refusals', () => {
  test('carry their path through the records that hold them', () => {
    const inner = new ArithmeticError('negative', 'discount.percent', 'no');
    expect(inner.within('lines[3]').field).toBe('lines[3].discount.percent');
    expect(new ArithmeticError('negative', '[2].rate', 'no').within('taxes').field).toBe('taxes[2].rate');
    expect(new ArithmeticError('negative', '', 'no').within('total').field).toBe('total');
    expect(inner.within('').field).toBe('discount.percent');
  });

  test('become values at a boundary; bugs do not', () => {
    const refused = attempt(() => money(0.5));
    expect(refused.ok ? '' : refused.error.code).toBe('too_many_decimals');
    expect(() =>
      attempt(() => {
        throw new TypeError('a bug');
      }),
    ).toThrow(TypeError);
  });
});

describe('currencies (ISO 4217)', () => {
  test.each([
    ['INR', 2],
    ['NGN', 2],
    ['JPY', 0],
    ['KRW', 0],
    ['XOF', 0],
    ['KWD', 3],
    ['TND', 3],
    ['CLF', 4],
  ] as const)('%s has %i digits', (code, digits) => {
    expect(currencyDecimals(code)).toBe(digits);
  });

  test('each once, three capitals, known to Intl', () => {
    expect(new Set(currencies).size).toBe(currencies.length);
    expect(currencies.length).toBeGreaterThan(150);
    for (const code of currencies) expect(code).toMatch(/^[A-Z]{3}$/);
  });

  test('unknown ones are refused', () => {
    expect(isCurrency('DEM')).toBe(false);
    expect(() => currency('BTC')).toThrow(expect.objectContaining({ code: 'unknown_currency', field: 'currency' }));
  });
});

describe('units', () => {
  test.each([
    ['PCS', 0, 'PCS'],
    ['KG', 3, 'KGS'],
    ['L', 3, 'LTR'],
    ['NOS', 0, 'NOS'],
    ['PKT', 0, 'PAC'],
    ['PLATE', 3, 'OTH'],
    ['constructor', 3, 'OTH'],
  ])('%s has %i decimals and is %s in a return', (unit, decimals, uqc) => {
    expect(unitDecimals(unit)).toBe(decimals);
    expect(unitQuantityCode(unit)).toBe(uqc);
  });

  test('a part of a piece is refused', () => {
    expect(() => checkUnitDecimals(quantity(1_500), 'PCS')).toThrow(expect.objectContaining({ field: 'quantity' }));
    expect(() => checkUnitDecimals(wholeUnits(2), 'PCS')).not.toThrow();
    expect(quantityToFixed(wholeUnits(2), 'PCS')).toBe('2');
    expect(quantityToFixed(quantity(1_500), 'KG')).toBe('1.500');
  });
});
