import type { FieldValue, RecordKind } from '@shared/contract';
import type { Row } from '@shared/entities';
import { money, quantity } from '@shared/money';

/** What the JSON of a history row is read as; `null` was read before. */
export type Reader = (value: unknown, name: (entity: Named, id: string) => string | null) => FieldValue;

/** What another record is called stands in its column `name`. */
export type Named = 'brand' | 'category' | 'tax_class';

/** Amounts are kept as integers; what is none was not written by this program. */
function integer(value: unknown): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw new Error(`${String(value)} is no amount`);
  return value;
}

const text: Reader = (value) => ({ text: String(value) });
const word: Reader = (value) => ({ word: String(value) });
const yes: Reader = (value) => ({ yes: value === 1 });
const amount: Reader = (value) => ({ money: money(integer(value)) });
const pieces: Reader = (value) => ({ quantity: quantity(integer(value)) });
const count: Reader = (value) => ({ count: Number(value) });
const named =
  (entity: Named): Reader =>
  (value, name) => {
    const found = name(entity, String(value));
    return found === null ? { missing: true } : { text: found };
  };
const list = (value: unknown): readonly Readonly<Record<string, unknown>>[] => (Array.isArray(value) ? value : []);

/** Nothing that a person decided. */
const untold = null;

/** How each field of a record is told. A field of the registry without a row here does not compile. */
type Told<R> = { readonly [F in Exclude<keyof R, 'id'>]: Reader | null };

const product: Told<Row<'product'>> = {
  name: text,
  sku: text,
  brand_id: named('brand'),
  category_id: named('category'),
  hsn: text,
  unit: word,
  price: amount,
  mrp: amount,
  tax_class_id: named('tax_class'),
  reorder_level: pieces,
  reorder_quantity: pieces,
  track_stock: yes,
  by_weight: yes,
  favourite: yes,
  negative_stock: word,
  active: yes,
  created_at: untold,
  barcodes: (value) => ({ texts: list(value).map(({ barcode }) => String(barcode)) }),
  units: (value) => ({
    units: list(value).map(({ unit, factor, price }) => ({
      unit: String(unit),
      factor: quantity(integer(factor)),
      price: money(integer(price)),
    })),
  }),
};

/**
 * The average moves with every purchase, which stands there; what somebody said that it costs stands here. Who said what had been
 * said before, or took away what only purchases had stated, changed `stated_at` alone.
 */
const product_cost: Told<Row<'product_cost'>> = { cost: untold, stated: amount, stated_at: amount };

const supplier: Told<Row<'supplier'>> = {
  name: text,
  phone: text,
  gstin: text,
  state_code: text,
  address: text,
  email: text,
  opening_balance: amount,
  note: text,
  created_at: untold,
};

const customer: Told<Row<'customer'>> = { ...supplier, credit_limit: amount, credit_days: count };

/** The entities that a record of each kind consists of, and how their fields are told. */
export const told: Readonly<Record<RecordKind, Readonly<Record<string, Readonly<Record<string, Reader | null>>>>>> = {
  product: { product, product_cost },
  customer: { customer },
  supplier: { supplier },
};

/** Every record can be removed and brought back: an instant, or nothing. */
export const removed: Reader = (value) => ({ yes: value !== null });
