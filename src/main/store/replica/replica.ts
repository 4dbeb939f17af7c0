import { entities, type Scope } from '@shared/entities';
import { type Entry, firstChain, type Mutation, type Outcome, type RawOperation } from '@shared/sync';
import type { Touched } from '../changes';
import type { Outbox } from '../outbox';
import type { Connection } from '../reads';
import type { Transactions } from '../transaction';
import { Apply, type ApplyTools } from './apply';
import { Copies } from './copies';
import type { CompleteCopy } from './copy';
import { type Attention, Queue, type Unsettled } from './queue';
import { type NewIdentity, rekeyOutbox } from './rekey';
import { ScopeKeeper } from './scopes';
import { SetAside } from './set-aside';
import { Settle } from './settle';
import { readState, type SyncState, writeScopes } from './state';

/** Entries after the cursor, as a frame brings them. */
export interface Batch {
  readonly from: number;
  readonly to: number;
  readonly chain: string;
  readonly entries: readonly Entry[];
}

type Follower = (entries: readonly Entry[] | null) => void;
type UnfitFollower = (operations: readonly RawOperation[]) => void;

interface ReplicaParts {
  readonly connection: Connection;
  readonly transactions: Transactions;
  readonly outbox: Outbox;
  readonly tools: ApplyTools;
  readonly terminalId: () => string;
  readonly setTerminalId: (id: string) => void;
}

/**
 * The shop's records as a copy of the hub's log: what `main/sync` may do with the store. Every call is one transaction;
 * afterwards the change feed tells what became visible. Throws DatabaseProblem when the file cannot be written.
 */
export class Replica {
  readonly #parts: ReplicaParts;
  readonly #queue: Queue;
  readonly #scopes: ScopeKeeper;
  readonly #copies: Copies;
  readonly #followers = new Set<Follower>();
  readonly #unfitFollowers = new Set<UnfitFollower>();

  constructor(parts: ReplicaParts) {
    this.#parts = parts;
    this.#queue = new Queue(parts.connection, parts.tools.versions);
    this.#scopes = new ScopeKeeper(parts.connection, parts.tools);
    this.#copies = new Copies(parts.connection, parts.tools, (work) => this.#run(work));
    this.giveUpFirstCopy();
    this.#takeUpSetAside();
  }

  /** Hears what was confirmed, after it was: entries of the log, or null when a copy took the place of everything. */
  follow(follower: Follower): void {
    this.#followers.add(follower);
  }

  /** Hears what this terminal has done and the hub has refused or put aside, after that was noted. */
  followUnfit(follower: UnfitFollower): void {
    this.#unfitFollowers.add(follower);
  }

  state(): SyncState {
    return readState(this.#parts.connection);
  }

  /** See {@link Queue.pending}. */
  pending(after: number, most: number, text: number): Mutation[] {
    return this.#queue.pending(after, most, text);
  }

  pendingCount(): number {
    return this.#queue.pendingCount();
  }

  /** See {@link Queue.unsettled}. */
  unsettled(about: string): Unsettled[] {
    return this.#queue.unsettled(about);
  }

  /** What this terminal has done and the hub has put aside. */
  putAside(): RawOperation[] {
    return this.#queue.aside().flatMap(({ operations }) => operations.map(({ operation }) => operation));
  }

  attention(): Attention[] {
    return this.#queue.attention();
  }

  /** Somebody has read of these. */
  attended(mids: readonly number[]): void {
    this.#run((touched) => {
      this.#queue.attended(mids);
      touched.add('outbox');
    });
  }

  /** What the hub takes for this terminal's last mutation against what is here: another history is a fork. */
  compare(last: number, lastHash: string | null): 'same' | 'behind' | 'differs' {
    if (last === 0) return 'same';
    if (last >= this.#parts.outbox.next) return 'behind';
    const hash = this.#queue.hashOf(last);
    return hash === null || hash === lastHash ? 'same' : 'differs';
  }

  /** The hub knows us: keeps its fence, and takes up again what it has lost. */
  welcomed(welcome: { epoch: string; fence: number; durable: number; last: number; scopes: readonly Scope[] }): void {
    this.#run((touched) => {
      const { connection } = this.#parts;
      connection
        .unchecked('UPDATE sync_state SET epoch = ?, fence = ?, durable = ?, next_id = NULL')
        .run(welcome.epoch, welcome.fence, welcome.durable);
      const { cursor } = this.state();
      if (cursor === 0) writeScopes(connection, welcome.scopes);
      else this.#scopes.revoke(welcome.scopes, touched);
      if (this.#queue.reopenAfter(welcome.last)) {
        touched.add('outbox');
        this.#queue.asideChanged();
      }
      this.#queue.prune();
    });
  }

  /** The hub's answers to pushes. */
  acknowledge(outcomes: readonly { readonly mid: number; readonly outcome: Outcome }[], durable: number): void {
    const unfit = this.#run((touched) => {
      const { cursor } = this.state();
      const settle = this.#settle(touched);
      // Backwards: what a refused mutation created may be used by a later one that was refused for it.
      const newest = [...outcomes].sort((a, b) => b.mid - a.mid);
      const operations = newest.flatMap(({ mid, outcome }) => settle.outcome(mid, outcome, cursor));
      this.#parts.connection.unchecked('UPDATE sync_state SET durable = max(durable, ?)').run(durable);
      this.#scopes.dropForeign(touched);
      this.#queue.prune();
      return operations;
    });
    if (unfit.length === 0) return;
    this.#queue.asideChanged();
    for (const follower of this.#unfitFollowers) follower(unfit);
  }

  /** Entries of the log: data, cursor and checksum in one transaction. False when they do not follow the cursor. */
  apply({ from, to, chain, entries }: Batch): boolean {
    if (from !== this.state().cursor) return false;
    this.giveUpFirstCopy();
    this.#run((touched) => {
      const { connection, tools } = this.#parts;
      const settle = this.#settle(touched);
      const own = this.#parts.terminalId();
      for (const entry of entries) {
        const isOwn = entry.terminal === own;
        const applier = new Apply(tools, touched, entry, isOwn);
        for (const effect of entry.ops) applier.effect(effect);
        this.#queue.outdone(applier.met);
        if (isOwn) this.#confirmOwn(entry, settle);
      }
      const unseen = connection.unchecked<[number, number], { mid: number }>(
        'SELECT mid FROM outbox WHERE seq > ? AND seq <= ?',
      );
      for (const { mid } of unseen.all(from, to)) settle.applied(mid);
      connection.unchecked('UPDATE sync_state SET cursor = ?, chain = ?').run(to, chain);
      this.#scopes.dropForeign(touched);
    });
    for (const follower of this.#followers) follower(entries);
    return true;
  }

  /** See {@link Copies.chunksOf}. */
  stagedChunks(snapshot: string): number {
    return this.#copies.chunksOf(snapshot);
  }

  /** See {@link Copies.take}. */
  stage(snapshot: string, index: number, rows: string): boolean {
    return this.#copies.take(snapshot, index, rows);
  }

  /** See {@link Copies.keep}. */
  stageGrant(snapshot: string, index: number, rows: string): boolean {
    return this.#copies.keep(snapshot, index, rows);
  }

  /** See {@link Copies.land}. */
  importCopy(copy: CompleteCopy, chunks: number): 'done' | 'again' | 'lost' {
    const landed = this.#copies.land(copy, chunks);
    if (landed !== 'done') return landed;
    this.#queue.asideChanged();
    for (const follower of this.#followers) follower(null);
    return landed;
  }

  /** See {@link Copies.landGrant}. */
  importGrant(copy: CompleteCopy): void {
    this.#copies.landGrant(copy);
  }

  /** Records of a first copy that have arrived. */
  get copied(): number {
    return this.#copies.rows;
  }

  /** What there is of a first copy is taken away: something else happens in this file. */
  giveUpFirstCopy(): void {
    this.#copies.giveUpFirst();
  }

  /** A file without a shop gives up the one it was about to copy, and becomes somebody else. */
  forget(newId: string): void {
    this.giveUpFirstCopy();
    this.#run((touched) => {
      const { connection } = this.#parts;
      connection.unchecked('DELETE FROM staged_chunk').run();
      connection
        .unchecked(
          `UPDATE sync_state SET epoch = '', cursor = 0, chain = ?, fence = 0, scopes = '[]', durable = 0, next_id = NULL`,
        )
        .run(firstChain);
      connection.unchecked(`UPDATE meta SET value = ? WHERE key = 'terminal_id'`).run(newId);
      this.#parts.setTerminalId(newId);
      touched.add('terminal');
    });
  }

  /** After a fork: the identity this copy asks for, the same however often it has to ask; and what it holds. */
  beginRekey(newId: () => string): { terminal: string; held: { mid: number; hash: string }[] } {
    const id = this.state().nextId ?? newId();
    this.#run(() => this.#parts.connection.unchecked('UPDATE sync_state SET next_id = ?').run(id));
    return { terminal: id, held: this.#queue.held() };
  }

  /** Becomes another terminal. Returns the documents' new numbers by their old ones: the person must be told. */
  rekey(identity: NewIdentity): Map<string, string> {
    this.giveUpFirstCopy();
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
      this.#queue.asideChanged();
      const record = tools.records.read('terminal', previous, Object.keys(entities.terminal.fields));
      if (record && !tools.records.has('terminal', identity.terminal)) {
        tools.records.insert('terminal', identity.terminal, { ...record, series: identity.series });
      }
      connection.unchecked(`UPDATE meta SET value = ? WHERE key = 'terminal_id'`).run(identity.terminal);
      // A JSON list: who this file was before, oldest first.
      connection
        .unchecked(
          `INSERT INTO meta (key, value) VALUES ('former_terminals', json_array(?))
           ON CONFLICT (key) DO UPDATE SET value = json_insert(value, '$[#]', ?)`,
        )
        .run(previous, previous);
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
    this.#queue.asideChanged(entry.mid);
    settle.applied(entry.mid);
  }

  /** After an update of the app. */
  #takeUpSetAside(): void {
    const { connection, tools } = this.#parts;
    const setAside = new SetAside(connection);
    if (setAside.hasKnown()) this.#run((touched) => setAside.takeUp(tools.records, tools.pending, touched));
  }

  #settle(touched: Touched): Settle {
    return new Settle(this.#parts.connection, this.#parts.tools, touched);
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
