import { type Mutation, type Outcome, type RawOperation, readOperations } from '@shared/sync';
import type { Connection } from '../reads';
import { existsAlready, isFact } from './facts';
import { readState } from './state';
import type { Versions } from './versions';

/** A mutation that was refused, set aside or outdone in what people should know of, and that nobody has looked at. */
export interface Attention {
  readonly mid: number;
  readonly name: string;
  readonly actor: string;
  readonly at: number;
  readonly outcome: Outcome;
}

/** What this terminal has done and what was read of the log does not contain. */
export interface Unsettled {
  readonly operation: RawOperation;
  /** The hub has put it aside; otherwise it is on its way. */
  readonly isAside: boolean;
}

interface Aside {
  readonly mid: number;
  readonly text: string;
  readonly operations: readonly Unsettled[];
}

/** The outbox as the hub's queue: what waits, what was answered, what may be forgotten. */
export class Queue {
  readonly #connection: Connection;
  readonly #versions: Versions;
  /** What is durable and read up to here has been looked through. */
  #prunedTo = -1;
  /** The mutations that the hub has put aside; null when they are to be looked for: they are few and the outbox is long. */
  #aside: readonly Aside[] | null = null;

  constructor(connection: Connection, versions: Versions) {
    this.#connection = connection;
    this.#versions = versions;
  }

  /** Mutations the hub has not answered, after `mid`, in order; at least one if there is one, within the limits. */
  pending(after: number, most: number, text: number): Mutation[] {
    const rows = this.#connection.unchecked<[number, number], Mutation>(
      `SELECT mid, name, kind, actor, at, ops FROM outbox WHERE state <> 'acknowledged' AND mid > ? ORDER BY mid LIMIT ?`,
    );
    const found: Mutation[] = [];
    let size = 0;
    for (const row of rows.iterate(after, most)) {
      size += row.ops.length;
      if (found.length > 0 && size > text) break;
      found.push(row);
    }
    return found;
  }

  pendingCount(): number {
    return (
      this.#connection
        .unchecked<[], { n: number }>(`SELECT count(*) AS n FROM outbox WHERE state <> 'acknowledged'`)
        .get()?.n ?? 0
    );
  }

  attention(): Attention[] {
    return this.#connection
      .unchecked<[], Omit<Attention, 'outcome'> & { outcome: string }>(
        'SELECT mid, name, actor, at, outcome FROM outbox WHERE attention = 1 ORDER BY mid',
      )
      .all()
      .map((row) => ({ ...row, outcome: JSON.parse(row.outcome) as Outcome })); // proof: written by `Settle`
  }

  attended(mids: readonly number[]): void {
    const clear = this.#connection.unchecked<[number]>('UPDATE outbox SET attention = 0 WHERE mid = ?');
    for (const mid of mids) clear.run(mid);
  }

  /** The hash of a mutation that is still here. */
  hashOf(mid: number): string | null {
    const row = this.#connection
      .unchecked<[number], { hash: Uint8Array }>('SELECT hash FROM outbox WHERE mid = ?')
      .get(mid);
    return row ? Buffer.from(row.hash).toString('hex') : null;
  }

  /** What waits for an answer, as a hub can recognise it. */
  held(): { mid: number; hash: string }[] {
    return this.#connection
      .unchecked<[], { mid: number; hash: Uint8Array }>(
        `SELECT mid, hash FROM outbox WHERE state <> 'acknowledged' ORDER BY mid`,
      )
      .all()
      .map(({ mid, hash }) => ({ mid, hash: Buffer.from(hash).toString('hex') }));
  }

  /**
   * What this terminal has done and what was read of the log does not contain: not read back, or put aside at the hub. An
   * entry may be read before its answer comes. A fact that the log has under the same id, by whomever, is in it: whatever
   * is summed without these is the same at every terminal that has read as far.
   * @param about only mutations in whose text this occurs: an id
   */
  unsettled(about: string): Unsettled[] {
    const onItsWay = this.#connection
      .unchecked<[string, number, string], { ops: string }>(
        `SELECT ops FROM outbox WHERE state <> 'acknowledged' AND seq IS NULL AND instr(ops, ?) > 0
         UNION ALL SELECT ops FROM outbox WHERE seq > ? AND instr(ops, ?) > 0`,
      )
      .all(about, readState(this.#connection).cursor, about)
      .flatMap(({ ops }) => (readOperations(ops) ?? []).map((operation) => ({ operation, isAside: false })));
    const aside = this.aside()
      .filter(({ text }) => text.includes(about))
      .flatMap(({ operations }) => operations);
    return [...onItsWay, ...aside].filter(({ operation }) => !this.#isInLog(operation));
  }

  /** Two tills do the same (void one bill), and their facts have the same ids: what the log has of it is read. */
  #isInLog({ op, entity, id }: RawOperation): boolean {
    return op === 'put' && isFact(entity) && this.#versions.of(entity, id, '') > 0;
  }

  /** The mutations that the hub has put aside. */
  aside(): readonly Aside[] {
    this.#aside ??= this.#connection
      .unchecked<[], { mid: number; text: string }>(
        `SELECT mid, ops AS text FROM outbox WHERE outcome LIKE '{"status":"quarantined"%' ORDER BY mid`,
      )
      .all()
      .map(({ mid, text }) => ({
        mid,
        text,
        operations: (readOperations(text) ?? []).map((operation) => ({ operation, isAside: true })),
      }));
    return this.#aside;
  }

  /** The log has brought others' facts under ids of this terminal's: what was put aside with them never fits any more. */
  outdone(facts: readonly { readonly entity: string; readonly id: string }[]): void {
    const change = this.#connection.unchecked<[string, number]>('UPDATE outbox SET outcome = ? WHERE mid = ?');
    for (const { entity, id } of facts) {
      const isIt = ({ operation }: Unsettled) =>
        operation.op === 'put' && operation.entity === entity && operation.id === id;
      for (const { mid, text, operations } of this.aside())
        if (text.includes(id) && operations.some(isIt)) change.run(JSON.stringify(existsAlready(entity, id)), mid);
    }
  }

  /** Other mutations than before may be put aside; with `mid`, if that one was. */
  asideChanged(mid?: number): void {
    if (mid === undefined || this.#aside?.some((one) => one.mid === mid)) this.#aside = null;
  }

  /** What the hub answered and does not have any more is pending again. True when there was such. */
  reopenAfter(last: number): boolean {
    const { changes } = this.#connection
      .unchecked<[number]>(
        `UPDATE outbox SET state = 'pending', outcome = NULL, seq = NULL, attention = 0
         WHERE mid > ? AND (state = 'acknowledged' OR seq IS NOT NULL)`,
      )
      .run(last);
    return changes > 0;
  }

  /**
   * Forgets answered mutations that are in a backup of the hub and read back here. The last stays: it holds the count;
   * what waits for attention; and what is put aside, which is seen here and in no log. Looks only when more has become
   * durable: what is not may be much.
   */
  prune(): void {
    const { durable, cursor } = readState(this.#connection);
    const safe = Math.min(durable, cursor);
    if (safe <= this.#prunedTo) return;
    this.#connection
      .unchecked<[number]>(
        `DELETE FROM outbox
         WHERE attention = 0 AND state = 'acknowledged' AND outcome NOT LIKE '{"status":"quarantined"%'
           AND mid < (SELECT max(mid) FROM outbox)
           AND mid <= (SELECT max(mid) FROM outbox WHERE seq <= ?)
           AND mid < coalesce((SELECT min(mid) FROM outbox WHERE state <> 'acknowledged'), mid + 1)`,
      )
      .run(safe);
    this.#prunedTo = safe;
  }
}
