import type { Entry } from '@shared/sync';
import { DatabaseProblem } from '../../store';
import type { ShopDeps } from '../deps';
import { keepsCosts, restateCosts } from './cost';

/** A purchase or a reversal with which the costs have not been stated here yet. */
interface Due {
  readonly id: string;
  readonly purchase: string;
}

/**
 * Two tills that receive goods of one product at the same time each set its cost by what they know, and one of the two wins;
 * counters set none. So a terminal that keeps costs states them again with each purchase and reversal of another till,
 * once. They all say the same, because the average follows from what they all have. What is still to be done follows from
 * the file (`purchase_costed`), so a power cut in between, a copy of everything or a full disk lose none.
 */
export class CostReview {
  readonly #deps: ShopDeps;
  /** False when nothing can be due that nobody has told of since. */
  #mayBeDue = true;

  constructor(deps: ShopDeps) {
    this.#deps = deps;
  }

  /** Entries of the log have been applied, or a copy of everything. */
  confirmed(entries: readonly Entry[] | null): void {
    this.#mayBeDue ||= entries === null || entries.some(({ ops }) => ops.some(({ entity }) => touching.has(entity)));
    // A counter that becomes an office has all of them before it, its own too, which it may never hear of: they were put aside.
    this.#mayBeDue ||= !keepsCosts(this.#deps);
    if (!this.#mayBeDue || !keepsCosts(this.#deps)) return;
    try {
      this.#restate();
      this.#mayBeDue = false;
    } catch (error) {
      // A full disk: they stay due.
      if (!(error instanceof DatabaseProblem)) throw error;
    }
  }

  #due(): Due[] {
    return this.#deps.store
      .sql<[], Due>(
        `SELECT id, id AS purchase FROM purchase WHERE id NOT IN (SELECT id FROM purchase_costed)
         UNION ALL
         SELECT id, purchase_id FROM purchase_reversal WHERE id NOT IN (SELECT id FROM purchase_costed)`,
      )
      .all();
  }

  #restate(): void {
    const { store } = this.#deps;
    const due = this.#due();
    if (due.length === 0) return;
    const products = store
      .sql<[string], { id: string }>(
        `SELECT DISTINCT product_id AS id FROM purchase_line WHERE purchase_id IN (SELECT value FROM json_each(?))`,
      )
      .all(JSON.stringify(due.map(({ purchase }) => purchase)))
      .map(({ id }) => id);
    store.mutate({ name: 'cost.average', kind: 'fact', actor: 'system' }, (m) =>
      restateCosts(m, this.#deps, { products, because: due.map(({ id }) => id) }),
    );
  }
}

const touching: ReadonlySet<string> = new Set(['purchase', 'purchase_reversal']);
