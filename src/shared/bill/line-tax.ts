import { ArithmeticError, addMoney, type Money, type Quantity, roundedRatio, roundToMoney, ZERO } from '../money';
import { PART_SCALE, type TaxPlan } from './plan';

/** What is taxed: the line's (or group's) price after both discounts, with or without tax in it, and its quantity. */
export interface TaxBase {
  readonly price: Money;
  readonly quantity: Quantity;
}

/**
 * Method `line`: every component of the line is rounded once; a compound one stands on the rounded ones before it.
 *
 * Exclusive: the price is the taxable value. Inclusive: the exact taxable value is what the line's taxes make the price
 * of, as a fraction; the components are taken from it, and the caller keeps price − components as the taxable value, so
 * that the bill ties to the shelf. For one GST rate this is t = half_up(P·r / (2·(100+r))), CGST = SGST = t.
 */
export function lineTax(plan: TaxPlan, base: TaxBase, inclusive: boolean): Money[] {
  if (!inclusive) return onTop(plan, base);
  return plan.plain ? insidePlain(plan, base) : inside(plan, base);
}

function onTop(plan: TaxPlan, { price, quantity }: TaxBase): Money[] {
  const amounts: Money[] = [];
  let sum = ZERO;
  let before = ZERO;
  for (const component of plan.components) {
    if (component.twin) {
      amounts.push(last(amounts));
    } else {
      before = sum;
      const on = component.compound ? addMoney(price, before) : price;
      amounts.push(roundedRatio(on, component.rate, quantity, component.perUnit, PART_SCALE));
    }
    sum = addMoney(sum, last(amounts));
  }
  return amounts;
}

function insidePlain(plan: TaxPlan, { price }: TaxBase): Money[] {
  const amounts: Money[] = [];
  for (const component of plan.components) {
    amounts.push(component.twin ? last(amounts) : roundedRatio(price, component.rate, 0, 0, plan.scaleWithRates));
  }
  return amounts;
}

function inside(plan: TaxPlan, base: TaxBase): Money[] {
  const { top, bottom } = exactTaxable(plan, base);
  const scale = BigInt(PART_SCALE) * bottom;
  const amounts: Money[] = [];
  let sum = 0n;
  for (const component of plan.components) {
    if (component.twin) {
      amounts.push(last(amounts));
    } else {
      const on = component.compound ? top + sum * bottom : top;
      const perUnit = BigInt(component.perUnit) * BigInt(base.quantity) * bottom;
      amounts.push(roundToMoney(BigInt(component.rate) * on + perUnit, scale));
    }
    sum += BigInt(last(amounts));
  }
  return amounts;
}

/** The taxable value inside an inclusive price, as a fraction: (P − fixed parts) / (1 + rates). */
function exactTaxable(plan: TaxPlan, { price, quantity }: TaxBase): { top: bigint; bottom: bigint } {
  const top = BigInt(price) * plan.scale - plan.fixed * BigInt(quantity);
  if (top < 0n) {
    throw new ArithmeticError('per_unit_above_price', 'taxes', 'the tax per unit is more than the price it is part of');
  }
  return { top, bottom: plan.scale + plan.slope };
}

/** Refuses a line whose taxes per unit alone are more than the inclusive price. */
export function checkPerUnit(plan: TaxPlan, base: TaxBase): void {
  if (plan.fixed !== 0n) exactTaxable(plan, base);
}

/**
 * Method `document`, one component of a group: the exact amounts of all its lines are summed (they are linear, so the
 * sums of price and quantity say it all) and rounded once. A compound component stands on exact amounts.
 */
export function groupTax(plan: TaxPlan, base: TaxBase, inclusive: boolean): Money[] {
  if (plan.plain) return inclusive ? insidePlain(plan, base) : onTop(plan, base);
  const { top, bottom } = inclusive ? exactTaxable(plan, base) : { top: BigInt(base.price), bottom: 1n };
  const quantity = BigInt(base.quantity) * bottom;
  const scale = plan.scale * bottom;
  return plan.components.map(({ slope, fixed }) => roundToMoney(slope * top + fixed * quantity, scale));
}

function last(amounts: readonly Money[]): Money {
  const amount = amounts.at(-1);
  if (amount === undefined) throw new Error('a twin stands behind its twin');
  return amount;
}
