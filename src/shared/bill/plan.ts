import type { ChargedTaxKind, Place, TaxRegime } from '../entities';
import { addRate, type FineMoney, halfRate, RATE_SCALE, type Rate, rate, WHOLE } from '../money';
import type { Tax } from './types';

/** A component as it will be charged, and how its exact amount follows from the line. */
export interface PlannedComponent {
  readonly kind: ChargedTaxKind;
  /** Its own rate: half of a GST rate for CGST and SGST. */
  readonly rate: Rate;
  readonly perUnit: FineMoney;
  readonly compound: boolean;
  /** SGST: takes the amount of the CGST before it, so that the two are equal by construction. */
  readonly twin: boolean;
  /** Its exact amount is (slope·taxable + fixed·quantity) / plan.scale. */
  readonly slope: bigint;
  readonly fixed: bigint;
}

/** Everything about a list of taxes that does not depend on the line, worked out once per list. */
export interface TaxPlan {
  /** Same key, same list of components: the lines of one group of the document method. */
  readonly key: string;
  readonly components: readonly PlannedComponent[];
  /** No component is compound or per unit: every amount is a rate of the taxable value. */
  readonly plain: boolean;
  /** 1 + the sum of the components' own rates, in millionths: what an inclusive price is divided by. */
  readonly scaleWithRates: Rate;
  /** The combined GST rate; without GST the sum of the rates that are not cess. */
  readonly taxRate: Rate;
  readonly scale: bigint;
  /** Sums of the slopes and of the fixed parts. */
  readonly slope: bigint;
  readonly fixed: bigint;
}

/**
 * A rate is counted in millionths of the amount; an amount per unit in thousandths of a minor unit, for thousandths of
 * a unit: both are millionths of a minor unit in the end, so one denominator serves for rates and per-unit amounts.
 */
export const PART_SCALE = RATE_SCALE;
const part = BigInt(PART_SCALE);
const NO_RATE = rate(0);

/** Reads the lists of one bill; lists that say the same share one plan. */
export class TaxPlans {
  readonly #byList = new Map<readonly Tax[], TaxPlan>();
  readonly #byKey = new Map<string, TaxPlan>();
  readonly #regime: TaxRegime;
  readonly #place: Place;

  constructor(regime: TaxRegime, place: Place) {
    this.#regime = regime;
    this.#place = place;
  }

  of(taxes: readonly Tax[]): TaxPlan {
    let plan = this.#byList.get(taxes);
    if (plan) return plan;
    // A shop without taxes charges none, whatever its products still carry.
    const charged = this.#regime === 'none' ? [] : taxes;
    let key = '';
    for (const tax of charged) key += `${tax.kind} ${tax.rate} ${tax.perUnit} ${tax.compound ? 1 : 0};`;
    plan = this.#byKey.get(key);
    if (!plan) {
      plan = makePlan(key, charged, this.#regime, this.#place);
      this.#byKey.set(key, plan);
    }
    this.#byList.set(taxes, plan);
    return plan;
  }
}

function makePlan(key: string, taxes: readonly Tax[], regime: TaxRegime, place: Place): TaxPlan {
  const entries = taxes.flatMap((tax) => split(tax, regime, place));
  const scale = part ** BigInt(entries.length);
  const unit = scale / part;
  const components: PlannedComponent[] = [];
  let slope = 0n;
  let fixed = 0n;
  // What the components before the current entry of the list add up to; a twin does not stand on its twin.
  let slopeBefore = 0n;
  let fixedBefore = 0n;
  for (const entry of entries) {
    if (!entry.twin) {
      slopeBefore = slope;
      fixedBefore = fixed;
    }
    const own = BigInt(entry.rate);
    // The sums before are multiples of `part`: each component is one division finer than the deepest before it.
    const ownSlope = entry.compound ? (own * (scale + slopeBefore)) / part : own * unit;
    const ownFixed = BigInt(entry.perUnit) * unit + (entry.compound ? (own * fixedBefore) / part : 0n);
    components.push({ ...entry, slope: ownSlope, fixed: ownFixed });
    slope += ownSlope;
    fixed += ownFixed;
  }
  return {
    key,
    components,
    plain: taxes.every((tax) => !tax.compound && tax.perUnit === 0),
    scaleWithRates: addRate(WHOLE, sumRates(entries)),
    taxRate: combinedRate(taxes),
    scale,
    slope,
    fixed,
  };
}

type Entry = Omit<PlannedComponent, 'slope' | 'fixed'>;

function split(tax: Tax, regime: TaxRegime, place: Place): Entry[] {
  const { rate: full, perUnit, compound } = tax;
  if (tax.kind !== 'gst') return [{ kind: tax.kind, rate: full, perUnit, compound, twin: false }];
  // A GST outside India is one tax, as VAT is.
  if (regime !== 'india_gst') return [{ kind: 'vat', rate: full, perUnit, compound, twin: false }];
  if (place === 'inter') return [{ kind: 'igst', rate: full, perUnit, compound, twin: false }];
  const half = halfRate(full);
  return [
    { kind: 'cgst', rate: half, perUnit, compound, twin: false },
    { kind: 'sgst', rate: half, perUnit, compound, twin: true },
  ];
}

function combinedRate(taxes: readonly Tax[]): Rate {
  const gst = taxes.find((tax) => tax.kind === 'gst');
  if (gst) return gst.rate;
  return sumRates(taxes.filter((tax) => tax.kind !== 'cess'));
}

const sumRates = (of: readonly { readonly rate: Rate }[]): Rate =>
  of.reduce((sum, { rate }) => addRate(sum, rate), NO_RATE);
