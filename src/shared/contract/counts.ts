import { z } from 'zod';
import type { CountEntryKind, CountScope } from '../entities';
import type { Money, Quantity, UnitCode } from '../money';
import { command, query } from './call';
import type { Page } from './catalogue';
import { code, id, levelQuantity, limit, name, offset, quantity, signedQuantity } from './inputs';

export type CountState = 'open' | 'posted' | 'cancelled';

export interface CountSummary {
  id: string;
  name: string;
  what: CountScope;
  /** The category's or the brand's name. */
  of: string | null;
  state: CountState;
  at: number;
  staff: string | null;
  /** How many products somebody has counted. */
  products: number;
  lastAt: number | null;
}

/** Somebody at a till, and what they counted on a sheet. */
export interface CountPerson {
  staffId: string;
  terminalId: string;
  staff: string | null;
  terminal: string | null;
  products: number;
  entries: number;
  lastAt: number;
}

export interface CountSheet extends CountSummary {
  blind: boolean;
  people: CountPerson[];
  /** How many products belong on it; null where anything may. */
  wanted: number | null;
  /** How it ended, in this order. Two tills that could not see each other may both have ended it. */
  closes: { id: string; result: 'posted' | 'cancelled'; at: number; staff: string | null; terminal: string | null }[];
  /** Products that were counted, or counted otherwise, than what was posted: another till's entries came later. */
  late: number;
}

/** One thing that somebody counted. */
export interface CountEntry {
  id: string;
  productId: string;
  name: string;
  unit: UnitCode;
  kind: CountEntryKind;
  quantity: Quantity;
  staff: string | null;
  terminal: string | null;
  at: number;
}

/** A product after something of it was counted. */
export interface Counted {
  productId: string;
  name: string;
  unit: UnitCode;
  /** What this was. */
  quantity: Quantity;
  /** All that was counted of it so far; null when it was taken off the sheet. */
  counted: Quantity | null;
  /** What should be there; null on a blind sheet. */
  expected: Quantity | null;
}

export type CountScan =
  | ({ outcome: 'counted' } & Counted)
  /** A product that is not on this sheet, or whose stock is not counted. */
  | { outcome: 'elsewhere'; name: string }
  | { outcome: 'ambiguous' | 'unknown' | 'damaged'; code: string };

/** What one person counted of one product at one till. */
export interface CountShare {
  staffId: string;
  terminalId: string;
  staff: string | null;
  terminal: string | null;
  quantity: Quantity;
  at: number;
}

/** A product in the review of a sheet. */
export interface CountLine {
  /** The product's. */
  id: string;
  name: string;
  sku: string | null;
  unit: UnitCode;
  /** Null: nobody counted it. */
  counted: Quantity | null;
  /** What should have been there when it was counted. */
  expected: Quantity;
  /** Counted less expected. */
  difference: Quantity;
  /** What the difference cost; null without a cost, or for a role that may not see it. */
  value: Money | null;
  countedAt: number | null;
  /** Some of it was sold or received between the first and the last entry. */
  moved: boolean;
  shares: CountShare[];
}

/** The review in figures. */
export interface CountFigures {
  counted: number;
  differing: number;
  /** More than one person counted it, or it moved while it was counted. */
  doubtful: number;
  /** On the sheet, and not counted. */
  missing: number;
  /** Costs of what is more, and of what is less (below zero); null for a role that may not see them. */
  more: Money | null;
  less: Money | null;
  /** Differing products whose cost nobody knows. */
  unpriced: number;
}

const sheet = z.strictObject({ id });

export const countCalls = {
  /** The newest first. */
  'counts.list': query<Page<CountSummary>>()({
    permission: 'member',
    input: () => z.strictObject({ open: z.boolean().default(false), offset: offset.default(0), limit }),
  }),
  'counts.get': query<CountSheet>()({ permission: 'member', input: () => sheet }),
  'counts.begin': command<CountSheet>()({
    permission: 'stock.edit',
    input: () =>
      z.strictObject({
        name,
        scope: z.discriminatedUnion('what', [
          z.strictObject({ what: z.literal('all') }),
          z.strictObject({ what: z.literal('category'), id }),
          z.strictObject({ what: z.literal('brand'), id }),
          z.strictObject({ what: z.literal('free') }),
        ]),
        blind: z.boolean().default(true),
      }),
  }),
  /** What was counted, the newest first. */
  'counts.entries': query<Page<CountEntry>>()({
    permission: 'member',
    input: () => z.strictObject({ countId: id, productId: id.optional(), offset: offset.default(0), limit }),
  }),
  /** A code adds one, a box what is in it, a scale's label what it weighs; `times` as many of it. */
  'counts.scan': command<CountScan>()({
    permission: 'member',
    input: () => z.strictObject({ countId: id, code, times: quantity.optional() }),
  }),
  /** So much more was found; below zero it is taken off again. */
  'counts.add': command<Counted>()({
    permission: 'member',
    input: () =>
      z.strictObject({
        countId: id,
        productId: id,
        quantity: signedQuantity.refine((value) => value !== 0, 'zero'),
      }),
  }),
  /** It was counted again as a whole: so much, whatever was found before. */
  'counts.set': command<Counted>()({
    permission: 'stock.edit',
    input: () => z.strictObject({ countId: id, productId: id, quantity: levelQuantity }),
  }),
  /** It is what one of them counted; the others counted the same shelf. */
  'counts.take': command<Counted>()({
    permission: 'stock.edit',
    input: () => z.strictObject({ countId: id, productId: id, staffId: id, terminalId: id }),
  }),
  /** As if it had not been counted. */
  'counts.clear': command<Counted>()({
    permission: 'stock.edit',
    input: () => z.strictObject({ countId: id, productId: id }),
  }),
  'counts.review': query<Page<CountLine>>()({
    permission: 'stock.edit',
    input: () =>
      z.strictObject({
        countId: id,
        show: z.enum(['differences', 'doubtful', 'counted', 'missing']).default('differences'),
        offset: offset.default(0),
        limit,
      }),
  }),
  'counts.figures': query<CountFigures>()({ permission: 'stock.edit', input: () => sheet }),
  /** The differences move the stock. What nobody counted stays as it is, or is nothing. */
  'counts.post': command<CountSheet>()({
    permission: 'stock.edit',
    input: () => z.strictObject({ id, missing: z.enum(['leave', 'zero']).default('leave') }),
  }),
  'counts.cancel': command<CountSheet>()({ permission: 'stock.edit', input: () => sheet }),
} as const;
