import {
  ArithmeticError,
  addMoney,
  attempt,
  type Money,
  maxMoney,
  minMoney,
  roundToUnit,
  subMoney,
  sumMoney,
  ZERO,
} from '../money';
import type { SettledTender, Settlement, Tender } from './types';

const isCash = (tender: Tender): boolean => tender.method === 'cash';

/**
 * Step 6: payments, change and what stays due.
 *
 * Methods other than cash pay exactly what they say and may not pay more than the total. What they leave is the part
 * for cash; coins make it `cashDue`. Cash that covers that part settles the bill: the difference to the coins is the cash
 * rounding, what is above `cashDue` is change. Cash that does not cover it is a part payment and rounds nothing.
 */
export function settle(total: Money, coin: Money, payments: readonly Tender[]): Settlement {
  const other = totalOf(payments.filter((tender) => !isCash(tender)));
  if (other > total) {
    const index = payments.findIndex((tender) => !isCash(tender));
    throw new ArithmeticError('overpaid', `payments[${index}].amount`, 'only cash can be more than the bill');
  }
  const forCash = subMoney(total, other);
  const cashDue = roundToUnit(forCash, coin);
  const cash = totalOf(payments.filter(isCash));
  const tendered = payments.some(isCash);
  const settles = tendered && cash >= minMoney(forCash, cashDue);
  const cashKept = settles ? minMoney(cash, cashDue) : cash;
  const change = subMoney(cash, cashKept);
  return {
    cashDue,
    cashRounding: settles ? subMoney(cashKept, forCash) : ZERO,
    paid: addMoney(other, cashKept),
    change,
    cashKept,
    due: settles ? ZERO : subMoney(forCash, cash),
    payments: withoutChange(payments, change),
  };
}

function totalOf(payments: readonly Tender[]): Money {
  const sum = attempt(() => sumMoney(payments.map((tender) => tender.amount)));
  if (sum.ok) return sum.value;
  throw sum.error.within('payments');
}

/** Change comes out of the cash tendered last. */
function withoutChange(payments: readonly Tender[], change: Money): SettledTender[] {
  let left = change;
  return payments
    .toReversed()
    .map((tender) => {
      const taken = isCash(tender) ? minMoney(left, tender.amount) : ZERO;
      left = maxMoney(ZERO, subMoney(left, taken));
      return { ...tender, kept: subMoney(tender.amount, taken) };
    })
    .toReversed();
}
