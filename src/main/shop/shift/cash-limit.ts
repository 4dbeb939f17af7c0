import type { HandlerInput } from '@shared/contract';
import { AppError } from '@shared/errors';
import { drawerLimit, type Money } from '@shared/money';
import type { ShopDeps } from '../deps';

export type Confirmed = HandlerInput<'shift.open'>['confirm'];

/**
 * More cash than a drawer can hold is a slip of the keyboard, unless the person says that it is meant.
 *
 * @throws AppError `cash_limit` with `amount` and `limit`
 */
export function checkCash({ settings }: Pick<ShopDeps, 'settings'>, amount: Money, confirm: Confirmed): void {
  const limit = drawerLimit(settings().currency);
  if (amount <= limit || confirm.includes('cash_limit')) return;
  throw new AppError('cash_limit', 'More cash than a drawer holds', { amount, limit });
}
