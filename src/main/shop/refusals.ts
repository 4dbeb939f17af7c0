import { AppError, type ErrorCode } from '@shared/errors';
import { type ArithmeticCode, ArithmeticError } from '@shared/money';

/** Refusals of the arithmetic that have words of their own; the others are a bill that cannot be right. */
const codes: Partial<Record<ArithmeticCode, ErrorCode>> = {
  discount_above_price: 'discount_above_price',
  overpaid: 'overpaid',
  nothing_left: 'already_returned',
};

/** Runs arithmetic on what a person gave; what it refuses becomes a refusal of the call, with the field's path. */
export function refusing<T>(compute: () => T): T {
  try {
    return compute();
  } catch (error) {
    if (!(error instanceof ArithmeticError)) throw error;
    const params = { field: error.field, reason: error.code };
    throw new AppError(codes[error.code] ?? 'bad_bill', error.message, params, { cause: error });
  }
}
