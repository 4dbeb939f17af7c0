import { scopes as allScopes, type Entity, type EntityName, entities, type Scope } from '@shared/entities';
import type { Entry, Mutation, Outcome } from '@shared/sync';
import type { Touched } from '../changes';
import type { Outbox } from '../outbox';
import type { Connection } from '../reads';
import type { Transactions } from '../transaction';
import { Apply, type ApplyTools } from './apply';
import { type CompleteCopy, CopyImport } from './copy';
import { type NewIdentity, rekeyOutbox } from './rekey';
import { Settle } from './settle';

/** How far this terminal is in its hub's log. */
export interface SyncState {
  readonly epoch: string;
  readonly cursor: number;
  readonly chain: string;
  readonly fence: number;
  readonly scopes: readonly Scope[];
  readonly durable: number;
  /** The identity to ask for after a fork, when one was begun. */
  readonly nextId: string | null;
}

/** Entries after the cursor, as a frame brings them. */
export interface Batch {
  readonly from: number;
  readonly to: number;
  readonly chain: string;
  readonly entries: readonly Entry[];
}

/** A refused or set-aside mutation that nobody has looked at. */
export interface Attention {
  readonly mid: number;
  readonly name: string;
  readonly actor: string;
  readonly at: number;
  readonly outcome: Outcome;
}

interface ReplicaParts {
  readonly connection: Connection;
  readonly transactions: Transactions;
  readonly outbox: Outbox;
  readonly tools: ApplyTools;
  readonly terminalId: () => string;
  readonly setTerminalId: (id: string) => void;
}

interface StateRow extends Omit<SyncState, 'scopes' | 'nextId'> {
  scopes: string;
  next_id: string | null;
}

/**
 * The shop's records as a copy of the hub's log: what `main/sync` may do with the store. Every call is one transaction;
 * afterwards the change feed tells what became visible. Throws DatabaseProblem when the file cannot be written.
 */
export class Replica {
  readonly #parts: ReplicaParts;

  constructor(parts: ReplicaParts) {
    this.#parts = parts;
  }

  state(): SyncState {
    const row = this.#parts.connection.unchecked<[], StateRow>('SELECT * FROM sync_state').get();
    if (!row) throw new Error('The shop file has no sync state');
    const { epoch, cursor, chain, fence, durable, next_id } = row;
    const stored: unknown = JSON.parse(row.scopes);
    const scopes = Array.isArray(stored) ? allScopes.filter((scope) => stored.includes(scope)) : [];
    return { epoch, cursor, chain, fence, scopes, durable, nextId: next_id };
  }

  /** Mutations the hub has not answered, after `mid`, in order; at least one if there is one, within the limits. */
  pending(after: number, most: number, text: number): Mutation[] {
    const rows = this.#parts.connection.unchecked<[number, number], Mutation>(
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
    return this.#count(`SELECT count(*) AS n FROM outbox WHERE state <> 'acknowledged'`);
  }

  attention(): Attention[] {
    return this.#parts.connection
      .unchecked<[], Omit<Attention, 'outcome'> & { outcome: string }>(
        'SELECT mid, name, actor, at, outcome FROM outbox WHERE attention = 1 ORDER BY mid',
      )
      .all()
      .map((row) => ({ ...row, outcome: JSON.parse(row.outcome) as Outcome })); // proof: written by `Settle`
  }

  /** Somebody has read of these. */
  attended(mids: readonly number[]): void {
    this.#run((touched) => {
      const clear = this.#parts.connection.unchecked<[number]>('UPDATE outbox SET attention = 0 WHERE mid = ?');
      for (const mid of mids) clear.run(mid);
      touched.add('outbox');
    });
  }

  /** What the hub takes for this terminal's last mutation against what is here: another history is a fork. */
  compare(last: number, lastHash: string | null): 'same' | 'behind' | 'differs' {
    if (last === 0) return 'same';
    if (last >= this.#parts.outbox.next) return 'behind';
    const row = this.#parts.connection
      .unchecked<[number], { hash: Uint8Array }>('SELECT hash FROM outbox WHERE mid = ?')
      .get(last);
    return !row || Buffer.from(row.hash).toString('hex') === lastHash ? 'same' : 'differs';
  }

  /** The hub knows us: keeps its fence, and takes up again what it has lost. */
  welcomed(welcome: { epoch: string; fence: number; durable: number; last: number; scopes: readonly Scope[] }): void {
    this.#run((touched) => {
      const { connection } = this.#parts;
      connection
        .unchecked('UPDATE sync_state SET epoch = ?, fence = ?, durable = ?, next_id = NULL')
        .run(welcome.epoch, welcome.fence, welcome.durable);
      const { cursor } = this.state();
      if (cursor === 0) this.#setScopes(welcome.scopes);
      else this.#revoke(welcome.scopes, touched);
      const lost = connection
        .unchecked<[number]>(
          `UPDATE outbox SET state = 'pending', outcome = NULL, seq = NULL, attention = 0 WHERE mid > ? AND state = 'acknowledged'`,
        )
        .run(welcome.last);
      if (lost.changes > 0) touched.add('outbox');
    });
  }

  /** The hub's answers to pushes. */
  acknowledge(outcomes: readonly { readonly mid: number; readonly outcome: Outcome }[], durable: number): void {
    this.#run((touched) => {
      const { cursor } = this.state();
      const settle = this.#settle(touched);
      // Backwards: what a refused mutation created may be used by a later one that was refused for it.
      for (const { mid, outcome } of [...outcomes].sort((a, b) => b.mid - a.mid)) settle.outcome(mid, outcome, cursor);
      this.#parts.connection.unchecked('UPDATE sync_state SET durable = max(durable, ?)').run(durable);
      this.#dropForeign(touched);
      this.#prune();
    });
  }

  /** Entries of the log: data, cursor and checksum in one transaction. False when they do not follow the cursor. */
  apply({ from, to, chain, entries }: Batch): boolean {
    if (from !== this.state().cursor) return false;
    this.#run((touched) => {
      const { connection, tools } = this.#parts;
      const settle = this.#settle(touched);
      const own = this.#parts.terminalId();
      for (const entry of entries) {
        const isOwn = entry.terminal === own;
        const applier = new Apply(tools, touched, entry, isOwn);
        for (const effect of entry.ops) applier.effect(effect);
        if (isOwn) this.#confirmOwn(entry, settle);
      }
      const unseen = connection.unchecked<[number, number], { mid: number }>(
        'SELECT mid FROM outbox WHERE seq > ? AND seq <= ?',
      );
      for (const { mid } of unseen.all(from, to)) settle.applied(mid);
      connection.unchecked('UPDATE sync_state SET cursor = ?, chain = ?').run(to, chain);
      this.#dropForeign(touched);
    });
    return true;
  }

  /** How many chunks of a snapshot are here; those of other snapshots are dropped. */
  stagedChunks(snapshot: string): number {
    this.#run(() => this.#parts.connection.unchecked('DELETE FROM staged_chunk WHERE snapshot <> ?').run(snapshot));
    return this.#count('SELECT count(*) AS n FROM staged_chunk');
  }

  stage(snapshot: string, index: number, rows: string): void {
    this.#run(() =>
      this.#parts.connection
        .unchecked('INSERT INTO staged_chunk (snapshot, idx, rows) VALUES (?, ?, ?) ON CONFLICT DO NOTHING')
        .run(snapshot, index, rows),
    );
  }

  /** The staged snapshot becomes the shop, with pending work on top. */
  importCopy(copy: CompleteCopy): void {
    this.#run((touched) => {
      const { connection, tools } = this.#parts;
      new CopyImport(connection, tools).replace(copy);
      connection.unchecked('UPDATE sync_state SET cursor = ?, chain = ?').run(copy.head, copy.chain);
      this.#setScopes(copy.scopes);
      connection.unchecked('DELETE FROM staged_chunk').run();
      for (const name of [...Object.keys(entities), 'stock_level', 'cart']) touched.add(name);
    });
  }

  /** The staged records of granted scopes join the others; the cursor stays. */
  importGrant(copy: CompleteCopy): void {
    this.#run((touched) => {
      const { connection, tools } = this.#parts;
      new CopyImport(connection, tools).add(copy, this.state().cursor);
      this.#setScopes([...this.state().scopes, ...copy.scopes]);
      connection.unchecked('DELETE FROM staged_chunk').run();
      for (const [name, entity] of registry) if (copy.scopes.includes(entity.access.scope)) touched.add(name);
    });
  }

  /** After a fork: the identity this copy asks for, the same however often it has to ask; and what it holds. */
  beginRekey(newId: () => string): { terminal: string; held: { mid: number; hash: string }[] } {
    const id = this.state().nextId ?? newId();
    const { connection } = this.#parts;
    this.#run(() => connection.unchecked('UPDATE sync_state SET next_id = ?').run(id));
    const held = connection
      .unchecked<[], { mid: number; hash: Uint8Array }>(
        `SELECT mid, hash FROM outbox WHERE state <> 'acknowledged' ORDER BY mid`,
      )
      .all()
      .map(({ mid, hash }) => ({ mid, hash: Buffer.from(hash).toString('hex') }));
    return { terminal: id, held };
  }

  /** Becomes another terminal. Returns the documents' new numbers by their old ones: the person must be told. */
  rekey(identity: NewIdentity): Map<string, string> {
    return this.#run((touched) => {
      const { connection, tools, outbox } = this.#parts;
      const previous = this.#parts.terminalId();
      const { cursor } = this.state();
      const settle = this.#settle(touched);
      for (const { mid, outcome } of [...identity.known].sort((a, b) => b.mid - a.mid)) {
        settle.outcome(mid, outcome, cursor);
      }
      // What the hub has is no longer ours to wait for: its entry comes under the old identity, as anybody's.
      const answered = connection.unchecked<[], { mid: number }>(`SELECT mid FROM outbox WHERE state = 'acknowledged'`);
      for (const { mid } of answered.all()) settle.applied(mid);
      const { last, renumbered } = rekeyOutbox(connection, tools.pending, previous, identity);
      outbox.rewind(last + 1);
      const record = tools.records.read('terminal', previous, Object.keys(entities.terminal.fields));
      if (record && !tools.records.has('terminal', identity.terminal)) {
        tools.records.insert('terminal', identity.terminal, { ...record, series: identity.series });
      }
      connection.unchecked(`UPDATE meta SET value = ? WHERE key = 'terminal_id'`).run(identity.terminal);
      connection.unchecked('UPDATE sync_state SET next_id = NULL, fence = 0').run();
      for (const topic of ['terminal', 'bill', 'bill_return', 'outbox']) touched.add(topic);
      this.#parts.setTerminalId(identity.terminal);
      return renumbered;
    });
  }

  #confirmOwn(entry: Entry, settle: Settle): void {
    // A fact that was put aside and went in after all is no matter for attention any more.
    this.#parts.connection
      .unchecked(
        `UPDATE outbox SET seq = ?, attention = 0,
           outcome = CASE WHEN outcome LIKE '{"status":"quarantined"%' THEN ? ELSE outcome END
         WHERE mid = ? AND seq IS NULL`,
      )
      .run(entry.seq, JSON.stringify({ status: 'ok', seq: entry.seq } satisfies Outcome), entry.mid);
    settle.applied(entry.mid);
  }

  /** Scopes that were taken away: their records go, but for those the hub has not seen yet. */
  #revoke(granted: readonly Scope[], touched: Touched): void {
    const { connection, tools } = this.#parts;
    const { scopes } = this.state();
    const gone = scopes.filter((scope) => !granted.includes(scope));
    if (gone.length === 0) return;
    for (const [name, entity] of registry) {
      if (!gone.includes(entity.access.scope)) continue;
      const known = connection
        .unchecked<[string], { id: string }>(
          `SELECT entity_id AS id FROM register_version WHERE entity = ? AND unit = ''`,
        )
        .all(name);
      for (const { id } of known) {
        tools.pending.forget(name, id);
        for (const { table, parent } of Object.values(entity.parts)) {
          connection.unchecked(`DELETE FROM ${table} WHERE ${parent} = ?`).run(id);
        }
        connection.unchecked(`DELETE FROM ${name} WHERE id = ?`).run(id);
      }
      tools.versions.forgetEntity(name);
      touched.add(name);
    }
    this.#setScopes(scopes.filter((scope) => granted.includes(scope)));
  }

  /** Records this terminal made and may not keep go when the hub has them: a counter does not know cost prices. */
  #dropForeign(touched: Touched): void {
    const { connection, tools } = this.#parts;
    const { scopes, cursor, epoch } = this.state();
    if (epoch === '') return;
    for (const [name, entity] of registry) {
      if (scopes.includes(entity.access.scope)) continue;
      const ids = connection.unchecked<[], { id: string }>(`SELECT id FROM ${name}`).all();
      if (ids.length === 0) continue;
      const open = connection
        .unchecked<[number, string], { ops: string }>(
          `SELECT ops FROM outbox WHERE (state <> 'acknowledged' OR seq > ?) AND ops LIKE ?`,
        )
        .all(cursor, `%"entity":"${name}"%`);
      for (const { id } of ids) {
        if (open.some(({ ops }) => ops.includes(JSON.stringify(id)))) continue;
        tools.records.remove(entityName(name), id);
        tools.pending.forget(name, id);
        touched.addOne(name, id);
      }
      if (open.length === 0) tools.versions.forgetEntity(name);
    }
  }

  #setScopes(scopes: readonly Scope[]): void {
    const sorted = [...new Set(scopes)].sort();
    this.#parts.connection.unchecked('UPDATE sync_state SET scopes = ?').run(JSON.stringify(sorted));
  }

  /**
   * Forgets answered mutations that are in a backup of the hub and read back here. The last stays: it holds the count;
   * and what waits for attention.
   */
  #prune(): void {
    this.#parts.connection
      .unchecked(
        `DELETE FROM outbox
         WHERE attention = 0 AND state = 'acknowledged' AND mid < (SELECT max(mid) FROM outbox)
           AND mid <= (SELECT max(o.mid) FROM outbox AS o, sync_state AS s WHERE o.seq <= min(s.durable, s.cursor))
           AND mid < coalesce((SELECT min(mid) FROM outbox WHERE state <> 'acknowledged'), mid + 1)`,
      )
      .run();
  }

  #settle(touched: Touched): Settle {
    return new Settle(this.#parts.connection, this.#parts.tools, touched);
  }

  #count(text: string): number {
    return this.#parts.connection.unchecked<[], { n: number }>(text).get()?.n ?? 0;
  }

  #run<T>(work: (touched: Touched) => T): T {
    const { outbox, transactions } = this.#parts;
    const next = outbox.next;
    const terminal = this.#parts.terminalId();
    return transactions.run(work, () => {
      outbox.rewind(next);
      this.#parts.setTerminalId(terminal);
    });
  }
}

const registry = Object.entries<Entity>(entities);
const entityName = (name: string): EntityName => name as EntityName; // proof: only called with keys of the registry
