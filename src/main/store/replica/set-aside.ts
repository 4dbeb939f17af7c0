import { type EntityName, entityOf } from '@shared/entities';
import { type UnitValue, unitOf } from '@shared/sync';
import type { Touched } from '../changes';
import type { Connection } from '../reads';
import type { Pending } from './pending';

interface Kept {
  entity: string;
  entity_id: string;
  field: string;
  value: string;
}

/** Where records lie. */
interface Shelf {
  has(entity: EntityName, id: string): boolean;
  write(entity: EntityName, id: string, value: UnitValue): void;
}

/** Values that a newer version of the app wrote and this one has no column for: kept until it has. */
export class SetAside {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  keep(entity: string, id: string, field: string, value: unknown): void {
    this.#connection
      .unchecked<[string, string, string, string]>(
        `INSERT INTO set_aside (entity, entity_id, field, value) VALUES (?, ?, ?, ?)
         ON CONFLICT (entity, entity_id, field) DO UPDATE SET value = excluded.value`,
      )
      .run(entity, id, field, JSON.stringify(value));
  }

  /** Null when nothing was ever written. */
  read(entity: string, id: string, field: string): unknown {
    const row = this.#connection
      .unchecked<[string, string, string], { value: string }>(
        'SELECT value FROM set_aside WHERE entity = ? AND entity_id = ? AND field = ?',
      )
      .get(entity, id, field);
    return row ? JSON.parse(row.value) : null;
  }

  forget(entity: string, id: string, field: string): void {
    this.#connection
      .unchecked<[string, string, string]>('DELETE FROM set_aside WHERE entity = ? AND entity_id = ? AND field = ?')
      .run(entity, id, field);
  }

  /** Whether something is here that this version knows: it was updated since. */
  hasKnown(): boolean {
    return this.#rows().some(isKnown);
  }

  /** Puts what has become known where it belongs. */
  takeUp(records: Shelf, pending: Pending, touched: Touched): void {
    for (const row of this.#rows().filter(isKnown)) {
      const entity = row.entity as EntityName; // proof: in the registry, looked up by `isKnown`
      const { entity_id: id, field } = row;
      this.forget(entity, id, field);
      // What this terminal has written since stands; the value set aside is in the shadow with the rest of the unit.
      if (!records.has(entity, id) || pending.has(entity, id, unitOf(entity, field))) continue;
      records.write(entity, id, { [field]: JSON.parse(row.value) });
      touched.addOne(entity, id);
    }
  }

  #rows(): Kept[] {
    return this.#connection.unchecked<[], Kept>('SELECT entity, entity_id, field, value FROM set_aside').all();
  }
}

/** A column now, or a list whose rows have all their columns now. */
function isKnown({ entity: name, field, value }: Kept): boolean {
  const entity = entityOf(name);
  if (!entity) return false;
  if (field in entity.fields) return true;
  return field in entity.parts && !hasMore(entity.parts[field]?.fields ?? {}, JSON.parse(value));
}

/** Whether children have columns that are not known here. */
export function hasMore(columns: Readonly<Record<string, unknown>>, children: unknown): boolean {
  return Array.isArray(children) && children.some((child) => Object.keys(child).some((column) => !(column in columns)));
}
