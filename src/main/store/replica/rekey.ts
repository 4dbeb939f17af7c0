import { financialYear, formatDocumentNumber } from '@shared/bill';
import { isDay } from '@shared/clock';
import { entityOf } from '@shared/entities';
import { type Outcome, type RawOperation, readOperations } from '@shared/sync';
import { payloadHash } from '../outbox';
import type { Connection } from '../reads';
import type { Pending } from './pending';

/** What this copy of a terminal's database becomes. */
export interface NewIdentity {
  readonly terminal: string;
  readonly series: string;
  /** What the hub has under the old identity, by its old number. */
  readonly known: readonly { readonly mid: number; readonly outcome: Outcome }[];
}

interface OutboxRow {
  mid: number;
  name: string;
  kind: 'fact' | 'request';
  actor: string;
  at: number;
  ops: string;
  aside: 0 | 1;
}

/**
 * Gives the work that the hub does not have new mutation numbers from 1, and its documents new numbers in the new
 * series: the old ones belong to the copy that went on with them. What the hub has put aside stays with whoever shows
 * it, as it is: the hub has it under the old number too, and the same again is no effect. Returns how many mutations there are, and which
 * document has got which number.
 */
export function rekeyOutbox(
  connection: Connection,
  pending: Pending,
  previous: string,
  { terminal, series, known }: NewIdentity,
): { last: number; renumbered: Map<string, string> } {
  const isKnown = new Set(known.map(({ mid }) => mid));
  const open = connection
    .unchecked<[], OutboxRow>(
      `SELECT mid, name, kind, actor, at, ops, coalesce(outcome LIKE '{"status":"quarantined"%', 0) AS aside FROM outbox
       WHERE state <> 'acknowledged' OR aside ORDER BY mid`,
    )
    .all()
    .filter(({ mid, aside }) => aside === 1 || !isKnown.has(mid));
  const oldSeries =
    connection.unchecked<[string], { series: string }>('SELECT series FROM terminal WHERE id = ?').get(previous)
      ?.series ?? '';
  const numbering = new Renumbering(connection, oldSeries, series);
  connection.unchecked('DELETE FROM outbox').run();
  const insert = connection.unchecked(
    'INSERT INTO outbox (mid, name, kind, actor, at, ops, hash) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const history = connection.unchecked(
    'UPDATE field_history SET terminal_id = ?, mid = ? WHERE terminal_id = ? AND mid = ?',
  );
  let last = 0;
  for (const row of open) {
    last += 1;
    const ops = row.aside === 1 ? row.ops : numbering.rewrite(row.ops);
    insert.run(last, row.name, row.kind, row.actor, row.at, ops, payloadHash(row, row.at, ops));
    history.run(terminal, last, previous, row.mid);
    // Numbers only fall, and in order: a new one never meets an old one that is still to come.
    if (row.mid !== last) pending.renumber(row.mid, last);
  }
  return { last, renumbered: numbering.renumbered };
}

class Renumbering {
  /** New numbers by old. */
  readonly renumbered = new Map<string, string>();
  readonly #connection: Connection;
  readonly #from: string;
  readonly #to: string;

  constructor(connection: Connection, from: string, to: string) {
    this.#connection = connection;
    this.#from = from;
    this.#to = to;
  }

  rewrite(ops: string): string {
    const operations = readOperations(ops);
    if (!operations) return ops;
    const rewritten = operations.map((operation) => this.#operation(operation));
    return rewritten.some((operation, index) => operation !== operations[index]) ? JSON.stringify(rewritten) : ops;
  }

  #operation(operation: RawOperation): RawOperation {
    if (operation.op !== 'put' || entityOf(operation.entity)?.kind !== 'document') return operation;
    const { row } = operation;
    const fresh = { ...row, ...this.#number(row), ...this.#reference(row) };
    const changed = Object.entries(fresh).filter(([column, value]) => row[column] !== value);
    if (changed.length === 0) return operation;
    const columns = changed.map(([column]) => `${column} = ?`).join(', ');
    const values = changed.map(([, value]) => value);
    this.#connection.unchecked(`UPDATE ${operation.entity} SET ${columns} WHERE id = ?`).run(...values, operation.id);
    return { ...operation, row: fresh };
  }

  /** The document's own number, when it is of the old terminal's series (a credit note's has a mark behind it). */
  #number({ number, series, day }: Readonly<Record<string, unknown>>): Record<string, unknown> {
    if (typeof number !== 'string' || typeof series !== 'string' || typeof day !== 'string' || !isDay(day)) return {};
    if (this.#from === '' || !series.startsWith(this.#from)) return {};
    const fresh = this.#to + series.slice(this.#from.length);
    const year = financialYear(day);
    const taken = this.#connection
      .unchecked<[string, string], { last: number }>(
        `INSERT INTO number_series (series, financial_year, last) VALUES (?, ?, 1)
         ON CONFLICT (series, financial_year) DO UPDATE SET last = last + 1 RETURNING last`,
      )
      .get(fresh, year.name);
    if (!taken) throw new Error('An upsert returned no row');
    const next = formatDocumentNumber({ series: fresh, year, sequence: taken.last });
    this.renumbered.set(number, next);
    return { number: next, series: fresh, sequence: taken.last };
  }

  /** A credit note names its bill. */
  #reference({ bill_number }: Readonly<Record<string, unknown>>): Record<string, unknown> {
    const fresh = typeof bill_number === 'string' ? this.renumbered.get(bill_number) : undefined;
    return fresh === undefined ? {} : { bill_number: fresh };
  }
}
