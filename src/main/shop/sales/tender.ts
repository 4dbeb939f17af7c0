import type { HandlerInput } from '@shared/contract';
import { AppError } from '@shared/errors';
import { addMoney, type Money, subMoney, ZERO } from '@shared/money';
import type { Reads } from '../../store';
import { type BillCustomer, customerBalance } from './cart-customer';

export type TenderInput = HandlerInput<'sales.complete'>['payments'][number];

/** What pays now, and what the customer is to owe. */
export interface Tendered {
  readonly now: readonly TenderInput[];
  readonly onAccount: Money;
}

export function splitTenders(payments: readonly TenderInput[]): Tendered {
  let onAccount = ZERO;
  const now: TenderInput[] = [];
  for (const payment of payments) {
    if (payment.method === 'on_account') onAccount = addMoney(onAccount, payment.amount);
    else now.push(payment);
  }
  return { now, onAccount };
}

/**
 * What is not paid now must be exactly what the customer takes on account, within the customer's limit. `due` is what the
 * tenders leave of the bill.
 *
 * @throws AppError `not_enough_paid`, `overpaid`, `customer_required`, `credit_limit`
 */
export function checkDue(reads: Reads, due: Money, onAccount: Money, customer: BillCustomer | null): void {
  if (onAccount < due) {
    throw new AppError('not_enough_paid', 'The bill is not paid in full', { missing: subMoney(due, onAccount) });
  }
  if (onAccount > due) {
    throw new AppError('overpaid', 'More goes on account than is left of the bill', { by: subMoney(onAccount, due) });
  }
  if (due === 0) return;
  if (!customer) throw new AppError('customer_required', 'Only a known customer can owe');
  if (customer.credit_limit === null) return;
  const balance = customerBalance(reads, customer);
  if (addMoney(balance, due) > customer.credit_limit) {
    throw new AppError('credit_limit', `${customer.name} would owe more than the limit`, {
      customer: customer.name,
      balance,
      limit: customer.credit_limit,
      due,
    });
  }
}
