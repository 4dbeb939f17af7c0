import { type Entity, type EntityName, entities, type Scope } from '@shared/entities';
import type { Touched } from '../changes';
import type { Connection } from '../reads';
import type { ApplyTools } from './apply';
import { readState, writeScopes } from './state';

export const registry: readonly (readonly [EntityName, Entity])[] = Object.entries(entities).map(
  // proof: a key of the registry
  ([name, entity]) => [name as EntityName, entity] as const,
);

/** Keeps this terminal to the records it may have: those of its scopes, and what it has made and nobody has seen yet. */
export class ScopeKeeper {
  readonly #connection: Connection;
  readonly #tools: ApplyTools;

  constructor(connection: Connection, tools: ApplyTools) {
    this.#connection = connection;
    this.#tools = tools;
  }

  /** Scopes that were taken away: their records go, but for those the hub has not seen yet. */
  revoke(granted: readonly Scope[], touched: Touched): void {
    const { scopes } = readState(this.#connection);
    const gone = scopes.filter((scope) => !granted.includes(scope));
    if (gone.length === 0) return;
    for (const [name, entity] of registry) {
      if (!gone.includes(entity.access.scope)) continue;
      const known = this.#connection
        .unchecked<[string], { id: string }>(
          `SELECT entity_id AS id FROM register_version WHERE entity = ? AND unit = ''`,
        )
        .all(name);
      for (const { id } of known) this.#drop(name, entity, id);
      this.#tools.versions.forgetEntity(name);
      this.#connection.unchecked<[string]>('DELETE FROM set_aside WHERE entity = ?').run(name);
      touched.add(name);
    }
    writeScopes(
      this.#connection,
      scopes.filter((scope) => granted.includes(scope)),
    );
  }

  /** Records this terminal made and may not keep go when the hub has them: a counter does not know cost prices. */
  dropForeign(touched: Touched): void {
    const { scopes, cursor, epoch } = readState(this.#connection);
    if (epoch === '') return;
    for (const [name, entity] of registry) {
      if (scopes.includes(entity.access.scope)) continue;
      const ids = this.#connection.unchecked<[], { id: string }>(`SELECT id FROM ${name}`).all();
      if (ids.length === 0) continue;
      const open = this.#connection
        .unchecked<[number, string], { ops: string }>(
          `SELECT ops FROM outbox WHERE (state <> 'acknowledged' OR seq > ?) AND ops LIKE ?`,
        )
        .all(cursor, `%"entity":"${name}"%`);
      for (const { id } of ids) {
        if (open.some(({ ops }) => ops.includes(JSON.stringify(id)))) continue;
        this.#tools.records.remove(name, id);
        this.#tools.pending.forget(name, id);
        touched.addOne(name, id);
      }
      if (open.length === 0) this.#tools.versions.forgetEntity(name);
    }
  }

  #drop(name: EntityName, entity: Entity, id: string): void {
    this.#tools.pending.forget(name, id);
    for (const { table, parent } of Object.values(entity.parts)) {
      this.#connection.unchecked<[string]>(`DELETE FROM ${table} WHERE ${parent} = ?`).run(id);
    }
    this.#connection.unchecked<[string]>(`DELETE FROM ${name} WHERE id = ?`).run(id);
  }
}
