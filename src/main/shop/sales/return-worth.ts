import type { HandlerInput, ReturnWorth } from '@shared/contract';
import { negMoney, roundToUnit, subMoney } from '@shared/money';
import type { ShopDeps } from '../deps';
import { creditLeft } from './refund';
import { priceReturned } from './returned-goods';

/**
 * What giving these goods back would come to, as the return itself will count it; nothing is written.
 *
 * @throws AppError `not_found`, `already_voided`, `already_returned` for more than is left, `bad_bill`
 */
export function returnWorth(
  { store, settings }: ShopDeps,
  { billId, lines: wanted }: HandlerInput<'sales.returnWorth'>,
): ReturnWorth {
  const { bill, priced } = priceReturned(store, billId, wanted);
  const left = creditLeft(store, priced.total, bill.header);
  const lines = priced.lines.map(({ line, total }) => ({ lineNo: line + 1, amount: negMoney(total) }));
  return {
    lines,
    offAccount: subMoney(negMoney(priced.total), left),
    left,
    cash: roundToUnit(left, settings().cash_rounding_unit),
  };
}
