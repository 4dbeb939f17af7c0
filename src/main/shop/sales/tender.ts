import type { HandlerInput, SignedIn } from '@shared/contract';
import { AppError } from '@shared/errors';
import { addMoney, type Money, maxMoney, negMoney, subMoney, sumMoney, ZERO } from '@shared/money';
import type { Mutation, Reads } from '../../store';
import { type ApprovalDesk, isWithinRights } from '../approvals';
import type { ShopDeps } from '../deps';
import { earmarked } from '../khata';
import { type Confirmed, checkCash } from '../shift';
import { type BillCustomer, customerBalance } from './cart-customer';

export type TenderInput = HandlerInput<'sales.complete'>['payments'][number];

/** What pays now, and what the customer is to owe. */
export interface Tendered {
  readonly now: readonly TenderInput[];
  readonly onAccount: Money;
  /** Of `now`, what the shop owed the customer. */
  readonly storeCredit: Money;
}

/**
 * A payment of nothing is one only where coins or the bill leave nothing to pay: the whole of it, or what other payments
 * leave is less than the smallest coin.
 *
 * @param dueAfter what is due of the bill with these payments
 * @throws AppError `zero_payment`, `cash_limit`
 */
export function splitTenders(
  deps: ShopDeps,
  payments: readonly TenderInput[],
  confirm: Confirmed,
  isFree: boolean,
  dueAfter: (payments: readonly TenderInput[]) => Money,
): Tendered {
  const now = payments.filter(({ method }) => method !== 'on_account');
  const some = now.filter(({ amount }) => amount > 0);
  const coinless = now.filter(({ method, amount }) => amount > 0 || method === 'cash');
  const isEnough = isFree || (coinless.length === now.length && dueAfter(some) > 0 && dueAfter(coinless) === 0);
  if (some.length < now.length && !isEnough) throw new AppError('zero_payment', 'Nothing is no payment');
  const given = isEnough ? coinless : some;
  const amountBy = (method: TenderInput['method']) =>
    sumMoney(payments.filter((payment) => payment.method === method).map(({ amount }) => amount));
  checkCash(deps, amountBy('cash'), confirm);
  return { now: given, onAccount: amountBy('on_account'), storeCredit: amountBy('store_credit') };
}

/** What the customer can pay with: what the shop owes them, but for what they paid for orders that are still to come. */
export function spendable(reads: Reads, customer: BillCustomer): Money {
  const owed = addMoney(customerBalance(reads, customer), earmarked(reads, customer.id));
  return maxMoney(ZERO, negMoney(owed));
}

/** @throws AppError `customer_required`, `store_credit_short` */
export function checkStoreCredit(reads: Reads, amount: Money, customer: BillCustomer | null): void {
  if (amount === 0) return;
  if (!customer) throw new AppError('customer_required', 'Only a known customer has store credit');
  const has = spendable(reads, customer);
  if (amount <= has) return;
  throw new AppError('store_credit_short', 'The customer has less store credit', { amount, spendable: has });
}

/**
 * What is not paid now must be exactly what the customer takes on account. `due` is what the tenders leave of the bill.
 *
 * @throws AppError `not_enough_paid`, `overpaid`, `customer_required`
 */
export function checkDue(due: Money, onAccount: Money, customer: BillCustomer | null): void {
  if (onAccount < due) {
    throw new AppError('not_enough_paid', 'The bill is not paid in full', { missing: subMoney(due, onAccount) });
  }
  if (onAccount > due) {
    throw new AppError('overpaid', 'More goes on account than is left of the bill', { by: subMoney(onAccount, due) });
  }
  if (due > 0 && !customer) throw new AppError('customer_required', 'Only a known customer can owe');
}

export interface OverLimit {
  readonly cartId: string;
  readonly customer: BillCustomer;
  readonly due: Money;
  readonly storeCredit: Money;
  /** What this bill sets free of what was paid for an order. */
  readonly advance: Money;
  readonly tokens: readonly string[];
  readonly confirm: Confirmed;
}

/**
 * Beyond the customer's limit somebody has to mean it: who may says so with `confirm`, who may not brings an approval.
 *
 * @throws AppError `credit_limit`, `approval_required`, `approval_invalid`
 */
export function checkCreditLimit(
  m: Mutation,
  deps: ShopDeps,
  approvals: ApprovalDesk,
  user: SignedIn,
  { cartId, customer, due, storeCredit, advance, tokens, confirm }: OverLimit,
): void {
  const { name, credit_limit: limit } = customer;
  if (due === 0 || limit === null) return;
  // Advances for other orders pay those: they raise no limit.
  const held = subMoney(earmarked(deps.store, customer.id), advance);
  const balance = addMoney(addMoney(customerBalance(deps.store, customer), held), storeCredit);
  if (addMoney(balance, due) <= limit) return;
  const facts = { customer: name, balance, limit, due };
  const need = { action: 'credit_limit', subject: cartId, value: due } as const;
  if (isWithinRights(deps.settings(), user.role, need) && !confirm.includes('credit_limit')) {
    throw new AppError('credit_limit', `${name} would owe more than the limit`, facts);
  }
  approvals.demand(m, user, { ...need, document: { type: 'cart', id: cartId }, tokens, facts });
}
