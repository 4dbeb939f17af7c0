import type { Money } from '@shared/money';
import type { Mutation } from '../../store';
import { readCost, writeCost } from '../catalogue';
import type { ShopDeps } from '../deps';
import { averageCost, costBefore, unitCost } from './average';

/** What a product costs by its bills; without one, what it was said to cost before. */
function costOf(deps: ShopDeps, productId: string): Money | null {
  const average = averageCost(deps.store, productId);
  return average === null ? costBefore(deps.store, productId) : unitCost(average);
}

/** Sets the cost of each product to its average, inside the mutation that changed what it is made of. */
export function restateCosts(m: Mutation, deps: ShopDeps, productIds: Iterable<string>): void {
  for (const id of new Set(productIds)) {
    const isGone = deps.store
      .sql<[string], { deleted_at: number | null }>('SELECT deleted_at FROM product WHERE id = ?')
      .get(id)?.deleted_at;
    if (isGone === null) writeCost(m, deps, id, costOf(deps, id));
  }
}

/** Those whose cost is not what their bills say. */
export const misstated = (deps: ShopDeps, productIds: Iterable<string>): string[] =>
  [...new Set(productIds)].filter((id) => readCost(deps.store, id) !== costOf(deps, id));
