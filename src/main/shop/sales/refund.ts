import type { HandlerInput, RefundMethod } from '@shared/contract';
import type { Row } from '@shared/entities';
import { AppError } from '@shared/errors';
import {
  addMoney,
  type Money,
  maxMoney,
  minMoney,
  money,
  negMoney,
  roundToUnit,
  subMoney,
  sumMoney,
  ZERO,
} from '@shared/money';
import type { Mutation, Reads } from '../../store';
import type { Stamp } from '../documents';
import { earmarked } from '../khata';
import { billCustomer, customerBalance } from './cart-customer';

/** As the caller wants it: all in one way, or in parts. */
export type WantedRefund = HandlerInput<'sales.return'>['refund'];

interface Part {
  readonly method: RefundMethod | 'exchange';
  /** Handed over, in coins that exist; above zero. */
  readonly amount: Money;
  readonly reference: string | null;
}

/** How a credit note's total goes back to the customer; all amounts zero or above. */
export interface Refund {
  /** Taken off what the customer still owes for the bill: money that never came in cannot be given back. */
  readonly offAccount: Money;
  readonly parts: readonly Part[];
  /** What the coins made more or less of the cash. */
  readonly rounding: Money;
}

export interface ToRefund {
  /** Of the credit note, zero or negative. */
  readonly total: Money;
  readonly bill: Pick<Row<'bill'>, 'id' | 'due' | 'customer_id'> | null;
  readonly customerId: string | null;
  readonly wanted: WantedRefund;
  /** What of it pays for new goods. */
  readonly exchanged: Money;
}

/** What a credit note leaves to be given back or to pay with, after what is still owed for its bill. */
export function creditLeft(reads: Reads, total: Money, bill: ToRefund['bill']): Money {
  const back = negMoney(total);
  return bill ? subMoney(back, minMoney(back, stillOwed(reads, bill))) : back;
}

/** @throws AppError `refund_mismatch` when the parts do not come to what is left, `zero_payment`, `customer_required` */
export function planRefund(
  reads: Reads,
  settings: Pick<Row<'business_settings'>, 'cash_rounding_unit'>,
  { total, bill, customerId, wanted, exchanged }: ToRefund,
): Refund {
  const credit = creditLeft(reads, total, bill);
  const left = subMoney(credit, exchanged);
  const parts: Part[] = exchanged === 0 ? [] : [{ method: 'exchange', amount: exchanged, reference: null }];
  let rounding = ZERO;
  for (const part of asParts(wanted, left)) {
    const amount = part.method === 'cash' ? roundToUnit(part.amount, settings.cash_rounding_unit) : part.amount;
    rounding = addMoney(rounding, subMoney(amount, part.amount));
    if (amount > 0) parts.push({ ...part, amount });
  }
  const offAccount = subMoney(negMoney(total), credit);
  checkCustomer(reads, parts, customerId, offAccount);
  return { offAccount, parts, rounding };
}

function asParts(wanted: WantedRefund, left: Money): Part[] {
  if (typeof wanted === 'string') return left === 0 ? [] : [{ method: wanted, amount: left, reference: null }];
  const given = sumMoney(wanted.map(({ amount }) => amount));
  if (given !== left) {
    throw new AppError('refund_mismatch', 'The parts do not come to what goes back', { expected: left, given });
  }
  if (left > 0 && wanted.some(({ amount }) => amount === 0)) {
    throw new AppError('zero_payment', 'Nothing is no payment');
  }
  return wanted.map(({ method, amount, reference }) => ({ method, amount, reference: reference ?? null }));
}

/** An account belongs to somebody, and only what is owed can be taken off it. */
function checkCustomer(reads: Reads, parts: readonly Part[], customerId: string | null, offAccount: Money): void {
  const off = amountBy(parts, 'on_account');
  if (off === 0 && amountBy(parts, 'store_credit') === 0) return;
  if (customerId === null) throw new AppError('customer_required', 'Only a known customer has an account');
  const owed = maxMoney(ZERO, subMoney(owedBy(reads, customerId), offAccount));
  if (off > owed) throw new AppError('refund_mismatch', 'The customer owes less', { expected: owed, given: off });
}

const amountBy = (parts: readonly Part[], method: Part['method']): Money =>
  sumMoney(parts.filter((part) => part.method === method).map(({ amount }) => amount));

/** Of a bill's due, what neither returns nor payments on the account have taken off. */
function stillOwed(reads: Reads, bill: NonNullable<ToRefund['bill']>): Money {
  if (bill.due === 0 || bill.customer_id === null) return ZERO;
  const credited = reads
    .sql<[string], { amount: number | null }>(
      `SELECT sum(t.amount) AS amount FROM bill_return AS r JOIN party_transaction AS t ON t.id = r.id || ':due'
       WHERE r.bill_id = ?`,
    )
    .get(bill.id);
  const ofBill = addMoney(bill.due, money(credited?.amount ?? 0));
  return maxMoney(ZERO, minMoney(ofBill, owedBy(reads, bill.customer_id)));
}

/** What a customer owes for everything but orders to come: what was paid ahead for those has paid for no bill. */
const owedBy = (reads: Reads, customerId: string): Money =>
  addMoney(customerBalance(reads, billCustomer(reads, customerId)), earmarked(reads, customerId));

/** The rows of a refund: khata, money given back, cash book. Answers the cash that left the drawer. */
export function putRefund(
  m: Mutation,
  stamp: Stamp,
  note: Pick<Row<'bill_return'>, 'id' | 'customer_id' | 'shift_id'>,
  { offAccount, parts }: Refund,
): Money {
  const { id, customer_id, shift_id } = note;
  const document = { document_type: 'bill_return', document_id: id };
  const credit = (suffix: 'due' | 'credit', amount: Money) => {
    if (amount === 0 || customer_id === null) return;
    m.put('party_transaction', {
      id: `${id}:${suffix}`,
      party_type: 'customer',
      party_id: customer_id,
      kind: 'credit_note',
      amount: negMoney(amount),
      ...document,
      due_day: null,
      note: null,
      ...stamp,
      shift_id,
    });
  };
  credit('due', addMoney(offAccount, amountBy(parts, 'on_account')));
  credit('credit', amountBy(parts, 'store_credit'));
  const paid = parts.filter(({ method }) => method !== 'on_account');
  for (const [index, { method, amount, reference }] of paid.entries()) {
    m.put('payment', {
      id: `${id}:p${index + 1}`,
      bill_id: null,
      return_id: id,
      void_id: null,
      customer_id,
      method,
      amount: negMoney(amount),
      tendered: negMoney(amount),
      reference,
      ...stamp,
      shift_id,
    });
  }
  const cash = amountBy(parts, 'cash');
  if (cash > 0) {
    m.put('cashbook_entry', {
      id: `${id}:cash`,
      amount: negMoney(cash),
      category: 'refund',
      reason: null,
      ...document,
      ...stamp,
      shift_id,
    });
  }
  return cash;
}
