import { type Entity, type EntityName, entities, type Fields } from '@shared/entities';
import type { Statement } from 'better-sqlite3';
import type { Connection } from './reads';

type Values = Readonly<Record<string, unknown>>;

/** Writes rows of one table in the registry's column order: one statement, positional binds, one array reused. */
class RowInsert {
  readonly #table: string;
  readonly #columns: readonly string[];
  readonly #fieldCount: number;
  readonly #statement: Statement<[unknown[]]>;
  readonly #binds: unknown[];

  /** `first` names the column whose value is given apart from the row: the id, or the parent's id. */
  constructor(connection: Connection, table: string, first: string, fields: Fields) {
    this.#table = table;
    this.#columns = Object.keys(fields);
    this.#fieldCount = this.#columns.length;
    const names = [first, ...this.#columns];
    const marks = names.map(() => '?').join(', ');
    this.#statement = connection.unchecked(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${marks})`);
    this.#binds = new Array(names.length).fill(null);
  }

  /** @param others how many keys of the row are not columns of this table (its id, its parts) */
  insert(first: string, row: Values, others: number): void {
    const binds = this.#binds;
    const columns = this.#columns;
    binds[0] = first;
    for (let i = 0; i < columns.length; ) {
      const value = row[columns[i] ?? ''];
      if (value === undefined) throw new Error(`${this.#table}.${columns[i]} is missing`);
      binds[++i] = value;
    }
    // Every column was there, so a surplus key is one that no table would keep but the outbox would send.
    let keys = 0;
    for (const _ in row) keys++;
    if (keys !== this.#fieldCount + others) throw new Error(`${this.#table}: unknown field in ${Object.keys(row)}`);
    this.#statement.run(binds);
  }
}

/** Children of one kind: a bill's lines. */
export class PartTable {
  readonly name: string;
  readonly #insert: RowInsert;
  readonly #delete: Statement<[string]>;
  readonly #select: Statement<[string], Record<string, unknown>>;

  constructor(connection: Connection, name: string, part: Entity['parts'][string]) {
    this.name = name;
    this.#insert = new RowInsert(connection, part.table, part.parent, part.fields);
    this.#delete = connection.unchecked(`DELETE FROM ${part.table} WHERE ${part.parent} = ?`);
    const columns = Object.keys(part.fields).join(', ');
    const order = part.key.join(', ');
    this.#select = connection.unchecked(
      `SELECT ${columns} FROM ${part.table} WHERE ${part.parent} = ? ORDER BY ${order}`,
    );
  }

  insert(parent: string, children: unknown): void {
    if (!Array.isArray(children)) throw new Error(`${this.name} must be a list`);
    for (let i = 0; i < children.length; i++) this.#insert.insert(parent, children[i], 0);
  }

  replace(parent: string, children: unknown): void {
    this.#delete.run(parent);
    this.insert(parent, children);
  }

  read(parent: string): Record<string, unknown>[] {
    return this.#select.all(parent);
  }
}

/** How one entity lies in its tables, and the precompiled ways to write it. */
export class EntityTable {
  readonly name: EntityName;
  readonly fields: Fields;
  readonly parts: readonly PartTable[];
  /** The start of a `put` in the outbox, up to the id. */
  readonly putPrefix: string;
  readonly #insert: RowInsert;
  readonly #connection: Connection;

  constructor(connection: Connection, name: EntityName) {
    const entity: Entity = entities[name];
    this.name = name;
    this.fields = entity.fields;
    this.#connection = connection;
    this.#insert = new RowInsert(connection, name, 'id', entity.fields);
    this.parts = Object.entries(entity.parts).map(([part, definition]) => new PartTable(connection, part, definition));
    this.putPrefix = `{"op":"put","entity":"${name}","id":`;
  }

  insert(id: string, row: Values): void {
    this.#insert.insert(id, row, 1 + this.parts.length);
    for (const part of this.parts) part.insert(id, row[part.name]);
  }

  /** The record with its mark of deletion, without its parts. */
  read(id: string): Record<string, unknown> | undefined {
    return this.#connection
      .unchecked<[string], Record<string, unknown>>(`SELECT * FROM ${this.name} WHERE id = ?`)
      .get(id);
  }

  update(id: string, columns: readonly string[], values: readonly unknown[]): void {
    const assignments = columns.map((column) => `${column} = ?`).join(', ');
    this.#connection.unchecked(`UPDATE ${this.name} SET ${assignments} WHERE id = ?`).run(...values, id);
  }
}

/** The entities' tables, each prepared when first written. */
export class EntityTables {
  readonly #connection: Connection;
  readonly #tables = new Map<EntityName, EntityTable>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  of(name: EntityName): EntityTable {
    let table = this.#tables.get(name);
    if (!table) {
      table = new EntityTable(this.#connection, name);
      this.#tables.set(name, table);
    }
    return table;
  }
}
