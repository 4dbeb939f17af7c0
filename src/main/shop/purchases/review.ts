import type { Entry } from '@shared/sync';
import { DatabaseProblem } from '../../store';
import type { ShopDeps } from '../deps';
import { misstated, restateCosts } from './cost';

/**
 * Two tills that receive goods of one product at the same time each set its cost by what they know, and one of the two wins.
 * So when the log has brought a purchase or a reversal of another till, a till that keeps costs states them again by all of
 * it. They all say the same, because the average follows from the facts alone.
 */
export class CostReview {
  readonly #deps: ShopDeps;

  constructor(deps: ShopDeps) {
    this.#deps = deps;
  }

  /** Entries of the log have been applied. */
  confirmed(entries: readonly Entry[] | null): void {
    const { store } = this.#deps;
    const foreign = (entries ?? []).filter(({ terminal }) => terminal !== store.terminalId);
    const purchases = foreign.flatMap(({ ops }) =>
      ops.flatMap((effect) => {
        if (effect.op !== 'put') return [];
        if (effect.entity === 'purchase') return [effect.id];
        return effect.entity === 'purchase_reversal' ? [String(effect.row.purchase_id)] : [];
      }),
    );
    if (purchases.length === 0 || this.#deps.terminal().role !== 'office') return;
    const products = store
      .sql<[string], { id: string }>(
        `SELECT DISTINCT product_id AS id FROM purchase_line WHERE purchase_id IN (SELECT value FROM json_each(?))`,
      )
      .all(JSON.stringify(purchases))
      .map(({ id }) => id);
    const wrong = misstated(this.#deps, products);
    if (wrong.length === 0) return;
    try {
      store.mutate({ name: 'cost.average', kind: 'fact', actor: 'system' }, (m) => restateCosts(m, this.#deps, wrong));
    } catch (error) {
      // A full disk: the next purchase of these goods states them anew.
      if (!(error instanceof DatabaseProblem)) throw error;
    }
  }
}
