import {
  type Money,
  money,
  QUANTITY_SCALE,
  type Quantity,
  quantity,
  RATE_SCALE,
  type Rate,
  rate,
  wholeUnits,
} from './amount';

const absolute = (value: bigint): bigint => (value < 0n ? -value : value);

/**
 * The one rounding rule of Galla: to the nearest whole, halves away from zero, so that a credit note of −2.675 is −2.68.
 * The sign is taken off first; what is left is rounded half up.
 */
export function roundHalfAwayFromZero(numerator: bigint, denominator: bigint): bigint {
  if (denominator === 0n) throw new RangeError('division by zero');
  const top = absolute(numerator);
  const bottom = absolute(denominator);
  const rounded = (2n * top + bottom) / (2n * bottom);
  return numerator < 0n === denominator < 0n ? rounded : -rounded;
}

/** The same as money: minor units, checked to be safe. */
export function roundToMoney(numerator: bigint, denominator: bigint): Money {
  return money(Number(roundHalfAwayFromZero(numerator, denominator)));
}

/**
 * (a·b + c·d) / divisor, rounded by the one rule; all integers, divisor above zero.
 *
 * Where the exact numerator is a safe integer, doubles hold it and its remainder without error, so the rounding is done
 * in doubles, ten times faster. A product that is not safe is recognised by itself: an exact product of 2^53 or more
 * never rounds down to a safe integer. Everything else goes through BigInt.
 */
export function roundedRatio(a: number, b: number, c: number, d: number, divisor: number): Money {
  const first = a * b;
  const second = c * d;
  const numerator = first + second;
  if (Number.isSafeInteger(first) && Number.isSafeInteger(second) && Number.isSafeInteger(numerator)) {
    const top = numerator < 0 ? -numerator : numerator;
    const rest = top % divisor;
    const whole = (top - rest) / divisor;
    const rounded = rest >= divisor - rest ? whole + 1 : whole;
    return money(numerator < 0 ? -rounded : rounded);
  }
  return roundToMoney(BigInt(a) * BigInt(b) + BigInt(c) * BigInt(d), BigInt(divisor));
}

/** Unit price × quantity, rounded to the minor unit: 0.99 × 0.505 kg = 0.50. */
export function multiply(price: Money, by: Quantity): Money {
  return roundedRatio(price, by, 0, 0, QUANTITY_SCALE);
}

/** A rate of an amount, rounded to the minor unit: 18 % of 62.51 = 11.25. */
export function portion(amount: Money, of: Rate): Money {
  return roundedRatio(amount, of, 0, 0, RATE_SCALE);
}

/** A quantity of units that each hold `factor` of another; null where it is no whole number of thousandths. */
export function exactProduct(count: Quantity, factor: Quantity): Quantity | null {
  const product = BigInt(count) * BigInt(factor);
  const scale = BigInt(QUANTITY_SCALE);
  return product % scale === 0n ? quantity(Number(product / scale), 'quantity') : null;
}

/** An amount shared by a count, rounded: the average bill. Nothing for a count of zero. */
export function average(total: Money, count: number): Money {
  return count === 0 ? money(0) : roundedRatio(total, 1, 0, 0, count);
}

/** What part one amount is of another, to a millionth: a margin, a change against last week. Null of nothing. */
export function rateOf(part: Money, whole: Money): Rate | null {
  if (whole === 0) return null;
  return rate(Number(roundHalfAwayFromZero(BigInt(part) * BigInt(RATE_SCALE), BigInt(whole))));
}

/** To the nearest whole percent, halves away from zero: a change that people are told of. */
export function wholePercents(exact: Rate): Rate {
  return nearest(exact, RATE_SCALE / 100);
}

/** To the nearest tenth of a percent, halves away from zero: a part of a whole, beside other parts of it. */
export function tenthsOfPercent(exact: Rate): Rate {
  return nearest(exact, RATE_SCALE / 1000);
}

function nearest(exact: Rate, step: number): Rate {
  return rate(Number(roundHalfAwayFromZero(BigInt(exact), BigInt(step))) * step);
}

/** The multiple of `unit` nearest to the amount. A unit of zero leaves the amount as it is. */
export function roundToUnit(amount: Money, unit: Money): Money {
  if (unit === 0) return amount;
  return money(roundedRatio(amount, 1, 0, 0, unit) * unit);
}

/** The next multiple of `unit` at or above the amount, neither below zero: what a customer hands over in notes. */
export function roundUpToUnit(amount: Money, unit: Money): Money {
  if (unit <= 0) return amount;
  const rest = amount % unit;
  return rest === 0 ? amount : money(amount - rest + unit);
}

/** How many whole ones of `each` it takes for so much, both above zero: 28 of what comes by the dozen are three. */
export function wholeOnesFor(wanted: Quantity, each: Quantity): Quantity {
  const rest = wanted % each;
  return wholeUnits((wanted - rest) / each + (rest > 0 ? 1 : 0));
}

/** `of` × part / whole, to the nearest thousandth, halves up; none of them below zero: what a part of a batch takes. */
export function scaleQuantity(of: Quantity, part: Quantity, whole: Quantity): Quantity {
  return quantity(roundedRatio(of, part, 0, 0, whole));
}

/** How many times `each` fits whole into an amount; neither is below zero, `each` is above it. */
export function timesIn(amount: Money, each: Money): number {
  return (amount - (amount % each)) / each;
}

/** `amount` × part / whole, rounded: what a part of a quantity takes of an amount. */
export function proportion(amount: Money, part: Quantity, whole: Quantity): Money {
  return roundedRatio(amount, part, 0, 0, whole);
}
