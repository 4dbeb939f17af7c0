import { type EntityName, entities, entityOf, numbering, type Scope } from '@shared/entities';
import {
  byUnit,
  deletion,
  type Outcome,
  type RawOperation,
  readOperations,
  readRows,
  referencesOf,
  type SnapshotRow,
} from '@shared/sync';
import type { Connection } from '../reads';
import type { ApplyTools } from './apply';
import { replaceRecords } from './bulk';
import { existsAlready, isFact } from './facts';

/** A snapshot that is here completely, and what it is a snapshot of. */
export interface CompleteCopy {
  readonly snapshot: string;
  readonly head: number;
  readonly chain: string;
  /** The last of this terminal's mutations that it contains. */
  readonly last: number;
  readonly scopes: readonly Scope[];
}

interface OutboxRow {
  mid: number;
  at: number;
  ops: string;
  aside: 0 | 1;
}

interface Unsettled extends Omit<OutboxRow, 'aside'> {
  readonly operations: RawOperation[];
  readonly isAside: boolean;
}

interface Fact {
  readonly entity: EntityName;
  readonly id: string;
  readonly row: Readonly<Record<string, unknown>>;
}

/** Puts a snapshot in place of the shop's records, inside one transaction, and this terminal's pending work on top. */
export class CopyImport {
  readonly #connection: Connection;
  readonly #tools: ApplyTools;

  constructor(connection: Connection, tools: ApplyTools) {
    this.#connection = connection;
    this.#tools = tools;
  }

  /** All records. */
  replace({ snapshot, last, head }: CompleteCopy): void {
    const unsettled = this.#unsettled(last);
    const kept = this.#referred(unsettled);
    replaceRecords(this.#connection, this.#tools, this.#staged(snapshot));
    const pending = unsettled.filter((mutation) => !this.#wentIn(mutation, head));
    for (const row of kept) {
      if (!this.#tools.records.has(row.entity, row.id))
        this.#tools.records.insert(row.entity, row.id, row.row, row.deleted);
    }
    for (const mutation of pending) this.#layOnTop(mutation);
    this.#dropLoose();
  }

  /**
   * The records of scopes that were granted, beside those that are here. What was created after the cursor is left out:
   * it comes with the log, after the records it refers to.
   */
  add({ snapshot }: CompleteCopy, cursor: number): void {
    for (const row of this.#staged(snapshot)) {
      if ((row.versions[''] ?? 0) > cursor) continue;
      if (entityOf(row.entity) && this.#tools.records.has(row.entity as EntityName, row.id)) continue; // proof: looked up
      this.#insert(row);
    }
  }

  #insert({ entity: name, id, row, deleted, versions }: SnapshotRow): void {
    if (!entityOf(name)) return;
    const entity = name as EntityName; // proof: in the registry, looked up above
    this.#tools.records.insert(entity, id, row, deleted);
    if (entities[entity].kind !== 'register') return;
    for (const [unit, version] of Object.entries(versions)) this.#tools.versions.set(entity, id, unit, version);
  }

  *#staged(snapshot: string): Iterable<SnapshotRow> {
    const chunks = this.#connection.unchecked<[string], { idx: number }>(
      'SELECT idx FROM staged_chunk WHERE snapshot = ? ORDER BY idx',
    );
    const chunk = this.#connection.unchecked<[string, number], { rows: string }>(
      'SELECT rows FROM staged_chunk WHERE snapshot = ? AND idx = ?',
    );
    for (const { idx } of chunks.all(snapshot)) yield* readRows(chunk.get(snapshot, idx)?.rows ?? '[]');
  }

  #unsettled(last: number): Unsettled[] {
    return this.#connection
      .unchecked<[number], OutboxRow>(
        `SELECT mid, at, ops, coalesce(outcome LIKE '{"status":"quarantined"%', 0) AS aside FROM outbox
         WHERE (mid > ? AND coalesce(outcome NOT LIKE '{"status":"rejected"%', 1))
            OR outcome LIKE '{"status":"quarantined"%'
         ORDER BY mid`,
      )
      .all(last)
      .map(({ aside, ...row }) => ({ ...row, isAside: aside === 1, operations: readOperations(row.ops) ?? [] }));
  }

  /** What pending work refers to, as it is here: a hub that was restored may not have it yet. */
  #referred(pending: readonly { operations: RawOperation[] }[]) {
    const kept = new Map<
      string,
      { entity: EntityName; id: string; row: Record<string, unknown>; deleted: number | null }
    >();
    const visit = (operation: RawOperation) => {
      for (const reference of referencesOf(operation)) keep(reference.entity, reference.id);
    };
    const keep = (name: string, id: string) => {
      const key = `${name}\n${id}`;
      if (!entityOf(name) || kept.has(key)) return;
      const entity = name as EntityName; // proof: in the registry, looked up above
      const { fields, parts } = entities[entity];
      const found = this.#tools.records.read(entity, id, [...Object.keys(fields), ...Object.keys(parts), deletion]);
      if (!found) return;
      const { [deletion]: deleted, ...row } = found;
      kept.set(key, { entity, id, row, deleted: typeof deleted === 'number' ? deleted : null });
      visit({ op: 'put', entity, id, row });
    };
    for (const { operations } of pending) {
      for (const operation of operations) {
        visit(operation);
        if (operation.op !== 'put') keep(operation.entity, operation.id);
      }
    }
    return kept.values();
  }

  /** A fact that was put aside and went in after all comes with the copy, and no entry of it is read: this says so. */
  #wentIn({ mid, operations, isAside }: Unsettled, head: number): boolean {
    // Rows of a register may have been made by anybody.
    const here = operations.flatMap((operation): Fact[] => {
      const { entity, id } = operation;
      if (operation.op !== 'put' || !isFact(entity) || !this.#tools.records.has(entity, id)) return [];
      return [{ entity, id, row: operation.row }];
    });
    const other = here.find((fact) => !this.#isSame(fact));
    if (isAside && here.length > 0 && !other) {
      this.#answered(mid, { status: 'ok', seq: head }, head);
      return true;
    }
    // Another's fact under its id, as an entry would have told.
    for (const { entity, id } of here) this.#tools.versions.set(entity, id, '', head);
    if (isAside && other) this.#answered(mid, existsAlready(other.entity, other.id), null);
    return false;
  }

  #answered(mid: number, outcome: Outcome, seq: number | null): void {
    this.#connection
      .unchecked<[number | null, string, number | null, number]>(
        'UPDATE outbox SET seq = ?, outcome = ?, attention = iif(? IS NULL, attention, 0) WHERE mid = ?',
      )
      .run(seq, JSON.stringify(outcome), seq, mid);
  }

  /** Whether a fact lies here as it was made, but for its number: a copy of this file may have given it another. */
  #isSame({ entity, id, row }: Fact): boolean {
    // Who made it and when tells two facts apart, so that their lines need not be compared.
    const columns = Object.keys(entities[entity].fields).filter((name) => name in row && !numbering.includes(name));
    const here = this.#tools.records.read(entity, id, columns) ?? {};
    return columns.every((column) => here[column] === row[column]);
  }

  #layOnTop({ mid, at, operations, isAside }: Unsettled): void {
    for (const operation of operations) {
      if (!entityOf(operation.entity)) continue;
      const entity = operation.entity as EntityName; // proof: in the registry, looked up above
      const isHere = this.#tools.records.has(entity, operation.id);
      if (operation.op === 'put') {
        if (!isHere) this.#tools.records.insert(entity, operation.id, operation.row);
      } else if (isHere && !isAside) {
        const value = operation.op === 'set' ? operation.fields : { [deletion]: operation.op === 'del' ? at : null };
        this.#pend(entity, operation.id, mid, value);
      }
    }
  }

  #pend(entity: EntityName, id: string, mid: number, fields: Readonly<Record<string, unknown>>): void {
    const { records, pending } = this.#tools;
    for (const [unit, value] of byUnit(entity, fields)) {
      const before = records.read(entity, id, Object.keys(value)) ?? {};
      pending.add(entity, id, unit, mid, value, before);
      records.write(entity, id, value);
    }
  }

  /** Rows of this terminal alone that point to what is not there any more. */
  #dropLoose(): void {
    for (const text of [
      'DELETE FROM cart_line WHERE product_id NOT IN (SELECT id FROM product)',
      'UPDATE cart SET customer_id = NULL WHERE customer_id NOT IN (SELECT id FROM customer)',
      'DELETE FROM alert_notice WHERE alert_id NOT IN (SELECT id FROM alert)',
    ]) {
      this.#connection.unchecked(text).run();
    }
  }
}
