import { describe, expect, test } from 'vitest';
import { readBill } from '../../../scripts/lib/plain-bill';
import { type BillInput, priceBill } from '../../../src/shared/bill';
import { fineMoney, money, quantity, rate, ZERO } from '../../../src/shared/money';

const settings = { currency: 'INR', regime: 'india_gst', pricesIncludeTax: false, place: 'intra', rounding: 'line' };
const gst = [{ kind: 'gst', rate: '18' }];
const line = { quantity: '1', unitPrice: '100.00', taxes: gst };

const withLine = (change: object) => ({ settings, lines: [line, { ...line, ...change }] });
const withSettings = (change: object) => ({ settings: { ...settings, ...change }, lines: [line] });
const withBill = (change: object) => ({ settings, lines: [line], ...change });

const cases: readonly (readonly [what: string, bill: unknown, code: string, field: string])[] = [
  ['an empty bill', withBill({ lines: [] }), 'empty_bill', 'lines'],
  ['no lines', { settings }, 'missing', 'lines'],
  ['no bill', null, 'missing', ''],
  ['a list for a bill', [], 'bad_value', ''],
  ['a word for a quantity', withLine({ quantity: 'two' }), 'not_a_number', 'lines[1].quantity'],
  ['NaN', withLine({ quantity: 'NaN' }), 'not_a_number', 'lines[1].quantity'],
  ['Infinity', withLine({ unitPrice: 'Infinity' }), 'not_a_number', 'lines[1].unitPrice'],
  ['1e21', withLine({ unitPrice: '1e21' }), 'not_a_number', 'lines[1].unitPrice'],
  ['1e3', withLine({ quantity: '1e3' }), 'not_a_number', 'lines[1].quantity'],
  ['hexadecimal', withLine({ quantity: '0x10' }), 'not_a_number', 'lines[1].quantity'],
  ['blanks', withLine({ quantity: ' 1' }), 'not_a_number', 'lines[1].quantity'],
  ['an empty string', withLine({ quantity: '' }), 'not_a_number', 'lines[1].quantity'],
  ['grouping', withLine({ unitPrice: '1,000.00' }), 'not_a_number', 'lines[1].unitPrice'],
  ['a JSON number', withLine({ quantity: 2 }), 'bad_value', 'lines[1].quantity'],
  ['a missing price', withLine({ unitPrice: undefined }), 'missing', 'lines[1].unitPrice'],
  ['a negative quantity', withLine({ quantity: '-1' }), 'negative', 'lines[1].quantity'],
  ['a quantity of nothing', withLine({ quantity: '0.000' }), 'zero', 'lines[1].quantity'],
  ['a negative price', withLine({ unitPrice: '-0.01' }), 'negative', 'lines[1].unitPrice'],
  ['1.5 pieces', withLine({ quantity: '1.5', unit: 'PCS' }), 'too_many_decimals', 'lines[1].quantity'],
  ['half a gram of a kilo', withLine({ quantity: '1.0005', unit: 'KG' }), 'too_many_decimals', 'lines[1].quantity'],
  ['half a paisa', withLine({ unitPrice: '1.005' }), 'too_many_decimals', 'lines[1].unitPrice'],
  ['a huge price', withLine({ unitPrice: '999999999999999999999' }), 'out_of_range', 'lines[1].unitPrice'],
  [
    'a line beyond the safe range',
    withLine({ quantity: '100', unitPrice: '90000000000000.00' }),
    'out_of_range',
    'lines[1].total',
  ],
  [
    'a discount of 100.0001 %',
    withLine({ discount: { percent: '100.0001' } }),
    'discount_above_100',
    'lines[1].discount.percent',
  ],
  ['a discount below zero', withLine({ discount: { percent: '-1' } }), 'negative', 'lines[1].discount.percent'],
  [
    'a discount above the price',
    withLine({ discount: { amount: '100.01' } }),
    'discount_above_price',
    'lines[1].discount.amount',
  ],
  ['a discount of two kinds', withLine({ discount: { amount: '1', percent: '1' } }), 'bad_value', 'lines[1].discount'],
  ['a discount of no kind', withLine({ discount: {} }), 'bad_value', 'lines[1].discount'],
  [
    'a bill discount above 100 %',
    withBill({ billDiscount: { percent: '101' } }),
    'discount_above_100',
    'billDiscount.percent',
  ],
  [
    'a bill discount above the bill',
    withBill({ billDiscount: { amount: '100.01' } }),
    'discount_above_price',
    'billDiscount.amount',
  ],
  ['an unknown currency', withSettings({ currency: 'XYZ' }), 'unknown_currency', 'settings.currency'],
  ['a currency in small letters', withSettings({ currency: 'inr' }), 'unknown_currency', 'settings.currency'],
  ['no currency', withSettings({ currency: undefined }), 'missing', 'settings.currency'],
  ['no regime', withSettings({ regime: undefined }), 'missing', 'settings.regime'],
  ['an unknown regime', withSettings({ regime: 'gst' }), 'bad_value', 'settings.regime'],
  ['an unknown place', withSettings({ place: 'abroad' }), 'bad_value', 'settings.place'],
  ['an unknown rounding', withSettings({ rounding: 'up' }), 'bad_value', 'settings.rounding'],
  ['a word for a switch', withSettings({ pricesIncludeTax: 'yes' }), 'bad_value', 'settings.pricesIncludeTax'],
  ['a round-off below zero', withSettings({ roundOff: '-1' }), 'negative', 'settings.roundOff'],
  [
    'a coin finer than the currency',
    withSettings({ cashRounding: '0.005' }),
    'too_many_decimals',
    'settings.cashRounding',
  ],
  [
    'two GST rates on one line',
    withLine({ taxes: [...gst, { kind: 'gst', rate: '5' }] }),
    'mixed_rates',
    'lines[1].taxes',
  ],
  ['a tax of nothing', withLine({ taxes: [{ kind: 'cess' }] }), 'missing', 'lines[1].taxes[0].rate'],
  ['an unknown tax', withLine({ taxes: [{ kind: 'toll', rate: '1' }] }), 'bad_value', 'lines[1].taxes[0].kind'],
  ['a rate below zero', withLine({ taxes: [{ kind: 'gst', rate: '-5' }] }), 'negative', 'lines[1].taxes[0].rate'],
  ['a rate beyond reason', withLine({ taxes: [{ rate: '1000.0001' }] }), 'out_of_range', 'lines[1].taxes[0].rate'],
  ['a rate too fine', withLine({ taxes: [{ rate: '8.87501' }] }), 'too_many_decimals', 'lines[1].taxes[0].rate'],
  [
    'a GST that has no halves',
    withLine({ taxes: [{ kind: 'gst', rate: '5.0001' }] }),
    'too_many_decimals',
    'lines[1].taxes[0].rate',
  ],
  [
    'GST per unit',
    withLine({ taxes: [{ kind: 'gst', rate: '5', perUnit: '1' }] }),
    'bad_value',
    'lines[1].taxes[0].perUnit',
  ],
  [
    'a cess below zero',
    withLine({ taxes: [{ kind: 'cess', perUnit: '-1' }] }),
    'negative',
    'lines[1].taxes[0].perUnit',
  ],
  [
    'a cess finer than 0.00001',
    withLine({ taxes: [{ kind: 'cess', perUnit: '0.000001' }] }),
    'too_many_decimals',
    'lines[1].taxes[0].perUnit',
  ],
  [
    'a payment below zero',
    withBill({ payments: [{ method: 'cash', amount: '-1' }] }),
    'negative',
    'payments[0].amount',
  ],
  ['a payment without a method', withBill({ payments: [{ amount: '1' }] }), 'missing', 'payments[0].method'],
  [
    'more by card than the bill',
    withBill({
      payments: [
        { method: 'cash', amount: '1' },
        { method: 'card', amount: '118.01' },
      ],
    }),
    'overpaid',
    'payments[1].amount',
  ],
  ['a misspelt key', withLine({ dicsount: { percent: '10' } }), 'bad_value', 'lines[1].dicsount'],
  ['a misspelt setting', withSettings({ priceIncludesTax: true }), 'bad_value', 'settings.priceIncludesTax'],
];

describe('a bill that cannot be right is refused, naming the field', () => {
  test.each(cases)('%s', (_what, bill, code, field) => {
    expect(() => priceBill(readBill(bill))).toThrow(expect.objectContaining({ name: 'ArithmeticError', code, field }));
  });

  test('a total beyond the safe range, though every line is in it', () => {
    const large = { ...line, unitPrice: '60000000000000.00', taxes: [] };
    expect(() => priceBill(readBill({ settings, lines: [large, large] }))).toThrow(
      expect.objectContaining({ code: 'out_of_range', field: 'total' }),
    );
  });

  test.each(['line', 'document'])('a cess per unit above the price that includes it, by %s', (rounding) => {
    const bill = {
      settings: { ...settings, pricesIncludeTax: true, rounding },
      lines: [line, { ...line, unitPrice: '19.99', taxes: [...gst, { kind: 'cess', perUnit: '20' }] }],
    };
    expect(() => priceBill(readBill(bill))).toThrow(
      expect.objectContaining({ code: 'per_unit_above_price', field: 'lines[1].taxes' }),
    );
  });
});

describe('the engine holds to its ranges also where the types were got round', () => {
  const input: BillInput = {
    settings: {
      currency: 'INR',
      regime: 'india_gst',
      pricesIncludeTax: false,
      place: 'intra',
      rounding: 'line',
      roundOff: ZERO,
      cashRounding: ZERO,
    },
    lines: [
      {
        quantity: quantity(1000),
        unitPrice: money(10_000),
        taxes: [{ kind: 'gst', rate: rate(180_000), perUnit: fineMoney(0), compound: false }],
      },
    ],
  };
  const spoil = (path: readonly (string | number)[], value: unknown): BillInput => {
    const copy = structuredClone(input);
    const last = path.at(-1) ?? '';
    // biome-ignore lint/suspicious/noExplicitAny: getting round the types is what is tested
    const holder = path.slice(0, -1).reduce((from: any, key) => from[key], copy);
    holder[last] = value;
    return copy;
  };

  test.each([
    [['lines', 0, 'quantity'], Number.NaN, 'not_a_number', 'lines[0].quantity'],
    [['lines', 0, 'quantity'], 0.5, 'too_many_decimals', 'lines[0].quantity'],
    [['lines', 0, 'quantity'], '1', 'not_a_number', 'lines[0].quantity'],
    [['lines', 0, 'quantity'], -1000, 'negative', 'lines[0].quantity'],
    [['lines', 0, 'unitPrice'], 1e21, 'out_of_range', 'lines[0].unitPrice'],
    [['lines', 0, 'unitPrice'], Number.POSITIVE_INFINITY, 'out_of_range', 'lines[0].unitPrice'],
    [['lines', 0, 'unitPrice'], undefined, 'not_a_number', 'lines[0].unitPrice'],
    [['lines', 0, 'taxes', 0, 'rate'], Number.NaN, 'not_a_number', 'lines[0].taxes[0].rate'],
    [['lines', 0, 'taxes', 0, 'rate'], -2, 'negative', 'lines[0].taxes[0].rate'],
    [['lines', 0, 'taxes', 0, 'perUnit'], Number.NaN, 'not_a_number', 'lines[0].taxes[0].perUnit'],
    [['lines', 0, 'taxes', 0, 'kind'], 'toll', 'bad_value', 'lines[0].taxes[0].kind'],
    [['settings', 'roundOff'], Number.NaN, 'not_a_number', 'settings.roundOff'],
    [['settings', 'cashRounding'], -5, 'negative', 'settings.cashRounding'],
    [['settings', 'currency'], 'XYZ', 'unknown_currency', 'settings.currency'],
    [['billDiscount'], { percent: Number.NaN }, 'not_a_number', 'billDiscount.percent'],
    [['payments'], [{ method: 'cash', amount: 1.5 }], 'too_many_decimals', 'payments[0].amount'],
    [['payments'], [{ method: '', amount: 1 }], 'missing', 'payments[0].method'],
  ])('%j = %s', (path, value, code, field) => {
    expect(() => priceBill(spoil(path, value))).toThrow(expect.objectContaining({ code, field }));
  });

  test('10 000 lines are a bill', () => {
    const [line] = input.lines;
    const lines = Array.from({ length: 10_000 }, () => line).filter((line) => line !== undefined);
    const bill = priceBill({ ...input, lines, billDiscount: { amount: money(12_345) } });
    expect(bill.taxable).toBe(10_000 * 10_000 - 12_345);
    expect(bill.billDiscount).toBe(12_345);
  });
});
