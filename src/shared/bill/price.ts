import {
  ArithmeticError,
  addMoney,
  type Money,
  multiply,
  portion,
  roundToUnit,
  shareOut,
  subMoney,
  sumMoney,
  sumQuantity,
  ZERO,
} from '../money';
import { checkBill } from './check';
import { hsnSummary } from './hsn';
import { checkPerUnit, groupTax, lineTax } from './line-tax';
import { type TaxPlan, TaxPlans } from './plan';
import { settle } from './settle';
import type { BillAmounts, BillInput, BillLine, BillSettings, Discount, PricedBill, PricedLine } from './types';

/** A line on its way: what is known before tax. */
interface Discounted {
  readonly line: BillLine;
  readonly plan: TaxPlan;
  readonly gross: Money;
  readonly discount: Money;
  readonly net: Money;
}

/** The line after both discounts: `price` is what is taxed, or what the tax is inside of. */
interface Taxable extends Discounted {
  readonly billDiscountShare: Money;
  readonly price: Money;
}

/**
 * The one bill arithmetic: screen, receipt, ledger, reports and hub all show what this returns. Pure. Throws an
 * ArithmeticError that names the field for a bill that cannot be right. The steps are those of docs/money-and-tax.md.
 */
export function priceBill(bill: BillInput): PricedBill {
  checkBill(bill);
  const { settings } = bill;
  const plans = new TaxPlans(settings.regime, settings.place);
  const discounted = forEachLine(bill.lines, (line) => discountLine(line, plans.of(line.taxes)));
  const taxable = shareBillDiscount(discounted, bill.billDiscount);
  const taxes = settings.rounding === 'line' ? taxByLine(taxable, settings) : taxByGroup(taxable, settings);
  const lines = forEachLine(taxable, (line, index) => finishLine(line, taxes[index] ?? [], settings.pricesIncludeTax));
  const totals = inTotal(() => totalsOf(lines, settings));
  return {
    settings,
    lines,
    ...totals,
    ...settle(totals.total, settings.cashRounding, bill.payments ?? []),
    hsn: inTotal(() => hsnSummary(lines)),
  };
}

/** Step 1: gross, line discount, net. */
function discountLine(line: BillLine, plan: TaxPlan): Discounted {
  const gross = multiply(line.unitPrice, line.quantity);
  const discount = discountOn(gross, line.discount, 'discount');
  return { line, plan, gross, discount, net: subMoney(gross, discount) };
}

function discountOn(amount: Money, discount: Discount | undefined, field: string): Money {
  if (!discount) return ZERO;
  if ('percent' in discount) return portion(amount, discount.percent);
  if (discount.amount > amount) {
    throw new ArithmeticError('discount_above_price', `${field}.amount`, 'a discount is at most the price');
  }
  return discount.amount;
}

/** Step 2: the bill discount over all lines, charges too, in proportion to their nets. */
function shareBillDiscount(lines: readonly Discounted[], discount: Discount | undefined): Taxable[] {
  const nets = lines.map((line) => line.net);
  const amount = discount ? inTotal(() => discountOn(sumMoney(nets), discount, 'billDiscount')) : ZERO;
  const shares = shareOut(amount, nets);
  return lines.map((line, index) => {
    const billDiscountShare = shares[index] ?? ZERO;
    return { ...line, billDiscountShare, price: subMoney(line.net, billDiscountShare) };
  });
}

/** Steps 3 and 4, method `line`. */
function taxByLine(lines: readonly Taxable[], { pricesIncludeTax }: BillSettings): Money[][] {
  return forEachLine(lines, ({ plan, price, line }) =>
    lineTax(plan, { price, quantity: line.quantity }, pricesIncludeTax),
  );
}

/** Steps 3 and 4, method `document`: by groups of lines with the same list of components. */
function taxByGroup(lines: readonly Taxable[], { pricesIncludeTax }: BillSettings): Money[][] {
  if (pricesIncludeTax) {
    forEachLine(lines, ({ plan, price, line }) => checkPerUnit(plan, { price, quantity: line.quantity }));
  }
  const groups = Map.groupBy(lines.keys(), (index) => lines[index]?.plan);
  const taxes: Money[][] = lines.map(() => []);
  for (const [plan, members] of groups) {
    if (!plan) continue;
    const group = members.flatMap((index) => lines[index] ?? []);
    const prices = group.map((line) => line.price);
    const quantities = group.map((line) => line.line.quantity);
    const amounts = inTotal(() =>
      groupTax(plan, { price: sumMoney(prices), quantity: sumQuantity(quantities) }, pricesIncludeTax),
    );
    // Goods given away still owe a tax per unit: with no price to share by, it follows the quantities.
    const weights = prices.some((price) => price > 0) ? prices : quantities;
    for (const amount of amounts) {
      const shares = shareOut(amount, weights);
      for (const [position, index] of members.entries()) taxes[index]?.push(shares[position] ?? ZERO);
    }
  }
  return taxes;
}

function finishLine(from: Taxable, amounts: readonly Money[], inclusive: boolean): PricedLine {
  const { line, plan, gross, discount, net, billDiscountShare, price } = from;
  const tax = sumMoney(amounts);
  const components = plan.components.map(({ kind, rate, perUnit, compound }, index) => {
    return { kind, rate, perUnit, compound, amount: amounts[index] ?? ZERO };
  });
  return {
    quantity: line.quantity,
    unitPrice: line.unitPrice,
    gross,
    discount,
    net,
    billDiscountShare,
    taxable: inclusive ? subMoney(price, tax) : price,
    components,
    tax,
    total: inclusive ? price : addMoney(price, tax),
    taxRate: plan.taxRate,
    hsn: line.hsn,
    unit: line.unit,
    charge: line.charge === true,
  };
}

/** Step 5 and the sums that a bill shows. */
function totalsOf(lines: readonly PricedLine[], { roundOff: unit }: BillSettings): BillAmounts {
  const sums = { subtotal: ZERO, charges: ZERO, lineDiscount: ZERO, billDiscount: ZERO, taxable: ZERO, tax: ZERO };
  const kinds = { cgst: ZERO, sgst: ZERO, igst: ZERO, cess: ZERO, vat: ZERO, sales_tax: ZERO };
  for (const line of lines) {
    const gross = line.charge ? 'charges' : 'subtotal';
    sums[gross] = addMoney(sums[gross], line.gross);
    sums.lineDiscount = addMoney(sums.lineDiscount, line.discount);
    sums.billDiscount = addMoney(sums.billDiscount, line.billDiscountShare);
    sums.taxable = addMoney(sums.taxable, line.taxable);
    sums.tax = addMoney(sums.tax, line.tax);
    for (const { kind, amount } of line.components) kinds[kind] = addMoney(kinds[kind], amount);
  }
  const { cgst, sgst, igst, cess } = kinds;
  const before = addMoney(sums.taxable, sums.tax);
  const total = roundToUnit(before, unit);
  return { ...sums, cgst, sgst, igst, cess, roundOff: subMoney(total, before), total };
}

/** Runs a step for every line; a refusal carries the line's path. */
function forEachLine<L, T>(lines: readonly L[], step: (line: L, index: number) => T): T[] {
  let current = 0;
  try {
    return lines.map((line, index) => {
      current = index;
      return step(line, index);
    });
  } catch (error) {
    if (!(error instanceof ArithmeticError)) throw error;
    // A refusal without a field is an amount of the line that left the safe range.
    throw error.within(error.field === '' ? `lines[${current}].total` : `lines[${current}]`);
  }
}

/** Runs a step over the whole bill; a sum beyond the safe range is a matter of the total. */
function inTotal<T>(step: () => T): T {
  try {
    return step();
  } catch (error) {
    throw error instanceof ArithmeticError && error.field === '' ? error.within('total') : error;
  }
}
