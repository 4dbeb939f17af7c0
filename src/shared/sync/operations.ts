import { z } from 'zod';
import { brokenCheck, type Entity, type EntityName, entityOf, type Fields } from '../entities';
import { fields } from './fields';
import { limits } from './limits';
import type { RefusalCode } from './outcome';

const id = z.string().min(1).max(200);
const name = z.string().min(1).max(100);
const version = z.int().nonnegative();

/** The operations of a mutation, as far as their form goes; whether their values fit is {@link problemOf}'s matter. */
const operationsSchema = z
  .array(
    z.discriminatedUnion('op', [
      z.strictObject({ op: z.literal('put'), entity: name, id, row: fields }),
      z.strictObject({ op: z.literal('set'), entity: name, id, fields, base: z.record(z.string(), version) }),
      z.strictObject({ op: z.literal('del'), entity: name, id }),
      z.strictObject({ op: z.literal('undel'), entity: name, id, base: version }),
    ]),
  )
  .min(1)
  .max(limits.wholeOperations);

/** An operation as it came in: its entity may be one that is not known here. */
export type RawOperation = z.infer<typeof operationsSchema>[number];

/** Reads a mutation's `ops`; null when it is not a list of operations. */
export function readOperations(ops: string): RawOperation[] | null {
  try {
    const result = operationsSchema.safeParse(JSON.parse(ops));
    return result.success ? result.data : null;
  } catch {
    return null;
  }
}

export interface Problem {
  readonly code: RefusalCode;
  readonly params: Readonly<Record<string, string | number>>;
}

/**
 * What is wrong with an operation by itself, whatever else the shop holds. A field that is not in the registry is not
 * wrong: a newer terminal has it, and it travels on untouched.
 */
export function problemOf(operation: RawOperation): Problem | null {
  const entity = entityOf(operation.entity);
  if (!entity) return { code: 'unknown_entity', params: { entity: operation.entity } };
  const bad = (field: string): Problem => ({ code: 'bad_value', params: { entity: operation.entity, field } });
  if (operation.op !== 'put' && entity.kind !== 'register') return bad('id');
  if (operation.op === 'put') {
    if (operation.row.id !== operation.id) return bad('id');
    const field = badField(operation.entity, entity, operation.row, true);
    return field === null ? null : bad(field);
  }
  if (operation.op !== 'set') return null;
  if ('id' in operation.fields || 'deleted_at' in operation.fields) return bad('id');
  const field = badField(operation.entity, entity, operation.fields, false);
  return field === null ? null : bad(field);
}

/** The first field whose value its column cannot hold; `whole` asks for every field to be there. */
function badField(
  table: string,
  entity: Entity,
  row: Readonly<Record<string, unknown>>,
  whole: boolean,
): string | null {
  // No field of any version is called so, and a program that looks one up finds what every object has.
  for (const field in row) if (field in Object.prototype) return field;
  const flat = badColumn(entity.fields, row, whole) ?? brokenCheck(table, row);
  if (flat !== null) return flat;
  for (const [name, part] of Object.entries(entity.parts)) {
    const children = row[name];
    if (children === undefined && !whole) continue;
    if (!Array.isArray(children)) return name;
    const keys = new Set<string>();
    for (const child of children) {
      if (typeof child !== 'object' || child === null || badColumn(part.fields, child, true) !== null) return name;
      if (brokenCheck(part.table, child) !== null) return name;
      keys.add(JSON.stringify(part.key.map((column) => child[column])));
    }
    if (keys.size !== children.length) return name;
  }
  return null;
}

function badColumn(columns: Fields, row: Readonly<Record<string, unknown>>, whole: boolean): string | null {
  for (const [column, { column: type, nullable }] of listOf(columns)) {
    const value = row[column];
    if (value === undefined ? whole : value === null ? !nullable : !fits(type, value)) return column;
  }
  return null;
}

const lists = new WeakMap<Fields, readonly (readonly [string, Fields[string]])[]>();

/** The columns as a list that is made once: they are gone through for every record. */
function listOf(columns: Fields): readonly (readonly [string, Fields[string]])[] {
  let list = lists.get(columns);
  if (!list) {
    list = Object.entries(columns);
    lists.set(columns, list);
  }
  return list;
}

const fits = (type: 'text' | 'integer', value: unknown): boolean =>
  // Half a surrogate pair is no text: every database would write another replacement for it.
  type === 'text' ? typeof value === 'string' && value.isWellFormed() : Number.isSafeInteger(value);

/** One record that another refers to. */
export interface Reference {
  readonly entity: string;
  readonly id: string;
}

/** The records that must exist for this operation to be applied, by the registry's `ref` fields. */
export function referencesOf(operation: RawOperation): Reference[] {
  const entity = entityOf(operation.entity);
  if (!entity || operation.op === 'del' || operation.op === 'undel') return [];
  const found: Reference[] = [];
  const row = operation.op === 'put' ? operation.row : operation.fields;
  if (operation.op === 'put' && entity.access.extends) found.push({ entity: entity.access.extends, id: operation.id });
  collect(entity.fields, row, found);
  for (const [name, part] of Object.entries(entity.parts)) {
    const children = row[name];
    if (!Array.isArray(children)) continue;
    for (const child of children) if (typeof child === 'object' && child !== null) collect(part.fields, child, found);
  }
  return found;
}

function collect(columns: Fields, row: Readonly<Record<string, unknown>>, found: Reference[]): void {
  for (const [column, entity] of referring(columns)) {
    const id = row[column];
    if (typeof id === 'string') found.push({ entity, id });
  }
}

const memo = new WeakMap<Fields, readonly (readonly [column: string, entity: string])[]>();

/** The columns that refer to another record; asked for every row that is ever synced. */
function referring(columns: Fields): readonly (readonly [column: string, entity: string])[] {
  let found = memo.get(columns);
  if (!found) {
    found = Object.entries(columns).flatMap(([column, { refers }]) => (refers ? [[column, refers] as const] : []));
    memo.set(columns, found);
  }
  return found;
}

/** Proof of an entity's name for an operation that {@link problemOf} found nothing wrong with. */
export function knownEntity(operation: RawOperation): EntityName {
  if (!entityOf(operation.entity)) throw new Error(`No entity ${operation.entity}`);
  return operation.entity as EntityName; // proof: an own key of the registry, looked up above
}
