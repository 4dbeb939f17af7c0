import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readBill } from '../../../scripts/lib/plain-bill';
import {
  type PricedBill,
  type PricedReturn,
  priceBill,
  priceReturn,
  remainingToReturn,
} from '../../../src/shared/bill';
import { ArithmeticError, money, quantity } from '../../../src/shared/money';
import { randomBill } from './random-bill';

function tryPrice(plain: unknown): PricedBill | null {
  try {
    return priceBill(readBill(plain));
  } catch (error) {
    if (error instanceof ArithmeticError) return null;
    throw error;
  }
}

const soldBill = randomBill.map(tryPrice).filter((bill) => bill !== null);

/** Cuts of every line's quantity into parts, and an order for all parts of all lines. */
const cuts = fc.record({
  fractions: fc.array(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 3 }), {
    minLength: 7,
    maxLength: 7,
  }),
  order: fc.infiniteStream(fc.nat()),
  together: fc.infiniteStream(fc.integer({ min: 1, max: 3 })),
});

interface Piece {
  line: number;
  quantity: ReturnType<typeof quantity>;
}

/** All pieces of a bill, cut and shuffled, as a sequence of returns of one to three pieces each. */
function sequence(
  bill: PricedBill,
  { fractions, order, together }: typeof cuts extends fc.Arbitrary<infer C> ? C : never,
) {
  const pieces = bill.lines.flatMap((line, index) => {
    const points = (fractions[index] ?? []).map((part) => Math.round(line.quantity * part)).toSorted((a, b) => a - b);
    const edges = [0, ...points, Number(line.quantity)];
    return edges.flatMap((edge, i): Piece[] => {
      const size = edge - (edges[i - 1] ?? edge);
      return size > 0 ? [{ line: index, quantity: quantity(size) }] : [];
    });
  });
  const keyed = pieces.map((piece) => ({ piece, key: order.next().value ?? 0 }));
  const shuffled = keyed.toSorted((a, b) => a.key - b.key).map(({ piece }) => piece);
  const notes: Piece[][] = [];
  while (shuffled.length > 0) notes.push(shuffled.splice(0, together.next().value ?? 1));
  return notes;
}

const totals = [
  'subtotal',
  'charges',
  'lineDiscount',
  'billDiscount',
  'taxable',
  'cgst',
  'sgst',
  'igst',
  'cess',
] as const;
const lineAmounts = ['quantity', 'gross', 'discount', 'net', 'billDiscountShare', 'taxable', 'tax', 'total'] as const;

describe('partial returns', () => {
  test('every sequence, in any order, sums to minus the bill: money, every tax, stock', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(soldBill, cuts, (bill, cut) => {
        const earlier: PricedReturn[] = [];
        for (const wanted of sequence(bill, cut)) {
          // Stored and read back, as a database does it: what comes next knows only stored amounts.
          earlier.push(JSON.parse(JSON.stringify(priceReturn(bill, earlier, wanted))));
        }
        const sum = (amount: (note: PricedReturn) => number) => earlier.reduce((all, note) => all + amount(note), 0);
        for (const key of [...totals, 'tax', 'roundOff', 'total'] as const) {
          expect([key, sum((note) => note[key]) + bill[key]]).toEqual([key, 0]);
        }
        const back = earlier.flatMap((note) => note.lines);
        bill.lines.forEach((line, index) => {
          const own = back.filter((returned) => returned.line === index);
          for (const key of lineAmounts) {
            expect([key, own.reduce((all, returned) => all + returned[key], 0) + line[key]]).toEqual([key, 0]);
          }
          line.components.forEach((component, position) => {
            const given = own.reduce((all, returned) => all + (returned.components[position]?.amount ?? 0), 0);
            expect(given + component.amount).toBe(0);
          });
        });
        expect(remainingToReturn(bill, earlier).every((left) => left === 0)).toBe(true);
      }),
      { numRuns: 3_000 },
    );
  });

  test('each credit note adds up by itself, has CGST = SGST, and none gives back more than the bill', () => {
    fc.assert(
      fc.property(soldBill, cuts, (bill, cut) => {
        const earlier: PricedReturn[] = [];
        let given = 0;
        for (const wanted of sequence(bill, cut)) {
          const note = priceReturn(bill, earlier, wanted);
          earlier.push(note);
          expect(note.taxable + note.tax + note.roundOff).toBe(note.total);
          expect(note.cgst).toBe(note.sgst);
          given += note.total;
          expect(-given).toBeLessThanOrEqual(bill.total);
          for (const line of note.lines) {
            expect(line.gross - line.discount).toBe(line.net);
            const price = bill.settings.pricesIncludeTax ? line.taxable + line.tax : line.taxable;
            expect(line.net - line.billDiscountShare).toBe(price);
            expect(line.taxable + line.tax).toBe(line.total);
          }
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test('the whole bill at once is its exact negative', () => {
    fc.assert(
      fc.property(soldBill, (bill) => {
        const all = bill.lines.map((line, index) => ({ line: index, quantity: line.quantity }));
        const note = priceReturn(bill, [], all);
        expect(note.total + bill.total).toBe(0);
        note.lines.forEach((line, index) => {
          expect(line.total + (bill.lines[index]?.total ?? 0)).toBe(0);
        });
      }),
      { numRuns: 1_000 },
    );
  });
});

const three = {
  settings: { currency: 'INR', regime: 'india_gst', pricesIncludeTax: true, rounding: 'line', roundOff: '1' },
  lines: [{ quantity: '3', unitPrice: '10.15', taxes: [{ kind: 'gst', rate: '18' }], unit: 'PCS' }],
};

describe('a return of three at 10.15, piece by piece', () => {
  const bill = priceBill(readBill(three));
  const one = [{ line: 0, quantity: quantity(1000) }];

  test('gives 10.15 back each time and the round-off with the last', () => {
    const notes: PricedReturn[] = [];
    for (let piece = 0; piece < 3; piece++) notes.push(priceReturn(bill, notes, one));
    expect(bill.total).toBe(3000);
    expect(notes.map((note) => note.total)).toEqual([-1015, -1015, -970]);
    expect(notes.map((note) => note.roundOff)).toEqual([0, 0, 45]);
    expect(notes.map((note) => note.lines[0]?.gross)).toEqual([-1015, -1015, -1015]);
    expect(notes.map((note) => note.cgst)).toEqual([-77, -78, -77]);
  });

  test('refuses a fourth, naming the line', () => {
    const all = priceReturn(bill, [], [{ line: 0, quantity: quantity(3000) }]);
    expect(() => priceReturn(bill, [all], one)).toThrow(
      expect.objectContaining({ code: 'nothing_left', field: 'lines[0].quantity' }),
    );
  });

  test('refuses the same piece twice in one return', () => {
    const twice = [
      { line: 0, quantity: quantity(2000) },
      { line: 0, quantity: quantity(2000) },
    ];
    expect(() => priceReturn(bill, [], twice)).toThrow(
      expect.objectContaining({ code: 'nothing_left', field: 'lines[1].quantity' }),
    );
  });

  test.each([
    [[], 'empty_bill', 'lines'],
    [[{ line: 0, quantity: quantity(0) }], 'zero', 'lines[0].quantity'],
    [[{ line: 0, quantity: quantity(-1000) }], 'negative', 'lines[0].quantity'],
    [[{ line: 7, quantity: quantity(1000) }], 'bad_value', 'lines[0].line'],
  ])('refuses %j as %s at %s', (wanted, code, field) => {
    expect(() => priceReturn(bill, [], wanted)).toThrow(expect.objectContaining({ code, field }));
  });

  test('two offline tills that took back the same pieces leave nothing, not less than nothing', () => {
    const here = priceReturn(bill, [], [{ line: 0, quantity: quantity(2000) }]);
    const there = priceReturn(bill, [], [{ line: 0, quantity: quantity(2000) }]);
    expect(remainingToReturn(bill, [here, there])).toEqual([0]);
    expect(() => priceReturn(bill, [here, there], one)).toThrow(expect.objectContaining({ code: 'nothing_left' }));
  });

  test('two tills that took back different pieces unaware of each other still end at the bill', () => {
    const here = priceReturn(bill, [], one);
    const there = priceReturn(bill, [], one);
    const last = priceReturn(bill, [here, there], one);
    expect(here.total + there.total + last.total).toBe(-bill.total);
    expect(here.cgst + there.cgst + last.cgst).toBe(money(-bill.cgst));
  });
});
