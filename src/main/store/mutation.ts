import { type EntityName, entities, type RegisterName, type Row } from '@shared/entities';
import { AppError } from '@shared/errors';
import { byUnit, deletion, limits } from '@shared/sync';
import type { Statement } from 'better-sqlite3';
import type { Touched } from './changes';
import type { EntityTable, EntityTables } from './entity-tables';
import type { FieldHistory } from './field-history';
import type { Intent, Outbox } from './outbox';
import type { Connection } from './reads';
import type { Pending, Versions } from './replica';
import type { LevelChange, StockLevels } from './stock-levels';

/** The fields of a register that `set` may change: any of them, and parts as whole lists. */
export type FieldsOf<N extends RegisterName> = Partial<Omit<Row<N>, 'id'>>;

/** What a use-case may do inside `store.mutate`. Valid only while the callback runs. */
export interface Mutation {
  /** The mutation's time, ms: use it for the `at` of every row, so that they agree. */
  readonly at: number;
  readonly actor: string;
  readonly terminalId: string;

  /**
   * Adds a record with its parts. Every field must be there (null where optional). A register's row is a new one: an
   * edit is `set`. Throws SQLite's constraint error when the id is taken.
   */
  put<N extends EntityName>(entity: N, row: Row<N>): void;

  /** `put('stock_movement', row)`, which also tells the product's level before and after. Thousandths. */
  move(row: Row<'stock_movement'>): LevelChange;

  /**
   * Changes fields of a register and records who changed what. Fields that already have the value are left out; with
   * nothing left, nothing is written. Returns the names of the fields that changed.
   *
   * @throws AppError `not_found`, `deleted`
   */
  set<N extends RegisterName>(entity: N, id: string, fields: FieldsOf<N>): readonly string[];

  /** Soft delete. False when it was deleted already. @throws AppError `not_found` */
  del(entity: RegisterName, id: string): boolean;

  /** Takes a deletion back. False when it was not deleted. @throws AppError `not_found` */
  undel(entity: RegisterName, id: string): boolean;

  /**
   * A cached statement for what belongs to this terminal alone (carts, number series, notices): part of the
   * transaction, not of the outbox. Refuses the tables that travel.
   */
  local<P extends unknown[] = unknown[], R = unknown>(text: string): Statement<P, R>;

  /** Announces a change of something local after the commit; entities announce themselves. Without ids: all of it. */
  touch(topic: string, ids?: Iterable<string>): void;
}

/** What mutations of one store share. */
export interface MutationTools {
  readonly connection: Connection;
  readonly tables: EntityTables;
  readonly outbox: Outbox;
  readonly history: FieldHistory;
  readonly levels: StockLevels;
  readonly versions: Versions;
  readonly pending: Pending;
}

/** One mutation while its transaction is open: writes the tables and collects the operations for the outbox. */
export class OpenMutation implements Mutation {
  readonly at: number;
  readonly actor: string;
  readonly terminalId: string;
  readonly #intent: Intent;
  readonly #tools: MutationTools;
  readonly #touched: Touched;
  #operations: string[] = [];
  #text = 0;
  #lastMid: number | null = null;
  #finished = false;

  constructor(intent: Intent, at: number, terminalId: string, tools: MutationTools, touched: Touched) {
    this.at = at;
    this.actor = intent.actor;
    this.terminalId = terminalId;
    this.#intent = intent;
    this.#tools = tools;
    this.#touched = touched;
  }

  put<N extends EntityName>(entity: N, row: Row<N>): void {
    // proof: the row of N, and N is stock_movement
    if (entity === 'stock_movement') this.move(row as Row<'stock_movement'>);
    else this.#put(this.#tools.tables.of(entity), row);
  }

  move(row: Row<'stock_movement'>): LevelChange {
    this.#put(this.#tools.tables.of('stock_movement'), row);
    this.#touched.addOne('stock_level', row.product_id);
    return this.#tools.levels.add(row.product_id, row.quantity);
  }

  set<N extends RegisterName>(entity: N, id: string, fields: FieldsOf<N>): readonly string[] {
    const table = this.#tools.tables.of(entity);
    const current = this.#existing(table, id);
    if (current.deleted_at !== null) throw new AppError('deleted', `${entity} ${id} is deleted`, { entity, id });

    const wanted: Readonly<Record<string, unknown>> = fields;
    const columns: string[] = [];
    const changed: string[] = [];
    const sent: Record<string, unknown> = {};
    const before: Record<string, unknown> = {};
    const groups = new Set<string>();
    let known = 0;
    for (const [column, field] of Object.entries(table.fields)) {
      const value = wanted[column];
      if (column in wanted) known++;
      if (value === undefined || value === current[column]) continue;
      columns.push(column);
      changed.push(column);
      sent[column] = value;
      before[column] = current[column];
      if (field.group) groups.add(field.group);
      this.#record(entity, id, column, current[column], value);
    }
    for (const part of table.parts) {
      const value = wanted[part.name];
      if (part.name in wanted) known++;
      if (value === undefined) continue;
      const children = part.read(id);
      if (sameRows(children, value)) continue;
      part.replace(id, value);
      changed.push(part.name);
      sent[part.name] = value;
      before[part.name] = children;
      this.#record(entity, id, part.name, children, value);
    }
    if (known !== Object.keys(wanted).length) throw new Error(`${entity}: unknown field in ${Object.keys(wanted)}`);
    if (changed.length === 0) return changed;

    if (columns.length > 0) {
      table.update(
        id,
        columns,
        columns.map((column) => sent[column]),
      );
    }
    // A group merges as one field, so it travels whole.
    for (const [column, field] of Object.entries(table.fields)) {
      if (!field.group || !groups.has(field.group) || column in sent) continue;
      sent[column] = current[column];
      before[column] = current[column];
    }
    const base = JSON.stringify(this.#pend(entity, id, sent, before));
    const fieldsText = JSON.stringify(sent);
    this.#add(
      entity,
      id,
      `{"op":"set","entity":"${entity}","id":${JSON.stringify(id)},"fields":${fieldsText},"base":${base}}`,
    );
    return changed;
  }

  del(entity: RegisterName, id: string): boolean {
    return this.#mark(entity, id, 'del', this.at);
  }

  undel(entity: RegisterName, id: string): boolean {
    return this.#mark(entity, id, 'undel', null);
  }

  local<P extends unknown[] = unknown[], R = unknown>(text: string): Statement<P, R> {
    return this.#tools.connection.sql<P, R>(text);
  }

  touch(topic: string, ids?: Iterable<string>): void {
    this.#touched.add(topic, ids);
  }

  /** Writes what is left to the outbox. Returns the last number taken, or null when the mutation changed nothing. */
  finish(): number | null {
    this.#finished = true;
    if (this.#operations.length > 0) this.#flush();
    return this.#lastMid;
  }

  #put(table: EntityTable, row: { readonly id: string }): void {
    const { id } = row;
    table.insert(id, row);
    this.#add(table.name, id, `${table.putPrefix}${JSON.stringify(id)},"row":${JSON.stringify(row)}}`);
  }

  #mark(entity: RegisterName, id: string, op: 'del' | 'undel', deletedAt: number | null): boolean {
    const table = this.#tools.tables.of(entity);
    const before = this.#existing(table, id).deleted_at;
    if ((before === null) === (deletedAt === null)) return false;
    table.update(id, ['deleted_at'], [deletedAt]);
    this.#record(entity, id, 'deleted_at', before, deletedAt);
    const base = this.#pend(entity, id, { [deletion]: deletedAt }, { [deletion]: before })[deletion];
    const tail = op === 'undel' ? `,"base":${base}` : '';
    this.#add(entity, id, `{"op":"${op}","entity":"${entity}","id":${JSON.stringify(id)}${tail}}`);
    return true;
  }

  /** Notes what was confirmed until the hub has answered; returns the versions that the edit was made on. */
  #pend(
    entity: RegisterName,
    id: string,
    sent: Readonly<Record<string, unknown>>,
    before: Readonly<Record<string, unknown>>,
  ): Record<string, number> {
    const base: Record<string, number> = {};
    const earlier = byUnit(entity, before);
    for (const [unit, value] of byUnit(entity, sent)) {
      base[unit] = this.#tools.versions.of(entity, id, unit);
      this.#tools.pending.add(entity, id, unit, this.mid, value, earlier.get(unit) ?? {});
    }
    return base;
  }

  #existing(table: EntityTable, id: string): Record<string, unknown> {
    const row = table.read(id);
    if (!row) throw new AppError('not_found', `No ${table.name} ${id}`, { entity: table.name, id });
    return row;
  }

  #record(entity: RegisterName, id: string, field: string, before: unknown, after: unknown): void {
    this.#tools.history.add(entity, id, field, before, after, this);
  }

  /** The number of the outbox row that the next operation goes into. */
  get mid(): number {
    return this.#tools.outbox.next;
  }

  /** Operations are kept as text from the moment they are made: what the caller does to its row later changes nothing. */
  #add(entity: EntityName, id: string, operation: string): void {
    if (this.#finished) throw new Error('This mutation is over');
    this.#touched.addOne(entity, id);
    if (operation.length > limits.operationText) throw tooLong(entity, id);
    this.#operations.push(operation);
    this.#text += operation.length;
    if (this.#intent.whole) {
      const fits = this.#operations.length <= limits.wholeOperations && this.#text <= limits.operationText;
      if (!fits) throw new AppError('too_many_lines', `${this.#intent.name} is too long to be synchronised`, {});
      return;
    }
    // Not before the operation is in: what it has noted as pending bears this row's number.
    if (this.#operations.length === limits.operations || this.#text >= limits.mutationText) this.#flush();
  }

  #flush(): void {
    this.#lastMid = this.#tools.outbox.append(this.#intent, this.at, this.#operations);
    this.#operations = [];
    this.#text = 0;
  }
}

/** What no hub would take must not be written here either. */
function tooLong(entity: EntityName, id: string): AppError {
  return entities[entity].kind === 'document'
    ? new AppError('too_many_lines', `${entity} ${id} is too long to be synchronised`, { limit: limits.operationText })
    : new AppError('bad_value', `${entity} ${id} is too long to be synchronised`, { entity, id });
}

function sameRows(before: readonly Record<string, unknown>[], after: unknown): boolean {
  if (!Array.isArray(after) || after.length !== before.length) return false;
  return before.every((row, index) => Object.keys(row).every((column) => row[column] === after[index]?.[column]));
}
