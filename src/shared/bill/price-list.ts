import { ArithmeticError, exactProduct, type Money, type Quantity, wholeUnits } from '../money';

/** A unit that a product is sold in, with a price of its own: a box of 12 for less than 12 pieces. */
export interface SellingUnit {
  readonly unit: string;
  /** Stock units in one of it, thousandths: a box of 12 is 12 000. */
  readonly factor: Quantity;
  readonly price: Money;
}

/** Units of one product; the first is the one that stock is counted in, with a factor of one. */
export interface PriceList {
  readonly base: { readonly unit: string; readonly price: Money };
  readonly others: readonly SellingUnit[];
}

/** The row of a unit. Throws `wrong_unit` for a unit that the product is not sold in. */
export function sellingUnit(list: PriceList, unit: string): SellingUnit {
  if (unit === list.base.unit) return { ...list.base, factor: wholeUnits(1) };
  const row = list.others.find((other) => other.unit === unit);
  if (!row) throw new ArithmeticError('wrong_unit', 'unit', `not sold by ${unit}`);
  return row;
}

/**
 * What a sale in some unit takes from stock: two boxes of 12 take 24 pieces. Throws `too_many_decimals` where it is no
 * whole number of thousandths (a third of a box of 12.5 g): stock is never rounded.
 */
export function stockQuantity(sold: Quantity, factor: Quantity): Quantity {
  if (factor <= 0) throw new ArithmeticError('bad_value', 'factor', 'a unit holds more than nothing');
  const taken = exactProduct(sold, factor);
  if (taken !== null) return taken;
  throw new ArithmeticError('too_many_decimals', 'quantity', 'not a whole number of thousandths of the stock unit');
}
