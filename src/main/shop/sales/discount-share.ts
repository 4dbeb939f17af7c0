import { addMoney, type Money, multiply, portion, type Rate, rate, rateOf, subMoney, ZERO } from '@shared/money';
import { storedDiscount } from './cart-pricing';
import type { CartLineRow, CartRow } from './cart-rows';

/** A discount as it is judged: which part of the price it lets off (parts per million), and the price before and after it. */
export interface LetOff {
  readonly share: Rate;
  readonly before: Money;
  readonly after: Money;
}

/** What a line lets off its own price. */
export function lineLetOff(line: CartLineRow): LetOff {
  const before = grossOf(line);
  const after = subMoney(before, discountOf(line, before));
  const discount = storedDiscount(line);
  if (!discount) return { share: rate(0), before, after };
  // A percentage is what it says, whatever the rounding of a cheap line makes of it.
  const share = 'percent' in discount ? discount.percent : (rateOf(discount.amount, before) ?? rate(0));
  return { share, before, after };
}

/**
 * What the bill's own discount lets off the goods' price, together with the discounts of lines that are within
 * `limit` by themselves: several small ones are not a way round it. A line above the limit was allowed by itself.
 */
export function billLetOff(cart: CartRow, lines: readonly CartLineRow[], limit: Rate): LetOff {
  let gross = ZERO;
  let net = ZERO;
  let counted = ZERO;
  for (const line of lines) {
    const { share, before, after } = lineLetOff(line);
    gross = addMoney(gross, before);
    net = addMoney(net, after);
    if (share <= limit) counted = addMoney(counted, subMoney(before, after));
  }
  const discount = storedDiscount(cart);
  if (!discount) return { share: rate(0), before: net, after: net };
  const off = 'percent' in discount ? portion(net, discount.percent) : discount.amount;
  if ('percent' in discount && counted === 0) {
    return { share: discount.percent, before: net, after: subMoney(net, off) };
  }
  const all = addMoney(off, counted);
  return { share: rateOf(all, gross) ?? rate(0), before: gross, after: subMoney(gross, all) };
}

const grossOf = (line: CartLineRow): Money => multiply(line.unit_price, line.quantity);

function discountOf(line: CartLineRow, gross: Money): Money {
  const discount = storedDiscount(line);
  if (!discount) return ZERO;
  return 'percent' in discount ? portion(gross, discount.percent) : discount.amount;
}
