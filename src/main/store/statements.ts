import type { Database, Statement } from 'better-sqlite3';

/**
 * Prepared statements by SQL text, the least recently used dropped beyond `limit`. Preparing costs about fifteen
 * times what a lookup costs, and Kysely's driver prepares on every call.
 *
 * `pluck`, `raw`, `expand` and `safeIntegers` are states of a statement, and here statements are shared by all who
 * write the same text: never toggle them on a statement from here.
 * A statement that fell out of the cache stays usable by whoever holds it.
 */
export class StatementCache {
  readonly #db: Database;
  readonly #limit: number;
  readonly #rows: 'objects' | 'arrays';
  readonly #statements = new Map<string, Statement>();

  /** @param rows as what they come from all statements of this cache */
  constructor(db: Database, limit = 500, rows: 'objects' | 'arrays' = 'objects') {
    this.#db = db;
    this.#limit = limit;
    this.#rows = rows;
  }

  /** The statement for this text. */
  prepare(text: string): Statement {
    const known = this.#statements.get(text);
    // An iterated statement is busy until its loop ends; a second use of the same text gets its own.
    if (known?.busy) return this.#made(text);
    const statement = known ?? this.#made(text);
    // A Map keeps the order of insertion: taking out and putting back makes the first key the oldest.
    if (known) this.#statements.delete(text);
    this.#statements.set(text, statement);
    if (this.#statements.size > this.#limit) {
      for (const oldest of this.#statements.keys()) {
        this.#statements.delete(oldest);
        break;
      }
    }
    return statement;
  }

  #made(text: string): Statement {
    const statement = this.#db.prepare(text);
    return this.#rows === 'arrays' ? statement.raw() : statement;
  }

  has(text: string): boolean {
    return this.#statements.has(text);
  }

  get size(): number {
    return this.#statements.size;
  }
}
