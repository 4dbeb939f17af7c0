import type { Money } from '@shared/money';
import type { Mutation } from '../../store';
import { readCost, writeCost } from '../catalogue';
import type { ShopDeps } from '../deps';
import { knowsOffice } from '../office';
import { knownCost, unitCost } from './average';

interface Restated {
  readonly products: Iterable<string>;
  /** The purchases and reversals that changed what the costs are made of. */
  readonly because: Iterable<string>;
}

/**
 * Whether this terminal knows costs: one that is in no network, or an office. A counter has only forgotten what somebody
 * said, and would state an average without it.
 */
export const keepsCosts = (deps: ShopDeps): boolean => knowsOffice(deps);

function costOf(deps: ShopDeps, productId: string): Money | null {
  const known = knownCost(deps.store, productId);
  return known && unitCost(known);
}

/**
 * Sets the cost of each product to its average, inside the mutation that changed what it is made of. A counter leaves it to
 * the offices.
 */
export function restateCosts(m: Mutation, deps: ShopDeps, { products, because }: Restated): void {
  if (!keepsCosts(deps)) return;
  for (const id of misstated(deps, products)) {
    const isGone = deps.store
      .sql<[string], { deleted_at: number | null }>('SELECT deleted_at FROM product WHERE id = ?')
      .get(id)?.deleted_at;
    if (isGone === null) writeCost(m, deps, id, costOf(deps, id));
  }
  const done = m.local<[string]>('INSERT INTO purchase_costed (id) VALUES (?) ON CONFLICT DO NOTHING');
  for (const id of because) done.run(id);
}

/** Those whose cost is not what their bills say. */
const misstated = (deps: ShopDeps, productIds: Iterable<string>): string[] =>
  [...new Set(productIds)].filter((id) => readCost(deps.store, id) !== costOf(deps, id));
