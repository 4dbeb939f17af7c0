import { type Entity, type EntityName, entities, entityOf } from '@shared/entities';
import { type Outcome, type RawOperation, readOperations } from '@shared/sync';
import type { Touched } from '../changes';
import type { Connection } from '../reads';
import type { ApplyTools } from './apply';
import { existsAlready, isFact } from './facts';
import { leanedOn } from './leaning';
import { readState } from './state';

interface OutboxOps {
  mid: number;
  ops: string;
}

/** Ends the pending state of this terminal's own mutations, one way or the other. */
export class Settle {
  readonly #connection: Connection;
  readonly #tools: ApplyTools;
  readonly #touched: Touched;

  constructor(connection: Connection, tools: ApplyTools, touched: Touched) {
    this.#connection = connection;
    this.#tools = tools;
    this.#touched = touched;
  }

  /** The mutation's effects are in what was confirmed: its pending writes need not be shown any more. */
  applied(mid: number): void {
    this.#end(mid, (entity, id) => this.#isOnlyHere(entity, id));
  }

  /** A derived record that was put aside at the hub: no edit of it had an effect there, and here they are all there is. */
  #isOnlyHere(entity: EntityName, id: string): boolean {
    const { access }: Entity = entities[entity];
    return access.derived === true && this.#tools.versions.of(entity, id, '') === 0;
  }

  /** @param keeps which records stay as they are visible */
  #end(mid: number, keeps: (entity: EntityName, id: string) => boolean): void {
    const { records, pending } = this.#tools;
    for (const { key, visible } of pending.end(mid)) {
      if (!entityOf(key.entity)) continue;
      const entity = key.entity as EntityName; // proof: in the registry, looked up above
      if (!records.has(entity, key.entity_id) || keeps(entity, key.entity_id)) continue;
      records.write(entity, key.entity_id, visible);
      this.#touched.addOne(entity, key.entity_id);
    }
  }

  /**
   * Notes an outcome. `cursor`: how far the log was read; what lies beyond is settled when it arrives. Returns the
   * operations of a mutation that did not fit.
   */
  outcome(mid: number, answer: Outcome, cursor: number): RawOperation[] {
    const row = this.#connection
      .unchecked<[number], { state: string; seq: number | null; ops: string }>(
        'SELECT state, seq, ops FROM outbox WHERE mid = ?',
      )
      .get(mid);
    if (!row || row.state === 'acknowledged') return [];
    // What was put aside and went in after all may have been read back before this answer came.
    const outcome =
      answer.status !== 'quarantined'
        ? answer
        : row.seq === null
          ? this.#reason(row.ops, answer)
          : ({ status: 'ok', seq: row.seq } satisfies Outcome);
    const seq = 'seq' in outcome ? outcome.seq : null;
    this.#connection
      .unchecked<[string, number | null, number, number]>(
        `UPDATE outbox SET state = 'acknowledged', outcome = ?, seq = ?, attention = ? WHERE mid = ?`,
      )
      .run(JSON.stringify(outcome), seq, wantsAttention(outcome) ? 1 : 0, mid);
    this.#touched.add('outbox');
    if (outcome.status === 'rejected') this.#takeBack(mid);
    else if (seq === null || seq <= cursor) this.applied(mid);
    return seq === null ? (readOperations(row.ops) ?? []) : [];
  }

  /** Why it is put aside for good: the log may have brought another under its id since the hub looked at it. */
  #reason(ops: string, answer: Outcome): Outcome {
    const { versions } = this.#tools;
    const other = (readOperations(ops) ?? []).find(
      ({ op, entity, id }) => op === 'put' && isFact(entity) && versions.of(entity, id, '') > 0,
    );
    return other ? existsAlready(other.entity, other.id) : answer;
  }

  /**
   * A refused request leaves no trace: its edits fall back to what is confirmed, what it created is gone. A record that
   * something else here refers to is only marked deleted, until that goes too.
   */
  #takeBack(mid: number): void {
    this.#end(mid, () => false);
    this.#connection
      .unchecked('DELETE FROM field_history WHERE mid = ? AND terminal_id = (SELECT value FROM meta WHERE key = ?)')
      .run(mid, 'terminal_id');
    this.removeRefused();
  }

  /**
   * What refused mutations have created, and what only they have kept. Also after a copy: a record may have been
   * confirmed when its creation was refused, by a hub that was restored.
   */
  removeRefused(): void {
    const rows = this.#connection
      .unchecked<[], OutboxOps>(
        `SELECT mid, ops FROM outbox WHERE outcome LIKE '{"status":"rejected"%' ORDER BY mid DESC`,
      )
      .all();
    const refused = rows.flatMap(({ ops }) => (readOperations(ops) ?? []).reverse());
    for (const operation of refused) this.#removePut(operation);
    this.#letGo(refused);
  }

  /** Others' records that a copy lacked and that only such work has kept: nobody else has them. */
  #letGo(refused: readonly RawOperation[]): void {
    const kept = leanedOn(this.#tools, refused, (entity, id) => this.#tools.versions.isKept(entity, id));
    if (kept.length === 0) return;
    const needed = new Set(leanedOn(this.#tools, this.#unsettled()).map(({ entity, id }) => `${entity}\n${id}`));
    // Backwards: each before what it refers to.
    for (const { entity, id, row } of kept.reverse())
      if (!needed.has(`${entity}\n${id}`)) this.#remove(entity, id, row);
  }

  /** What this terminal has done and was not refused, and the log that was read does not contain. */
  #unsettled(): RawOperation[] {
    return this.#connection
      .unchecked<[number], { ops: string }>(
        `SELECT ops FROM outbox
         WHERE state <> 'acknowledged' OR seq > ? OR outcome LIKE '{"status":"quarantined"%'`,
      )
      .all(readState(this.#connection).cursor)
      .flatMap(({ ops }) => readOperations(ops) ?? []);
  }

  #removePut(operation: RawOperation): void {
    const { records, versions } = this.#tools;
    if (operation.op !== 'put' || !entityOf(operation.entity)) return;
    const entity = operation.entity as EntityName; // proof: in the registry, looked up above
    const { id } = operation;
    // The shop has it all the same, from another mutation.
    if (!records.has(entity, id) || versions.of(entity, id, '') > 0) return;
    this.#remove(entity, id, operation.row);
  }

  #remove(entity: EntityName, id: string, row: Readonly<Record<string, unknown>>): void {
    const { records, versions, pending } = this.#tools;
    if (records.remove(entity, id)) {
      pending.forget(entity, id);
      versions.release(entity, id);
    } else if (entities[entity].kind === 'register') {
      records.write(entity, id, { deleted_at: row.created_at ?? 0 });
    }
    this.#touched.addOne(entity, id);
    if (entity === 'stock_movement') this.#touched.add('stock_level');
  }
}

function wantsAttention(outcome: Outcome): boolean {
  if (outcome.status !== 'superseded') return outcome.status !== 'ok';
  return outcome.lost.some(({ entity }) => entityOf(entity)?.access.tellsLoss === true);
}
