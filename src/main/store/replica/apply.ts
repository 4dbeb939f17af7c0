import { type EntityName, entities, entityOf, numbering } from '@shared/entities';
import { byUnit, deletion, type Effect, type Entry, type UnitName, type UnitValue, unitsOf } from '@shared/sync';
import type { Touched } from '../changes';
import type { FieldHistory } from '../field-history';
import type { Pending } from './pending';
import type { Records } from './records';
import type { Versions } from './versions';

export interface ApplyTools {
  readonly records: Records;
  readonly versions: Versions;
  readonly pending: Pending;
  readonly history: FieldHistory;
}

/** Who made the entry, for the field history. */
type By = Pick<Entry, 'seq' | 'terminal' | 'mid' | 'actor' | 'at'>;

/**
 * Applies the hub's decisions as they stand: no merging here. An effect that this terminal already has (its own put, a
 * row that came with a copy) changes nothing, by the version of the unit it writes.
 */
export class Apply {
  readonly #tools: ApplyTools;
  readonly #touched: Touched;
  readonly #isOwn: boolean;
  readonly #by: By;
  /** Facts that stood here already, by this terminal's own hand. */
  readonly met: { readonly entity: EntityName; readonly id: string }[] = [];

  constructor(tools: ApplyTools, touched: Touched, by: By, isOwn: boolean) {
    this.#tools = tools;
    this.#touched = touched;
    this.#by = by;
    this.#isOwn = isOwn;
  }

  effect(effect: Effect): void {
    // An entity this version does not know: it will be read again after the update, from a copy.
    if (!entityOf(effect.entity)) return;
    const entity = effect.entity as EntityName; // proof: in the registry, looked up above
    const { id } = effect;
    if (effect.op === 'put') this.#put(entity, id, effect.row);
    else if (effect.op === 'set')
      for (const [unit, value] of byUnit(entity, effect.fields)) this.#unit(entity, id, unit, value);
    else if (effect.op === 'lost') this.#lost(entity, id, effect.fields);
    else this.#unit(entity, id, deletion, { [deletion]: effect.op === 'del' ? this.#by.at : null });
  }

  #put(entity: EntityName, id: string, row: Readonly<Record<string, unknown>>): void {
    const { records, versions } = this.#tools;
    const isRegister = entities[entity].kind === 'register';
    if (isRegister && versions.of(entity, id, '') > 0) return;
    if (!records.has(entity, id)) {
      records.insert(entity, id, row);
      this.#touch(entity, id, row);
      if (!this.#isOwn) this.#touched.arrive(entity, id);
    } else if (isRegister) {
      for (const [unit, fields] of unitsOf(entity)) {
        const value = Object.fromEntries(fields.map((field) => [field, row[field] ?? null]));
        this.#show(entity, id, unit, value);
      }
      // It may stand here as it was before the hub was restored.
      this.#show(entity, id, deletion, { [deletion]: null });
    } else {
      this.#meet(entity, id, row);
    }
    if (isRegister) versions.set(entity, id, '', this.#by.seq);
  }

  /** A fact that is here already: this terminal's own, come back, or another's under the same id. */
  #meet(entity: EntityName, id: string, row: Readonly<Record<string, unknown>>): void {
    const { records, versions } = this.#tools;
    if (entities[entity].kind === 'document') this.#renumber(entity, id, row);
    else if (!this.#isOwn && records.replace(entity, id, row)) this.#touch(entity, id, row);
    if (this.#isOwn) return;
    // So that nobody takes it for one that the log does not have.
    versions.set(entity, id, '', this.#by.seq);
    this.met.push({ entity, id });
  }

  /** A copy of this file (or the one that this is a copy of) was there first: the document has the number that it gave. */
  #renumber(entity: EntityName, id: string, row: Readonly<Record<string, unknown>>): void {
    const { records } = this.#tools;
    const here = records.read(entity, id, numbering) ?? {};
    const changed = numbering.filter((column) => column in row && here[column] !== row[column]);
    if (changed.length === 0) return;
    records.write(entity, id, Object.fromEntries(changed.map((column) => [column, row[column]])));
    this.#touch(entity, id, row);
  }

  #unit(entity: EntityName, id: string, unit: UnitName, value: UnitValue): void {
    const { versions } = this.#tools;
    // Not for the same entry: it may create a record and edit it, and doing both again ends the same.
    if (versions.of(entity, id, unit) > this.#by.seq) return;
    versions.set(entity, id, unit, this.#by.seq);
    this.#show(entity, id, unit, value);
  }

  /** Confirms a value, and shows it unless an edit of this terminal is pending on the unit. */
  #show(entity: EntityName, id: string, unit: UnitName, value: UnitValue): void {
    const { records, pending } = this.#tools;
    if (pending.confirm(entity, id, unit, value)) return;
    const before = records.read(entity, id, Object.keys(value));
    if (!before) throw new Error(`${entity} ${id} is written by entry ${this.#by.seq} and is not here`);
    const changed = Object.entries(value).filter(([field, content]) => !isEqual(before[field], content));
    if (changed.length === 0) return;
    records.write(entity, id, Object.fromEntries(changed));
    for (const [field, content] of changed) this.#record(entity, id, field, before[field], content);
    this.#touch(entity, id, value);
  }

  /** The value that lost stands in the history, as replaced by the one that stands. */
  #lost(entity: EntityName, id: string, fields: UnitValue): void {
    if (this.#isOwn) return;
    const current = this.#tools.records.read(entity, id, Object.keys(fields)) ?? {};
    for (const [field, value] of Object.entries(fields)) this.#record(entity, id, field, value, current[field] ?? null);
  }

  /** An own edit was recorded when it was made. */
  #record(entity: EntityName, id: string, field: string, before: unknown, after: unknown): void {
    if (this.#isOwn) return;
    const { at, actor, terminal, mid } = this.#by;
    // proof: only registers have fields that are set
    this.#tools.history.add(entity as Parameters<FieldHistory['add']>[0], id, field, before ?? null, after ?? null, {
      at,
      actor,
      terminalId: terminal,
      mid,
    });
  }

  #touch(entity: EntityName, id: string, row: UnitValue): void {
    this.#touched.addOne(entity, id);
    if (entity === 'stock_movement' && typeof row.product_id === 'string') {
      this.#touched.addOne('stock_level', row.product_id);
    }
  }
}

const isEqual = (a: unknown, b: unknown): boolean =>
  a === b || (typeof a === 'object' && a !== null && JSON.stringify(a) === JSON.stringify(b));
