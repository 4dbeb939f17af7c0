import type { RegisterName } from '@shared/entities';
import type { Statement } from 'better-sqlite3';
import type { Connection } from './reads';

/** Fields whose values must not be kept: their history says that they changed, when and by whom. */
const secret: ReadonlySet<string> = new Set(['pin_hash']);

/** Who changed what from what to what, from which terminal: one row per changed field. */
export class FieldHistory {
  readonly #insert: Statement<[string, string, string, string | null, string | null, number, string, string, number]>;

  constructor(connection: Connection) {
    this.#insert = connection.unchecked(
      `INSERT INTO field_history (entity, entity_id, field, old, new, at, actor, terminal_id, mid)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
  }

  add(
    entity: RegisterName,
    id: string,
    field: string,
    before: unknown,
    after: unknown,
    by: { readonly at: number; readonly actor: string; readonly terminalId: string; readonly mid: number },
  ): void {
    const value = (raw: unknown) => (secret.has(field) ? null : JSON.stringify(raw));
    this.#insert.run(entity, id, field, value(before), value(after), by.at, by.actor, by.terminalId, by.mid);
  }
}
