import { addMoney, attempt, type Money, proportion, ZERO } from '@shared/money';
import type { Reads } from '../../store';
import { type Average, knownCost } from '../purchases';
import type { BookRecipe, Ingredient, RecipeBook } from './book';

/**
 * What goods cost that are bought or made: by their bills, else by what somebody said, else by what a batch of them comes to.
 * Whatever is made of itself and was never bought costs what nobody knows.
 */
export class RecipeCosts {
  readonly #reads: Reads;
  readonly #book: RecipeBook;
  /** Null as long as a product is being looked at: whoever comes back to it has gone round in a circle. */
  readonly #known = new Map<string, Average | null>();

  constructor(reads: Reads, book: RecipeBook) {
    this.#reads = reads;
    this.#book = book;
  }

  /** Rounded once; null: nobody knows, or it is beyond what can be reckoned with. */
  ofLine({ productId, quantity }: Ingredient): Money | null {
    const average = this.#averageOf(productId);
    if (average === null) return null;
    const cost = attempt(() => proportion(average.value, quantity, average.quantity));
    return cost.ok ? cost.value : null;
  }

  /** The sum of its lines as they are shown; null when one is not known. */
  ofBatch({ lines }: Pick<BookRecipe, 'lines'>): Money | null {
    let sum: Money = ZERO;
    for (const line of lines) {
      const cost = this.ofLine(line);
      if (cost === null) return null;
      const next = attempt(() => addMoney(sum, cost));
      if (!next.ok) return null;
      sum = next.value;
    }
    return sum;
  }

  #averageOf(productId: string): Average | null {
    const seen = this.#known.get(productId);
    if (seen !== undefined) return seen;
    this.#known.set(productId, null);
    const average = knownCost(this.#reads, productId) ?? this.#madeFor(productId);
    this.#known.set(productId, average);
    return average;
  }

  #madeFor(productId: string): Average | null {
    const recipe = this.#book.of(productId);
    const value = recipe ? this.ofBatch(recipe) : null;
    return recipe && value !== null ? { value, quantity: recipe.batch } : null;
  }
}
