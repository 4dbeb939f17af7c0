import {
  type CurrencyCode,
  currencyDecimals,
  type Money,
  money,
  type Quantity,
  readMoney,
  roundUpToUnit,
  timesQuantity,
  toDecimal,
  ZERO,
} from '@shared/money';
import type { Mutation } from '../../store';
import { createProduct, type ProductFields } from '../catalogue';
import type { ShopDeps } from '../deps';
import type { Chance } from './chance';
import { businesses, sampleCustomers } from './people';
import { type SampleProduct, sampleGoods } from './read-goods';

/** A product of the sample as it now is in the shop. */
export interface Stocked extends SampleProduct {
  readonly id: string;
  /** How often it is bought, against the others. */
  readonly demand: number;
}

export interface SampleCustomer {
  readonly id: string;
  readonly name: string;
}

/** Categories from which something is in nearly every basket. */
const daily: ReadonlySet<string> = new Set(['Dairy', 'Breads', 'Vegetables and fruit', 'Biscuits', 'Bakery snacks']);

/** Brands and categories by name. */
export interface Groups {
  readonly brands: ReadonlyMap<string, string>;
  readonly categories: ReadonlyMap<string, string>;
}

/** Puts what the goods are grouped by into a new shop, within the transaction that makes it. */
export function putGroups(m: Mutation, { ids }: ShopDeps): Groups {
  const brands = new Map<string, string>();
  const categories = new Map<string, string>();
  for (const { brand, category } of sampleGoods()) {
    if (brand !== null && !brands.has(brand)) {
      const id = ids.next();
      brands.set(brand, id);
      m.put('brand', { id, name: brand, active: 1 });
    }
    if (!categories.has(category)) {
      const id = ids.next();
      m.put('category', { id, name: category, parent_id: null, position: categories.size, active: 1 });
      categories.set(category, id);
    }
  }
  return { brands, categories };
}

/** Goods that go onto the shelves in one transaction: a few milliseconds' worth. */
const handful = 20;

/**
 * Puts the goods onto the shelves, a handful at a time.
 *
 * @param taxClasses ids by name. Elsewhere than in India the goods take the country's first class, and its currency
 */
export async function stockShelves(
  deps: ShopDeps,
  chance: Chance,
  { brands, categories }: Groups,
  taxClasses: ReadonlyMap<string, string>,
  actor: string,
): Promise<Stocked[]> {
  const { currency } = deps.settings();
  const [firstClass = null] = taxClasses.values();
  const goods = sampleGoods();
  const shelved: Stocked[] = [];
  for (let from = 0; from < goods.length; from += handful) {
    deps.store.mutate({ name: 'product.create', kind: 'request', actor }, (m) => {
      for (const sample of goods.slice(from, from + handful)) {
        const id = deps.ids.next();
        const fields = fieldsOf(sample, currency, {
          brandId: sample.brand === null ? null : (brands.get(sample.brand) ?? null),
          categoryId: categories.get(sample.category) ?? null,
          taxClassId: taxClasses.get(sample.tax) ?? firstClass,
        });
        const cost = inCurrency(sample.cost, currency);
        createProduct(m, deps, { id, fields, cost, openingStock: fill(sample, chance) });
        const demand = (daily.has(sample.category) ? 6 : 1) * (1 + chance.next() * 4);
        shelved.push({ ...sample, id, demand });
      }
    });
    await nextTurn();
  }
  return shelved;
}

/** Lets everything that waits have its turn. */
export const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

function fieldsOf(
  sample: SampleProduct,
  currency: CurrencyCode,
  groups: { brandId: string | null; categoryId: string | null; taxClassId: string | null },
): ProductFields {
  return {
    name: sample.name,
    sku: sample.sku,
    brand_id: groups.brandId,
    category_id: groups.categoryId,
    hsn: sample.hsn,
    unit: sample.unit,
    price: inCurrency(sample.price, currency),
    mrp: sample.mrp === null ? null : inCurrency(sample.mrp, currency),
    tax_class_id: groups.taxClassId,
    reorder_level: sample.keep,
    reorder_quantity: timesQuantity(sample.keep, 2),
    track_stock: 1,
    by_weight: sample.byWeight ? 1 : 0,
    // A tile for what has no barcode on it, and for what goes every day.
    favourite: sample.byWeight || daily.has(sample.category) ? 1 : 0,
    negative_stock: null,
    active: 1,
    barcodes: [{ position: 0, barcode: sample.barcode }],
    units: [],
  };
}

/** What a visit to the wholesaler brings. */
export function fill({ keep }: SampleProduct, chance: Chance): Quantity {
  return timesQuantity(keep, chance.whole(2, 4));
}

/** Rupees and paise in the units of another currency. */
function inCurrency(paise: Money, currency: CurrencyCode): Money {
  const decimal = toDecimal(paise, 'INR');
  if (currencyDecimals(currency) >= 2) return readMoney(decimal, currency, 'price');
  const [whole = '0'] = toDecimal(roundUpToUnit(paise, rupee), 'INR').split('.');
  return readMoney(whole, currency, 'price');
}

const rupee = money(100);
const creditLimits = [money(100_000), money(200_000), money(300_000), money(500_000)];

/** Within the transaction that makes the shop. */
export function putCustomers(m: Mutation, { ids }: ShopDeps, chance: Chance): SampleCustomer[] {
  return sampleCustomers.map((name) => {
    const id = ids.next();
    m.put('customer', {
      id,
      name,
      phone: `5${String(chance.whole(0, 999_999_999)).padStart(9, '0')}`,
      gstin: null,
      state_code: null,
      address: null,
      email: null,
      credit_limit: businesses.has(name) ? null : chance.pick(creditLimits),
      credit_days: null,
      opening_balance: ZERO,
      note: null,
      created_at: m.at,
    });
    return { id, name };
  });
}
