import fc from 'fast-check';
import type { PlainBill, PlainDiscount, PlainLine, PlainTax } from './oracle';

/** A whole number of 10^-digits as a decimal string. */
function decimal(value: number, digits: number): string {
  const text = String(value).padStart(digits + 1, '0');
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

const gstRates = ['0', '0.25', '3', '5', '12', '18', '28', '40'];
const otherRates = ['2.5', '6', '7.5', '8.875', '14', '19', '20', '21', '24'];

const rateOf = (rates: string[]) => fc.constantFrom(...rates);

/** Lists as a shop has them: few, so that lines of one bill meet in groups. */
function taxLists(regime: string): fc.Arbitrary<PlainTax[][]> {
  const compound = fc.constantFrom<Partial<PlainTax>>({}, { compound: true });
  const cess = fc.record({
    kind: fc.constant('cess'),
    rate: fc.constantFrom('5', '12', '61', '0.5'),
    perUnit: fc.option(fc.constantFrom('1.591', '20', '0.07', '4.17', '0.005'), { nil: undefined }),
  });
  const cessOnly = fc.record({ kind: fc.constant('cess'), perUnit: fc.constantFrom('1.591', '20', '0.333') });
  const gst = fc.record({ kind: fc.constant('gst'), rate: rateOf(gstRates) });
  const plain = fc.tuple(rateOf(otherRates), compound).map(([rate, over]): PlainTax => ({ rate, ...over }));
  const list: fc.Arbitrary<PlainTax[]> =
    regime === 'none'
      ? fc.constant([])
      : regime === 'india_gst'
        ? fc.oneof(
            { weight: 6, arbitrary: gst.map((tax): PlainTax[] => [tax]) },
            {
              weight: 3,
              arbitrary: fc
                .tuple(gst, fc.oneof(cess, cessOnly), compound)
                .map(([a, b, over]): PlainTax[] => [a, { ...clean(b), ...over }]),
            },
            {
              // A cess before the GST, which stands on it: CGST and SGST stand on the cess, not on each other.
              weight: 1,
              arbitrary: fc
                .tuple(gst, fc.oneof(cess, cessOnly))
                .map(([a, b]): PlainTax[] => [clean(b), { ...a, compound: true }]),
            },
            { weight: 1, arbitrary: fc.constant<PlainTax[]>([]) },
          )
        : fc.oneof(
            { weight: 4, arbitrary: plain.map((tax): PlainTax[] => [tax]) },
            { weight: 3, arbitrary: fc.array(plain, { minLength: 0, maxLength: 4 }) },
            {
              weight: 1,
              arbitrary: fc.tuple(plain, cessOnly, plain).map(([a, b, c]): PlainTax[] => [a, clean(b), c]),
            },
          );
  return fc.array(list, { minLength: 1, maxLength: 3 });
}

function clean<T extends object>(tax: T): PlainTax {
  return Object.fromEntries(Object.entries(tax).filter(([, value]) => value !== undefined));
}

/** Mostly prices of a shop; some free, some tiny (where rounding bites), some so large that doubles would fail. */
const prices = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 200_000 }) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 30 }) },
  { weight: 1, arbitrary: fc.integer({ min: 1_000_000, max: 50_000_000_000 }) },
);

function discounts(digits: number, upTo: number): fc.Arbitrary<PlainDiscount | undefined> {
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant(undefined) },
    { weight: 2, arbitrary: fc.integer({ min: 0, max: 1_000_000 }).map((ppm) => ({ percent: decimal(ppm, 4) })) },
    { weight: 1, arbitrary: fc.constantFrom('0', '5', '10', '33.3333', '100').map((percent) => ({ percent })) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: upTo }).map((amount) => ({ amount: decimal(amount, digits) })) },
  );
}

function lines(digits: number, lists: PlainTax[][]): fc.Arbitrary<PlainLine> {
  const unit = fc.constantFrom('PCS', 'KG', undefined);
  return fc
    .record({
      unit,
      count: fc.integer({ min: 1, max: 40 }),
      weight: fc.integer({ min: 1, max: 9_999 }),
      price: prices,
      taxes: fc.constantFrom(...lists),
      discount: discounts(digits, 40),
      hsn: fc.constantFrom('1234', '0902', undefined),
      charge: fc.constantFrom(false, false, false, true),
    })
    .map(({ unit, count, weight, price, taxes, discount, hsn, charge }) => ({
      quantity: unit === 'PCS' ? String(count) : decimal(weight, 3),
      unitPrice: decimal(price, digits),
      taxes,
      ...(discount && { discount }),
      ...(hsn && { hsn }),
      ...(unit && { unit }),
      ...(charge && { charge }),
    }));
}

const digitsOf: Record<string, number> = { INR: 2, NGN: 2, EUR: 2, JPY: 0, KWD: 3 };

/** Bills that mix every feature, in the plain form. Some are refused for their amounts, by every right arithmetic. */
export const randomBill: fc.Arbitrary<PlainBill> = fc
  .record({
    regime: fc.constantFrom('india_gst', 'india_gst', 'india_gst', 'vat', 'vat', 'sales_tax', 'none'),
    other: fc.constantFrom('INR', 'NGN', 'EUR', 'JPY', 'KWD'),
    pricesIncludeTax: fc.boolean(),
    place: fc.constantFrom('intra', 'intra', 'inter'),
    rounding: fc.constantFrom('line', 'document'),
  })
  .chain(({ regime, other, ...rest }) => {
    const currency = regime === 'india_gst' ? 'INR' : other;
    const digits = digitsOf[currency] ?? 2;
    const minors = (...amounts: number[]) =>
      fc.constantFrom(...amounts.map((amount) => (amount === 0 ? undefined : decimal(amount, digits))));
    return taxLists(regime).chain((lists) =>
      fc
        .record({
          roundOff: minors(0, 0, 100, 10, 50),
          cashRounding: minors(0, 0, 5, 25, 100),
          lines: fc.array(lines(digits, lists), { minLength: 1, maxLength: 7 }),
          billDiscount: discounts(digits, 60),
          payments: fc.array(
            fc.record({
              method: fc.constantFrom('cash', 'cash', 'upi'),
              amount: fc
                .oneof(fc.integer({ min: 0, max: 900_000 }), fc.integer({ min: 0, max: 50 }))
                .map((a) => decimal(a, digits)),
            }),
            { maxLength: 3 },
          ),
        })
        .map(({ roundOff, cashRounding, lines, billDiscount, payments }): PlainBill => {
          const settings = {
            currency,
            regime,
            ...rest,
            ...(roundOff && { roundOff }),
            ...(cashRounding && { cashRounding }),
          };
          return { settings, lines, ...(billDiscount && { billDiscount }), ...(payments.length > 0 && { payments }) };
        }),
    );
  });
