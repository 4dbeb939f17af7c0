import type { PaymentMethod } from '@shared/entities';
import { type Money, minMoney, subMoney, sumMoney, ZERO } from '@shared/money';

/** A payment as the cashier gives it in; for cash, what was handed over. */
export interface Tender {
  readonly method: Exclude<PaymentMethod, 'exchange'>;
  readonly amount: Money;
  readonly reference: string;
}

interface Bill {
  /** The total less what goods that came back pay; below zero the shop pays. */
  readonly toPay: Money;
  /** What is due if all of it is paid in cash: rounded to the smallest coin. */
  readonly cashDue: Money;
}

/** What is still to pay, if the rest is paid by this method. Only a bill that is paid in cash alone is rounded. */
export function remaining(bill: Bill, taken: readonly Tender[], method: Tender['method']): Money {
  const due = method === 'cash' && taken.every((tender) => tender.method === 'cash') ? bill.cashDue : bill.toPay;
  const left = subMoney(due, sumMoney(taken.map((tender) => tender.amount)));
  return left > 0 ? left : ZERO;
}

/** What Enter takes when nothing was typed: all that is left, of store credit no more than there is. */
export function exactly(due: Money, method: Tender['method'], storeCredit: Money): Money {
  return method === 'store_credit' ? minMoney(due, storeCredit) : due;
}

/** Of the customer's store credit, what the parts taken so far leave. */
export function creditLeft(storeCredit: Money, taken: readonly Tender[]): Money {
  const used = sumMoney(taken.filter(({ method }) => method === 'store_credit').map(({ amount }) => amount));
  return used >= storeCredit ? ZERO : subMoney(storeCredit, used);
}
