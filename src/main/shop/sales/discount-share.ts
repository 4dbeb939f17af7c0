import { addMoney, type Money, multiply, portion, type Rate, rate, rateOf, subMoney, ZERO } from '@shared/money';
import { storedDiscount } from './cart-pricing';
import type { CartLineRow, CartRow } from './cart-rows';

/** What part of its price a line lets off; parts per million. */
export function lineShare(line: CartLineRow): Rate {
  const discount = storedDiscount(line);
  if (!discount) return rate(0);
  // A percentage is what it says, whatever the rounding of a cheap line makes of it.
  if ('percent' in discount) return discount.percent;
  return rateOf(discount.amount, grossOf(line)) ?? rate(0);
}

/**
 * What part of the goods' price the bill's own discount lets off, together with the discounts of lines that are within
 * `limit` by themselves: several small ones are not a way round it. A line above the limit was allowed by itself.
 */
export function billShare(cart: CartRow, lines: readonly CartLineRow[], limit: Rate): Rate {
  const discount = storedDiscount(cart);
  if (!discount) return rate(0);
  let gross = ZERO;
  let net = ZERO;
  let counted = ZERO;
  for (const line of lines) {
    const price = grossOf(line);
    const off = discountOf(line, price);
    gross = addMoney(gross, price);
    net = addMoney(net, subMoney(price, off));
    if (lineShare(line) <= limit) counted = addMoney(counted, off);
  }
  if ('percent' in discount && counted === 0) return discount.percent;
  const off = 'percent' in discount ? portion(net, discount.percent) : discount.amount;
  return rateOf(addMoney(off, counted), gross) ?? rate(0);
}

const grossOf = (line: CartLineRow): Money => multiply(line.unit_price, line.quantity);

function discountOf(line: CartLineRow, gross: Money): Money {
  const discount = storedDiscount(line);
  if (!discount) return ZERO;
  return 'percent' in discount ? portion(gross, discount.percent) : discount.amount;
}
