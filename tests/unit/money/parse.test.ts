import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CurrencyCode,
  formatAmount,
  formatMoney,
  formatQuantity,
  formatRate,
  money,
  parseMoney,
  parseQuantity,
  parseRate,
  quantity,
  quantityToDecimal,
  type Result,
  rate,
  rateToDecimal,
  readFineMoney,
  readMoney,
  readQuantity,
  toDecimal,
} from '../../../src/shared/money';

const outcome = <T>(result: Result<T>) => (result.ok ? result.value : result.error.code);

describe('an amount as a person types it', () => {
  test.each([
    ['1,23,456.70', 12_345_670],
    ['123,456.70', 12_345_670],
    ['1,234,567.89', 123_456_789],
    ['12,34,567', 123_456_700],
    ['1,234', 123_400],
    ['99,999', 9_999_900],
    ['0', 0],
    ['0.05', 5],
    ['.5', 50],
    ['007.50', 750],
    ['₹ 1,200.50', 120_050],
    ['₹500', 50_000],
    ['Rs. 500', 50_000],
    ['INR 500', 50_000],
    ['500 INR', 50_000],
    ['  12.5  ', 1_250],
    ['१,२३,४५६.७०', 12_345_670],
    ['১২৩.৫০', 12_350],
    ['௧௨.௫', 1_250],
    ['١٢٫٥', 1_250],
    ['۱۲٬۳۴۵٫۵۰', 1_234_550],
    ['１２.５', 1_250],
    ['90071992547409.91', Number.MAX_SAFE_INTEGER],
  ])('%j is %i paise', (text, paise) => {
    expect(outcome(parseMoney(text, 'INR'))).toBe(paise);
  });

  test.each([
    ['', 'missing'],
    ['   ', 'missing'],
    ['₹', 'missing'],
    ['1.234,5', 'ambiguous_number'],
    ['1,23', 'ambiguous_number'],
    ['1,2345', 'ambiguous_number'],
    ['1,23,4567', 'ambiguous_number'],
    ['1234,567', 'ambiguous_number'],
    ['0,123', 'ambiguous_number'],
    [',123', 'ambiguous_number'],
    ['1,,234', 'ambiguous_number'],
    ['1.2.3', 'ambiguous_number'],
    ['12.', 'ambiguous_number'],
    ['.', 'ambiguous_number'],
    ['1.000', 'too_many_decimals'],
    ['1.005', 'too_many_decimals'],
    ['1e5', 'not_a_number'],
    ['1e21', 'not_a_number'],
    ['NaN', 'not_a_number'],
    ['Infinity', 'not_a_number'],
    ['0x10', 'not_a_number'],
    ['twelve', 'not_a_number'],
    ['1 000', 'not_a_number'],
    ["1'000", 'not_a_number'],
    ['1२', 'ambiguous_number'],
    ['-5', 'negative'],
    ['−5', 'negative'],
    ['--5', 'not_a_number'],
    ['$5', 'wrong_currency'],
    ['USD 5', 'wrong_currency'],
    ['90071992547409.92', 'out_of_range'],
    ['999999999999999999999999', 'out_of_range'],
  ])('%j is refused: %s', (text, code) => {
    expect(outcome(parseMoney(text, 'INR'))).toBe(code);
  });

  test('decimals follow the currency', () => {
    expect(outcome(parseMoney('12.5', 'JPY'))).toBe('too_many_decimals');
    expect(outcome(parseMoney('12', 'JPY'))).toBe(12);
    expect(outcome(parseMoney('1.234', 'KWD'))).toBe(1_234);
  });

  test('the error names the field; below zero only where it is allowed', () => {
    const refused = parseMoney('x', 'INR', { field: 'openingFloat' });
    expect(refused.ok ? '' : refused.error.field).toBe('openingFloat');
    expect(outcome(parseMoney('-5', 'INR', { negative: true }))).toBe(-500);
    expect(outcome(parseMoney('-₹5', 'INR', { negative: true }))).toBe(-500);
    expect(Object.is(outcome(parseMoney('-0', 'INR', { negative: true })), 0)).toBe(true);
  });
});

describe('a quantity as a person types it', () => {
  test.each([
    ['1.5', 'KG', 1_500],
    ['1.5 kg', 'KG', 1_500],
    ['1.5kg', 'KG', 1_500],
    ['2.25 KGS', 'KG', 2_250],
    ['0.005', 'KG', 5],
    ['१.५ किलो', 'KG', 1_500],
    ['2', 'PCS', 2_000],
    ['2 pcs', 'PCS', 2_000],
    ['1,200 Nos.', 'PCS', 1_200_000],
    ['3 dozen', 'DOZ', 3_000],
    ['250 ml', 'ML', 250_000],
    ['1.5', 'PLATE', 1_500],
    ['2 plate', 'PLATE', 2_000],
  ])('%j in %s is %i thousandths', (text, unit, thousandths) => {
    expect(outcome(parseQuantity(text, unit))).toBe(thousandths);
  });

  test.each([
    ['1.5', 'PCS', 'too_many_decimals'],
    ['1.0', 'PCS', 'too_many_decimals'],
    ['1.0005', 'KG', 'too_many_decimals'],
    ['500 g', 'KG', 'wrong_unit'],
    ['2 kg', 'PCS', 'wrong_unit'],
    ['', 'PCS', 'missing'],
    ['kg', 'KG', 'missing'],
    ['1e3', 'KG', 'not_a_number'],
    ['NaN', 'KG', 'not_a_number'],
    ['-1', 'KG', 'negative'],
    ['9007199254741', 'PCS', 'out_of_range'],
  ])('%j in %s is refused: %s', (text, unit, code) => {
    expect(outcome(parseQuantity(text, unit))).toBe(code);
  });

  test('corrections of stock may be below zero', () => {
    expect(outcome(parseQuantity('-2', 'PCS', { negative: true }))).toBe(-2_000);
  });
});

describe('a percentage as a person types it', () => {
  test.each([
    ['18', 180_000],
    ['18 %', 180_000],
    ['2.5%', 25_000],
    ['8.875', 88_750],
    ['0.25', 2_500],
    ['१८', 180_000],
  ])('%j is %i ppm', (text, ppm) => {
    expect(outcome(parseRate(text))).toBe(ppm);
  });
  test.each([
    ['18.00001', 'too_many_decimals'],
    ['-1', 'negative'],
    ['%', 'missing'],
    ['1/2', 'not_a_number'],
  ])('%j is refused: %s', (text, code) => {
    expect(outcome(parseRate(text))).toBe(code);
  });
});

describe('decimals of files', () => {
  test('zeros that say nothing are no decimals', () => {
    expect(readMoney('1.000', 'INR', 'price')).toBe(100);
    expect(readQuantity('2.000', 'PCS', 'quantity')).toBe(2_000);
    expect(readFineMoney('1.59100', 'INR', 'perUnit')).toBe(159_100);
  });
  test.each(['1,000', '+1', '.5', '1.', ' 1', '1e3', '٣', ''])('%j is none', (text) => {
    expect(() => readMoney(text, 'INR', 'price')).toThrow(
      expect.objectContaining({ code: 'not_a_number', field: 'price' }),
    );
  });
});

describe('shown to people', () => {
  test.each([
    [12_345_670, 'INR', 'en-IN', '₹1,23,456.70'],
    [12_345_670, 'INR', 'hi-IN', '₹1,23,456.70'],
    [-268, 'INR', 'en-IN', '-₹2.68'],
    [53_750_000, 'NGN', 'en-NG', '₦537,500.00'],
    [1_234, 'JPY', 'en-US', '¥1,234'],
    [1_234, 'KWD', 'en-US', 'KWD 1.234'],
    [Number.MAX_SAFE_INTEGER, 'INR', 'en-IN', '₹90,07,19,92,54,74,09.91'],
  ] as const)('%i %s in %s', (minor, currency, locale, expected) => {
    const shown = formatMoney(money(minor), currency, locale).replace(/\u00a0/g, ' ');
    // Grouping beyond crores is the locale's business; every digit is ours.
    if (minor === Number.MAX_SAFE_INTEGER) expect(shown.replace(/,/g, '')).toBe(expected.replace(/,/g, ''));
    else expect(shown).toBe(expected);
  });

  test('amounts, quantities and rates', () => {
    expect(formatAmount(money(12_345_670), 'INR', 'en-IN')).toBe('1,23,456.70');
    expect(formatQuantity(quantity(1_500), 'en-IN')).toBe('1.5');
    expect(formatQuantity(quantity(2_000), 'en-IN')).toBe('2');
    expect(formatRate(rate(88_750), 'en-IN')).toBe('8.875%');
    expect(formatRate(rate(180_000), 'en-IN')).toBe('18%');
    expect(quantityToDecimal(quantity(-500))).toBe('-0.5');
    expect(rateToDecimal(rate(2_500))).toBe('0.25');
    expect(toDecimal(money(-5), 'INR')).toBe('-0.05');
  });

  const currencies = fc.constantFrom<CurrencyCode>('INR', 'NGN', 'JPY', 'KWD', 'CLF', 'EUR');
  const amounts = fc.oneof(fc.maxSafeInteger(), fc.integer());

  test('what is shown can be typed, what is written can be read', () => {
    fc.assert(
      fc.property(amounts, currencies, fc.constantFrom('en-IN', 'hi-IN', 'en-US'), (minor, currency, locale) => {
        const shown = formatAmount(money(minor), currency, locale);
        expect(outcome(parseMoney(shown, currency, { negative: true }))).toBe(money(minor));
        const inFull = formatMoney(money(minor), 'INR', locale);
        expect(outcome(parseMoney(inFull, 'INR', { negative: true }))).toBe(money(minor));
        expect(readMoney(toDecimal(money(minor), currency), currency, 'amount', true)).toBe(money(minor));
      }),
      { numRuns: 2_000 },
    );
    fc.assert(
      fc.property(fc.nat({ max: 999_999_999 }), (n) => {
        expect(outcome(parseQuantity(formatQuantity(quantity(n), 'en-IN'), 'KG'))).toBe(n);
        expect(outcome(parseRate(rateToDecimal(rate(n))))).toBe(n);
      }),
    );
  });

  test('no text at all makes a parser throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const result of [parseMoney(text, 'INR'), parseQuantity(text, 'KG'), parseRate(text)]) {
          if (result.ok) expect(Number.isSafeInteger(result.value)).toBe(true);
          else expect(result.error.name).toBe('ArithmeticError');
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
