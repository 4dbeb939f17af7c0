import type { Database, Statement } from 'better-sqlite3';
import { type CompiledQuery, Kysely, SqliteDialect } from 'kysely';
import { guarded } from './problem';
import type { Schema } from './schema';
import { StatementCache } from './statements';

/** Anything of Kysely's that compiles: a select, an insert, an update. */
export interface Compilable<O> {
  compile(): CompiledQuery<O>;
}

/**
 * Reading, synchronously. The store itself and a reader thread's connection both are this, so a query written once
 * runs on either.
 */
export interface Reads {
  /**
   * Builds queries: `store.all(store.kysely.selectFrom('brand').select('name'))`. It also executes (`await`), through
   * the same statement cache; transactions are the store's alone.
   */
  readonly kysely: Kysely<Schema>;
  /** All rows of a query. Throws DatabaseProblem when the file fails. */
  all<O>(query: Compilable<O>): O[];
  /** The first row of a query. */
  get<O>(query: Compilable<O>): O | undefined;
  /**
   * A cached prepared statement, for hot paths where building the query would cost more than running it. Shared by
   * all who write the same text: never toggle `pluck`, `raw`, `expand` or `safeIntegers` on it.
   */
  sql<P extends unknown[] = unknown[], R = unknown>(text: string): Statement<P, R>;
  /** As `sql`, each row an array of its columns: for reading so many rows that objects are a cost. */
  arrays<P extends unknown[], R extends unknown[]>(text: string): Statement<P, R>;
}

/** Reads over one connection. `check` sees every new text before it is prepared and throws when it must not run. */
export class Connection implements Reads {
  readonly db: Database;
  readonly kysely: Kysely<Schema>;
  readonly #file: string;
  readonly #statements: StatementCache;
  readonly #arrays: StatementCache;
  readonly #check: (text: string) => void;

  constructor(db: Database, file: string, check: (text: string) => void, limit?: number) {
    this.db = db;
    this.#file = file;
    this.#statements = new StatementCache(db, limit);
    this.#arrays = new StatementCache(db, limit, 'arrays');
    this.#check = check;
    this.kysely = new Kysely<Schema>({
      dialect: new SqliteDialect({
        database: { prepare: (text) => this.sql(text), close: () => {} },
      }),
    });
  }

  all<O>(query: Compilable<O>): O[] {
    const { sql, parameters } = query.compile();
    return guarded(this.#file, () => this.sql<[readonly unknown[]], O>(sql).all(parameters));
  }

  get<O>(query: Compilable<O>): O | undefined {
    const { sql, parameters } = query.compile();
    return guarded(this.#file, () => this.sql<[readonly unknown[]], O>(sql).get(parameters));
  }

  /** Runs a statement that gives no rows; returns how many rows it changed. */
  run(query: Compilable<unknown>): number {
    const { sql, parameters } = query.compile();
    return guarded(this.#file, () => this.sql<[readonly unknown[]]>(sql).run(parameters).changes);
  }

  sql<P extends unknown[] = unknown[], R = unknown>(text: string): Statement<P, R> {
    if (!this.#statements.has(text)) this.#check(text);
    return this.unchecked<P, R>(text);
  }

  arrays<P extends unknown[], R extends unknown[]>(text: string): Statement<P, R> {
    if (!this.#arrays.has(text)) this.#check(text);
    // proof: as in `unchecked`
    return this.#arrays.prepare(text) as unknown as Statement<P, R>;
  }

  /** As `sql`, for the store's own writes of shop tables. */
  unchecked<P extends unknown[] = unknown[], R = unknown>(text: string): Statement<P, R> {
    // proof: the types of a statement are what its author says of the text; better-sqlite3's are no more than that
    return this.#statements.prepare(text) as unknown as Statement<P, R>;
  }

  get statements(): StatementCache {
    return this.#statements;
  }
}
