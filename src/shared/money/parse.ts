import {
  type FineMoney,
  fineMoney,
  type Money,
  money,
  type Quantity,
  quantity,
  type Rate,
  rate,
  wholeUnits,
} from './amount';
import { type CurrencyCode, currencyDecimals } from './currency';
import { readDecimal, readTyped } from './decimal';
import { ArithmeticError, attempt, type Result } from './errors';
import { isUnit, unitCodes, unitDecimals, unitQuantityCode } from './unit';

export interface ParseOptions {
  /** Path of the field in the error; the kind of value if it is left out. */
  readonly field?: string;
  /** Corrections of stock and cash differences may be below zero; nothing on a bill may. */
  readonly negative?: boolean;
}

const rules = (decimals: number, field: string, options: ParseOptions) => ({
  decimals,
  field: options.field ?? field,
  negative: options.negative ?? false,
});

/** Signs and words that may stand before or after an amount, beside the ISO code. */
const signs: Partial<Record<CurrencyCode, readonly string[]>> = {
  INR: ['₹', 'Rs.', 'Rs', 'रु', 'रु.'],
  NGN: ['₦'],
  USD: ['$'],
  EUR: ['€'],
  GBP: ['£'],
  JPY: ['¥', '¥'],
};
const anySign = /[\p{Sc}]|[A-Za-z]{3}/u;

/** What a person typed as an amount: `1,23,456.70`, `₹ 500`, `१२.५०`. */
export function parseMoney(text: string, currency: CurrencyCode, options: ParseOptions = {}): Result<Money> {
  return attempt(() => {
    const wanted = rules(currencyDecimals(currency), 'amount', options);
    const bare = withoutWord(text, [currency, ...(signs[currency] ?? [])]);
    if (bare === text && anySign.test(text)) {
      const code = /\p{Sc}/u.test(text) || /^[A-Z]{3}\b|\b[A-Z]{3}$/.test(text.trim()) ? 'wrong_currency' : undefined;
      if (code && /\d/.test(text)) throw new ArithmeticError(code, wanted.field, `the amount is not in ${currency}`);
    }
    return money(readTyped(bare, wanted));
  });
}

/** What a person typed as a quantity: `1.5`, `1.5 kg`, `2 pcs`. A word that names another unit is refused. */
export function parseQuantity(text: string, unit: string, options: ParseOptions = {}): Result<Quantity> {
  return attempt(() => {
    const wanted = rules(unitDecimals(unit), 'quantity', options);
    const word = /\p{L}[\p{L}\p{M}.]*$/u.exec(text.trim())?.[0];
    if (word === undefined) return readUnits(text, wanted);
    if (!namesUnit(word.replace(/\.$/, ''), unit)) {
      const known = /\d\s*$/u.test(text.trim().slice(0, -word.length));
      const code = known && word.toLowerCase() !== 'e' ? 'wrong_unit' : 'not_a_number';
      throw new ArithmeticError(code, wanted.field, `the quantity is not in ${unit}`);
    }
    return readUnits(text.trim().slice(0, -word.length), wanted);
  });
}

/** What a person typed as a percentage: `18`, `2.5 %`, `8.875`. */
export function parseRate(text: string, options: ParseOptions = {}): Result<Rate> {
  return attempt(() => rate(readTyped(text.trim().replace(/\s*[%٪]$/, ''), rules(4, 'rate', options))));
}

/** A decimal of a file as money: `-12.50`. Throws an ArithmeticError that names the field. */
export function readMoney(text: string, currency: CurrencyCode, field: string, negative = false): Money {
  return money(readDecimal(text, { decimals: currencyDecimals(currency), field, negative }));
}

/** A decimal of a file as an amount per unit, three digits finer than the minor unit. */
export function readFineMoney(text: string, currency: CurrencyCode, field: string): FineMoney {
  return fineMoney(readDecimal(text, { decimals: currencyDecimals(currency) + 3, field }));
}

/** A decimal of a file as a quantity in thousandths; `unit` only limits the decimals. */
export function readQuantity(text: string, unit: string | undefined, field: string, negative = false): Quantity {
  const decimals = unit === undefined ? 3 : unitDecimals(unit);
  const value = readDecimal(text, { decimals, field, negative });
  return decimals === 0 ? wholeUnits(value, field) : quantity(value, field);
}

/** A decimal of a file as a rate in percent. */
export function readRate(text: string, field: string): Rate {
  return rate(readDecimal(text, { decimals: 4, field }));
}

function readUnits(text: string, wanted: ReturnType<typeof rules>): Quantity {
  const value = readTyped(text, wanted);
  return wanted.decimals === 0 ? wholeUnits(value, wanted.field) : quantity(value, wanted.field);
}

function withoutWord(text: string, words: readonly string[]): string {
  const trimmed = text.trim();
  const sign = /^[-−]\s?/.exec(trimmed)?.[0] ?? '';
  const body = trimmed.slice(sign.length);
  for (const word of words) {
    if (body.startsWith(word)) return sign + body.slice(word.length);
    if (body.endsWith(word)) return sign + body.slice(0, -word.length);
  }
  return text;
}

/** Words of the counter for a unit, beside its code and its GST code. */
const unitWords: Readonly<Record<string, readonly string[]>> = {
  PCS: ['pc', 'piece', 'pieces', 'nos', 'no'],
  KG: ['kgs', 'kilo', 'kilos', 'किलो', 'किग्रा'],
  G: ['gm', 'gms', 'gram', 'grams', 'ग्राम'],
  L: ['ltr', 'litre', 'litres', 'लीटर'],
  ML: ['mls'],
  M: ['mtr', 'metre', 'metres'],
  DOZ: ['dozen', 'dozens', 'दर्जन'],
  BOX: ['boxes'],
};

function namesUnit(word: string, unit: string): boolean {
  const lower = word.toLowerCase();
  if (lower === unit.toLowerCase() || (isUnit(unit) && lower === unitQuantityCode(unit).toLowerCase())) return true;
  const same = unitCodes.filter((code) => code === unit || unitQuantityCode(code) === unitQuantityCode(unit));
  return same.some((code) => code !== 'OTH' && unitWords[code]?.includes(lower) === true);
}
