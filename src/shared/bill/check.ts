import {
  ArithmeticError,
  checkUnitDecimals,
  currency,
  type FineMoney,
  fineMoney,
  halfRate,
  type Money,
  money,
  type Quantity,
  quantity,
  type Rate,
  rate,
  WHOLE,
} from '../money';
import type { BillInput, BillLine, Discount, Tax, Tender } from './types';

/** The highest rate of a single component: 1000 %. Beyond it, someone typed a rate where an amount belongs. */
const highestRate = rate(10_000_000);

/**
 * Holds a bill's numbers against their ranges before anything is computed, so that a slip upstream (NaN out of a form, a
 * negative quantity out of an import) ends as a refusal that names the field and never as a wrong number.
 */
export function checkBill(bill: BillInput): void {
  const { settings, lines } = bill;
  currency(settings.currency, 'settings.currency');
  oneOf(settings.regime, ['india_gst', 'vat', 'sales_tax', 'none'], 'settings.regime');
  oneOf(settings.place, ['intra', 'inter'], 'settings.place');
  oneOf(settings.rounding, ['line', 'document'], 'settings.rounding');
  notNegative(money(settings.roundOff, 'settings.roundOff'), 'settings.roundOff');
  notNegative(money(settings.cashRounding, 'settings.cashRounding'), 'settings.cashRounding');
  if (lines.length === 0) throw new ArithmeticError('empty_bill', 'lines', 'a bill has at least one line');
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (line === undefined) throw new ArithmeticError('missing', `lines[${index}]`, 'a line is missing');
    try {
      checkLine(line);
    } catch (error) {
      // The path is put together only when it is needed: this runs for every line of every keystroke.
      throw error instanceof ArithmeticError ? error.within(`lines[${index}]`) : error;
    }
  }
  if (bill.billDiscount) checkDiscount(bill.billDiscount, 'billDiscount');
  bill.payments?.forEach((tender, index) => {
    checkTender(tender, `payments[${index}]`);
  });
}

function checkLine(line: BillLine): void {
  const amount = quantity(line.quantity, 'quantity');
  if (amount === 0) throw new ArithmeticError('zero', 'quantity', 'a line has a quantity');
  notNegative(amount, 'quantity');
  if (line.unit !== undefined) checkUnitDecimals(amount, line.unit);
  notNegative(money(line.unitPrice, 'unitPrice'), 'unitPrice');
  if (line.discount) checkDiscount(line.discount, 'discount');
  checkTaxes(line.taxes, 'taxes');
}

/** A list of taxes as one line may carry it. Throws `mixed_rates` for two GST rates on one line. */
export function checkTaxes(taxes: readonly Tax[], field: string): void {
  let gst = 0;
  for (let index = 0; index < taxes.length; index++) {
    const tax = taxes[index];
    if (tax === undefined) throw new ArithmeticError('missing', `${field}[${index}]`, 'a tax is missing');
    checkTax(tax, field, index);
    if (tax.kind === 'gst') gst++;
  }
  if (gst > 1) throw new ArithmeticError('mixed_rates', field, 'one line has one GST rate');
}

function checkTax(tax: Tax, field: string, index: number): void {
  const path = (name: string) => `${field}[${index}].${name}`;
  if (!isWhole(tax.rate) || tax.rate < 0 || tax.rate > highestRate) {
    notNegative(rate(tax.rate, path('rate')), path('rate'));
    throw new ArithmeticError('out_of_range', path('rate'), 'a rate is at most 1000 %');
  }
  if (!isWhole(tax.perUnit) || tax.perUnit < 0) {
    notNegative(fineMoney(tax.perUnit, path('perUnit')), path('perUnit'));
  }
  if (tax.kind === 'gst') {
    if (tax.perUnit !== 0) throw new ArithmeticError('bad_value', path('perUnit'), 'GST has no amount per unit');
    halfRate(tax.rate, path('rate'));
  } else {
    oneOf(tax.kind, ['cess', 'vat', 'sales_tax'], path('kind'));
  }
}

const isWhole = (value: number): boolean => Number.isSafeInteger(value);

function checkDiscount(discount: Discount, field: string): void {
  if ('percent' in discount) {
    const percent = notNegative(rate(discount.percent, `${field}.percent`), `${field}.percent`);
    if (percent > WHOLE) {
      throw new ArithmeticError('discount_above_100', `${field}.percent`, 'a discount is at most 100 %');
    }
  } else {
    notNegative(money(discount.amount, `${field}.amount`), `${field}.amount`);
  }
}

function checkTender(tender: Tender, field: string): void {
  if (typeof tender.method !== 'string' || tender.method === '') {
    throw new ArithmeticError('missing', `${field}.method`, 'a payment has a method');
  }
  notNegative(money(tender.amount, `${field}.amount`), `${field}.amount`);
}

function notNegative<T extends Money | Quantity | Rate | FineMoney>(value: T, field: string): T {
  if (value < 0) throw new ArithmeticError('negative', field, `${field} may not be negative`);
  return value;
}

function oneOf<T extends string>(value: T, allowed: readonly T[], field: string): void {
  if (!allowed.includes(value)) throw new ArithmeticError('bad_value', field, `${field} is none of ${allowed}`);
}
