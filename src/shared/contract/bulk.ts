import { z } from 'zod';
import type { Rate, UnitCode } from '../money';
import { rate as toRate } from '../money';
import { command, query } from './call';
import type { Page } from './catalogue';
import { empty, id, levelQuantity, limit, limits, money, offset, searchText, signedMoney } from './inputs';

/** Why a product of a bulk edit is left as it is. */
export const bulkReasons = [
  'deleted',
  'not_found',
  'above_mrp',
  'negative',
  'too_large',
  'no_cost',
  'unit_decimals',
  /** Somebody changed it after the change was decided, or, at an undo, since. */
  'changed_since',
  /** What it was to be given (a category, a brand, a tax class) is gone. */
  'group_gone',
] as const;
export type BulkReason = (typeof bulkReasons)[number];

/** What a person should see before they decide; none of it is refused. `units`: a box has a price of its own, which stays. */
export const bulkWarnings = ['below_cost', 'zero', 'units'] as const;
export type BulkWarning = (typeof bulkWarnings)[number];

/** By the kind of change: a price in minor units, a reorder level in thousandths, a name, or a switch. */
export type BulkValue = string | number | boolean | null;

/** What would become of one product. */
export interface BulkRow {
  id: string;
  name: string;
  sku: string | null;
  unit: UnitCode | null;
  before: BulkValue;
  /** Also where it is refused, as far as it is known. */
  after: BulkValue;
  verdict: 'change' | 'same' | 'refused';
  reason: BulkReason | null;
  warnings: BulkWarning[];
  /** Of a change of price: profit as part of the price before tax. Null without a cost. */
  marginBefore: Rate | null;
  margin: Rate | null;
}

/** The refused first, then those with a warning, those that change, and those that are so already; each by name. */
export interface BulkPreview extends Page<BulkRow> {
  counts: { change: number; same: number; refused: number; warned: number };
  /** Names exactly these changes of exactly these products; `bulk.run` makes no others. */
  stamp: string;
}

export interface BulkRefusal {
  id: string;
  name: string;
  reason: BulkReason;
}

/** What became of a bulk edit, or of its undo. changed + same + refused + left = all that were chosen. */
export interface BulkResult {
  requestId: string;
  changed: number;
  same: number;
  refused: number;
  /** Not reached, because it was stopped. */
  left: number;
  /** At most 500; `refused` counts all of them. */
  refusals: BulkRefusal[];
}

export interface BulkProgress {
  requestId: string;
  done: number;
  total: number;
}

/** `ids` in one call: far more than anybody ticks by hand, far below the megabyte of a call. */
export const bulkLimits = { ids: 5_000, refusals: 500, price: limits.money } as const;

const ids = z.array(id).max(bulkLimits.ids);

/** Products one by one, or all that a list's filter finds now, but for some. */
const selection = () =>
  z.discriminatedUnion('of', [
    z.strictObject({ of: z.literal('these'), ids: ids.min(1) }),
    z.strictObject({
      of: z.literal('filter'),
      text: searchText.optional(),
      categoryId: id.optional(),
      brandId: id.optional(),
      stock: z.enum(['any', 'low', 'out', 'negative']).default('any'),
      except: ids.default([]),
    }),
  ]);

const between = (least: number, most: number) =>
  z
    .number()
    .int()
    .min(least)
    .max(most)
    .transform((value) => toRate(value));

const priceStep = () =>
  z.discriminatedUnion('by', [
    z.strictObject({ by: z.literal('set'), price: money }),
    z.strictObject({ by: z.literal('amount'), amount: signedMoney }),
    /** −100 % to +1000 %. */
    z.strictObject({ by: z.literal('percent'), rate: between(-1_000_000, 10_000_000) }),
    /** 0 % to 99 %. */
    z.strictObject({ by: z.literal('margin'), rate: between(0, 990_000) }),
  ]);

const rounding = () =>
  z
    .strictObject({
      step: money.refine((step) => step > 0, 'a step of nothing'),
      ending: money.default(() => money.parse(0)),
      to: z.enum(['nearest', 'up', 'down']).default('nearest'),
    })
    .refine(({ step, ending }) => ending < step, 'ends beyond its step');

const optionalId = id.nullable();
const change = () =>
  z.discriminatedUnion('field', [
    z.strictObject({ field: z.literal('price'), how: priceStep(), rounding: rounding() }),
    z.strictObject({ field: z.literal('category'), to: optionalId }),
    z.strictObject({ field: z.literal('brand'), to: optionalId }),
    z.strictObject({ field: z.literal('taxClass'), to: optionalId }),
    z.strictObject({ field: z.literal('reorderLevel'), to: levelQuantity.nullable() }),
    /** Among the counter's favourites. */
    z.strictObject({ field: z.literal('favourite'), to: z.boolean() }),
    /** False: not sold any more. */
    z.strictObject({ field: z.literal('active'), to: z.boolean() }),
  ]);

export type BulkSelection = z.output<ReturnType<typeof selection>>;
export type BulkChange = z.output<ReturnType<typeof change>>;
export type BulkField = BulkChange['field'];

const stamp = z.string().regex(/^[0-9a-f]{64}$/);

export const bulkCalls = {
  /** What a change would make of the chosen products; changes nothing. */
  'bulk.preview': query<BulkPreview>()({
    permission: 'catalogue.edit',
    input: () => z.strictObject({ selection: selection(), change: change(), offset: offset.default(0), limit }),
  }),
  /** Makes exactly the changes that were previewed. The same request id again answers with what became of it. */
  'bulk.run': command<BulkResult>()({
    permission: 'catalogue.edit',
    input: () => z.strictObject({ requestId: id, selection: selection(), change: change(), stamp }),
  }),
  /** Stops between two products; what is changed stays, can be undone, and is told. */
  'bulk.stop': command<null>()({ permission: 'catalogue.edit', input: () => z.strictObject({ requestId: id }) }),
  /** Gives back what the change took, where a product still has what the change gave it. */
  'bulk.undo': command<BulkResult>()({ permission: 'catalogue.edit', input: () => z.strictObject({ requestId: id }) }),
  /** Of the change that is being written; null: none is. */
  'bulk.progress': query<BulkProgress | null>()({ permission: 'catalogue.edit', input: () => empty }),
} as const;
