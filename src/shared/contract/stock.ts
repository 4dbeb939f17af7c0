import { z } from 'zod';
import type { StockReason } from '../entities';
import type { Quantity } from '../money';
import { command, query } from './call';
import type { Page, ProductSummary } from './catalogue';
import { day, empty, id, limit, note, offset, searchText, signedQuantity } from './inputs';

export interface StockMovement {
  id: string;
  quantity: Quantity;
  /** Stock after this movement. */
  balance: Quantity;
  reason: StockReason;
  documentNumber: string | null;
  documentId: string | null;
  note: string | null;
  staff: string | null;
  at: number;
}

/** How many of the products whose stock is counted are in which state; together they are `counted`. */
export interface StockSummary {
  counted: number;
  enough: number;
  /** Above nothing, at or below the reorder level. */
  low: number;
  out: number;
  /** Below zero. */
  oversold: number;
}

/** What became of a product's stock in a period. The four in the middle are signed and lead from one end to the other. */
export interface StockPeriod {
  atStart: Quantity;
  /** Opening, bought (less what went back to the supplier), made. */
  received: Quantity;
  sold: Quantity;
  /** Returned, and sales that were voided. */
  returned: Quantity;
  /** Ingredients that went into what the shop made, less what came back when that was taken back. */
  used: Quantity;
  /** Every movement that a person made to set things right, and counts. */
  adjusted: Quantity;
  atEnd: Quantity;
}

/** Reasons that a person gives for a movement of its own. */
export const adjustReasons = [
  'adjustment',
  'damage',
  'expiry',
  'own_use',
  'found',
  'purchase',
  'production',
  'consumption',
  'opening',
] as const satisfies readonly StockReason[];

/** From the first instant of one day to the last of the other; without an end where it is not given. */
const days = { from: day.optional(), to: day.optional() };

export const stockCalls = {
  /** Products whose stock is counted, with their level. */
  'stock.levels': query<Page<ProductSummary>>()({
    permission: 'member',
    input: () =>
      z.strictObject({
        text: searchText.optional(),
        categoryId: id.optional(),
        /** As in {@link StockSummary}: each product is in one of them. */
        state: z.enum(['any', 'low', 'out', 'oversold']).default('any'),
        sort: z.enum(['name', 'stock']).default('name'),
        descending: z.boolean().default(false),
        offset: offset.default(0),
        limit,
      }),
  }),
  'stock.summary': query<StockSummary>()({ permission: 'member', input: () => empty }),
  'stock.history': query<Page<StockMovement>>()({
    permission: 'member',
    input: () => z.strictObject({ productId: id, ...days, offset: offset.default(0), limit }),
  }),
  'stock.period': query<StockPeriod>()({
    permission: 'member',
    input: () => z.strictObject({ productId: id, ...days }),
  }),
  /** Sets things right by a movement of its own; the reason is kept. */
  'stock.adjust': command<{ stock: Quantity }>()({
    permission: 'stock.edit',
    input: () =>
      z.strictObject({
        productId: id,
        quantity: signedQuantity.refine((value) => value !== 0, 'zero'),
        reason: z.enum(adjustReasons),
        note,
      }),
  }),
} as const;
