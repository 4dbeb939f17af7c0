import { firstChain, outcomeSchema, refusalCodes } from '@shared/sync';
import Database from 'better-sqlite3';
import { backUp } from './backup';
import { holdAlone } from './one-process';
import { watchPlace } from './place';
import { hubSchema, hubSchemaVersion } from './schema';
import { laneOf, rowOf, terminalOf } from './sqlite-rows';
import { openSqliteSnapshot } from './sqlite-snapshot';
import { statements } from './sqlite-statements';
import type {
  Batch,
  Found,
  HubRow,
  HubStore,
  Lane,
  LogRow,
  Quarantined,
  SnapshotReader,
  StoredMutation,
  TerminalState,
  Wanted,
} from './types';

export interface SqliteHubOptions {
  /** The hub's file; made when there is none. */
  readonly file: string;
  /** Names the first epoch of a new file. */
  readonly newEpoch: () => string;
}

/**
 * Opens or makes the hub's SQLite file, with FULL durability: an acknowledged mutation is on the disk.
 *
 * @throws Error when another hub runs on it, or another version made it
 */
export function openSqliteHub({ file, newEpoch }: SqliteHubOptions): SqliteHubStore {
  const release = holdAlone(file);
  let db: Database.Database | undefined;
  try {
    db = new Database(file);
    db.pragma('journal_mode = WAL');
    // After WAL: better-sqlite3 falls to NORMAL when it opens a WAL file.
    db.pragma('synchronous = FULL');
    db.pragma('busy_timeout = 5000');
    db.pragma('cache_size = -32768');
    // 32 MiB: pages that many rounds write go into the file once, and not every few rounds.
    db.pragma('wal_autocheckpoint = 8192');
    db.pragma(`journal_size_limit = ${64 * 1024 * 1024}`);
    if (process.platform === 'darwin') db.pragma('fullfsync = 1');
    prepareHub(db, newEpoch);
    const openReader = () => {
      const reader = new Database(file, { readonly: true, fileMustExist: true });
      // What reads a copy reads every page once; eight of them must not keep the shop eight times.
      reader.pragma('cache_size = -1024');
      return reader;
    };
    return new SqliteHubStore(db, openReader, { assertInPlace: watchPlace(file), release });
  } catch (error) {
    db?.close();
    release();
    throw error;
  }
}

/** Makes the tables in an empty database; refuses one of another version. */
export function prepareHub(db: Database.Database, newEpoch: () => string): void {
  const version = db.pragma('user_version', { simple: true });
  if (version === hubSchemaVersion) return;
  if (version !== 0)
    throw new Error(`The hub's file has version ${String(version)}, this program knows ${hubSchemaVersion}`);
  db.transaction(() => {
    db.exec(hubSchema);
    db.prepare('INSERT INTO lane VALUES (1, 0, ?, ?, 0, ?, 0, 0)').run(firstChain, newEpoch(), firstChain);
    db.pragma(`user_version = ${hubSchemaVersion}`);
  }).immediate();
}

/** A database in memory is nobody else's. */
const nowhere = { assertInPlace: () => {}, release: () => {} };

/** {@link HubStore} on one SQLite connection: everything happens within the call, the promises are the interface's. */
export class SqliteHubStore implements HubStore {
  readonly #db: Database.Database;
  readonly #openReader: () => Database.Database;
  readonly #assertInPlace: () => void;
  readonly #release: () => void;
  readonly #sql: ReturnType<typeof statements>;

  /**
   * @param openReader another connection that sees the committed state, read-only
   * @param place of a file: throws when it is not where it was; gives it up for another process
   */
  constructor(
    db: Database.Database,
    openReader: () => Database.Database,
    place: { readonly assertInPlace: () => void; readonly release: () => void } = nowhere,
  ) {
    this.#db = db;
    this.#assertInPlace = place.assertInPlace;
    this.#release = place.release;
    this.#openReader = openReader;
    this.#sql = statements(db);
  }

  async lane(): Promise<Lane> {
    return laneOf(this.#sql.lane.get());
  }

  async load(wanted: Wanted): Promise<Found> {
    // One read transaction: by itself each of the thousands of questions would take and return the file's lock.
    return this.#within('beginReading', () => this.#find(wanted));
  }

  #find(wanted: Wanted): Found {
    const sql = this.#sql;
    const rows = wanted.rows.flatMap(({ entity, id }) => sql.row.get(entity, id) ?? []).map(rowOf);
    const mutations = wanted.mutations.flatMap(({ terminal, mid }): StoredMutation[] => {
      const found = sql.mutation.get(terminal, mid);
      return found
        ? [{ terminal, mid, hash: found.hash, outcome: outcomeSchema.parse(JSON.parse(found.outcome)) }]
        : [];
    });
    const numbers = wanted.numbers.flatMap(({ entity, number }) => {
      const found = sql.number.get(entity, number);
      return found ? [{ entity, number, id: found.id }] : [];
    });
    const terminals = wanted.terminals.flatMap((id): TerminalState[] => {
      const found = sql.terminal.get(id);
      return found ? [terminalOf(found)] : [];
    });
    return { rows, mutations, numbers, terminals };
  }

  async commit(batch: Batch): Promise<void> {
    this.#assertInPlace();
    this.#within('begin', () => this.#write(batch));
  }

  async entries(after: number, limit: number, text: number): Promise<readonly LogRow[]> {
    const found: LogRow[] = [];
    let size = 0;
    for (const row of this.#sql.log.iterate(after, limit)) {
      found.push(row);
      size += row.ops.length;
      if (size >= text) break;
    }
    return found;
  }

  async chainAt(seq: number): Promise<string | null> {
    const lane = this.#sql.lane.get();
    if (lane && seq === lane.floor) return lane.floor_chain;
    return this.#sql.chain.get(seq)?.chain ?? null;
  }

  async all(entity: string): Promise<readonly HubRow[]> {
    return this.#sql.all.all(entity).map(rowOf);
  }

  async terminals(): Promise<readonly TerminalState[]> {
    return this.#sql.terminals.all().map(terminalOf);
  }

  async quarantined(of?: Parameters<HubStore['quarantined']>[0]): Promise<readonly Quarantined[]> {
    const { quarantined, aside } = this.#sql;
    const rows = of ? of.flatMap(({ terminal, mid }) => aside.get(terminal, mid) ?? []) : quarantined.all();
    return rows.flatMap((row) => {
      const code = refusalCodes.find((known) => known === row.code);
      return code ? [{ ...row, code }] : [];
    });
  }

  async snapshot(): Promise<SnapshotReader> {
    // While somebody reads, the write-ahead log only grows: it starts over before, as far as nobody else reads.
    this.#db.pragma('wal_checkpoint(PASSIVE)');
    return openSqliteSnapshot(this.#openReader());
  }

  async prune(before: number): Promise<Lane> {
    this.#within('begin', () => {
      const last = this.#sql.prunable.get(before);
      if (!last) return;
      this.#sql.setFloor.run(last.seq, last.chain);
      this.#sql.forget.run(last.seq);
    });
    return this.lane();
  }

  async check(byWriting: boolean): Promise<void> {
    this.#assertInPlace();
    if (byWriting) this.#within('begin', () => this.#sql.touch.run());
  }

  /** See {@link backUp}. @param folder of the backups */
  async backUp(folder: string, now: number): Promise<number> {
    this.#assertInPlace();
    return backUp(this.#db, folder, now);
  }

  async close(): Promise<void> {
    this.#db.close();
    this.#release();
  }

  #write(batch: Batch): void {
    const sql = this.#sql;
    const { lane, expected } = batch;
    const moved = sql.setLane.run(
      lane.head,
      lane.chain,
      lane.epoch,
      lane.durable,
      lane.founded ? 1 : 0,
      expected.head,
      expected.epoch,
      expected.chain,
    );
    if (moved.changes !== 1) throw new Error('The lane has moved: another hub writes this shop');
    for (const row of batch.rows) {
      sql.putRow.run(
        row.entity,
        row.id,
        row.scope,
        row.deleted,
        row.seq,
        JSON.stringify(row.versions),
        JSON.stringify(row.row),
      );
    }
    for (const entry of batch.log) {
      const { seq, terminal, mid, name, actor, at, received, scopes, chain, ops } = entry;
      sql.putLog.run(seq, terminal, mid, name, actor, at, received, scopes, chain, ops);
    }
    for (const { terminal, mid, hash, outcome } of batch.mutations) {
      sql.putMutation.run(terminal, mid, hash, JSON.stringify(outcome));
    }
    for (const { entity, number, id } of batch.numbers) sql.putNumber.run(entity, number, id);
    for (const t of batch.terminals) {
      sql.putTerminal.run(
        t.id,
        t.last,
        t.lastHash,
        t.fence,
        JSON.stringify(t.offers),
        t.offset,
        t.previous,
        t.series,
        t.revoked ? 1 : 0,
      );
    }
    // What is put aside for another reason than before is taken out first.
    for (const { terminal, mid } of batch.released) sql.release.run(terminal, mid);
    for (const q of batch.quarantine) sql.putQuarantine.run(q.terminal, q.mid, q.code, q.mutation, q.received);
  }

  #within<T>(begin: 'begin' | 'beginReading', work: () => T): T {
    const { commit, rollback } = this.#sql;
    this.#sql[begin].run();
    try {
      const result = work();
      commit.run();
      return result;
    } catch (error) {
      if (this.#db.inTransaction) rollback.run();
      throw error;
    }
  }
}
