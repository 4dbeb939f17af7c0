import { type EntityName, entities, type Scope } from '@shared/entities';
import { definitionOf, type ModelRow, type Recorder } from '../recorder';
import type { Till } from '../till';
import { Violation } from '../world';

/** A record of a fact that was put aside. */
export type PutAside = Readonly<Record<string, unknown>>;

/** 14 */
export function checkScopes(till: Till, scopes: readonly Scope[], recorder: Recorder): void {
  const record = recorder.rows.get(`terminal\n${till.store.terminalId}`);
  const expected = record?.row.role === 'office' && record.deleted === null ? 'office,shop' : 'shop';
  if ([...scopes].sort().join() !== expected) {
    throw new Violation('14 scopes', `till ${till.index} has ${scopes.join()} and should have ${expected}`);
  }
}

/** 4, 5, 7, 11, 14, 20: every record here is what folding the log gives, and none is missing. */
export function checkState(
  till: Till,
  scopes: readonly Scope[],
  recorder: Recorder,
  quarantined: ReadonlyMap<string, readonly PutAside[]>,
): void {
  const expected = new Map<EntityName, Map<string, ModelRow>>();
  for (const [key, row] of recorder.rows) {
    const [entity = '', id = ''] = key.split('\n');
    const name = entity as EntityName; // proof: the recorder folds entities of the registry
    if (!scopes.includes(entities[name].access.scope)) continue;
    const rows = expected.get(name) ?? new Map<string, ModelRow>();
    rows.set(id, row);
    expected.set(name, rows);
  }
  for (const name of Object.keys(entities) as EntityName[]) {
    // proof: keys of the registry
    const rows = expected.get(name) ?? new Map<string, ModelRow>();
    const found = new Set<string>();
    for (const { id } of till.store.sql<[], { id: string }>(`SELECT id FROM ${name}`).all()) {
      found.add(id);
      const row = rows.get(id);
      const key = `${name}\n${id}`;
      if (row) {
        // What two people did under one id: whose came second goes on seeing what they did, until somebody has looked at it.
        if (!isOwnVersion(till, name, id, quarantined.get(key) ?? [])) compare(till, name, id, row);
        compareSetAside(till, name, id, row);
      } else if (!quarantined.has(key) && !recorder.refusedPuts.has(key)) {
        throw new Violation('5 same state', `till ${till.index} has ${name} ${id}, the log has not`);
      }
    }
    for (const id of rows.keys()) {
      if (!found.has(id)) throw new Violation('5 same state', `till ${till.index} lacks ${name} ${id}`);
    }
  }
}

/** Whether the document is, but for its parts, the one that was put aside. What is summed is everywhere as the log has it. */
function isOwnVersion(till: Till, name: EntityName, id: string, aside: readonly PutAside[]): boolean {
  const { kind, fields } = definitionOf(name);
  if (aside.length === 0 || kind !== 'document') return false;
  const row = till.store.sql<[string], Record<string, unknown>>(`SELECT * FROM ${name} WHERE id = ?`).get(id) ?? {};
  return aside.some((version) => Object.keys(fields).every((field) => row[field] === version[field]));
}

function compare(till: Till, name: EntityName, id: string, expected: ModelRow): void {
  const { fields, parts, kind } = definitionOf(name);
  const row = till.store.sql<[string], Record<string, unknown>>(`SELECT * FROM ${name} WHERE id = ?`).get(id) ?? {};
  const wrong = (field: string, value: unknown, right: unknown) =>
    new Violation(
      '5 same state',
      `till ${till.index}: ${name} ${id} ${field} is ${JSON.stringify(value)}, the log says ${JSON.stringify(right)}`,
    );
  for (const field of Object.keys(fields)) {
    if (row[field] !== expected.row[field]) throw wrong(field, row[field], expected.row[field]);
  }
  if (kind === 'register' && row.deleted_at !== expected.deleted)
    throw wrong('deleted_at', row.deleted_at, expected.deleted);
  for (const [part, { table, parent, key, fields: columns }] of Object.entries(parts)) {
    const text = `SELECT ${Object.keys(columns).join(', ')} FROM ${table} WHERE ${parent} = ? ORDER BY ${key.join(', ')}`;
    const children = JSON.stringify(till.store.sql<[string]>(text).all(id));
    const right = Array.isArray(expected.row[part]) ? expected.row[part] : [];
    const ordered = JSON.stringify(
      right.map((child) => Object.fromEntries(Object.keys(columns).map((c) => [c, child[c]]))),
    );
    if (children !== ordered) throw wrong(part, children, ordered);
  }
}

/** 20: what a later version wrote is kept for the day this one knows it. */
function compareSetAside(till: Till, name: EntityName, id: string, { row }: ModelRow): void {
  const { fields, parts } = definitionOf(name);
  const kept = new Map(
    till.store
      .sql<[string, string], { field: string; value: string }>(
        'SELECT field, value FROM set_aside WHERE entity = ? AND entity_id = ?',
      )
      .all(name, id)
      .map(({ field, value }) => [field, value]),
  );
  for (const [field, value] of Object.entries(row)) {
    if (field === 'id' || field in fields || field in parts) continue;
    if (kept.get(field) !== JSON.stringify(value)) {
      throw new Violation('20 set aside', `till ${till.index} keeps ${kept.get(field)} of ${name} ${id} ${field}`);
    }
  }
}
