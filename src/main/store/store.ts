import type { Clock } from '@shared/clock';
import type { Ids } from '@shared/ids';
import type { Database, Statement } from 'better-sqlite3';
import type { Kysely } from 'kysely';
import { backupPath, listBackupFiles, pruneBackups } from './backup-files';
import { ChangeFeed } from './changes';
import { EntityTables } from './entity-tables';
import { FieldHistory } from './field-history';
import { LateFlush } from './late-flush';
import type { FileLock } from './lock';
import { LogKeeper } from './log-keeper';
import { Meta } from './meta';
import { type Mutation, type MutationTools, OpenMutation } from './mutation';
import { type Intent, Outbox } from './outbox';
import { assertLocal } from './own-tables';
import { hurry, withoutWaiting } from './pragmas';
import { guarded } from './problem';
import {
  backupJob,
  checkpointJob,
  type Integrity,
  integrityJob,
  ReaderPool,
  type SandboxOrder,
  type StartReaderThread,
  sandboxJob,
  sandboxMark,
} from './readers';
import { type Compilable, Connection, type Reads } from './reads';
import { Pending, Records, Replica, Versions } from './replica';
import type { Schema } from './schema';
import { refreshStatistics } from './statistics';
import { StockLevels } from './stock-levels';
import { assertSynchronous, type LocalTransaction, type SyncOnly, Transactions } from './transaction';

/** What a mutation gave: the callback's value and the last number it took, null when it changed nothing. */
export interface Mutated<T> {
  readonly value: T;
  readonly mid: number | null;
}

export interface StoreParts {
  readonly db: Database;
  readonly file: string;
  readonly lock: FileLock;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly startReaderThread: StartReaderThread | undefined;
  readonly wasUnclean: boolean;
  readonly migrationBackup: string | null;
  readonly onListenerError: (error: unknown) => void;
}

/** One shop file, open for this process alone. Everything is synchronous but what runs on reader threads. */
export class Store implements Reads {
  readonly file: string;
  readonly clock: Clock;
  readonly ids: Ids;
  /** What has committed, for whoever shows it. */
  readonly changes: ChangeFeed;
  readonly readers: ReaderPool;
  readonly meta: Meta;
  /** The shop as a copy of the hub's log; for `main/sync` alone. */
  readonly replica: Replica;
  /** The last run ended without closing the file: check it in the background. */
  readonly wasUnclean: boolean;
  /** The backup made before this start's migrations, if there were any. */
  readonly migrationBackup: string | null;
  readonly #connection: Connection;
  readonly #lock: FileLock;
  /** Absent without reader threads: SQLite then moves the log by itself, in the middle of a commit. */
  readonly #log: LogKeeper | undefined;
  readonly #lateFlush: LateFlush;
  readonly #tools: MutationTools;
  readonly #transactions: Transactions;
  #terminalId: string;

  constructor(parts: StoreParts) {
    this.file = parts.file;
    this.clock = parts.clock;
    this.ids = parts.ids;
    this.wasUnclean = parts.wasUnclean;
    this.migrationBackup = parts.migrationBackup;
    this.#lock = parts.lock;
    const connection = new Connection(parts.db, parts.file, assertLocal);
    this.#connection = connection;
    this.changes = new ChangeFeed(parts.onListenerError);
    this.readers = new ReaderPool(parts.file, parts.startReaderThread);
    this.meta = new Meta(connection);
    const tables = new EntityTables(connection);
    const levels = new StockLevels(connection);
    const outbox = new Outbox(connection);
    const history = new FieldHistory(connection);
    const versions = new Versions(connection);
    const pending = new Pending(connection);
    this.#tools = { connection, tables, outbox, history, levels, versions, pending };
    const checkpoint = () => this.readers.run(checkpointJob, { file: parts.file });
    const log = parts.startReaderThread && new LogKeeper(parts.db, checkpoint);
    this.#log = log;
    this.#lateFlush = new LateFlush(parts.file);
    this.#transactions = new Transactions(connection, parts.file, this.changes, () => log?.committed());
    this.#terminalId = this.meta.get('terminal_id') ?? this.#firstTerminalId();
    this.replica = new Replica({
      connection,
      transactions: this.#transactions,
      outbox,
      tools: { records: new Records(connection, tables, levels), versions, pending, history },
      terminalId: () => this.#terminalId,
      setTerminalId: (id) => {
        this.#terminalId = id;
      },
    });
  }

  /** This terminal's identity: made with the file, so a copied file carries it until the hub finds out (docs/sync.md). */
  get terminalId(): string {
    return this.#terminalId;
  }

  get kysely(): Kysely<Schema> {
    return this.#connection.kysely;
  }

  all<O>(query: Compilable<O>): O[] {
    return this.#connection.all(query);
  }

  get<O>(query: Compilable<O>): O | undefined {
    return this.#connection.get(query);
  }

  /** Runs a write to a table of this terminal alone; returns the number of rows changed. */
  run(query: Compilable<unknown>): number {
    return this.#connection.run(query);
  }

  sql<P extends unknown[] = unknown[], R = unknown>(text: string): Statement<P, R> {
    return this.#connection.sql<P, R>(text);
  }

  arrays<P extends unknown[], R extends unknown[]>(text: string): Statement<P, R> {
    return this.#connection.arrays<P, R>(text);
  }

  /**
   * Writes to tables of this terminal alone (a cart) as one unit. Shop data goes through `mutate`. Not to be nested.
   *
   * @throws DatabaseProblem when the file cannot be written; whatever `work` throws. Nothing is written then.
   */
  transaction<T>(work: (tx: LocalTransaction) => T, ..._synchronous: SyncOnly<T>): T {
    return this.#transactions.run(
      (touched) =>
        assertSynchronous(
          work({
            local: (text) => this.#connection.sql(text),
            touch: (topic, ids) => touched.add(topic, ids),
          }),
        ),
      () => {},
    );
  }

  /**
   * `transaction` for what is shown as not final (the open bill): the commit does not wait for the disk, which has it a
   * moment later. A crash of the app or its end by force takes nothing; a power cut may take the last few milliseconds.
   */
  draft<T>(work: (tx: LocalTransaction) => T, ...synchronous: SyncOnly<T>): T {
    const value = withoutWaiting(this.#connection.db, () => this.transaction(work, ...synchronous));
    this.#lateFlush.soon();
    return value;
  }

  /**
   * The one way to write shop data: the tables, the stock levels, the field history and the outbox row are one
   * transaction, on the disk when this returns. Afterwards, and only then, the change feed speaks.
   *
   * @throws DatabaseProblem when the file cannot be written; whatever `work` throws. Nothing is written then.
   */
  mutate<T>(intent: Intent, work: (mutation: Mutation) => T, ..._synchronous: SyncOnly<T>): Mutated<T> {
    const at = intent.at ?? this.clock.now();
    this.replica.giveUpFirstCopy();
    const { outbox } = this.#tools;
    const next = outbox.next;
    return this.#transactions.run(
      (touched) => {
        const mutation = new OpenMutation(intent, at, this.#terminalId, this.#tools, touched);
        const value = work(mutation);
        return { value: assertSynchronous(value), mid: mutation.finish() };
      },
      () => outbox.rewind(next),
    );
  }

  /**
   * `mutate` for work that can be done again from what is on the disk already (a slice of an import, whose place in the
   * plan is part of its transaction): the commit does not wait for the disk. Whatever is durable later, a sale or
   * `mutate` of anything, makes it durable too.
   */
  mutateRepeatable<T>(intent: Intent, work: (mutation: Mutation) => T, ...synchronous: SyncOnly<T>): Mutated<T> {
    return withoutWaiting(this.#connection.db, () => this.mutate(intent, work, ...synchronous));
  }

  /** For bulk work, to be awaited between two transactions: the log must not outgrow what carries it into the file. */
  async roomInLog(): Promise<void> {
    await this.#log?.room();
  }

  /**
   * Runs work whose loss would be nobody's loss (filling a sample shop) without waiting for the disk at every commit:
   * twice as fast on a good disk, ten times on a slow one. A power cut meanwhile may take its last commits, and only
   * those. When this settles, everything is on the disk and commits are durable again.
   */
  async hurrying<T>(work: () => Promise<T>): Promise<T> {
    const stop = hurry(this.#connection.db);
    try {
      return await work();
    } finally {
      stop();
    }
  }

  /**
   * A verified copy of the file as it is now, made on a reader thread while work goes on.
   *
   * @param target path of the new file; its folder is made when missing
   * @throws DatabaseProblem `backup_failed`
   */
  async backupTo(target: string): Promise<void> {
    await this.readers.run(backupJob, { file: this.file, target });
  }

  /** This is no real shop: nothing of it may leave the file. */
  get isSandbox(): boolean {
    return this.meta.get(sandboxMark) !== undefined;
  }

  /**
   * Fills a new shop file with what this shop has, and nothing of what it did, on a reader thread. See `readers/sandbox.ts`.
   *
   * @throws DatabaseProblem when either file cannot be read or written; the new one is to be thrown away then
   */
  async furnishSandbox(order: SandboxOrder): Promise<void> {
    await this.readers.run(sandboxJob, order);
  }

  /**
   * Today's backup if there is none of the last 24 hours, keeping the newest seven.
   *
   * @returns the new backup's path, or null when none was due
   */
  async backupDaily(): Promise<string | null> {
    const now = this.clock.now();
    const last = listBackupFiles(this.file).find((backup) => backup.kind === 'daily');
    // A backup "from the future" (the clock was wrong) must not switch backups off.
    if (last && last.at <= now && now - last.at < 24 * 60 * 60 * 1000) return null;
    const version = Number(this.#connection.db.pragma('user_version', { simple: true }));
    const target = backupPath(this.file, 'daily', version, now);
    await this.backupTo(target);
    pruneBackups(this.file, 'daily');
    return target;
  }

  /** Looks through the whole file on a reader thread. */
  checkIntegrity(): Promise<Integrity> {
    return this.readers.run(integrityJob, { file: this.file });
  }

  /** Lets the query planner know how the shop has grown; see `statistics.ts`. @throws DatabaseProblem */
  refreshStatistics(): void {
    guarded(this.file, () => refreshStatistics(this.#connection.db));
  }

  /** Bytes of the shop file without its WAL, for diagnostics. */
  get bytes(): number {
    const { db } = this.#connection;
    return Number(db.pragma('page_count', { simple: true })) * Number(db.pragma('page_size', { simple: true }));
  }

  /**
   * Ends the reader threads, moves the WAL into the file and gives up the lock. A file closed so needs no recovery at
   * the next start. With no reader thread running, all of it has happened when the call returns.
   */
  async close(): Promise<void> {
    this.#log?.stop();
    if (this.readers.hasThreads) await this.readers.close();
    else void this.readers.close();
    const { db } = this.#connection;
    if (!db.open) return;
    try {
      this.refreshStatistics();
      db.pragma('wal_checkpoint(TRUNCATE)');
    } catch {
      // On a full or failing disk the WAL stays; everything committed is in it, and the next start reads it.
    } finally {
      db.close();
      this.#lock.release();
    }
  }

  #firstTerminalId(): string {
    const id = this.ids.next();
    this.meta.set('terminal_id', id);
    return id;
  }
}
