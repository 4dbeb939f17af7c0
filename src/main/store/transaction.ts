import type { Statement } from 'better-sqlite3';
import { type ChangeFeed, Touched } from './changes';
import { asDatabaseProblem } from './problem';
import type { Connection } from './reads';

/**
 * Makes a call with an asynchronous callback a type error: a transaction that awaits would take in whatever else
 * happens meanwhile, and hold the write lock.
 */
export type SyncOnly<T> = Extract<T, PromiseLike<unknown>> extends never ? [] : [never];

/** What may be done in `store.transaction`: writes to tables of this terminal alone. */
export interface LocalTransaction {
  local<P extends unknown[] = unknown[], R = unknown>(text: string): Statement<P, R>;
  /** Announces a change after the commit. Without ids: all of the topic. */
  touch(topic: string, ids?: Iterable<string>): void;
}

/** Runs work between BEGIN IMMEDIATE and COMMIT, and tells the feed after the commit and only then. */
export class Transactions {
  readonly #connection: Connection;
  readonly #file: string;
  readonly #feed: ChangeFeed;
  readonly #onCommit: () => void;
  readonly #begin: Statement;
  readonly #commit: Statement;
  readonly #rollback: Statement;

  constructor(connection: Connection, file: string, feed: ChangeFeed, onCommit: () => void) {
    this.#connection = connection;
    this.#file = file;
    this.#feed = feed;
    this.#onCommit = onCommit;
    // IMMEDIATE: the write lock is taken before anything is read, so a decision is never made on old data.
    this.#begin = connection.db.prepare('BEGIN IMMEDIATE');
    this.#commit = connection.db.prepare('COMMIT');
    this.#rollback = connection.db.prepare('ROLLBACK');
  }

  run<T>(work: (touched: Touched) => T, onRollback: () => void): T {
    const { db } = this.#connection;
    if (db.inTransaction) throw new Error('A transaction is open already: one use-case, one transaction');
    const touched = new Touched();
    let value: T;
    try {
      this.#begin.run();
      value = work(touched);
      this.#commit.run();
    } catch (error) {
      // SQLite has rolled back by itself after some failures of the disk.
      if (db.inTransaction) this.#rollback.run();
      onRollback();
      throw asDatabaseProblem(error, this.#file);
    }
    this.#onCommit();
    this.#feed.publish(touched);
    return value;
  }
}

/** {@link SyncOnly} at run time, for what came round the types. */
export function assertSynchronous<T>(value: T): T {
  if (typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function') {
    throw new Error('A transaction cannot be asynchronous');
  }
  return value;
}
