import type { HandlerInput } from '@shared/contract';
import type { Row } from '@shared/entities';
import { addMoney, type Money, maxMoney, minMoney, money, negMoney, roundToUnit, subMoney, ZERO } from '@shared/money';
import type { Mutation, Reads } from '../../store';
import { billCustomer, customerBalance } from './cart-customer';
import type { Stamp } from './stamp';

export type RefundMethod = HandlerInput<'sales.return'>['refund'];

/** How a credit note's total goes back to the customer; all amounts zero or above. */
export interface Refund {
  readonly method: RefundMethod;
  /** Taken off what the customer still owes for the bill: money that never came in cannot be given back. */
  readonly offAccount: Money;
  /** Handed over, in coins that exist. */
  readonly given: Money;
  /** given − (total − offAccount). */
  readonly rounding: Money;
}

/** @param total of the credit note, zero or negative */
export function splitRefund(
  reads: Reads,
  settings: Pick<Row<'business_settings'>, 'cash_rounding_unit'>,
  total: Money,
  bill: Pick<Row<'bill'>, 'id' | 'due' | 'customer_id'> | null,
  method: RefundMethod,
): Refund {
  const back = negMoney(total);
  const offAccount = bill ? minMoney(back, stillOwed(reads, bill)) : ZERO;
  const rest = subMoney(back, offAccount);
  const given = method === 'cash' ? roundToUnit(rest, settings.cash_rounding_unit) : rest;
  return { method, offAccount, given, rounding: subMoney(given, rest) };
}

/** Of a bill's due, what neither returns nor payments on the account have taken off. */
function stillOwed(reads: Reads, bill: Pick<Row<'bill'>, 'id' | 'due' | 'customer_id'>): Money {
  if (bill.due === 0 || bill.customer_id === null) return ZERO;
  const credited = reads
    .sql<[string], { amount: number | null }>(
      `SELECT sum(t.amount) AS amount FROM bill_return AS r JOIN party_transaction AS t ON t.id = r.id || ':due'
       WHERE r.bill_id = ?`,
    )
    .get(bill.id);
  const ofBill = addMoney(bill.due, money(credited?.amount ?? 0));
  const balance = customerBalance(reads, billCustomer(reads, bill.customer_id));
  return maxMoney(ZERO, minMoney(ofBill, balance));
}

/** The rows of a refund: khata, money given back, cash book. */
export function putRefund(
  m: Mutation,
  stamp: Stamp,
  note: Pick<Row<'bill_return'>, 'id' | 'customer_id' | 'shift_id'>,
  refund: Refund,
): void {
  const { id, customer_id, shift_id } = note;
  const document = { document_type: 'bill_return', document_id: id };
  if (refund.offAccount > 0 && customer_id !== null) {
    m.put('party_transaction', {
      id: `${id}:due`,
      party_type: 'customer',
      party_id: customer_id,
      kind: 'credit_note',
      amount: negMoney(refund.offAccount),
      ...document,
      due_day: null,
      note: null,
      ...stamp,
      shift_id,
    });
  }
  if (refund.given === 0) return;
  const amount = negMoney(refund.given);
  m.put('payment', {
    id: `${id}:p1`,
    bill_id: null,
    return_id: id,
    customer_id,
    method: refund.method,
    amount,
    tendered: amount,
    reference: null,
    ...stamp,
    shift_id,
  });
  if (refund.method !== 'cash') return;
  m.put('cashbook_entry', {
    id: `${id}:cash`,
    amount,
    category: 'refund',
    reason: null,
    ...document,
    ...stamp,
    shift_id,
  });
}
