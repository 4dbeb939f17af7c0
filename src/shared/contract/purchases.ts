import { z } from 'zod';
import type { ChargedTaxKind, Place } from '../entities';
import { type Money, type Quantity, type Rate, money as toMoney, type UnitCode } from '../money';
import { command, query } from './call';
import type { Page } from './catalogue';
import {
  code,
  day,
  empty,
  id,
  limit,
  limits,
  money,
  name,
  note,
  offset,
  percent,
  plain,
  quantity,
  searchText,
} from './inputs';

/** Sums of a supplier's bill, as the one bill arithmetic has them. */
export interface PurchaseTotals {
  subtotal: Money;
  /** Of the lines and of the whole. */
  discount: Money;
  taxable: Money;
  taxes: { kind: ChargedTaxKind; amount: Money }[];
  roundOff: Money;
  total: Money;
}

export interface DraftLine {
  productId: string;
  name: string;
  /** The units it is counted and bought in; the first is its own. */
  units: { unit: UnitCode; factor: Quantity }[];
  unit: UnitCode;
  quantity: Quantity;
  unitPrice: Money;
  discount: Rate;
  taxClassId: string | null;
  /** With tax; null as long as the bill cannot be reckoned. */
  total: Money | null;
}

/** A supplier's bill while it is typed in: kept on the disk with every change, on this till alone. */
export interface PurchaseDraft {
  id: string;
  supplier: { id: string; name: string } | null;
  billNumber: string;
  billDay: string;
  dueDay: string | null;
  pricesIncludeTax: boolean;
  inputCredit: boolean;
  discount: Money;
  roundOff: Money;
  note: string;
  lines: DraftLine[];
  place: Place;
  /** Null while there is nothing in it, or as long as it cannot be reckoned. */
  totals: PurchaseTotals | null;
  /** Why it cannot be reckoned: the arithmetic's word, and the field. */
  problem: { reason: string; field: string } | null;
  updatedAt: number;
}

export interface DraftSummary {
  id: string;
  supplier: string | null;
  billNumber: string;
  lines: number;
  updatedAt: number;
}

export interface PurchaseSummary {
  id: string;
  supplierId: string;
  supplier: string;
  billNumber: string;
  billDay: string;
  total: Money;
  at: number;
  reversed: boolean;
  /** Another till posted the same bill, before the two could see each other. */
  twice: boolean;
}

export interface PurchaseLine {
  lineNo: number;
  productId: string;
  name: string;
  hsn: string | null;
  unit: UnitCode;
  quantity: Quantity;
  unitPrice: Money;
  discount: Money;
  taxable: Money;
  tax: Money;
  total: Money;
}

export interface Purchase extends PurchaseSummary {
  dueDay: string | null;
  place: Place;
  pricesIncludeTax: boolean;
  inputCredit: boolean;
  note: string | null;
  staff: string | null;
  lines: PurchaseLine[];
  totals: PurchaseTotals;
  reversal: { reason: string; at: number; staff: string | null } | null;
}

/** A product that has come down to its reorder level. Quantities in its own stock unit. */
export interface ReorderLine {
  /** The product's. */
  id: string;
  name: string;
  sku: string | null;
  unit: UnitCode;
  stock: Quantity;
  reorderLevel: Quantity;
  /** Less what came back, in the last thirty days. */
  sold: Quantity;
  /** In bills that are being typed in at this till. */
  inDrafts: Quantity;
  suggested: Quantity;
  /** Of the last purchase that stands; null when it was never bought. */
  supplierId: string | null;
  supplier: string | null;
}

/** What is to be ordered from one supplier; of null, what nobody knows the supplier of. */
export interface ReorderGroup {
  supplierId: string | null;
  supplier: string | null;
  products: number;
  /** Products of which more is suggested than nothing. */
  toOrder: number;
}

export interface OrderText {
  text: string;
  /** Opens the messenger with it; null when it is too long for a link. */
  link: string | null;
}

/** Paise that a supplier rounds a bill by, and some more. */
const roundOff = z
  .number()
  .int()
  .min(-1000)
  .max(1000)
  .transform((value) => toMoney(value));

/** What is typed of a draft; what is missing in it is refused when it is posted. */
export const draftContent = z.strictObject({
  supplierId: id.nullable(),
  billNumber: plain(limits.code),
  billDay: day,
  dueDay: day.nullable(),
  pricesIncludeTax: z.boolean(),
  inputCredit: z.boolean(),
  /** Off the whole bill. */
  discount: money,
  roundOff,
  note,
  lines: z
    .array(
      z.strictObject({
        productId: id,
        unit: code.transform((value) => value as UnitCode), // proof: looked up among the product's units
        quantity,
        unitPrice: money,
        discount: percent,
        taxClassId: id.nullable(),
      }),
    )
    .max(limits.linesPerPurchase),
});
export type DraftContent = z.output<typeof draftContent>;

export const purchaseCalls = {
  'purchases.list': query<Page<PurchaseSummary>>()({
    permission: 'stock.edit',
    input: () =>
      z.strictObject({
        /** In the supplier's name or the bill's number. */
        text: searchText.optional(),
        supplierId: id.optional(),
        from: day.optional(),
        to: day.optional(),
        offset: offset.default(0),
        limit,
      }),
  }),
  'purchases.get': query<Purchase>()({ permission: 'stock.edit', input: () => z.strictObject({ id }) }),
  'purchases.drafts': query<DraftSummary[]>()({ permission: 'stock.edit', input: () => empty }),
  'purchases.draft': query<PurchaseDraft>()({ permission: 'stock.edit', input: () => z.strictObject({ id }) }),
  /**
   * An empty draft, or one with these goods as they were bought the last time. Quantities are in the product's own stock
   * unit: thirty of what comes in boxes of twelve are three boxes.
   */
  'purchases.begin': command<PurchaseDraft>()({
    permission: 'stock.edit',
    input: () =>
      z.strictObject({
        supplierId: id.optional(),
        products: z
          .array(z.strictObject({ productId: id, quantity }))
          .max(limits.linesPerPurchase)
          .default([]),
      }),
  }),
  /** Without a supplier everybody's; null: what nobody knows the supplier of. */
  'purchases.reorder': query<Page<ReorderLine>>()({
    permission: 'stock.edit',
    input: () => z.strictObject({ supplierId: id.nullable().optional(), offset: offset.default(0), limit }),
  }),
  'purchases.reorderGroups': query<ReorderGroup[]>()({ permission: 'stock.edit', input: () => empty }),
  /** The order as a message to the supplier. */
  'purchases.orderText': query<OrderText>()({
    permission: 'stock.edit',
    input: () =>
      z.strictObject({
        supplierId: id.optional(),
        lines: z
          .array(z.strictObject({ productId: id, quantity }))
          .min(1)
          .max(limits.linesPerPurchase),
      }),
  }),
  /** A product as a line: by its own unit, at what it was last bought for, with its tax. */
  'purchases.newLine': query<DraftLine>()({ permission: 'stock.edit', input: () => z.strictObject({ productId: id }) }),
  'purchases.saveDraft': command<PurchaseDraft>()({
    permission: 'stock.edit',
    input: () => draftContent.extend({ id }),
  }),
  'purchases.dropDraft': command<null>()({ permission: 'stock.edit', input: () => z.strictObject({ id }) }),
  /** The goods are in stock, their cost is the new average, and the shop owes the supplier. */
  'purchases.post': command<Purchase>()({ permission: 'stock.edit', input: () => z.strictObject({ draftId: id }) }),
  /** The purchase was wrong, or the goods went back: as if it had never been. */
  'purchases.reverse': command<Purchase>()({
    permission: 'stock.edit',
    input: () => z.strictObject({ id, reason: name }),
  }),
} as const;
