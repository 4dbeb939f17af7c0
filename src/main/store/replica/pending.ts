import type { UnitName, UnitValue } from '@shared/sync';
import type { Statement } from 'better-sqlite3';
import type { Connection } from '../reads';

/** One unit of one record. */
export interface UnitKey {
  readonly entity: string;
  readonly entity_id: string;
  readonly unit: UnitName;
}

/**
 * Keeps visible = confirmed + pending: for a unit with writes the hub has not answered, the confirmed value stands here
 * and the tables show the newest pending one. Units without pending writes cost nothing.
 */
export class Pending {
  readonly #shadow: Statement<[string, string, string, string]>;
  readonly #write: Statement<[string, string, string, number, string]>;
  readonly #confirm: Statement<[string, string, string, string]>;
  readonly #confirmed: Statement<[string, string, string], { confirmed: string }>;
  readonly #newest: Statement<[string, string, string], { value: string }>;
  readonly #ofMid: Statement<[number], UnitKey>;
  readonly #deleteMid: Statement<[number]>;
  readonly #deleteShadow: Statement<[string, string, string]>;
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
    const key = 'entity = ? AND entity_id = ? AND unit = ?';
    this.#shadow = connection.unchecked(
      'INSERT INTO shadow (entity, entity_id, unit, confirmed) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
    );
    this.#write = connection.unchecked(
      `INSERT INTO pending_write (entity, entity_id, unit, mid, value) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (entity, entity_id, unit, mid) DO UPDATE SET value = excluded.value`,
    );
    this.#confirm = connection.unchecked(`UPDATE shadow SET confirmed = ? WHERE ${key}`);
    this.#confirmed = connection.unchecked(`SELECT confirmed FROM shadow WHERE ${key}`);
    this.#newest = connection.unchecked(`SELECT value FROM pending_write WHERE ${key} ORDER BY mid DESC LIMIT 1`);
    this.#ofMid = connection.unchecked('SELECT entity, entity_id, unit FROM pending_write WHERE mid = ?');
    this.#deleteMid = connection.unchecked('DELETE FROM pending_write WHERE mid = ?');
    this.#deleteShadow = connection.unchecked(`DELETE FROM shadow WHERE ${key}`);
  }

  /** A write of this terminal. `before` is what was visible, which is confirmed if nothing else is pending. */
  add(entity: string, id: string, unit: UnitName, mid: number, value: UnitValue, before: UnitValue): void {
    this.#shadow.run(entity, id, unit, JSON.stringify(before));
    this.#write.run(entity, id, unit, mid, JSON.stringify(value));
  }

  /** The hub's value of a unit. True when a pending write keeps it from being visible. */
  confirm(entity: string, id: string, unit: UnitName, value: UnitValue): boolean {
    return this.#confirm.run(JSON.stringify(value), entity, id, unit).changes > 0;
  }

  /** What is confirmed of those units of a record that show something else. */
  confirmedOf(entity: string, id: string): UnitValue {
    const rows = this.#connection
      .unchecked<[string, string], { confirmed: string }>(
        'SELECT confirmed FROM shadow WHERE entity = ? AND entity_id = ?',
      )
      .all(entity, id);
    // proof: values that `add` and `confirm` wrote
    return Object.assign({}, ...rows.map(({ confirmed }) => JSON.parse(confirmed) as UnitValue));
  }

  has(entity: string, id: string, unit: UnitName): boolean {
    return this.#confirmed.get(entity, id, unit) !== undefined;
  }

  /** Ends the pending writes of one mutation; what each of its units shows from now on. */
  end(mid: number): { key: UnitKey; visible: UnitValue }[] {
    const keys = this.#ofMid.all(mid);
    if (keys.length === 0) return [];
    this.#deleteMid.run(mid);
    return keys.flatMap((key) => {
      const at = [key.entity, key.entity_id, key.unit] as const;
      const confirmed = this.#confirmed.get(...at)?.confirmed;
      if (confirmed === undefined) return [];
      const newest = this.#newest.get(...at)?.value;
      if (newest === undefined) this.#deleteShadow.run(...at);
      // proof: both are values that `add` and `confirm` wrote
      return [{ key, visible: JSON.parse(newest ?? confirmed) as UnitValue }];
    });
  }

  /** The record is gone from here. */
  forget(entity: string, id: string): void {
    for (const table of ['shadow', 'pending_write']) {
      this.#connection.unchecked(`DELETE FROM ${table} WHERE entity = ? AND entity_id = ?`).run(entity, id);
    }
  }

  forgetAll(): void {
    for (const table of ['shadow', 'pending_write']) this.#connection.unchecked(`DELETE FROM ${table}`).run();
  }

  /** After a fork the mutations have other numbers. `from` and `to` must not meet. */
  renumber(from: number, to: number): void {
    this.#connection.unchecked('UPDATE pending_write SET mid = ? WHERE mid = ?').run(to, from);
  }
}
