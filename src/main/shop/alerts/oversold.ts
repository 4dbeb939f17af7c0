import { addQuantity, type Quantity, quantity, subQuantity } from '@shared/money';
import type { Entry } from '@shared/sync';
import { DatabaseProblem, type Mutation } from '../../store';
import type { ShopDeps } from '../deps';
import { mindsNegative, raise, type Watched } from './crossings';

interface Open {
  readonly id: string;
  /** The hub has it: whoever resolves it is understood. */
  readonly confirmed: 0 | 1;
}

/**
 * What two tills sell at once nobody's own sale takes below nothing: only the shop's log does. So each terminal looks at
 * a product again when the log has moved it, and decides by the level that the log gives, without what this terminal
 * alone knows: all terminals decide alike, give the alert the same id, and the hub keeps one.
 */
export class OversoldReview {
  readonly #deps: Pick<ShopDeps, 'store' | 'settings'>;
  /** Products to look at; null for all, as at the start. */
  #due: Set<string> | null = null;

  constructor(deps: Pick<ShopDeps, 'store' | 'settings'>) {
    this.#deps = deps;
  }

  /** Entries of the log have been applied, or a copy of everything. */
  confirmed(entries: readonly Entry[] | null): void {
    if (entries === null) this.#due = null;
    else for (const id of entries.flatMap((entry) => this.#productsOf(entry))) this.#due?.add(id);
    if (this.#due?.size === 0) return;
    try {
      this.#review(this.#due ?? this.#suspects());
      this.#due = new Set();
    } catch (error) {
      // A full disk: what was due stays due, and the next entry asks again.
      if (!(error instanceof DatabaseProblem)) throw error;
    }
  }

  #productsOf({ ops }: Entry): string[] {
    return ops.flatMap(({ entity, id, ...effect }) => {
      if (entity === 'stock_movement' && effect.op === 'put') return String(effect.row.product_id);
      if (entity === 'product') return id;
      return entity === 'alert' ? (this.#alertProduct(id) ?? []) : [];
    });
  }

  #alertProduct(id: string): string | null {
    const { store } = this.#deps;
    return (
      store.sql<[string], { product_id: string | null }>('SELECT product_id FROM alert WHERE id = ?').get(id)
        ?.product_id ?? null
    );
  }

  #suspects(): string[] {
    return this.#deps.store
      .sql<[], { id: string }>(
        `SELECT product_id AS id FROM stock_level WHERE quantity < 0
         UNION SELECT product_id FROM alert WHERE kind = 'oversold' AND state <> 'resolved' AND product_id IS NOT NULL
         ORDER BY 1`,
      )
      .all()
      .map(({ id }) => id);
  }

  #review(products: Iterable<string>): void {
    const changes = [...products].flatMap((id) => this.#changeOf(id) ?? []);
    if (changes.length === 0) return;
    this.#deps.store.mutate({ name: 'stock.review', kind: 'fact', actor: 'system' }, (m) => {
      for (const change of changes) change(m);
    });
  }

  /** What is to be done about a product's alert; null when it is as it should be. */
  #changeOf(id: string): ((m: Mutation) => void) | null {
    const { store } = this.#deps;
    const product = store
      .sql<[string], Watched & { stock: Quantity; isSold: 0 | 1 }>(
        `SELECT p.id, p.reorder_level, p.negative_stock, l.quantity AS stock,
           p.deleted_at IS NULL AND p.track_stock = 1 AS isSold
         FROM product AS p JOIN stock_level AS l ON l.product_id = p.id WHERE p.id = ?`,
      )
      .get(id);
    if (!product) return null;
    const { stock } = product;
    const open = this.#openAlerts(id);
    if (stock >= 0 && open.length === 0) return null;
    const isShort = stock < 0;
    if (isShort !== subQuantity(stock, this.#unsettled(id)) < 0) return null;
    const isMinded = product.isSold === 1 && mindsNegative(this.#deps, product);
    if (isShort && isMinded && open.length === 0) return (m) => raise(m, product, 'oversold', stock);
    const known = open.filter(({ confirmed }) => confirmed === 1);
    // Two may have been raised by terminals that knew different ones before.
    const over = isShort && isMinded ? known.slice(1) : known;
    if (over.length === 0) return null;
    return (m) => {
      for (const { id: alert } of over) m.set('alert', alert, { state: 'resolved', resolved_at: m.at });
    };
  }

  #openAlerts(product: string): Open[] {
    return this.#deps.store
      .sql<[string], Open>(
        `SELECT a.id, v.version IS NOT NULL AS confirmed
         FROM alert AS a LEFT JOIN register_version AS v ON v.entity = 'alert' AND v.entity_id = a.id AND v.unit = ''
         WHERE a.product_id = ? AND a.kind = 'oversold' AND a.state <> 'resolved' AND a.deleted_at IS NULL
         ORDER BY a.raised_at, a.id`,
      )
      .all(product);
  }

  /** What is in the level and not in the log yet. */
  #unsettled(product: string): Quantity {
    let moved = quantity(0);
    for (const operation of this.#deps.store.replica.unsettled(product)) {
      if (operation.op !== 'put' || operation.entity !== 'stock_movement') continue;
      const { product_id, quantity: by } = operation.row;
      if (product_id === product && typeof by === 'number') moved = addQuantity(moved, quantity(by));
    }
    return moved;
  }
}
