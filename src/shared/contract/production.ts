import { z } from 'zod';
import { type DayPart, dayParts } from '../day-parts';
import type { Money, Quantity, UnitCode } from '../money';
import { command, query } from './call';
import type { Page } from './catalogue';
import { day, id, limit, name, note, offset, quantity, searchText } from './inputs';

/**
 * What a batch comes to: `known`, of which `each` is one stock unit of it; `unknown`, with what nobody knows the cost of;
 * `hidden` from this role, or at a till that does not keep costs.
 */
export type BatchCost =
  | { state: 'known'; batch: Money; each: Money }
  | { state: 'unknown'; missing: string[] }
  | { state: 'hidden' };

export interface RecipeSummary {
  id: string;
  productId: string;
  name: string;
  unit: UnitCode;
  /** How much a batch makes. */
  batch: Quantity;
  ingredients: number;
  /** The product is on sale no more. */
  removed: boolean;
  /** It is made of itself, through other recipes: two tills made one half each. */
  circular: boolean;
  /** Another till made a recipe of the same product, before the two could see each other. */
  twice: boolean;
  cost: BatchCost;
}

export interface RecipeLine {
  productId: string;
  name: string;
  unit: UnitCode;
  quantity: Quantity;
  removed: boolean;
  /** Null: nobody knows, or this is not for whoever asks. */
  cost: Money | null;
}

export interface Recipe extends RecipeSummary {
  note: string | null;
  lines: RecipeLine[];
  /** Removed itself. */
  deleted: boolean;
}

/** What making so much would take, by the product's recipe; without one no lines. */
export interface ProductionPlan {
  productId: string;
  name: string;
  unit: UnitCode;
  recipeId: string | null;
  /** What was asked for, else a batch; null without a recipe. */
  quantity: Quantity | null;
  lines: PlannedLine[];
}

export interface PlannedLine {
  productId: string;
  name: string;
  unit: UnitCode;
  quantity: Quantity;
  /** How much there is; null where its stock is not counted. */
  stock: Quantity | null;
}

export interface ProductionSummary {
  id: string;
  productId: string;
  name: string;
  unit: UnitCode;
  quantity: Quantity;
  madeDay: string;
  part: DayPart;
  madeBy: string | null;
  /** When it was written down, and by whom. */
  at: number;
  staff: string | null;
  reversed: boolean;
}

export interface ProductionLog extends ProductionSummary {
  note: string | null;
  terminal: string | null;
  lines: { lineNo: number; productId: string; name: string; unit: UnitCode; quantity: Quantity }[];
  reversal: { reason: string; at: number; staff: string | null } | null;
}

/** A log that was taken, with the ingredients that are below nothing now. */
export interface Logged {
  log: ProductionLog;
  below: { productId: string; name: string; unit: UnitCode; stock: Quantity }[];
}

export interface Feedback {
  id: string;
  ofDay: string;
  part: DayPart;
  rating: number;
  note: string | null;
  product: string | null;
  customer: string | null;
  at: number;
  staff: string | null;
}

/** More ingredients than any kitchen has. */
const mostLines = 200;
const lines = () => z.array(z.strictObject({ productId: id, quantity })).max(mostLines);
const part = () => z.enum(dayParts);
const days = { from: day.optional(), to: day.optional() };
const recipe = () => ({
  /** How much a batch makes. */
  batch: quantity,
  lines: lines().min(1),
  note: note.nullable(),
});

export const productionCalls = {
  /** By the product's name. */
  'recipes.list': query<Page<RecipeSummary>>()({
    permission: 'stock.edit',
    input: () => z.strictObject({ text: searchText.optional(), offset: offset.default(0), limit }),
  }),
  'recipes.get': query<Recipe>()({ permission: 'stock.edit', input: () => z.strictObject({ id }) }),
  /** The same id again is the same recipe. @throws `recipe_exists`, `recipe_cycle`, `bad_value`, `deleted` */
  'recipes.create': command<Recipe>()({
    permission: 'stock.edit',
    input: () => z.strictObject({ id, productId: id, ...recipe() }),
  }),
  /** Only what differs is written. @throws `recipe_cycle`, `bad_value`, `deleted` */
  'recipes.edit': command<Recipe>()({ permission: 'stock.edit', input: () => z.strictObject({ id, ...recipe() }) }),
  'recipes.remove': command<null>()({ permission: 'stock.edit', input: () => z.strictObject({ id }) }),
  /** @throws `recipe_exists`, `recipe_cycle` */
  'recipes.restore': command<null>()({ permission: 'stock.edit', input: () => z.strictObject({ id }) }),
  /** The newest first; days are those on which it was made. */
  'production.list': query<Page<ProductionSummary>>()({
    permission: 'member',
    input: () =>
      z.strictObject({
        ...days,
        part: part().optional(),
        productId: id.optional(),
        offset: offset.default(0),
        limit,
      }),
  }),
  'production.get': query<ProductionLog>()({ permission: 'member', input: () => z.strictObject({ id }) }),
  'production.plan': query<ProductionPlan>()({
    permission: 'stock.edit',
    input: () => z.strictObject({ productId: id, quantity: quantity.optional() }),
  }),
  /** The same id again is the same log. @throws `bad_value` with the `field`, `deleted` */
  'production.log': command<Logged>()({
    permission: 'stock.edit',
    input: () =>
      z.strictObject({
        id,
        productId: id,
        quantity,
        madeDay: day,
        part: part(),
        madeBy: id.nullable(),
        recipeId: id.nullable(),
        lines: lines(),
        note: note.nullable(),
      }),
  }),
  /** Taken back as a whole; the log stays. A second time nothing happens. */
  'production.reverse': command<ProductionLog>()({
    permission: 'stock.edit',
    input: () => z.strictObject({ id, reason: name }),
  }),
  'feedback.list': query<Page<Feedback>>()({
    permission: 'member',
    input: () => z.strictObject({ ...days, part: part().optional(), offset: offset.default(0), limit }),
  }),
  /** The same id again is the same feedback. */
  'feedback.add': command<null>()({
    permission: 'member',
    input: () =>
      z.strictObject({
        id,
        ofDay: day,
        part: part(),
        rating: z.number().int().min(1).max(5),
        note: note.nullable(),
        productId: id.nullable(),
        customerId: id.nullable(),
      }),
  }),
} as const;
