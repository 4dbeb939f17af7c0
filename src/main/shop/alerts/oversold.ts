import { addQuantity, type Quantity, quantity, subQuantity } from '@shared/money';
import type { Effect, Entry, RawOperation } from '@shared/sync';
import { DatabaseProblem, type Mutation, type Unsettled } from '../../store';
import type { ShopDeps } from '../deps';
import { mindsNegative, open, type Watched } from './crossings';

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
    this.#look(entries?.flatMap(({ ops }) => ops) ?? []);
  }

  /** The hub has refused this or put it aside: what was left to it is left to nobody now. */
  unfit(operations: readonly RawOperation[]): void {
    this.#look(operations);
  }

  #look(touching: readonly (Effect | RawOperation)[]): void {
    for (const effect of touching) {
      const product = this.#productOf(effect);
      if (product !== null) this.#due?.add(product);
    }
    if (this.#due?.size === 0) return;
    try {
      this.#review(this.#due ?? this.#suspects());
      this.#due = new Set();
    } catch (error) {
      // A full disk: what was due stays due, and the next entry asks again.
      if (!(error instanceof DatabaseProblem)) throw error;
    }
  }

  #productOf(effect: Effect | RawOperation): string | null {
    const { entity, id } = effect;
    if (effect.op === 'put' && entity === 'stock_movement') return String(effect.row.product_id);
    if (entity === 'product') return id;
    return entity === 'alert' ? this.#alertProduct(id) : null;
  }

  #alertProduct(id: string): string | null {
    const { store } = this.#deps;
    return (
      store.sql<[string], { product_id: string | null }>('SELECT product_id FROM alert WHERE id = ?').get(id)
        ?.product_id ?? null
    );
  }

  #suspects(): string[] {
    const { store } = this.#deps;
    const aside = store.replica.putAside().flatMap((operation) => this.#productOf(operation) ?? []);
    const found = store
      .sql<[], { id: string }>(
        `SELECT product_id AS id FROM stock_level WHERE quantity < 0
         UNION SELECT product_id FROM alert WHERE kind = 'oversold' AND state <> 'resolved' AND product_id IS NOT NULL
         ORDER BY 1`,
      )
      .all()
      .map(({ id }) => id);
    return [...new Set([...found, ...aside])].sort();
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
    const alerts = this.#unresolved(id);
    if (stock >= 0 && alerts.length === 0 && !store.replica.putAside().some((operation) => moves(operation, id)))
      return null;
    const own = store.replica.unsettled(id);
    // What was put aside is seen here alone; what is on its way will be seen by all.
    const shared = subQuantity(stock, movedBy(own, id, true));
    const isShort = subQuantity(shared, movedBy(own, id, false)) < 0;
    if (isShort !== shared < 0) return null;
    const isMinded = product.isSold === 1 && mindsNegative(this.#deps, product);
    const isWanted = isShort && isMinded;
    const onItsWay = new Set(own.flatMap(({ operation, isAside }) => (isAside ? [] : operation.id)));
    const known = alerts.filter(({ confirmed }) => confirmed === 1);
    const isRaised = known.length > 0 || alerts.some((alert) => onItsWay.has(alert.id));
    if (isWanted && !isRaised) return (m) => open(m, product, 'oversold', stock);
    // Two may have been raised by terminals that knew different ones before.
    const over = isWanted ? known.slice(1) : known;
    // One that only this terminal has, because what raised it was put aside, says what is seen here and nothing else does.
    if (stock >= 0 || known.length > over.length)
      over.push(...alerts.filter((alert) => alert.confirmed === 0 && !onItsWay.has(alert.id)));
    if (over.length === 0) return null;
    return (m) => {
      for (const { id: alert } of over) m.set('alert', alert, { state: 'resolved', resolved_at: m.at });
    };
  }

  #unresolved(product: string): Open[] {
    return this.#deps.store
      .sql<[string], Open>(
        `SELECT a.id, v.version IS NOT NULL AS confirmed
         FROM alert AS a LEFT JOIN register_version AS v ON v.entity = 'alert' AND v.entity_id = a.id AND v.unit = ''
         WHERE a.product_id = ? AND a.kind = 'oversold' AND a.state <> 'resolved' AND a.deleted_at IS NULL
         ORDER BY a.raised_at, a.id`,
      )
      .all(product);
  }
}

function moves(operation: RawOperation, product: string): boolean {
  return operation.op === 'put' && operation.entity === 'stock_movement' && operation.row.product_id === product;
}

/** By how much what is on its way, or what was put aside, moves a product. */
function movedBy(own: readonly Unsettled[], product: string, isAside: boolean): Quantity {
  let moved = quantity(0);
  for (const { operation, isAside: is } of own) {
    if (is !== isAside || operation.op !== 'put' || !moves(operation, product)) continue;
    const by = operation.row.quantity;
    if (typeof by === 'number') moved = addQuantity(moved, quantity(by));
  }
  return moved;
}
