import type { PaymentMethod } from '@shared/entities';
import { compareMoney, type Money, money, roundUpToUnit, subMoney, sumMoney, ZERO } from '@shared/money';

/** A payment as the cashier gives it in; for cash, what was handed over. */
export interface Tender {
  readonly method: Exclude<PaymentMethod, 'store_credit'>;
  readonly amount: Money;
  readonly reference: string;
}

interface Bill {
  readonly total: Money;
  /** What is due if all of it is paid in cash: rounded to the smallest coin. */
  readonly cashDue: Money;
}

/** What is still to pay, if the rest is paid by this method. Only a bill that is paid in cash alone is rounded. */
export function remaining(bill: Bill, taken: readonly Tender[], method: Tender['method']): Money {
  const due = method === 'cash' && taken.every((tender) => tender.method === 'cash') ? bill.cashDue : bill.total;
  const left = subMoney(due, sumMoney(taken.map((tender) => tender.amount)));
  return left > 0 ? left : ZERO;
}

/**
 * What a customer is likely to hand over, exact amount excluded: the next round amounts a purse has, in ascending order.
 * `notes` are the currency's notes and larger coins in minor units, ascending.
 */
export function quickAmounts(due: Money, notes: readonly number[], most = 4): Money[] {
  if (due <= 0) return [];
  // Nobody makes up a large sum to the next small note.
  const worth = notes.filter((note) => note * 50 >= due);
  const rounded = worth.map((note) => roundUpToUnit(due, money(note))).filter((amount) => amount > due);
  return [...new Set(rounded)].sort(compareMoney).slice(0, most);
}

const twoDigits = [5_00, 10_00, 20_00, 50_00, 100_00, 200_00, 500_00, 1000_00];
const indian = [10_00, 20_00, 50_00, 100_00, 200_00, 500_00, 1000_00, 2000_00];
const naira = [50_00, 100_00, 200_00, 500_00, 1000_00, 5000_00];

/** The notes that people of a currency carry; for others, the usual steps in their own minor unit. */
export function notesOf(currency: string, decimals: number): readonly number[] {
  if (currency === 'INR' || currency === 'NPR') return indian;
  if (currency === 'NGN') return naira;
  return decimals === 2 ? twoDigits : twoDigits.map((note) => (note / 100) * 10 ** decimals);
}
