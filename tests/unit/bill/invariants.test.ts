import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readBill } from '../../../scripts/lib/plain-bill';
import { type BillInput, type PricedBill, priceBill } from '../../../src/shared/bill';
import { ArithmeticError, addMoney, type Money, subMoney, sumMoney, ZERO } from '../../../src/shared/money';
import { randomBill } from './random-bill';

/** A random bill that can be priced; the others are a matter of the refusals' own tests. */
const priced = randomBill
  .map((plain) => {
    try {
      const input = readBill(plain);
      return { input, bill: priceBill(input) };
    } catch (error) {
      if (error instanceof ArithmeticError) return null;
      throw error;
    }
  })
  .filter((both) => both !== null);

function holds(rule: (bill: PricedBill, input: BillInput) => void, numRuns = 3_000) {
  fc.assert(
    fc.property(priced, ({ bill, input }) => rule(bill, input)),
    { numRuns },
  );
}

const of = <T>(items: readonly T[], amount: (item: T) => Money) => sumMoney(items.map(amount));

describe('on random bills of every regime, feature and rounding method', () => {
  test('lines + tax + round-off = total', () => {
    holds((bill) => {
      const lines = of(bill.lines, (line) => addMoney(line.taxable, line.tax));
      expect(addMoney(lines, bill.roundOff)).toBe(bill.total);
      expect(of(bill.lines, (line) => line.total)).toBe(lines);
      expect(of(bill.lines, (line) => line.taxable)).toBe(bill.taxable);
      expect(of(bill.lines, (line) => line.tax)).toBe(bill.tax);
    }, 10_000);
  });

  test('the tax of a line is the sum of its components, and the bill sums them by kind', () => {
    holds((bill) => {
      const parts = bill.lines.flatMap((line) => line.components);
      for (const line of bill.lines) expect(of(line.components, (part) => part.amount)).toBe(line.tax);
      for (const kind of ['cgst', 'sgst', 'igst', 'cess'] as const) {
        const own = parts.filter((part) => part.kind === kind);
        expect(of(own, (part) => part.amount)).toBe(bill[kind]);
      }
    });
  });

  test('CGST = SGST on every line and at every rate; a bill has either those or IGST', () => {
    holds((bill) => {
      for (const line of bill.lines) {
        const half = (kind: string) => line.components.filter((part) => part.kind === kind);
        expect(half('cgst').map((part) => part.amount)).toEqual(half('sgst').map((part) => part.amount));
      }
      expect(bill.cgst).toBe(bill.sgst);
      expect(bill.igst === 0 || bill.cgst === 0).toBe(true);
    }, 10_000);
  });

  test('an inclusive bill = shelf prices − discounts', () => {
    holds((bill) => {
      const shelf = of(bill.lines, (line) => line.gross);
      const off = addMoney(
        of(bill.lines, (line) => line.discount),
        of(bill.lines, (line) => line.billDiscountShare),
      );
      const beforeTax = subMoney(shelf, off);
      const billed = bill.settings.pricesIncludeTax ? subMoney(bill.total, bill.roundOff) : bill.taxable;
      expect(billed).toBe(beforeTax);
      expect(addMoney(bill.subtotal, bill.charges)).toBe(shelf);
      expect(addMoney(bill.lineDiscount, bill.billDiscount)).toBe(off);
    }, 10_000);
  });

  test('no discount takes more than there is', () => {
    holds((bill) => {
      for (const { gross, discount, net, billDiscountShare } of bill.lines) {
        expect(discount).toBeLessThanOrEqual(gross);
        expect(billDiscountShare).toBeLessThanOrEqual(net);
        expect(Math.min(gross, discount, net, billDiscountShare)).toBeGreaterThanOrEqual(0);
      }
    });
  });

  test('payments − change + due = total + cash rounding; change and due are never both there', () => {
    holds((bill) => {
      const tendered = of(bill.payments, (payment) => payment.amount);
      expect(addMoney(subMoney(tendered, bill.change), bill.due)).toBe(addMoney(bill.total, bill.cashRounding));
      expect(of(bill.payments, (payment) => payment.kept)).toBe(bill.paid);
      expect(bill.paid).toBe(subMoney(tendered, bill.change));
      expect(Math.min(bill.change, bill.due)).toBe(0);
      expect(bill.payments.every((payment) => payment.kept >= 0)).toBe(true);
    });
  });

  test('the round-off is at most half its unit and leaves a multiple of it', () => {
    holds((bill) => {
      const unit = bill.settings.roundOff;
      if (unit === 0) expect(bill.roundOff).toBe(0);
      else {
        expect(Math.abs(bill.roundOff) * 2).toBeLessThanOrEqual(unit);
        expect(bill.total % unit).toBe(0);
      }
    });
  });

  test('the HSN summary sums to the lines that have a code', () => {
    holds((bill) => {
      const coded = bill.lines.filter((line) => line.hsn !== undefined);
      expect(of(bill.hsn, (row) => row.taxable)).toBe(of(coded, (line) => line.taxable));
      expect(of(bill.hsn, (row) => row.tax)).toBe(of(coded, (line) => line.tax));
      const keys = bill.hsn.map((row) => [row.hsn, row.unit, row.rate].join());
      expect(new Set(keys).size).toBe(keys.length);
    });
  });

  test('the order of lines changes no total where no bill discount is spread', () => {
    fc.assert(
      fc.property(priced, fc.infiniteStream(fc.nat()), ({ bill, input }, numbers) => {
        if (bill.billDiscount !== 0) return;
        const order = input.lines.map((line) => ({ line, key: numbers.next().value ?? 0 }));
        const lines = order.toSorted((a, b) => a.key - b.key).map(({ line }) => line);
        const again = priceBill({ ...input, lines });
        const totals = ({ taxable, cgst, igst, cess, tax, roundOff, total }: PricedBill) => {
          return { taxable, cgst, igst, cess, tax, roundOff, total };
        };
        expect(totals(again)).toEqual(totals(bill));
      }),
      { numRuns: 3_000 },
    );
  });

  test('a line on its own is priced as it is in a bill, by line', () => {
    holds((bill, input) => {
      if (input.settings.rounding !== 'line' || bill.billDiscount !== 0) return;
      input.lines.forEach((line, index) => {
        const alone = priceBill({ settings: input.settings, lines: [line] });
        expect(alone.lines[0]).toEqual(bill.lines[index]);
      });
    });
  });

  test('twice the same bill, twice the same result, and the input is left as it was', () => {
    holds((bill, input) => {
      const before = structuredClone(input);
      expect(priceBill(input)).toEqual(bill);
      expect(input).toEqual(before);
    }, 500);
  });

  test('no amount is minus zero: it would be stored and compared as something else', () => {
    holds((bill) => {
      const amounts = [
        bill.roundOff,
        bill.change,
        bill.due,
        bill.cashRounding,
        ...bill.lines.map((line) => line.taxable),
      ];
      for (const amount of amounts) expect(Object.is(amount, -0)).toBe(false);
      expect(sumMoney([])).toBe(ZERO);
    }, 500);
  });
});
