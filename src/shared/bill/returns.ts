import {
  ArithmeticError,
  addMoney,
  addQuantity,
  type Money,
  minMoney,
  negMoney,
  negQuantity,
  proportion,
  type Quantity,
  quantity,
  subMoney,
  subQuantity,
  sumMoney,
  ZERO,
} from '../money';
import type { BillAmounts, LineAmounts, PricedComponent } from './types';

/** A line as the bill stored it. `charge` only decides under which sum its gross is shown. */
export interface StoredLine extends LineAmounts {
  readonly charge: boolean;
}

/** What a return needs of the bill as it was stored; a PricedBill is one. Rates of today play no part. */
export interface StoredBill {
  readonly settings: { readonly pricesIncludeTax: boolean };
  readonly roundOff: Money;
  readonly lines: readonly StoredLine[];
}

/** What has come back so far: credit notes as they were stored, all amounts zero or negative. */
export interface StoredReturn {
  readonly roundOff: Money;
  readonly lines: readonly ReturnedAmounts[];
}

export interface ReturnedAmounts extends LineAmounts {
  /** Index of the line in the bill. */
  readonly line: number;
}

export interface ReturnedLine extends ReturnedAmounts {
  readonly charge: boolean;
}

/** Part of a line that is brought back; a quantity above zero. */
export interface WantedReturn {
  readonly line: number;
  readonly quantity: Quantity;
}

/** A credit note: quantities and amounts are zero or negative. */
export interface PricedReturn extends BillAmounts {
  readonly lines: readonly ReturnedLine[];
}

/**
 * Prices a return of part of a bill from the amounts that the bill stored.
 *
 * Each amount is what of the original falls to all pieces returned up to now, rounded, less what earlier returns already
 * gave. So every sequence of partial returns, in any order, ends exactly at minus the bill: the last piece takes what
 * rounding left. The bill's round-off comes back with the return that empties the bill, or earlier where the lines alone
 * would give back more than the bill came to.
 *
 * Throws `nothing_left` (naming `lines[i].quantity`) for more than is left of a line.
 */
export function priceReturn(
  bill: StoredBill,
  earlier: readonly StoredReturn[],
  wanted: readonly WantedReturn[],
): PricedReturn {
  if (wanted.length === 0) throw new ArithmeticError('empty_bill', 'lines', 'a return has at least one line');
  const before = new Map<number, Returned>();
  for (const line of earlier.flatMap((note) => note.lines)) before.set(line.line, addTo(before.get(line.line), line));
  const after = new Map(before);

  const lines = wanted.map((want, index) => {
    const original = bill.lines[want.line];
    if (!original) throw new ArithmeticError('bad_value', `lines[${index}].line`, 'the bill has no such line');
    const returned = returnLine(bill, original, want, after.get(want.line), `lines[${index}].quantity`);
    after.set(want.line, addTo(after.get(want.line), returned));
    return returned;
  });
  const empties = bill.lines.every((line, index) => line.quantity <= (after.get(index)?.quantity ?? 0));
  return totalsOf(lines, returnedRoundOff(bill, earlier, lines, empties));
}

/** Returns up to and with this one give back what their lines came to, at most the bill; all of them give back the bill. */
function returnedRoundOff(
  bill: StoredBill,
  earlier: readonly StoredReturn[],
  lines: readonly ReturnedLine[],
  empties: boolean,
): Money {
  const totalOf = (of: readonly LineAmounts[]) => sumMoney(of.map((line) => line.total));
  const billTotal = addMoney(totalOf(bill.lines), bill.roundOff);
  const before = totalOf(earlier.flatMap((note) => note.lines));
  const givenBefore = addMoney(before, sumMoney(earlier.map((note) => note.roundOff)));
  const now = totalOf(lines);
  const upTo = negMoney(addMoney(before, now));
  const target = empties ? billTotal : minMoney(upTo, billTotal);
  return negMoney(addMoney(addMoney(target, givenBefore), now));
}

/** Magnitudes of everything that has come back of one line. */
interface Returned {
  readonly quantity: Quantity;
  readonly gross: Money;
  readonly discount: Money;
  readonly billDiscountShare: Money;
  /** Taxable value, plus tax where prices include it: what the line's price after discounts comes to. */
  readonly taxable: Money;
  readonly tax: Money;
  readonly components: readonly Money[];
}

function addTo(sum: Returned | undefined, line: LineAmounts): Returned {
  const less = (from: Money | undefined, part: Money) => subMoney(from ?? ZERO, part);
  return {
    quantity: subQuantity(sum?.quantity ?? quantity(0), line.quantity),
    gross: less(sum?.gross, line.gross),
    discount: less(sum?.discount, line.discount),
    billDiscountShare: less(sum?.billDiscountShare, line.billDiscountShare),
    taxable: less(sum?.taxable, line.taxable),
    tax: less(sum?.tax, line.tax),
    components: line.components.map((component, index) => less(sum?.components[index], component.amount)),
  };
}

function returnLine(
  bill: StoredBill,
  original: StoredLine,
  want: WantedReturn,
  before: Returned | undefined,
  field: string,
): ReturnedLine {
  if (want.quantity <= 0) {
    throw new ArithmeticError(want.quantity === 0 ? 'zero' : 'negative', field, 'a return has a quantity above zero');
  }
  const upTo = addQuantity(before?.quantity ?? quantity(0), want.quantity);
  if (upTo > original.quantity) throw new ArithmeticError('nothing_left', field, 'more than is left to return');
  const inclusive = bill.settings.pricesIncludeTax;
  const now = (amount: Money, already: Money | undefined) =>
    subMoney(proportion(amount, upTo, original.quantity), already ?? ZERO);

  const components = original.components.map(
    (component, index): PricedComponent => ({
      ...component,
      amount: negMoney(now(component.amount, before?.components[index])),
    }),
  );
  const tax = sumMoney(components.map((component) => component.amount));
  // The price on the shelf and the price paid are what people check: those two are taken, the rest follows from them.
  const gross = negMoney(now(original.gross, before?.gross));
  const price = inclusive
    ? negMoney(now(addMoney(original.taxable, original.tax), before && addMoney(before.taxable, before.tax)))
    : negMoney(now(original.taxable, before?.taxable));
  const off = subMoney(gross, price);
  const discount =
    original.billDiscountShare === 0
      ? off
      : original.discount === 0
        ? ZERO
        : negMoney(now(original.discount, before?.discount));
  const taxable = inclusive ? subMoney(price, tax) : price;
  return {
    line: want.line,
    charge: original.charge,
    quantity: negQuantity(want.quantity),
    gross,
    discount,
    net: subMoney(gross, discount),
    billDiscountShare: subMoney(off, discount),
    taxable,
    components,
    tax,
    total: addMoney(taxable, tax),
  };
}

function totalsOf(lines: readonly ReturnedLine[], roundOff: Money): PricedReturn {
  const sum = (of: (line: ReturnedLine) => Money) => sumMoney(lines.map(of));
  const kind = (name: PricedComponent['kind']) =>
    sum((line) => sumMoney(line.components.filter((part) => part.kind === name).map((part) => part.amount)));
  return {
    lines,
    subtotal: sum((line) => (line.charge ? ZERO : line.gross)),
    charges: sum((line) => (line.charge ? line.gross : ZERO)),
    lineDiscount: sum((line) => line.discount),
    billDiscount: sum((line) => line.billDiscountShare),
    taxable: sum((line) => line.taxable),
    cgst: kind('cgst'),
    sgst: kind('sgst'),
    igst: kind('igst'),
    cess: kind('cess'),
    tax: sum((line) => line.tax),
    roundOff,
    total: addMoney(
      sum((line) => line.total),
      roundOff,
    ),
  };
}

/** What of every line can still be brought back: quantities zero or above, in the order of the bill. */
export function remainingToReturn(bill: StoredBill, earlier: readonly StoredReturn[]): Quantity[] {
  const left = bill.lines.map((line) => line.quantity);
  for (const line of earlier.flatMap((note) => note.lines)) {
    const before = left[line.line];
    if (before !== undefined) left[line.line] = addQuantity(before, line.quantity);
  }
  // Two offline tills may have taken the same piece back twice: then nothing is left, not less than nothing.
  return left.map((amount) => (amount > 0 ? amount : quantity(0)));
}
