import { type Entity, type EntityName, entities, type Fields, valueBefore } from '@shared/entities';
import { deletion, type UnitValue } from '@shared/sync';
import type { EntityTable, EntityTables } from '../entity-tables';
import type { Connection } from '../reads';
import type { RowBatch } from '../row-batch';
import type { StockLevels } from '../stock-levels';
import { hasMore, SetAside } from './set-aside';

type Values = Readonly<Record<string, unknown>>;

/** Writes records that come from the hub or are taken back, with everything that is derived from them. */
export class Records {
  readonly #connection: Connection;
  readonly #tables: EntityTables;
  readonly #levels: StockLevels;
  readonly #setAside: SetAside;

  constructor(connection: Connection, tables: EntityTables, levels: StockLevels) {
    this.#connection = connection;
    this.#tables = tables;
    this.#levels = levels;
    this.#setAside = new SetAside(connection);
  }

  table(entity: EntityName): EntityTable {
    return this.#tables.of(entity);
  }

  /** Rows that were queued in any table. */
  get batches(): RowBatch[] {
    return this.#tables.batches;
  }

  has(entity: EntityName, id: string): boolean {
    return (
      this.#connection.unchecked<[string], object>(`SELECT 1 AS one FROM ${entity} WHERE id = ?`).get(id) !== undefined
    );
  }

  insert(entity: EntityName, id: string, row: Values, deletedAt: number | null = null): void {
    const known = this.insertUncounted(entity, id, row, deletedAt);
    // proof: the registry's columns of a movement
    if (entity === 'stock_movement') this.#level(known, 1);
  }

  /** As `insert`, for one who calls `countLevels` at the end. */
  insertUncounted(entity: EntityName, id: string, row: Values, deletedAt: number | null): Values {
    const known = this.#fit(entity, id, row);
    this.#tables.of(entity).insert(id, known);
    if (deletedAt !== null) this.#tables.of(entity).update(id, ['deleted_at'], [deletedAt]);
    return known;
  }

  countLevels(): void {
    this.#levels.count();
  }

  /** A ledger's row as the log has it takes the place of this terminal's own. False when they are the same. */
  replace(entity: EntityName, id: string, row: Values): boolean {
    const table = this.#tables.of(entity);
    const own = table.read(id) ?? {};
    const { id: _, ...fitted } = this.#fit(entity, id, row);
    if (Object.entries(fitted).every(([column, value]) => own[column] === value)) return false;
    this.write(entity, id, fitted);
    if (entity === 'stock_movement') {
      this.#level(own, -1);
      this.#level(fitted, 1);
    }
    return true;
  }

  /** Removes a record that the shop never had. False when something here still refers to it. */
  remove(entity: EntityName, id: string): boolean {
    const table = this.#tables.of(entity);
    const row = table.read(id);
    if (!row) return true;
    if (isReferred(this.#connection, entity, id)) return false;
    if (entity === 'stock_movement') this.#level(row, -1);
    for (const part of table.parts) part.replace(id, []);
    if (entity === 'product')
      this.#connection.unchecked('DELETE FROM stock_level WHERE product_id = ? AND movements = 0').run(id);
    if (entity === 'alert') this.#connection.unchecked('DELETE FROM alert_notice WHERE alert_id = ?').run(id);
    this.#connection.unchecked(`DELETE FROM ${entity} WHERE id = ?`).run(id);
    return true;
  }

  /** The visible value of a unit, to compare with and to record; undefined when the record is not here. */
  read(entity: EntityName, id: string, fields: Iterable<string>): Record<string, unknown> | undefined {
    const table = this.#tables.of(entity);
    const row = table.read(id);
    if (!row) return undefined;
    const values: Record<string, unknown> = {};
    for (const field of fields) {
      const part = table.parts.find(({ name }) => name === field);
      if (part) values[field] = part.read(id);
      else if (field in row) values[field] = row[field];
      else values[field] = this.#setAside.read(entity, id, field);
    }
    return values;
  }

  /** Makes a unit's value visible. Fields that this version does not know are set aside. */
  write(entity: EntityName, id: string, value: UnitValue): void {
    const table = this.#tables.of(entity);
    const columns: string[] = [];
    for (const [field, content] of Object.entries(value)) {
      const part = table.parts.find(({ name }) => name === field);
      if (part) {
        part.replace(id, fitChildren(entities[entity], field, content));
        this.#keepRest(entity, id, field, content);
      } else if (field in table.fields || field === deletion) {
        columns.push(field);
      } else {
        this.#setAside.keep(entity, id, field, content);
      }
    }
    const values = columns.map((column) => value[column]);
    if (columns.length > 0) table.update(id, columns, values);
  }

  /** The row as this version knows it: nothing missing, nothing more. */
  #fit(entity: EntityName, id: string, row: Values): Values & { readonly id: string } {
    const definition: Entity = entities[entity];
    const fitted: Record<string, unknown> & { id: string } = { ...fitColumns(definition.fields, row), id };
    for (const part of Object.keys(definition.parts)) {
      const children = row[part] ?? [];
      fitted[part] = fitChildren(definition, part, children);
      this.#keepRest(entity, id, part, children);
    }
    for (const [field, value] of Object.entries(row)) {
      if (!(field in fitted)) this.#setAside.keep(entity, id, field, value);
    }
    return fitted;
  }

  /** A list whose rows have columns that are not known here is kept whole beside what of it is. */
  #keepRest(entity: EntityName, id: string, part: string, children: unknown): void {
    const definition: Entity = entities[entity];
    if (hasMore(definition.parts[part]?.fields ?? {}, children)) this.#setAside.keep(entity, id, part, children);
    else if (definition.kind === 'register') this.#setAside.forget(entity, id, part);
  }

  #level({ product_id, quantity }: Values, sign: 1 | -1): void {
    if (typeof product_id !== 'string' || typeof quantity !== 'number') throw new Error('Not a movement');
    if (sign === 1) this.#levels.add(product_id, quantity as Parameters<StockLevels['add']>[1]);
    else this.#levels.remove(product_id, quantity as Parameters<StockLevels['add']>[1]); // proof: a movement's quantity
  }
}

/** Fields that an older version did not write are what they were before there was the field, else nothing of their type. */
function fitColumns(fields: Fields, row: Values): Record<string, unknown> {
  const fitted: Record<string, unknown> = {};
  for (const [column, field] of Object.entries(fields)) {
    const { column: type, nullable } = field;
    fitted[column] = row[column] ?? valueBefore(field, row) ?? (nullable ? null : type === 'text' ? '' : 0);
  }
  return fitted;
}

function fitChildren(entity: Entity, part: string, children: unknown): Record<string, unknown>[] {
  const fields = entity.parts[part]?.fields;
  if (!fields || !Array.isArray(children)) throw new Error(`${part} is no list of a part`);
  return children.map((child) => fitColumns(fields, child));
}

/** Columns of this terminal's own tables that do. */
const local: Partial<Record<EntityName, readonly { table: string; column: string }[]>> = {
  product: [{ table: 'cart_line', column: 'product_id' }],
  customer: [{ table: 'cart', column: 'customer_id' }],
  bill: [{ table: 'cart_exchange', column: 'bill_id' }],
};

/** Columns that refer to each entity, by the registry. */
const referring = new Map<string, { table: string; column: string }[]>();
for (const [name, entity] of Object.entries<Entity>(entities)) {
  const note = (table: string, fields: Fields) => {
    for (const [column, { refers }] of Object.entries(fields)) {
      if (refers !== undefined) referring.set(refers, [...(referring.get(refers) ?? []), { table, column }]);
    }
  };
  note(name, entity.fields);
  for (const part of Object.values(entity.parts)) note(part.table, part.fields);
  const { extends: base } = entity.access;
  if (base) referring.set(base, [...(referring.get(base) ?? []), { table: name, column: 'id' }]);
}

function isReferred(connection: Connection, entity: EntityName, id: string): boolean {
  return [...(referring.get(entity) ?? []), ...(local[entity] ?? [])].some(
    ({ table, column }) =>
      connection.unchecked<[string], object>(`SELECT 1 AS one FROM ${table} WHERE ${column} = ? LIMIT 1`).get(id) !==
      undefined,
  );
}
