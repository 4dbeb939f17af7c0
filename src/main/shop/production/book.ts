import type { Row } from '@shared/entities';
import type { Quantity } from '@shared/money';
import type { Reads } from '../../store';

export interface Ingredient {
  readonly productId: string;
  readonly quantity: Quantity;
}

/** A recipe as far as others look through it. */
export interface BookRecipe {
  readonly id: string;
  readonly productId: string;
  readonly batch: Quantity;
  readonly lines: readonly Ingredient[];
}

/**
 * All recipes that stand, to look through one into the next. Two tills may have made them go round in a circle: whatever looks
 * through them goes over each product once.
 */
export class RecipeBook {
  /** By product, the older first. */
  readonly #recipes: ReadonlyMap<string, readonly BookRecipe[]>;

  constructor(recipes: Iterable<BookRecipe>) {
    this.#recipes = Map.groupBy(recipes, ({ productId }) => productId);
  }

  /** @param without a recipe that is about to say something else */
  static read(reads: Reads, without?: string): RecipeBook {
    const lines = Map.groupBy(
      reads
        .sql<[], { recipe_id: string } & Pick<Row<'recipe'>['lines'][number], 'product_id' | 'quantity'>>(
          `SELECT l.recipe_id, l.product_id, l.quantity FROM recipe_line AS l JOIN recipe AS r ON r.id = l.recipe_id
           WHERE r.deleted_at IS NULL ORDER BY l.recipe_id, l.line_no`,
        )
        .all(),
      ({ recipe_id }) => recipe_id,
    );
    const recipes = reads
      .sql<[], Pick<Row<'recipe'>, 'id' | 'product_id' | 'batch_quantity'>>(
        'SELECT id, product_id, batch_quantity FROM recipe WHERE deleted_at IS NULL ORDER BY created_at, id',
      )
      .all()
      .filter(({ id }) => id !== without)
      .map(({ id, product_id, batch_quantity }) => ({
        id,
        productId: product_id,
        batch: batch_quantity,
        lines: (lines.get(id) ?? []).map((line) => ({ productId: line.product_id, quantity: line.quantity })),
      }));
    return new RecipeBook(recipes);
  }

  /** The recipe that is used: of two that were made apart the older. */
  of(productId: string): BookRecipe | undefined {
    return this.#recipes.get(productId)?.[0];
  }

  /** Another recipe makes the same. */
  isTwice(productId: string): boolean {
    return (this.#recipes.get(productId)?.length ?? 0) > 1;
  }

  /** The first of these ingredients that is the product, or is made of it; null when none is. */
  eatenThrough(productId: string, ingredients: Iterable<string>): string | null {
    for (const ingredient of ingredients) if (this.#leadsTo(ingredient, productId)) return ingredient;
    return null;
  }

  /** It is made of itself. */
  isCircular(productId: string): boolean {
    return this.eatenThrough(productId, this.#madeOf(productId)) !== null;
  }

  #madeOf(productId: string): string[] {
    return (this.#recipes.get(productId) ?? []).flatMap(({ lines }) => lines.map((line) => line.productId));
  }

  #leadsTo(from: string, to: string): boolean {
    const seen = new Set([from]);
    // What is added while it is gone through is gone through, too; nothing is added twice.
    for (const product of seen) {
      if (product === to) return true;
      for (const next of this.#madeOf(product)) seen.add(next);
    }
    return false;
  }
}
