import { z } from 'zod';
import type { NegativeStockRule, TaxKind } from '../entities';
import {
  type FineMoney,
  fineMoney,
  type Money,
  type Quantity,
  type Rate,
  rate as toRate,
  type UnitCode,
} from '../money';
import { command, query } from './call';
import { code, day, empty, id, levelQuantity, limit, money, name, offset, searchText, signedQuantity } from './inputs';

/** One row of a product list, and what the counter shows for a product found. */
export interface ProductSummary {
  id: string;
  name: string;
  sku: string | null;
  barcode: string | null;
  brand: string | null;
  category: string | null;
  unit: UnitCode;
  price: Money;
  mrp: Money | null;
  stock: Quantity;
  trackStock: boolean;
  reorderLevel: Quantity | null;
  byWeight: boolean;
  active: boolean;
  deleted: boolean;
}

export interface ProductUnit {
  unit: UnitCode;
  /** Base units in one of this, thousandths: a box of twelve is 12000. */
  factor: Quantity;
  price: Money;
  barcode: string | null;
}

export interface Product extends ProductSummary {
  barcodes: string[];
  units: ProductUnit[];
  brandId: string | null;
  categoryId: string | null;
  taxClassId: string | null;
  hsn: string | null;
  reorderQuantity: Quantity | null;
  favourite: boolean;
  negativeStock: NegativeStockRule | null;
  /** Null for those who may not see it. */
  cost: Money | null;
}

export interface Brand {
  id: string;
  name: string;
  active: boolean;
  products: number;
}

export interface Category extends Brand {
  parentId: string | null;
  position: number;
}

export interface TaxComponent {
  kind: TaxKind;
  rate: Rate;
  perUnit: FineMoney;
  compound: boolean;
}

export interface TaxClass {
  id: string;
  name: string;
  active: boolean;
  rates: { effectiveFrom: string; components: TaxComponent[] }[];
}

export interface Page<T> {
  rows: T[];
  total: number;
}

/** What a scanned or typed code turned out to be. */
export type CodeLookup =
  | {
      kind: 'product';
      product: ProductSummary;
      quantity: Quantity | null;
      price: Money | null;
      unit: ProductUnit | null;
    }
  | { kind: 'ambiguous'; products: ProductSummary[] }
  | { kind: 'unknown' }
  /** The code has a check digit, and it is wrong: misread or mistyped. */
  | { kind: 'damaged' };

const optionalId = id.nullable();
const taxKind = z.enum(['gst', 'cess', 'vat', 'sales_tax']);
const rate = z
  .number()
  .int()
  .min(0)
  .max(5_000_000)
  .transform((value) => toRate(value));
const perUnit = z
  .number()
  .int()
  .min(0)
  .max(1_000_000_000_000)
  .transform((value) => fineMoney(value));
const unitCode = z
  .string()
  .regex(/^[A-Z]{1,8}$/)
  .transform((value) => value as UnitCode);

export const catalogueCalls = {
  'catalogue.products': query<Page<ProductSummary>>()({
    permission: 'member',
    input: () =>
      z.strictObject({
        text: searchText.optional(),
        categoryId: id.optional(),
        brandId: id.optional(),
        stock: z.enum(['any', 'low', 'out', 'negative']).default('any'),
        deleted: z.boolean().default(false),
        sort: z.enum(['name', 'price', 'stock']).default('name'),
        descending: z.boolean().default(false),
        offset: offset.default(0),
        limit,
      }),
  }),
  /** The counter's search: best first, at most `limit`. */
  'catalogue.search': query<ProductSummary[]>()({
    permission: 'member',
    input: () => z.strictObject({ text: searchText, limit }),
  }),
  'catalogue.favourites': query<ProductSummary[]>()({
    permission: 'member',
    input: () => z.strictObject({ categoryId: id.optional(), limit }),
  }),
  'catalogue.lookup': query<CodeLookup>()({ permission: 'member', input: () => z.strictObject({ code }) }),
  'catalogue.product': query<Product>()({ permission: 'member', input: () => z.strictObject({ id }) }),
  'catalogue.saveProduct': command<Product>()({
    permission: 'catalogue.edit',
    input: () =>
      z.strictObject({
        id: id.optional(),
        name,
        sku: code.nullable(),
        barcodes: z.array(code).max(50),
        brandId: optionalId,
        categoryId: optionalId,
        hsn: z
          .string()
          .regex(/^\d{4,8}$/)
          .nullable(),
        unit: unitCode,
        price: money,
        mrp: money.nullable(),
        cost: money.nullable(),
        taxClassId: optionalId,
        reorderLevel: levelQuantity.nullable(),
        reorderQuantity: levelQuantity.nullable(),
        trackStock: z.boolean(),
        byWeight: z.boolean(),
        favourite: z.boolean(),
        negativeStock: z.enum(['allow', 'warn', 'block']).nullable(),
        active: z.boolean(),
        units: z
          .array(z.strictObject({ unit: unitCode, factor: levelQuantity, price: money, barcode: code.nullable() }))
          .max(20),
        /** For a new product: what is on the shelf now. */
        openingStock: signedQuantity.optional(),
      }),
  }),
  'catalogue.removeProduct': command<null>()({ permission: 'catalogue.edit', input: () => z.strictObject({ id }) }),
  'catalogue.restoreProduct': command<null>()({ permission: 'catalogue.edit', input: () => z.strictObject({ id }) }),

  'catalogue.brands': query<Brand[]>()({ permission: 'member', input: () => empty }),
  'catalogue.saveBrand': command<Brand>()({
    permission: 'catalogue.edit',
    input: () => z.strictObject({ id: id.optional(), name, active: z.boolean() }),
  }),
  'catalogue.removeBrand': command<null>()({ permission: 'catalogue.edit', input: () => z.strictObject({ id }) }),
  'catalogue.restoreBrand': command<null>()({ permission: 'catalogue.edit', input: () => z.strictObject({ id }) }),
  'catalogue.categories': query<Category[]>()({ permission: 'member', input: () => empty }),
  'catalogue.saveCategory': command<Category>()({
    permission: 'catalogue.edit',
    input: () => z.strictObject({ id: id.optional(), name, parentId: optionalId, active: z.boolean() }),
  }),
  'catalogue.removeCategory': command<null>()({ permission: 'catalogue.edit', input: () => z.strictObject({ id }) }),
  'catalogue.restoreCategory': command<null>()({ permission: 'catalogue.edit', input: () => z.strictObject({ id }) }),
  'catalogue.taxClasses': query<TaxClass[]>()({ permission: 'member', input: () => empty }),
  'catalogue.saveTaxClass': command<TaxClass>()({
    permission: 'settings.edit',
    input: () =>
      z.strictObject({
        id: id.optional(),
        name,
        active: z.boolean(),
        rates: z
          .array(
            z.strictObject({
              effectiveFrom: day,
              components: z.array(z.strictObject({ kind: taxKind, rate, perUnit, compound: z.boolean() })).max(10),
            }),
          )
          .min(1)
          .max(50),
      }),
  }),
  'catalogue.removeTaxClass': command<null>()({ permission: 'settings.edit', input: () => z.strictObject({ id }) }),
  'catalogue.restoreTaxClass': command<null>()({ permission: 'settings.edit', input: () => z.strictObject({ id }) }),
} as const;
