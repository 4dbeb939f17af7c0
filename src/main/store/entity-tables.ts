import { type Entity, type EntityName, entities, type Fields } from '@shared/entities';
import type { Statement } from 'better-sqlite3';
import type { Connection } from './reads';
import { RowBatch } from './row-batch';

type Values = Readonly<Record<string, unknown>>;

/** Where the values of rows whose members stand in this order are bound; null when such a row is not exact. */
interface Layout {
  readonly keys: readonly string[];
  /** By member; -1 for what is no column. */
  readonly slots: readonly number[] | null;
}

/** Writes rows of one table in the registry's column order: one statement, positional binds, one array reused. */
class RowInsert {
  readonly #table: string;
  readonly #columns: readonly string[];
  readonly #others: readonly string[];
  readonly #statement: Statement<[unknown[]]>;
  readonly #binds: unknown[];
  readonly #connection: Connection;
  readonly #names: readonly string[];
  #batch: RowBatch | null = null;
  #layout: Layout = { keys: [], slots: null };

  /**
   * @param first names the column whose value is given apart from the row: the id, or the parent's id
   * @param others members of a row that are not columns of this table (its id, its parts)
   */
  constructor(connection: Connection, table: string, first: string, fields: Fields, others: readonly string[]) {
    this.#table = table;
    this.#columns = Object.keys(fields);
    this.#others = others;
    this.#connection = connection;
    const names = [first, ...this.#columns];
    this.#names = names;
    const marks = names.map(() => '?').join(', ');
    this.#statement = connection.unchecked(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${marks})`);
    this.#binds = new Array(names.length).fill(null);
  }

  insert(first: string, row: Values): void {
    this.#bind(first, row, this.#binds, 0);
    this.#statement.run(this.#binds);
  }

  /** As `insert`, written at the latest by `flush`. */
  queue(first: string, row: Values): void {
    this.#batch ??= new RowBatch(this.#connection, this.#table, this.#names);
    this.#batch.add((values, from) => this.#bind(first, row, values, from));
  }

  get batch(): RowBatch | null {
    return this.#batch;
  }

  #bind(first: string, row: Values, binds: unknown[], from: number): void {
    const { slots } = this.#layoutOf(row);
    // Every column was there, so a surplus key is one that no table would keep but the outbox would send.
    if (slots === null) throw new Error(`${this.#table}: missing or unknown field in ${Object.keys(row)}`);
    const values = Object.values(row);
    binds[from] = first;
    for (let i = 0; i < slots.length; i++) {
      const slot = slots[i] ?? -1;
      if (slot < 0) continue;
      const value = values[i];
      if (value === undefined) throw new Error(`${this.#table}.${this.#columns[slot - 1]} is missing`);
      binds[from + slot] = value;
    }
  }

  /** Whether a row has just the members this version knows: nothing to fill in, nothing to set aside. */
  isExact(row: Values): boolean {
    return this.#layoutOf(row).slots !== null;
  }

  /** Rows of one writer have their members in one order: that of the last row is remembered. */
  #layoutOf(row: Values): Layout {
    const keys = Object.keys(row);
    const known = this.#layout.keys;
    let i = keys.length === known.length ? 0 : -1;
    while (i >= 0 && i < keys.length) i = keys[i] === known[i] ? i + 1 : -1;
    if (i < 0) this.#layout = { keys, slots: this.#slots(keys) };
    return this.#layout;
  }

  #slots(keys: readonly string[]): number[] | null {
    if (keys.length !== this.#columns.length + this.#others.length) return null;
    const slots = keys.map((key) => this.#columns.indexOf(key) + 1 || -1);
    const isExact = keys.every((key, index) => slots[index] !== -1 || this.#others.includes(key));
    return isExact ? slots : null;
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
    this.#insert = new RowInsert(connection, part.table, part.parent, part.fields, []);
    this.#delete = connection.unchecked(`DELETE FROM ${part.table} WHERE ${part.parent} = ?`);
    const columns = Object.keys(part.fields).join(', ');
    const order = part.key.join(', ');
    this.#select = connection.unchecked(
      `SELECT ${columns} FROM ${part.table} WHERE ${part.parent} = ? ORDER BY ${order}`,
    );
  }

  insert(parent: string, children: unknown): void {
    if (!Array.isArray(children)) throw new Error(`${this.name} must be a list`);
    for (let i = 0; i < children.length; i++) this.#insert.insert(parent, children[i]);
  }

  queue(parent: string, children: unknown): void {
    if (!Array.isArray(children)) throw new Error(`${this.name} must be a list`);
    for (let i = 0; i < children.length; i++) this.#insert.queue(parent, children[i]);
  }

  get batch(): RowBatch | null {
    return this.#insert.batch;
  }

  /** See {@link EntityTable.isExact}. */
  isExact(children: unknown): boolean {
    return Array.isArray(children) && children.every((child) => this.#insert.isExact(child));
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
    this.#insert = new RowInsert(connection, name, 'id', entity.fields, ['id', ...Object.keys(entity.parts)]);
    this.parts = Object.entries(entity.parts).map(([part, definition]) => new PartTable(connection, part, definition));
    this.putPrefix = `{"op":"put","entity":"${name}","id":`;
  }

  insert(id: string, row: Values): void {
    this.#insert.insert(id, row);
    for (const part of this.parts) part.insert(id, row[part.name]);
  }

  /** As `insert`, together with others: written when the table's batches are flushed. */
  queue(id: string, row: Values): void {
    this.#insert.queue(id, row);
    for (const part of this.parts) part.queue(id, row[part.name]);
  }

  /** What was queued and is not written. */
  get batches(): RowBatch[] {
    return [this.#insert, ...this.parts].flatMap(({ batch }) => batch ?? []);
  }

  /** Whether a record has just the members this version knows: nothing to fill in, nothing to set aside. */
  isExact(row: Values): boolean {
    return this.#insert.isExact(row) && this.parts.every((part) => part.isExact(row[part.name]));
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

  /** Of all tables. */
  get batches(): RowBatch[] {
    return [...this.#tables.values()].flatMap(({ batches }) => batches);
  }
}
