import { AppError } from '@shared/errors';

/** The answer of a call that answers at once. */
export function atOnce<T>(answer: T | Promise<T>): T {
  if (answer instanceof Promise) throw new Error('A call answered later');
  return answer;
}

/** What the app's own calls answer at once; null when they refuse what this till knows to be wrong. */
export function tried<T>(work: () => T | Promise<T>): T | null {
  try {
    return atOnce(work());
  } catch (error) {
    if (error instanceof AppError && refusals.has(error.code)) return null;
    // A clock that was put back since the paper was dated.
    if (error instanceof AppError && error.params.reason === 'future') return null;
    throw error;
  }
}

const refusals: ReadonlySet<string> = new Set([
  ...['duplicate_bill', 'already_reversed', 'deleted', 'no_shop', 'inactive', 'not_found', 'no_terminal'],
  ...['order_billed', 'order_closed', 'order_moved', 'order_paid', 'order_customer', 'order_changed', 'order_advance'],
  ...['recipe_cycle', 'recipe_exists'],
  ...['cart_not_empty', 'already_voided', 'not_voidable', 'bill_returned', 'overpaid', 'office_only'],
]);
