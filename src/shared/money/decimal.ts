import { ArithmeticError } from './errors';

/** Code points of the zeros whose nine followers are the digits of a script. */
const zeros = [
  0x0030, // Latin
  0x0660, // Arabic-Indic
  0x06f0, // Persian and Urdu
  0x0966, // Devanagari
  0x09e6, // Bengali
  0x0a66, // Gurmukhi
  0x0ae6, // Gujarati
  0x0b66, // Odia
  0x0be6, // Tamil
  0x0c66, // Telugu
  0x0ce6, // Kannada
  0x0d66, // Malayalam
  0x0de6, // Sinhala
  0x0e50, // Thai
  0x0ed0, // Lao
  0x0f20, // Tibetan
  0x1040, // Burmese
  0x17e0, // Khmer
  0xff10, // full width
];

/**
 * Digits of any script as Latin ones, Arabic separators as `,` and `.`. One number is written in one script: a Bengali ৪
 * (4) looks like a Latin 8, so a mixture is refused (null).
 */
function latinDigits(text: string): string | null {
  let script: number | undefined;
  let latin = '';
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    const zero = zeros.find((start) => point >= start && point <= start + 9);
    if (zero === undefined) {
      latin += character === '٫' ? '.' : character === '٬' ? ',' : character;
      continue;
    }
    if (script !== undefined && script !== zero) return null;
    script = zero;
    latin += String(point - zero);
  }
  return latin;
}

const plain = /^\d+$/;
const thousands = /^[1-9]\d{0,2}(,\d{3})+$/;
const lakhs = /^[1-9]\d?(,\d{2})*,\d{3}$/;
const digitsOnly = /^\d*$/;

export interface DecimalRules {
  /** Most digits after the point that the value may have. */
  readonly decimals: number;
  readonly field: string;
  readonly negative?: boolean;
}

/** Spaces of every kind, and the marks that Intl puts around signs in right-to-left scripts. */
const blanks = /[\s\u200e\u200f\u061c]+/gu;

/**
 * What a person typed, as a whole number of 10^-decimals. Strict: `1,23,456.70`, `123,456.70`, `१२.५०` and `.5` are
 * numbers; `1.234,5`, `1,23`, `1e5`, `12.` and `` are not. A typed `1.000` in a currency of two digits is refused and not
 * read as 1, because half the world writes a thousand so.
 */
export function readTyped(text: string, rules: DecimalRules): number {
  const trimmed = latinDigits(text.replace(blanks, ' ').trim());
  if (trimmed === null) {
    throw new ArithmeticError('ambiguous_number', rules.field, 'digits of two scripts in one number');
  }
  const negative = /^[-−] ?/.test(trimmed);
  const unsigned = trimmed.replace(/^[-−] ?/, '');
  const dot = unsigned.indexOf('.');
  const whole = dot < 0 ? unsigned : unsigned.slice(0, dot);
  const fraction = dot < 0 ? '' : unsigned.slice(dot + 1);
  if (trimmed === '') throw new ArithmeticError('missing', rules.field, `${rules.field} is empty`);
  const shaped = plain.test(whole) || thousands.test(whole) || lakhs.test(whole) || (whole === '' && fraction !== '');
  if (!shaped || !digitsOnly.test(fraction) || (dot >= 0 && fraction === '')) {
    const code = /^[\d.,]+$/.test(unsigned) ? 'ambiguous_number' : 'not_a_number';
    throw new ArithmeticError(code, rules.field, `not a number that can be read in one way only: ${quoted(text)}`);
  }
  return scaled(negative, whole.replaceAll(',', ''), fraction, rules);
}

const wireForm = /^(-?)(\d+)(?:\.(\d+))?$/;

/**
 * A decimal of a file or a wire, `-12.50`, as a whole number of 10^-decimals. Zeros at the end that say nothing (`1.000`
 * for a price in paise) are accepted here: a file has no thousands separators to mistake the point for.
 */
export function readDecimal(text: string, rules: DecimalRules): number {
  const match = wireForm.exec(text);
  if (!match) {
    throw new ArithmeticError('not_a_number', rules.field, `${rules.field} is not a decimal number: ${quoted(text)}`);
  }
  const [, sign, whole = '', fraction = ''] = match;
  return scaled(sign === '-', whole, fraction.replace(/0+$/, ''), rules);
}

function scaled(negative: boolean, whole: string, fraction: string, rules: DecimalRules): number {
  const { decimals, field } = rules;
  if (fraction.length > decimals) {
    throw new ArithmeticError('too_many_decimals', field, `${field} has more than ${decimals} decimals`);
  }
  const digits = (whole + fraction.padEnd(decimals, '0')).replace(/^0+(?=\d)/, '');
  const value = Number(digits);
  if (!Number.isSafeInteger(value)) {
    throw new ArithmeticError('out_of_range', field, `${field} is too large`);
  }
  if (negative && value !== 0 && rules.negative !== true) {
    throw new ArithmeticError('negative', field, `${field} may not be negative`);
  }
  return negative && value !== 0 ? -value : value;
}

const quoted = (text: string): string => JSON.stringify(text.slice(0, 40));

/** A whole number of 10^-decimals as a plain decimal: (-1250, 2) is `-12.50`. */
export function writeDecimal(value: number, decimals: number): string {
  const digits = String(Math.abs(value)).padStart(decimals + 1, '0');
  const point = digits.length - decimals;
  const sign = value < 0 ? '-' : '';
  return decimals === 0 ? sign + digits : `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** The same without zeros at the end: (18000, 4) is `1.8`. */
export function writeShort(value: number, decimals: number): string {
  const text = writeDecimal(value, decimals);
  return decimals === 0 ? text : text.replace(/\.?0+$/, '');
}
