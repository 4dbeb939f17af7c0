import type { Day } from '../clock';
import { ArithmeticError } from '../money';
import { checkTaxes } from './check';
import type { Tax } from './types';

/** The components that hold from a day on. */
export interface TaxPeriod {
  readonly from: Day;
  readonly taxes: readonly Tax[];
}

/** A tax class is its history: what is charged on a bill is decided by the bill's own day. */
export interface TaxClass {
  readonly periods: readonly TaxPeriod[];
}

/**
 * The components that hold on a day: those of the latest period not after it. A return does not ask this: it uses what
 * the bill stored. Throws `no_rate_for_day` for a day before the first period.
 */
export function taxesOn(taxClass: TaxClass, day: Day): readonly Tax[] {
  let current: TaxPeriod | undefined;
  for (const period of taxClass.periods) {
    if (period.from <= day && (current === undefined || period.from > current.from)) current = period;
  }
  if (!current) throw new ArithmeticError('no_rate_for_day', 'day', `no rates hold on ${day}`);
  return current.taxes;
}

/** Refuses a tax class with two periods from one day, or with a list that no line may carry. */
export function checkTaxClass(taxClass: TaxClass): void {
  const seen = new Set<Day>();
  taxClass.periods.forEach((period, index) => {
    if (seen.has(period.from)) {
      throw new ArithmeticError('bad_value', `periods[${index}].from`, `two periods begin on ${period.from}`);
    }
    seen.add(period.from);
    checkTaxes(period.taxes, `periods[${index}].taxes`);
  });
}
