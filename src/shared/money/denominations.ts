import { compareMoney, type Money, money, subMoney, timesMoney } from './amount';
import { type CurrencyCode, currencyDecimals } from './currency';
import { readMoney } from './parse';
import { roundUpToUnit, timesIn } from './round';

/** Coins and notes that pass from hand to hand, largest first, as their central banks have them. */
const known: Partial<Record<CurrencyCode, string>> = {
  AED: '1000 500 200 100 50 20 10 5 1 0.50 0.25',
  BDT: '1000 500 200 100 50 20 10 5 2 1',
  EUR: '500 200 100 50 20 10 5 2 1 0.50 0.20 0.10 0.05 0.02 0.01',
  GBP: '50 20 10 5 2 1 0.50 0.20 0.10 0.05 0.02 0.01',
  GHS: '200 100 50 20 10 5 2 1 0.50 0.20 0.10 0.05',
  IDR: '100000 50000 20000 10000 5000 2000 1000 500 200 100 50',
  INR: '2000 500 200 100 50 20 10 5 2 1 0.50',
  JPY: '10000 5000 2000 1000 500 100 50 10 5 1',
  KES: '1000 500 200 100 50 40 20 10 5 1',
  KWD: '20 10 5 1 0.500 0.250 0.100 0.050 0.020 0.010 0.005',
  LKR: '5000 2000 1000 500 200 100 50 20 10 5 2 1',
  NGN: '1000 500 200 100 50 20 10 5 2 1 0.50',
  NPR: '1000 500 100 50 20 10 5 2 1',
  PHP: '1000 500 200 100 50 20 10 5 1 0.25 0.10 0.05 0.01',
  PKR: '5000 1000 500 100 75 50 20 10 5 2 1',
  TZS: '10000 5000 2000 1000 500 200 100 50',
  UGX: '50000 20000 10000 5000 2000 1000 500 200 100 50',
  USD: '100 50 20 10 5 2 1 0.50 0.25 0.10 0.05 0.01',
  ZAR: '200 100 50 20 10 5 2 1 0.50 0.20 0.10',
};

/** Withdrawn or rare: counted when they are there, never what a purse is expected to hold. */
const seldom: Partial<Record<CurrencyCode, string>> = { EUR: '500', INR: '2000', USD: '2 0.50', KES: '40', PKR: '75' };

/** Where the list of a currency is not known: steps of 1, 2 and 5 over what such currencies have in hand. */
function usual(code: CurrencyCode): string {
  const small = '1000 500 200 100 50 20 10 5 2 1';
  if (currencyDecimals(code) === 0) return `500000 200000 100000 50000 20000 10000 5000 2000 ${small}`;
  return `${small} 0.50 0.20 0.10 0.05 0.02 0.01`;
}

const read = (text: string, code: CurrencyCode): Money[] =>
  text === '' ? [] : text.split(' ').map((amount) => readMoney(amount, code, 'denomination'));

const lists = new Map<CurrencyCode, readonly Money[]>();

/** What a drawer is counted by, largest first, minor units. */
export function denominations(code: CurrencyCode): readonly Money[] {
  let list = lists.get(code);
  if (!list) {
    list = read(known[code] ?? usual(code), code);
    lists.set(code, list);
  }
  return list;
}

/**
 * Above this an amount of cash is taken for a slip of the keyboard and asked back: two thousand of the largest note, ten
 * lakh rupees. No drawer holds more.
 */
export function drawerLimit(code: CurrencyCode): Money {
  return timesMoney(purse(code).at(-1) ?? money(1), 2000);
}

/** An amount in the fewest notes and coins; what is less than the smallest coin is left over. */
export function inNotes(amount: Money, code: CurrencyCode): { denomination: Money; count: number }[] {
  let left = amount;
  return denominations(code).flatMap((denomination) => {
    const count = left > 0 ? timesIn(left, denomination) : 0;
    left = subMoney(left, timesMoney(denomination, count));
    return count > 0 ? [{ denomination, count }] : [];
  });
}

/** Notes and coins that people carry, smallest first. */
function purse(code: CurrencyCode): Money[] {
  const rare = read(seldom[code] ?? '', code);
  return denominations(code)
    .filter((one) => !rare.includes(one))
    .toReversed();
}

/**
 * What a customer is likely to hand over for an amount, the exact amount excluded, ascending: the next amounts that one
 * kind of note makes up. Nobody makes up a large sum to the next small note, so a note counts up to fifty of it.
 */
export function quickAmounts(due: Money, code: CurrencyCode, most = 4): Money[] {
  if (due <= 0) return [];
  const amounts = purse(code)
    .filter((note) => timesMoney(note, 50) >= due)
    .map((note) => roundUpToUnit(due, note))
    .filter((amount) => amount > due);
  return [...new Set(amounts)].sort(compareMoney).slice(0, most);
}
