import { addQuantity, negQuantity, type Quantity, quantity } from '@shared/money';
import type { Effect, Entry } from '@shared/sync';
import type { Store } from '../../store';
import { derivedId } from './derived-id';
import { DueReview } from './due-review';

/** Goods of a bill that came back at once: with a credit note, or all of them with the void. */
interface ComingBack {
  readonly id: string;
  readonly isVoid: 0 | 1;
}

/** A line of the bill, by its number, and how much of it was sold or came back. */
interface Line {
  readonly line: number;
  readonly quantity: Quantity;
}

/**
 * Two tills that do not see each other may take back the same goods. Both credit notes happened and stay, so somebody has
 * to be told. Each terminal looks at a bill when the log has brought something that came back of it, and counts what the
 * log has, in an order that everybody has: all decide alike, give the alert the same id, and the hub keeps one.
 */
export class ReturnedTwiceReview {
  readonly #store: Store;
  readonly #due: DueReview;

  constructor(store: Store) {
    this.#store = store;
    this.#due = new DueReview({
      of: billOf,
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
      .sql<[], { id: string }>(
        `SELECT bill_id AS id FROM bill_return WHERE bill_id IS NOT NULL GROUP BY bill_id HAVING count(*) > 1
         UNION SELECT bill_id FROM bill_void WHERE bill_id IN (SELECT bill_id FROM bill_return)
         ORDER BY 1`,
      )
      .all()
      .map(({ id }) => id);
  }

  #review(bills: readonly string[]): void {
    const missing = bills.flatMap((bill) => this.#missing(bill));
    if (missing.length === 0) return;
    this.#store.mutate({ name: 'return.review', kind: 'fact', actor: 'system' }, (m) => {
      for (const { id, bill } of missing) {
        m.put('alert', {
          id,
          kind: 'returned_twice',
          product_id: null,
          document_type: 'bill',
          document_id: bill,
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

  /** A bill's alerts that nobody has raised yet: one for each time that something came back which was back already. */
  #missing(bill: string): { id: string; bill: string }[] {
    const isHere = this.#store.sql<[string], object>('SELECT 1 AS one FROM alert WHERE id = ?');
    return Array.from({ length: this.#timesTooOften(bill) }, (_, index) => ({
      id: derivedId(['returned_twice', bill, index + 1]),
      bill,
    })).filter(({ id }) => isHere.get(id) === undefined);
  }

  #timesTooOften(bill: string): number {
    const all = this.#store
      .sql<[string, string], ComingBack>(
        `SELECT id, 0 AS isVoid, at FROM bill_return WHERE bill_id = ?
         UNION ALL SELECT id, 1, at FROM bill_void WHERE bill_id = ?
         ORDER BY at, id`,
      )
      .all(bill, bill);
    if (all.length < 2) return 0;
    // What only this terminal knows of will be looked at when the log has it.
    const own = new Set(this.#store.replica.unsettled(bill).map(({ operation }) => operation.id));
    const sold = this.#store
      .sql<[string], Line>('SELECT line_no AS line, quantity FROM bill_line WHERE bill_id = ?')
      .all(bill);
    const left = new Map(sold.map((line) => [line.line, line.quantity]));
    let times = 0;
    for (const each of all.filter(({ id }) => !own.has(id))) {
      const back = each.isVoid === 1 ? sold.map(backWhole) : this.#linesOf(each.id);
      for (const { line, quantity: by } of back) left.set(line, addQuantity(left.get(line) ?? quantity(0), by));
      if (back.some(({ line }) => (left.get(line) ?? 0) < 0)) times += 1;
    }
    return times;
  }

  /** Below zero. */
  #linesOf(note: string): Line[] {
    return this.#store
      .sql<[string], Line>(
        'SELECT bill_line_no AS line, quantity FROM bill_return_line WHERE return_id = ? AND bill_line_no IS NOT NULL',
      )
      .all(note);
  }
}

const backWhole = ({ line, quantity: sold }: Line): Line => ({ line, quantity: negQuantity(sold) });

function billOf(effect: Effect): string[] {
  if (effect.op !== 'put' || (effect.entity !== 'bill_return' && effect.entity !== 'bill_void')) return [];
  const { bill_id } = effect.row;
  return typeof bill_id === 'string' ? [bill_id] : [];
}
