import type { Books, Entry, Way } from './books';
import { type Back, exchange, takeBack, voidBill } from './desk';
import type { Hands, Part, PayWay } from './hands';
import { type Credit, creditOf, priceBill } from './price';
import { paiseOf, type Sale, wantedOf } from './sales';
import { goods, nutsCode } from './shop';

const wayOf: Readonly<Record<Exclude<PayWay, 'On account'>, Way>> = {
  Cash: 'cash',
  UPI: 'upi',
  Card: 'card',
  Bank: 'bank',
  'Store credit': 'store_credit',
};

/** Scans the sale and does to its lines and to the bill what was wanted. It is not paid yet. */
export async function ring(hands: Hands, { lines, off, note, customer, newPhone }: Sale): Promise<void> {
  for (const { good, times, grams, quantity, price, off: lineOff, note: lineNote } of lines) {
    const { name, code } = goods[good];
    await hands.scan(grams === undefined ? code : nutsCode(grams), name, times);
    if (quantity !== undefined) await hands.quantity(quantity);
    if (price !== undefined) await hands.price(price);
    if (lineOff) await give(hands, 'line', lineOff);
    if (lineNote !== undefined) await hands.note('line', lineNote);
  }
  if (off) await give(hands, 'bill', off);
  if (note !== undefined) await hands.note('bill', note);
  if (customer && newPhone !== undefined) await hands.newCustomer(customer[1], newPhone);
  else if (customer) await hands.customer(...customer);
}

function give(hands: Hands, on: 'line' | 'bill', { off, needsPin = false }: NonNullable<Sale['off']>): Promise<void> {
  return 'percent' in off
    ? hands.discount(on, 'percent', `${off.percent}`, !needsPin)
    : hands.discount(on, 'paise', `${off.paise / 100n}.${(off.paise % 100n).toString().padStart(2, '0')}`, !needsPin);
}

/** The bill as the books have it, of what was rung up and how it was paid; `credit` is what an exchange pays of it. */
export function entryOf(number: string, sale: Sale, credit = 0n): Entry {
  const priced = priceBill(sale.lines.map(wantedOf), sale.off?.off);
  const paid: [Way, bigint][] = credit > 0n ? [['exchange', credit]] : [];
  const tendered: [Way, bigint][] = [...paid];
  let left = priced.total - credit;
  let change = 0n;
  let due = 0n;
  for (const { way, typed } of left === 0n ? [] : sale.pay) {
    const given = typed === undefined ? left : paiseOf(typed);
    const kept = given > left ? left : given;
    left -= kept;
    change += given - kept;
    if (way === 'On account') due += kept;
    else {
      paid.push([wayOf[way], kept]);
      tendered.push([wayOf[way], given]);
    }
  }
  if (left !== 0n) throw new Error(`${number} is not paid`);
  const products = sale.lines.map(({ good }) => goods[good].name);
  const back = sale.lines.map(() => 0n);
  return { number, priced, products, customer: sale.customer?.[1] ?? null, paid, tendered, change, due, back };
}

/** Rings up, pays, writes into the books. */
export async function sell(hands: Hands, books: Books, sale: Sale): Promise<Entry> {
  await ring(hands, sale);
  return settle(hands, books, sale);
}

/** Pays what was rung up, and writes it into the books. */
export async function settle(hands: Hands, books: Books, sale: Sale): Promise<Entry> {
  const number = await hands.pay(sale.pay);
  const entry = entryOf(number, sale);
  books.sell(entry);
  await hands.next();
  return entry;
}

function creditFor(entry: Entry, back: readonly Back[]): Credit {
  return creditOf(
    entry.priced,
    entry.back,
    back.map(({ name, quantity }) => {
      const at = entry.products.indexOf(name);
      const sold = entry.priced.lines[at]?.milli ?? 0n;
      return [at, quantity === undefined ? sold - (entry.back[at] ?? 0n) : BigInt(quantity) * 1000n];
    }),
  );
}

const shelved = (back: readonly Back[]): boolean[] => back.map(({ isDamaged = false }) => !isDamaged);

/** Goods come back; what is still owed for the bill goes first. Answers the credit note's number and its total. */
export async function giveBack(
  hands: Hands,
  books: Books,
  entry: Entry,
  back: readonly Back[],
  way: Exclude<PayWay, 'On account'>,
): Promise<{ number: string; total: bigint }> {
  const number = await takeBack(hands, entry.number, back, way);
  const credit = creditFor(entry, back);
  const off = entry.due < credit.total ? entry.due : credit.total;
  const rest = credit.total - off;
  books.takeBack(entry.number, credit, rest > 0n ? [[wayOf[way], rest]] : [], shelved(back));
  return { number, total: credit.total };
}

/** Goods of a bill pay for new ones; the rest is paid as the sale says. */
export async function swap(
  hands: Hands,
  books: Books,
  entry: Entry,
  back: readonly Back[],
  sale: Sale,
): Promise<Entry> {
  await exchange(hands, entry.number, back);
  await ring(hands, sale);
  const number = await hands.pay(sale.pay);
  const credit = creditFor(entry, back);
  const bought = entryOf(number, sale, credit.total);
  books.sell(bought);
  books.takeBack(entry.number, credit, [['exchange', credit.total]], shelved(back));
  await hands.next();
  return bought;
}

export async function takeAllBack(hands: Hands, books: Books, entry: Entry): Promise<void> {
  await voidBill(hands, entry.number);
  books.undo(entry.number);
}

export const inCash: readonly Part[] = [{ way: 'Cash' }];
