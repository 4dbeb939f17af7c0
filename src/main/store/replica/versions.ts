import type { UnitName } from '@shared/sync';
import type { Statement } from 'better-sqlite3';
import type { Connection } from '../reads';
import { RowBatch } from '../row-batch';

/** No field and no group is called so. */
const kept = '*';

/**
 * Which log entry last wrote each unit of each register here; and of facts, those that the log has by another hand than
 * that which made them here. Besides, which records this terminal's pending work has kept although a copy lacked them.
 */
export class Versions {
  readonly #get: Statement<[string, string, string], { version: number }>;
  readonly #set: Statement<[string, string, string, number]>;
  readonly #connection: Connection;
  /** Of units that have no version yet. */
  readonly batch: RowBatch;

  constructor(connection: Connection) {
    this.#connection = connection;
    this.batch = new RowBatch(connection, 'register_version', ['entity', 'entity_id', 'unit', 'version']);
    this.#get = connection.unchecked(
      'SELECT version FROM register_version WHERE entity = ? AND entity_id = ? AND unit = ?',
    );
    this.#set = connection.unchecked(
      `INSERT INTO register_version (entity, entity_id, unit, version) VALUES (?, ?, ?, ?)
       ON CONFLICT (entity, entity_id, unit) DO UPDATE SET version = excluded.version`,
    );
  }

  /** 0 while the hub has not confirmed the record. */
  of(entity: string, id: string, unit: UnitName): number {
    // Two look-ups: one that sorts the two rows takes six times as long.
    return this.#of(entity, id, unit) ?? (unit === '' ? 0 : (this.#of(entity, id, '') ?? 0));
  }

  #of(entity: string, id: string, unit: UnitName): number | undefined {
    return this.#get.get(entity, id, unit)?.version;
  }

  set(entity: string, id: string, unit: UnitName, version: number): void {
    this.#set.run(entity, id, unit, version);
  }

  /** The log does not have this record (any more), and this terminal's work leans on it. */
  keep(entity: string, id: string): void {
    this.#set.run(entity, id, kept, 0);
  }

  /** It was kept, and nobody has brought it since. */
  isKept(entity: string, id: string): boolean {
    return this.#of(entity, id, kept) !== undefined && this.of(entity, id, '') === 0;
  }

  /** It is gone, or the log has it after all. */
  release(entity: string, id: string): void {
    this.#connection
      .unchecked('DELETE FROM register_version WHERE entity = ? AND entity_id = ? AND unit = ?')
      .run(entity, id, kept);
  }

  /** As `set`, for a unit that has no version yet; written when `batch` is flushed. */
  queue(entity: string, id: string, unit: string, version: number): void {
    this.batch.add((values, from) => {
      values[from] = entity;
      values[from + 1] = id;
      values[from + 2] = unit;
      values[from + 3] = version;
    });
  }

  forgetAll(): void {
    this.#connection.unchecked('DELETE FROM register_version').run();
  }

  forgetEntity(entity: string): void {
    this.#connection.unchecked('DELETE FROM register_version WHERE entity = ?').run(entity);
  }
}
