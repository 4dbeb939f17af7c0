import { type FineMoney, isWhole, type Money, type Quantity, type Rate } from './amount';
import { type CurrencyCode, currencyDecimals } from './currency';
import { writeDecimal, writeShort } from './decimal';
import { roundHalfAwayFromZero } from './round';
import { unitDecimals } from './unit';

const formatters = new Map<string, Intl.NumberFormat>();

/** Formatters cost a hundred times what one formatting costs: they are made once. */
function formatter(key: string, locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const name = `${locale} ${key}`;
  let found = formatters.get(name);
  if (!found) {
    found = new Intl.NumberFormat(locale, options);
    formatters.set(name, found);
  }
  return found;
}

/** Intl takes a decimal string and formats every digit of it; a double would lose the last ones of large amounts. */
function display(format: Intl.NumberFormat, text: string): string {
  return format.format(text as Intl.StringNumericLiteral); // proof: writeDecimal writes plain decimals only
}

/** `₹1,23,456.70` in en-IN: for people, by locale, all digits of the minor unit. */
export function formatMoney(amount: Money, currency: CurrencyCode, locale: string): string {
  const digits = currencyDecimals(currency);
  const format = formatter(`money ${currency}`, locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return display(format, writeDecimal(amount, digits));
}

/** The same without the currency's sign, for columns and inputs: `1,23,456.70`. */
export function formatAmount(amount: Money, currency: CurrencyCode, locale: string): string {
  const digits = currencyDecimals(currency);
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return display(formatter(`amount ${digits}`, locale, options), writeDecimal(amount, digits));
}

/** `1.5`, `2`: no zeros at the end. The unit's word belongs to the dictionaries. */
export function formatQuantity(quantity: Quantity, locale: string): string {
  return display(formatter('quantity', locale, { maximumFractionDigits: 3 }), writeShort(quantity, 3));
}

/** `18%`, `2.5%`. */
export function formatRate(rate: Rate, locale: string): string {
  const options = { style: 'percent', maximumFractionDigits: 4 } as const;
  return display(formatter('rate', locale, options), writeShort(rate, 6));
}

/** Plain decimal, `123456.70`: for files, wires and inputs that machines read. */
export function toDecimal(amount: Money, currency: CurrencyCode): string {
  return writeDecimal(amount, currencyDecimals(currency));
}

/** Plain decimal of an amount per unit, without zeros at the end: `1.591`. */
export function fineToDecimal(amount: FineMoney, currency: CurrencyCode): string {
  return writeShort(amount, currencyDecimals(currency) + 3);
}

/** Plain decimal without zeros at the end: `0.5`. */
export function quantityToDecimal(quantity: Quantity): string {
  return writeShort(quantity, 3);
}

/** Plain decimal of hundredths, rounded by the one rule: what GST returns take. 0.505 is `0.51`. */
export function quantityToHundredths(quantity: Quantity): string {
  return writeDecimal(Number(roundHalfAwayFromZero(BigInt(quantity), 10n)), 2);
}

/** Plain decimal with the unit's own decimals: `1.500` kg, `2` pieces. */
export function quantityToFixed(quantity: Quantity, unit: string): string {
  const digits = unitDecimals(unit);
  return digits === 0 && isWhole(quantity) ? writeShort(quantity, 3) : writeDecimal(quantity, 3);
}

/** Percent as a plain decimal: 180000 is `18`. */
export function rateToDecimal(rate: Rate): string {
  return writeShort(rate, 4);
}
