import type { ChargedTaxKind, PaymentMethod } from '@shared/entities';
import { addMoney, type Money, negMoney, type Rate, subMoney, ZERO } from '@shared/money';
import type { Reads } from '../../../store';
import { documentsOf, type GstDocument } from '../gst';
import type { Period } from '../period';
import { dutyLedger, type Ledger, moneyLedger, partyLedgers, roundOff, salesLedger } from './ledgers';

export interface Posting {
  readonly ledger: Ledger;
  /** Debits above nothing, credits below. */
  readonly amount: Money;
}

/** One entry of the books. Its postings come to nothing. */
export interface Voucher {
  /** Made of the document's own, so that a second import finds it again. */
  readonly id: string;
  readonly type: 'Sales' | 'Credit Note' | 'Receipt' | 'Payment' | 'Journal';
  readonly day: string;
  readonly number: string | null;
  readonly note: string;
  readonly party: Ledger;
  readonly postings: readonly Posting[];
}

interface PaymentRow {
  readonly id: string;
  readonly method: PaymentMethod;
  readonly amount: Money;
}

/**
 * Everything of these days: bills that were not voided, credit notes, the money of both, and dues received. What is paid for a
 * voided bill and given back with it is nothing, so both are left out.
 */
export function* vouchersOf(reads: Reads, period: Period): Generator<Voucher> {
  const partyOf = partyLedgers(reads);
  const paidFor = {
    bill: reads.sql<[string], PaymentRow>('SELECT id, method, amount FROM payment WHERE bill_id = ? ORDER BY id'),
    note: reads.sql<[string], PaymentRow>('SELECT id, method, amount FROM payment WHERE return_id = ? ORDER BY id'),
  };
  for (const document of documentsOf(reads, period)) {
    const party = partyOf(document.partyId);
    const sale = saleVoucher(document, party);
    // What cost nothing is nothing in the books.
    if (sale.postings.length > 0) yield sale;
    const paid = moneyVoucher(document, party, paidFor[document.kind].all(document.id));
    if (paid) yield paid;
  }
  const dues = reads.sql<
    [string, string],
    PaymentRow & { day: string; customer_id: string | null; reference: string | null }
  >(
    `SELECT id, method, amount, day, customer_id, reference FROM payment
     WHERE day >= ? AND day <= ? AND bill_id IS NULL AND return_id IS NULL AND void_id IS NULL ORDER BY day, at, id`,
  );
  for (const { id, day, customer_id, reference, ...payment } of dues.iterate(period.from, period.to)) {
    const party = partyOf(customer_id);
    const postings = postingsOf([payment], party, ZERO);
    if (postings.length === 0) continue;
    const note = ['Dues received', reference].filter(Boolean).join(', ');
    yield checked({ id, type: typeOf(postings), day, number: null, note, party, postings });
  }
}

function saleVoucher(document: GstDocument, party: Ledger): Voucher {
  const { kind, id, number, day, total, original } = document;
  const postings: Posting[] = total === 0 ? [] : [{ ledger: party, amount: total }];
  const credit = (ledger: Ledger, amount: Money) => {
    if (amount !== 0) postings.push({ ledger, amount: negMoney(amount) });
  };
  for (const [rate, amount] of salesByRate(document)) credit(salesLedger(rate), amount);
  for (const [tax, amount] of taxesByKind(document)) credit(dutyLedger(tax), amount);
  credit(roundOff, document.roundOff);
  const type = kind === 'bill' ? 'Sales' : 'Credit Note';
  const note = original ? `Against ${original.number}` : '';
  return checked({ id, type, day, number, note, party, postings });
}

function salesByRate({ lines }: GstDocument): Map<Rate | null, Money> {
  const sums = new Map<Rate | null, Money>();
  for (const { rate, figures } of lines) sums.set(rate, addMoney(sums.get(rate) ?? ZERO, figures.taxable));
  return sums;
}

function taxesByKind({ lines }: GstDocument): Map<ChargedTaxKind, Money> {
  const sums = new Map<ChargedTaxKind, Money>();
  for (const { taxes } of lines)
    for (const [kind, amount] of taxes) sums.set(kind, addMoney(sums.get(kind) ?? ZERO, amount));
  return sums;
}

/** What was paid for a bill or given back for a note; null where it all went on account. */
function moneyVoucher(document: GstDocument, party: Ledger, payments: readonly PaymentRow[]): Voucher | null {
  const postings = postingsOf(payments, party, document.cashRounding);
  if (postings.length === 0) return null;
  const { id, day, number } = document;
  return checked({ id: `${id}:money`, type: typeOf(postings), day, number: null, note: number, party, postings });
}

/** Money into its ledgers, out of the party's; what the coins made more or less of it is the shop's. */
function postingsOf(
  payments: readonly Pick<PaymentRow, 'method' | 'amount'>[],
  party: Ledger,
  rounding: Money,
): Posting[] {
  const postings: Posting[] = [];
  let moved = ZERO;
  for (const { method, amount } of payments) {
    const ledger = moneyLedger(method);
    if (ledger === null || amount === 0) continue;
    postings.push({ ledger, amount });
    moved = addMoney(moved, amount);
  }
  if (rounding !== 0) postings.push({ ledger: roundOff, amount: negMoney(rounding) });
  const left = subMoney(moved, rounding);
  if (left !== 0) postings.push({ ledger: party, amount: negMoney(left) });
  return postings;
}

/** Receipts and payments are of cash or a bank. */
function typeOf(postings: readonly Posting[]): Voucher['type'] {
  const money = postings.filter(({ ledger }) => ledger.group === 'Cash-in-Hand' || ledger.group === 'Bank Accounts');
  if (money.length === 0) return 'Journal';
  return money.map(({ amount }) => amount).reduce(addMoney, ZERO) < 0 ? 'Payment' : 'Receipt';
}

/** Books that do not balance are a bug's, and are not written. */
function checked(voucher: Voucher): Voucher {
  const sum = voucher.postings.map(({ amount }) => amount).reduce(addMoney, ZERO);
  if (sum !== 0) throw new Error(`Voucher ${voucher.id} is ${sum} out of balance`);
  return voucher;
}
