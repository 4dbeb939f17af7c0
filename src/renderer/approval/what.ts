import type { ApprovalNeed } from '@shared/approvals';
import type { ErrorParams } from '@shared/errors';
import { money, rate } from '@shared/money';
import type { TFunction } from 'i18next';
import type { Format } from '../shop';

/** What it is done to: the product, the bill, the customer. */
export function subjectOf({ action }: ApprovalNeed, facts: ErrorParams, t: TFunction): string {
  const { product, number, customer, reason } = facts;
  switch (action) {
    case 'price':
    case 'discount':
      return product === undefined ? t('counter.approval.wholeBill') : String(product);
    case 'void':
    case 'return':
      return t('pay.done.bill', { number: String(number) });
    case 'credit_limit':
      return String(customer);
    case 'order_cancel':
      return t('counter.approval.order', { number: String(number) });
    case 'drawer':
      return String(reason);
  }
}

/** What is asked for, with its figures: nobody allows what they have not been told. */
export function whatOf({ action, value }: ApprovalNeed, facts: ErrorParams, t: TFunction, format: Format): string {
  const amount = (minor: string | number | undefined) => (typeof minor === 'number' ? format.money(money(minor)) : '–');
  const { before, after, limit } = facts;
  switch (action) {
    case 'discount': {
      const figures = { rate: format.rate(rate(value)), before: amount(before), after: amount(after) };
      return t('counter.approval.what.discount', figures);
    }
    case 'price':
      return t('counter.approval.what.price', { amount: amount(value), before: amount(before) });
    case 'credit_limit':
      return t('counter.approval.what.credit_limit', { amount: amount(value), limit: amount(limit) });
    default:
      return t(`counter.approval.what.${action}`, { amount: amount(value) });
  }
}
