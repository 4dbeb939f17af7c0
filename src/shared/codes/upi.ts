import { ArithmeticError, type Money, toDecimal } from '../money';

export interface UpiRequest {
  /** The shop's UPI id, `name@bank`. */
  readonly payee: string;
  /** The shop's name, as the payer sees it. */
  readonly name: string;
  /** In paise; above zero. */
  readonly amount: Money;
  readonly note?: string | undefined;
  /** Reference that comes back with the payment: the bill's id; at most 35 characters. */
  readonly reference?: string | undefined;
}

const upiId = /^[A-Za-z0-9._-]{2,256}@[A-Za-z][A-Za-z0-9.]{1,63}$/;

export function isUpiId(text: string): boolean {
  return upiId.test(text);
}

/**
 * `upi://pay?pa=…&pn=…&am=1234.50&cu=INR&tn=…&tr=…` (NPCI linking specification): rupees with exactly two decimals, every
 * parameter percent-encoded (the `@` of the id may stand as it is, and payment apps expect it so). Throws an
 * ArithmeticError that names the field.
 */
export function upiLink({ payee, name, amount, note, reference }: UpiRequest): string {
  if (!isUpiId(payee)) throw new ArithmeticError('bad_code', 'payee', `not a UPI id: ${JSON.stringify(payee)}`);
  if (name.trim() === '') throw new ArithmeticError('missing', 'name', 'a payee has a name');
  if (amount <= 0) throw new ArithmeticError('zero', 'amount', 'nothing to pay');
  if (reference !== undefined && reference.length > 35) {
    throw new ArithmeticError('out_of_range', 'reference', 'a UPI reference has at most 35 characters');
  }
  const parameters: [string, string | undefined][] = [
    ['pa', payee],
    ['pn', name],
    ['am', toDecimal(amount, 'INR')],
    ['cu', 'INR'],
    ['tn', note === '' ? undefined : note],
    ['tr', reference],
  ];
  const query = parameters.flatMap(([key, value]) => (value === undefined ? [] : `${key}=${encode(value)}`));
  return `upi://pay?${query.join('&')}`;
}

/** A lone half of a surrogate pair cannot be encoded; it becomes the replacement character. */
function encode(value: string): string {
  return encodeURIComponent(value.toWellFormed()).replace(/%40/g, '@');
}
