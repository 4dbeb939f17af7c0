import { ArithmeticError } from './errors';

/** An amount in minor units of its currency (paise, kobo, cents): always a safe integer. */
export type Money = number & { readonly __brand: 'Money' };
/** An amount per unit, in thousandths of a minor unit: a cess of ₹1.591 a piece is 159 100. */
export type FineMoney = number & { readonly __brand: 'FineMoney' };
/** A quantity in thousandths of its unit: half a kilo is 500. */
export type Quantity = number & { readonly __brand: 'Quantity' };
/** A rate in parts per million: 18 % is 180 000, 8.875 % is 88 750. */
export type Rate = number & { readonly __brand: 'Rate' };

/** Parts in a whole: what a rate is counted in. */
export const RATE_SCALE = 1_000_000;
/** Parts in one unit: what a quantity is counted in. */
export const QUANTITY_SCALE = 1_000;
/** Parts in one minor unit: what a per-unit amount is counted in. */
export const FINE_SCALE = 1_000;
/** 100 %. */
export const WHOLE: Rate = rate(RATE_SCALE);
export const ZERO: Money = money(0);

/** The number itself if it is a safe integer, minus zero made plain zero. */
function integer(value: number, field: string): number {
  if (typeof value !== 'number' || Number.isNaN(value)) {
    throw new ArithmeticError('not_a_number', field, `${field || 'value'} is not a number`);
  }
  if (!Number.isSafeInteger(value)) {
    const code = Number.isFinite(value) && !Number.isInteger(value) ? 'too_many_decimals' : 'out_of_range';
    throw new ArithmeticError(code, field, `${field || 'value'} is not a whole number in the safe range: ${value}`);
  }
  return value + 0 === 0 ? 0 : value;
}

/** Minor units as money. Throws an ArithmeticError for anything but a safe integer. */
export function money(minor: number, field = ''): Money {
  return integer(minor, field) as Money; // proof: a safe integer of minor units is what Money is
}

/** Thousandths of a minor unit as a per-unit amount. */
export function fineMoney(parts: number, field = ''): FineMoney {
  return integer(parts, field) as FineMoney; // proof: a safe integer, as above
}

/** Thousandths of the unit as a quantity. */
export function quantity(thousandths: number, field = ''): Quantity {
  return integer(thousandths, field) as Quantity; // proof: a safe integer, as above
}

/** Parts per million as a rate. */
export function rate(partsPerMillion: number, field = ''): Rate {
  return integer(partsPerMillion, field) as Rate; // proof: a safe integer, as above
}

export const addMoney = (a: Money, b: Money): Money => money(a + b);
export const subMoney = (a: Money, b: Money): Money => money(a - b);
export const negMoney = (a: Money): Money => money(-a);
export const absMoney = (a: Money): Money => money(Math.abs(a));
export const minMoney = (a: Money, b: Money): Money => (a <= b ? a : b);
export const maxMoney = (a: Money, b: Money): Money => (a >= b ? a : b);
/** Negative, zero or positive, as a sort wants it. */
export const compareMoney = (a: Money, b: Money): number => (a < b ? -1 : a > b ? 1 : 0);

/** The sum; every step is checked, so that no intermediate sum loses a unit. */
export function sumMoney(amounts: Iterable<Money>): Money {
  let sum = ZERO;
  for (const amount of amounts) sum = money(sum + amount);
  return sum;
}

/** Half of a rate: CGST and SGST of a GST. Refuses a rate whose half is finer than a millionth. */
export function halfRate(full: Rate, field = 'rate'): Rate {
  if (full % 2 !== 0)
    throw new ArithmeticError('too_many_decimals', field, 'a rate in two halves: 0.0002 % at the finest');
  return rate(full / 2);
}

export const addRate = (a: Rate, b: Rate): Rate => rate(a + b);

/** So many times a quantity: five packs of 50 g are 250 g. */
export const timesQuantity = (each: Quantity, count: number): Quantity => quantity(each * count);

/** So many times an amount: seven notes of ₹500. */
export const timesMoney = (each: Money, count: number): Money => money(each * count);

/** A number of whole units: 3 pieces are 3000. */
export const wholeUnits = (count: number, field = ''): Quantity => quantity(count * QUANTITY_SCALE, field);

/** True for 3 pieces, false for 1.5. */
export const isWhole = (a: Quantity): boolean => a % QUANTITY_SCALE === 0;

export const addQuantity = (a: Quantity, b: Quantity): Quantity => quantity(a + b);
export const subQuantity = (a: Quantity, b: Quantity): Quantity => quantity(a - b);
export const negQuantity = (a: Quantity): Quantity => quantity(-a);
export const negRate = (a: Rate): Rate => rate(-a);

/** For bars and charts only: how long one amount is beside another. Never goes back into an amount. */
export function ratio<T extends Money | Quantity>(part: T, whole: T): number {
  return whole === 0 ? 0 : part / whole;
}

export function sumQuantity(quantities: Iterable<Quantity>): Quantity {
  let sum = quantity(0);
  for (const q of quantities) sum = quantity(sum + q);
  return sum;
}
