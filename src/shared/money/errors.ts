/** Why a number, a bill or a code was refused. The renderer owns the words; the field says where. */
export const arithmeticCodes = [
  'missing',
  'not_a_number',
  'ambiguous_number',
  'too_many_decimals',
  'out_of_range',
  'negative',
  'zero',
  'bad_value',
  'unknown_currency',
  'wrong_currency',
  'wrong_unit',
  'discount_above_100',
  'discount_above_price',
  'mixed_rates',
  'per_unit_above_price',
  'empty_bill',
  'overpaid',
  'nothing_left',
  'no_rate_for_day',
  'bad_code',
] as const;

export type ArithmeticCode = (typeof arithmeticCodes)[number];

/**
 * An amount, a bill or a code that cannot be right. `field` is the path of the culprit in what was handed in, such as
 * `lines[3].discount.percent`; it is empty where there is only one value.
 */
export class ArithmeticError extends Error {
  readonly code: ArithmeticCode;
  readonly field: string;

  constructor(code: ArithmeticCode, field: string, message: string) {
    super(message);
    this.name = 'ArithmeticError';
    this.code = code;
    this.field = field;
  }

  /** The same refusal, seen from the record that holds the field. */
  within(path: string): ArithmeticError {
    return new ArithmeticError(this.code, joinPath(path, this.field), this.message);
  }
}

function joinPath(outer: string, inner: string): string {
  if (inner === '') return outer;
  if (outer === '') return inner;
  return inner.startsWith('[') ? outer + inner : `${outer}.${inner}`;
}

/** What reading a person's or a file's text gives: a value, or why not. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: ArithmeticError };

/** Turns a refusal that was thrown into a value; anything else is a bug and is thrown on. */
export function attempt<T>(compute: () => T): Result<T> {
  try {
    return { ok: true, value: compute() };
  } catch (error) {
    if (error instanceof ArithmeticError) return { ok: false, error };
    throw error;
  }
}
