import { ArithmeticError, type CurrencyCode, type Money, type Quantity, readMoney, readQuantity } from '../money';
import { hasCheckDigit } from './barcode';

/**
 * A pattern for codes that a scale prints, such as `21{IIIII}{NNDDD}`: what is outside the braces stands in the code as
 * it is and belongs to the item, `I` are the item's digits, `N` and `D` the whole and decimal digits of a quantity, `P`
 * and `C` those of a price (major and minor units). The check digit follows the pattern and is not written.
 */
export interface EmbeddedPattern {
  readonly text: string;
  /** Digits in the whole code, check digit included: 13 (EAN-13) or 12 (UPC-A). */
  readonly length: number;
  readonly kind: 'quantity' | 'price';
  readonly roles: readonly Role[];
}

type Role = { readonly is: 'fixed'; readonly digit: string } | { readonly is: 'item' | 'whole' | 'decimal' };

/** What a scale's code says. */
export type Embedded =
  | { readonly item: string; readonly kind: 'quantity'; readonly quantity: Quantity }
  | { readonly item: string; readonly kind: 'price'; readonly price: Money };

const shape = /^\d*(\{(I+|N*D*|P*C*)\}\d*)+$/;

/** Throws `bad_code` for a pattern that no code could follow or that says nothing. */
export function embeddedPattern(text: string, field = 'pattern'): EmbeddedPattern {
  const refuse = (why: string) =>
    new ArithmeticError('bad_code', field, `${why}: ${JSON.stringify(text.slice(0, 40))}`);
  if (!shape.test(text) || text.includes('{}')) throw refuse('not a pattern');
  const letters = text.replace(/[{}]/g, '');
  const kind = /[PC]/.test(letters) ? 'price' : 'quantity';
  if (!letters.includes('I') || !/[NDPC]/.test(letters)) throw refuse('no item or no value in the pattern');
  const values = text.match(/\{[NDPC]+\}/g) ?? [];
  if (values.length !== 1) throw refuse('one quantity or one price in a pattern');
  const decimals = letters.match(/[DC]/g)?.length ?? 0;
  if (kind === 'quantity' && decimals > 3) throw refuse('a quantity has at most three decimals');
  if (letters.length !== 12 && letters.length !== 11) throw refuse('12 digits, or 11, stand before the check digit');
  const roles = [...letters].map((letter): Role => {
    if (letter === 'I') return { is: 'item' };
    if (letter === 'N' || letter === 'P') return { is: 'whole' };
    if (letter === 'D' || letter === 'C') return { is: 'decimal' };
    return { is: 'fixed', digit: letter };
  });
  return { text, length: letters.length + 1, kind, roles };
}

/**
 * Reads a code by a pattern: null when the code is none of this pattern's; throws `bad_code`, showing the code, when it is
 * but its check digit is wrong: a misread digit would sell 13 kilos for 1.
 *
 * The item is the code's fixed digits and item digits: 2112345015002 by `21{IIIII}{NNDDD}` is item 2112345, 1.500.
 */
export function readEmbedded(code: string, pattern: EmbeddedPattern, currency: CurrencyCode = 'INR'): Embedded | null {
  if (code.length !== pattern.length || !/^\d+$/.test(code)) return null;
  let item = '';
  let value = '';
  let decimals = 0;
  for (const [index, role] of pattern.roles.entries()) {
    const digit = code.charAt(index);
    if (role.is === 'fixed' && role.digit !== digit) return null;
    if (role.is === 'fixed' || role.is === 'item') item += digit;
    else value += digit;
    if (role.is === 'decimal') decimals++;
  }
  if (!hasCheckDigit(code)) {
    throw new ArithmeticError('bad_code', 'code', `wrong check digit: ${JSON.stringify(code)}`);
  }
  const amount = `${value.slice(0, value.length - decimals) || '0'}.${value.slice(value.length - decimals) || '0'}`;
  if (pattern.kind === 'quantity') return { item, kind: 'quantity', quantity: readQuantity(amount, undefined, 'code') };
  return { item, kind: 'price', price: readMoney(amount, currency, 'code') };
}
