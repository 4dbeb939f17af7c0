import type { TaxRegime } from '../entities';
import { type Money, QUANTITY_SCALE, RATE_SCALE, type Rate, rate, roundHalfAwayFromZero, roundToMoney } from '../money';
import { TaxPlans } from './plan';
import type { Tax } from './types';

/** How a new price comes of the one before, or of what the goods cost. */
export type PriceStep =
  | { readonly by: 'set'; readonly price: Money }
  /** Below zero: cheaper. */
  | { readonly by: 'amount'; readonly amount: Money }
  /** Of the price as it is; below zero: cheaper, −100 % at the lowest. */
  | { readonly by: 'percent'; readonly rate: Rate }
  /** The part of the price before tax that is profit: cost 80 at 20 % is 100 before tax. Below 100 %. */
  | { readonly by: 'margin'; readonly rate: Rate };

/** Prices that a shop likes to see: those of `ending` above a multiple of `step`. Ends in 9: a step of 10.00 and 9.00. */
export interface PriceRounding {
  /** Above zero; 1 takes every price. */
  readonly step: Money;
  /** At least zero, below the step. */
  readonly ending: Money;
  readonly to: 'nearest' | 'up' | 'down';
}

/** What the arithmetic has to know of one product. */
export interface PriceFacts {
  readonly price: Money;
  /** Of one stock unit, without the tax that the shop gets back; null: nobody knows. */
  readonly cost: Money | null;
  /** What is charged on it today. */
  readonly taxes: readonly Tax[];
}

/** A fraction above zero at the bottom. */
interface Exact {
  readonly top: bigint;
  readonly bottom: bigint;
}

const whole = BigInt(RATE_SCALE);
/** One unit, as quantities are counted. */
const oneUnit = BigInt(QUANTITY_SCALE);

/** New prices and margins of one shop's products. The exact amount is rounded once, to the price that is wanted. */
export class PriceChanges {
  readonly #plans: TaxPlans;
  readonly #inclusive: boolean;

  constructor({ regime, pricesIncludeTax }: { readonly regime: TaxRegime; readonly pricesIncludeTax: boolean }) {
    this.#plans = new TaxPlans(regime, 'intra');
    this.#inclusive = pricesIncludeTax;
  }

  /**
   * The new price, which may be below zero or above every limit: whoever asks refuses it. Null where it would come of a
   * cost that nobody knows.
   */
  priceOf(facts: PriceFacts, step: PriceStep, rounding: PriceRounding): Money | null {
    // What somebody has typed is what they mean.
    if (step.by === 'set') return step.price;
    const exact = this.#exact(facts, step);
    return exact && roundedPrice(exact, rounding);
  }

  /** The part of the price before tax that is profit. Null without a cost, or where nothing is left before tax. */
  marginOf({ price, cost, taxes }: PriceFacts): Rate | null {
    if (cost === null) return null;
    const { top, bottom } = this.#beforeTax(price, taxes);
    if (top <= 0n) return null;
    const margin = Number(roundHalfAwayFromZero((top - BigInt(cost) * bottom) * whole, top));
    return Number.isSafeInteger(margin) ? rate(margin) : null;
  }

  /** Whether the price before tax is less than the cost. */
  isBelowCost({ price, cost, taxes }: PriceFacts): boolean {
    if (cost === null) return false;
    const { top, bottom } = this.#beforeTax(price, taxes);
    return top < BigInt(cost) * bottom;
  }

  #exact({ price, cost, taxes }: PriceFacts, step: Exclude<PriceStep, { by: 'set' }>): Exact | null {
    switch (step.by) {
      case 'amount':
        return { top: BigInt(price) + BigInt(step.amount), bottom: 1n };
      case 'percent':
        return { top: BigInt(price) * (whole + BigInt(step.rate)), bottom: whole };
      case 'margin': {
        if (cost === null) return null;
        const net = { top: BigInt(cost) * whole, bottom: whole - BigInt(step.rate) };
        if (!this.#inclusive) return net;
        const { scale, slope, fixed } = this.#plans.of(taxes);
        return { top: net.top * (scale + slope) + fixed * oneUnit * net.bottom, bottom: net.bottom * scale };
      }
    }
  }

  #beforeTax(price: Money, taxes: readonly Tax[]): Exact {
    if (!this.#inclusive) return { top: BigInt(price), bottom: 1n };
    const { scale, slope, fixed } = this.#plans.of(taxes);
    return { top: BigInt(price) * scale - fixed * oneUnit, bottom: scale + slope };
  }
}

/**
 * Halves away from zero. What is not below zero stays so: 0.20 that ends in .99 is 0.99, in whichever direction. What is
 * below zero stays that too, and is refused: no rounding makes a price of it.
 */
function roundedPrice({ top, bottom }: Exact, { step, ending, to }: PriceRounding): Money {
  if (top < 0n) return inRange(floor(top, bottom));
  const above = top - BigInt(ending) * bottom;
  const unit = BigInt(step) * bottom;
  const steps =
    to === 'nearest' ? roundHalfAwayFromZero(above, unit) : floor(above, unit) + (to === 'up' ? rest(above, unit) : 0n);
  const rounded = steps * BigInt(step) + BigInt(ending);
  return inRange(rounded < 0n ? BigInt(ending) : rounded);
}

const floor = (top: bigint, bottom: bigint): bigint => (top - mod(top, bottom)) / bottom;
const rest = (top: bigint, bottom: bigint): bigint => (mod(top, bottom) === 0n ? 0n : 1n);
const mod = (top: bigint, bottom: bigint): bigint => ((top % bottom) + bottom) % bottom;

/** Far beyond every limit is as good as any other number that is refused. */
function inRange(value: bigint): Money {
  const most = BigInt(Number.MAX_SAFE_INTEGER);
  const within = value > most ? most : value < -most ? -most : value;
  return roundToMoney(within, 1n);
}
