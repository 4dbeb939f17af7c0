import type { Effect, Entry } from '@shared/sync';
import type { Store } from '../../store';
import { DueReview, derivedId } from '../alerts';

/**
 * Two tills that do not see each other may both make a bill of one order. Both are sales and stay, so somebody has to be told.
 * Each terminal looks at an order when the log has brought a bill of it; the alert's id follows from the order and how many
 * bills are too many, so all raise the same and the hub keeps one.
 */
export class OrderReview {
  readonly #store: Store;
  readonly #due: DueReview;

  constructor(store: Store) {
    this.#store = store;
    this.#due = new DueReview({
      of: orderOf,
      suspects: () => this.#suspects(),
      review: (ids) => this.#review(ids),
    });
  }

  /** Entries of the log have been applied, or a copy of everything. */
  confirmed(entries: readonly Entry[] | null): void {
    this.#due.confirmed(entries);
  }

  #suspects(): string[] {
    return this.#store
      .sql<[], { id: string }>('SELECT order_id AS id FROM order_bill GROUP BY order_id HAVING count(*) > 1 ORDER BY 1')
      .all()
      .map(({ id }) => id);
  }

  #review(orders: readonly string[]): void {
    const missing = orders.flatMap((order) => this.#missing(order));
    if (missing.length === 0) return;
    this.#store.mutate({ name: 'order.review', kind: 'fact', actor: 'system' }, (m) => {
      for (const { id, order } of missing) {
        m.put('alert', {
          id,
          kind: 'order_billed_twice',
          product_id: null,
          document_type: 'sales_order',
          document_id: order,
          quantity: null,
          threshold: null,
          state: 'open',
          raised_at: m.at,
          terminal_id: m.terminalId,
          acknowledged_by: null,
          acknowledged_at: null,
          resolved_at: null,
        });
      }
    });
  }

  /** An order's alerts that nobody has raised yet: one for each bill beyond the first that stands. */
  #missing(order: string): { id: string; order: string }[] {
    const isHere = this.#store.sql<[string], object>('SELECT 1 AS one FROM alert WHERE id = ?');
    return Array.from({ length: Math.max(0, this.#bills(order) - 1) }, (_, index) => ({
      id: derivedId(['order_billed_twice', order, index + 1]),
      order,
    })).filter(({ id }) => isHere.get(id) === undefined);
  }

  #bills(order: string): number {
    // What only this terminal knows of will be looked at when the log has it.
    const own = new Set(this.#store.replica.unsettled(order).map(({ operation }) => operation.id));
    return this.#store
      .sql<[string], { id: string }>(
        `SELECT b.id FROM order_bill AS b
         WHERE b.order_id = ? AND NOT EXISTS (SELECT 1 FROM bill_void AS v WHERE v.bill_id = b.bill_id)`,
      )
      .all(order)
      .filter(({ id }) => !own.has(id)).length;
  }
}

function orderOf(effect: Effect): string[] {
  if (effect.op !== 'put' || effect.entity !== 'order_bill') return [];
  const { order_id } = effect.row;
  return typeof order_id === 'string' ? [order_id] : [];
}
