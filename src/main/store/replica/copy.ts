import { type EntityName, entities, entityOf, type Scope } from '@shared/entities';
import {
  byUnit,
  deletion,
  type Outcome,
  type RawOperation,
  readOperations,
  readRows,
  type SnapshotRow,
} from '@shared/sync';
import type { Connection } from '../reads';
import type { ApplyTools } from './apply';
import { replaceRecords } from './bulk';
import { existsAlready, isFact } from './facts';
import { type Leaned, leanedOn } from './leaning';

/** A snapshot that is here completely, and what it is a snapshot of. */
export interface CompleteCopy {
  readonly snapshot: string;
  readonly head: number;
  readonly chain: string;
  /** The last of this terminal's mutations that it contains. */
  readonly last: number;
  /** Which of those up to `last` the hub had put aside. */
  readonly aside: readonly number[];
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

/** Puts a snapshot in place of the shop's records, inside one transaction, and this terminal's pending work on top. */
export class CopyImport {
  readonly #connection: Connection;
  readonly #tools: ApplyTools;

  constructor(connection: Connection, tools: ApplyTools) {
    this.#connection = connection;
    this.#tools = tools;
  }

  /** All records. */
  replace(copy: CompleteCopy): void {
    const unsettled = this.#unsettled(copy.last);
    // A hub that was restored may not have it yet.
    const leaned = leanedOn(
      this.#tools,
      unsettled.flatMap(({ operations }) => operations),
    );
    replaceRecords(this.#connection, this.#tools, this.#staged(copy.snapshot));
    const pending = unsettled.filter((mutation) => !this.#wentIn(mutation, copy));
    for (const mutation of pending) this.#meet(mutation, copy.head);
    this.#keep(leaned, pending);
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
      // proof: looked up
      const isHere = entityOf(row.entity) && this.#tools.records.has(row.entity as EntityName, row.id);
      // Whatever kept it here, the hub has it.
      if (isHere) this.#tools.versions.release(row.entity, row.id);
      else this.#insert(row);
    }
  }

  /** What the snapshot lacks; what is not this terminal's own is marked, to go when nothing leans on it any more. */
  #keep(leaned: readonly Leaned[], pending: readonly Unsettled[]): void {
    const { records, versions } = this.#tools;
    const puts = pending.flatMap(({ operations }) => operations.filter(({ op }) => op === 'put'));
    const own = new Set(puts.map(({ entity, id }) => `${entity}\n${id}`));
    for (const { entity, id, row, deleted } of leaned) {
      if (records.has(entity, id)) continue;
      records.insert(entity, id, row, deleted);
      if (!own.has(`${entity}\n${id}`)) versions.keep(entity, id);
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

  /** A fact that was put aside and went in after all comes with the copy, and no entry of it is read: this says so. */
  #wentIn({ mid, isAside }: Unsettled, { last, aside, head }: CompleteCopy): boolean {
    if (!isAside || mid > last || aside.includes(mid)) return false;
    this.#connection
      .unchecked<[number, string, number]>('UPDATE outbox SET seq = ?, outcome = ?, attention = 0 WHERE mid = ?')
      .run(head, JSON.stringify({ status: 'ok', seq: head } satisfies Outcome), mid);
    return true;
  }

  /** Others' facts under the ids of this mutation's come with the copy: as an entry would have told. */
  #meet({ mid, operations, isAside }: Unsettled, head: number): void {
    const isHere = ({ op, entity, id }: RawOperation) =>
      op === 'put' && isFact(entity) && this.#tools.records.has(entity, id);
    const [first, ...more] = operations.filter(isHere);
    if (!first) return;
    for (const { entity, id } of [first, ...more]) this.#tools.versions.set(entity, id, '', head);
    if (!isAside) return;
    this.#connection
      .unchecked<[string, number]>('UPDATE outbox SET outcome = ? WHERE mid = ?')
      .run(JSON.stringify(existsAlready(first.entity, first.id)), mid);
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
