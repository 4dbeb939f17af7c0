import type { Row } from '@shared/entities';
import { subQuantity } from '@shared/money';
import type { Statement } from 'better-sqlite3';
import type { Connection, Reads } from './reads';

type Quantity = Row<'stock_movement'>['quantity'];

/** A product's level around one movement, in thousandths of its unit. */
export interface LevelChange {
  readonly before: Quantity;
  readonly after: Quantity;
}

/** Keeps `stock_level` the sum of `stock_movement`: the only writer of that table. */
export class StockLevels {
  readonly #add: Statement<[string, Quantity], { quantity: Quantity }>;
  readonly #remove: Statement<[Quantity, string]>;
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
    this.#add = connection.unchecked(
      `INSERT INTO stock_level (product_id, quantity, movements) VALUES (?, ?, 1)
       ON CONFLICT (product_id) DO UPDATE SET quantity = quantity + excluded.quantity, movements = movements + 1
       RETURNING quantity`,
    );
    this.#remove = connection.unchecked(
      'UPDATE stock_level SET quantity = quantity - ?, movements = movements - 1 WHERE product_id = ?',
    );
  }

  add(productId: string, quantity: Quantity): LevelChange {
    const after = this.#add.get(productId, quantity)?.quantity;
    if (after === undefined) throw new Error('An upsert returned no row');
    return { before: subQuantity(after, quantity), after };
  }

  /** All levels from all movements. */
  count(): void {
    this.#connection.unchecked('DELETE FROM stock_level').run();
    this.#connection
      .unchecked(
        `INSERT INTO stock_level (product_id, quantity, movements)
         SELECT product_id, sum(quantity), count(*) FROM stock_movement GROUP BY product_id`,
      )
      .run();
  }

  /** For a movement that the shop refused. */
  remove(productId: string, quantity: Quantity): void {
    this.#remove.run(quantity, productId);
  }
}

/** A product whose level is not the sum of its movements. */
export interface LevelDifference {
  readonly product_id: string;
  readonly level: number;
  readonly movements: number;
}

/** Every product whose level and movements disagree; empty in a sound file. Reads all movements: run it on a reader. */
export function auditLevels(reads: Reads): LevelDifference[] {
  return reads
    .sql<[], LevelDifference>(
      `SELECT product_id, coalesce(l.quantity, 0) AS level, coalesce(m.quantity, 0) AS movements
       FROM (SELECT product_id, sum(quantity) AS quantity FROM stock_movement GROUP BY product_id) AS m
       FULL JOIN stock_level AS l USING (product_id)
       WHERE coalesce(l.quantity, 0) <> coalesce(m.quantity, 0)`,
    )
    .all();
}
