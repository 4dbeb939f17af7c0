import { PriceChanges } from '@shared/bill';
import { type Day, dayOf } from '@shared/clock';
import {
  type BulkChange,
  type BulkField,
  type BulkReason,
  type BulkRow,
  type BulkWarning,
  bulkLimits,
} from '@shared/contract';
import type { Flag, Row } from '@shared/entities';
import { ArithmeticError, attempt, checkUnitDecimals, money, quantity, type Rate } from '@shared/money';
import type { Reads } from '../../store';
import { isAboveMrp } from '../catalogue';
import { TaxRates } from '../sales';
import { type BulkProduct, columnOf, type Stored } from './products';

export type BulkSettings = Pick<Row<'business_settings'>, 'tax_regime' | 'prices_include_tax' | 'time_zone'>;

/** What would become of one product, as ids and numbers. */
export interface Verdict extends Pick<BulkRow, 'verdict' | 'reason' | 'marginBefore' | 'margin'> {
  readonly before: Stored;
  readonly after: Stored;
  readonly warnings: BulkWarning[];
}

const noMargins = { marginBefore: null, margin: null } as const;

/** Judges products of one moment by one change. */
export class Judge {
  readonly #change: BulkChange;
  readonly #settings: BulkSettings;
  readonly #prices: PriceChanges;
  readonly #rates: TaxRates;
  readonly #day: Day;

  constructor(reads: Reads, change: BulkChange, settings: BulkSettings, now: number) {
    this.#change = change;
    this.#settings = settings;
    this.#prices = new PriceChanges({
      regime: settings.tax_regime,
      pricesIncludeTax: settings.prices_include_tax === 1,
    });
    this.#rates = new TaxRates(reads);
    this.#day = dayOf(now, settings.time_zone);
  }

  of(product: BulkProduct): Verdict {
    const before = product[columnOf[this.#change.field]];
    return this.#change.field === 'price'
      ? this.#ofPrice(product, this.#change)
      : this.#decided(product, before, targetOf(this.#change), { ...noMargins, warnings: [] });
  }

  #ofPrice(product: BulkProduct, { how, rounding }: Extract<BulkChange, { field: 'price' }>): Verdict {
    const { price } = product;
    const facts = this.#facts(product);
    const after = product.name === null ? null : this.#prices.priceOf(facts, how, rounding);
    if (after === null) {
      const reason = gone(product) ?? 'no_cost';
      return { before: price, after, verdict: 'refused', reason, warnings: [], ...noMargins };
    }
    const changed = { ...facts, price: after };
    const isSane = after >= 0 && after <= bulkLimits.price;
    return this.#decided(product, price, after, {
      marginBefore: this.#prices.marginOf(facts),
      margin: isSane ? this.#prices.marginOf(changed) : null,
      warnings: [
        ...(isSane && this.#prices.isBelowCost(changed) ? (['below_cost'] as const) : []),
        ...(after === 0 ? (['zero'] as const) : []),
        ...(product.units > 0 ? (['units'] as const) : []),
      ],
    });
  }

  #decided(
    product: BulkProduct,
    before: Stored,
    after: Stored,
    more: { warnings: BulkWarning[]; marginBefore: Rate | null; margin: Rate | null },
  ): Verdict {
    const reason =
      gone(product) ?? (before === after ? null : unfit(this.#settings, product, this.#change.field, after));
    if (reason !== null) return { before, after, verdict: 'refused', reason, ...more, warnings: [] };
    if (before === after) return { before, after, verdict: 'same', reason, ...more, warnings: [] };
    return { before, after, verdict: 'change', reason, ...more };
  }

  /** Where no rates hold yet nothing can be said of what is left before tax: as if nobody knew the cost. */
  #facts({ price, cost, tax_class_id }: BulkProduct) {
    try {
      return { price, cost, taxes: this.#rates.on(tax_class_id, this.#day) };
    } catch (error) {
      if (!(error instanceof ArithmeticError)) throw error;
      return { price, cost: null, taxes: [] };
    }
  }
}

/** Why nothing can be changed of it at all. */
export function gone({ name, deleted_at }: Pick<BulkProduct, 'name' | 'deleted_at'>): BulkReason | null {
  if (name === null) return 'not_found';
  return deleted_at === null ? null : 'deleted';
}

/** Why a product as it is now may not have this value: what a product that is saved by hand is held to. */
export function unfit(
  settings: BulkSettings,
  { unit, mrp }: Pick<BulkProduct, 'unit' | 'mrp'>,
  field: BulkField,
  value: Stored,
): BulkReason | null {
  if (field === 'price' && typeof value === 'number') {
    if (value < 0) return 'negative';
    if (value > bulkLimits.price) return 'too_large';
    return isAboveMrp(settings, { price: money(value), mrp }) ? 'above_mrp' : null;
  }
  if (field === 'reorderLevel' && typeof value === 'number' && unit !== null) {
    return attempt(() => checkUnitDecimals(quantity(value), unit)).ok ? null : 'unit_decimals';
  }
  return null;
}

function targetOf(change: Exclude<BulkChange, { field: 'price' }>): Stored {
  return typeof change.to === 'boolean' ? ((change.to ? 1 : 0) satisfies Flag) : change.to;
}
