import { type HandlerInput, limits, type PlannedLine, type ProductionPlan } from '@shared/contract';
import { AppError } from '@shared/errors';
import {
  attempt,
  QUANTITY_SCALE,
  type Quantity,
  quantity,
  scaleQuantity,
  unitDecimals,
  wholeOnesFor,
} from '@shared/money';
import type { Reads } from '../../store';
import { RecipeBook } from './book';
import { usable } from './recipes';

/**
 * What making so much takes, by the product's recipe. Lines of which nothing is left are left out: a pinch for a thousand
 * loaves is none for one.
 *
 * @throws AppError `not_found`, `deleted`, `too_large`
 */
export function planProduction(reads: Reads, input: HandlerInput<'production.plan'>): ProductionPlan {
  const { id: productId, name, unit } = usable(reads, input.productId);
  const recipe = RecipeBook.read(reads).of(productId);
  const wanted = input.quantity ?? recipe?.batch ?? null;
  const lines = recipe?.lines ?? [];
  return {
    productId,
    name,
    unit,
    recipeId: recipe?.id ?? null,
    quantity: wanted,
    lines: lines.flatMap((line): PlannedLine[] => {
      if (!recipe || wanted === null) return [];
      const { deleted, ...ingredient } = ingredientOf(reads, line.productId);
      const needed = withinLimits(() => neededOf(line.quantity, wanted, recipe.batch, ingredient.unit));
      // What is gone cannot be used any more; the recipe says so.
      return needed === 0 || deleted ? [] : [{ ...ingredient, quantity: needed }];
    }),
  };
}

function withinLimits(compute: () => Quantity): Quantity {
  const needed = attempt(compute);
  if (needed.ok && needed.value <= limits.quantity) return needed.value;
  throw new AppError('too_large', 'It takes more than can be reckoned with', { limit: limits.quantity });
}

/** Of what is counted in whole pieces a part of one is one. */
export function neededOf(line: Quantity, wanted: Quantity, batch: Quantity, unit: string): Quantity {
  const exact = scaleQuantity(line, wanted, batch);
  return unitDecimals(unit) === 0 ? wholeOnesFor(exact, quantity(QUANTITY_SCALE)) : exact;
}

interface Shelf extends Omit<PlannedLine, 'quantity'> {
  readonly deleted: boolean;
}

function ingredientOf(reads: Reads, id: string): Shelf {
  const row = reads
    .sql<[string], Omit<Shelf, 'deleted'> & { deleted: 0 | 1 }>(
      `SELECT p.id AS productId, p.name, p.unit, p.deleted_at IS NOT NULL AS deleted,
         CASE p.track_stock WHEN 1 THEN coalesce(l.quantity, 0) END AS stock
       FROM product AS p LEFT JOIN stock_level AS l ON l.product_id = p.id WHERE p.id = ?`,
    )
    .get(id);
  if (!row) throw new Error(`A recipe has ${id}, which is no product`);
  return { ...row, deleted: row.deleted === 1 };
}
