import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Clock } from '@shared/clock';
import type { Ids } from '@shared/ids';
import Database from 'better-sqlite3';
import { backupClosedFile, countRows } from './backup';
import { inspectFile } from './inspect';
import { lockFile } from './lock';
import { applyMigrations, type Migration } from './migrations';
import { applyPragmas } from './pragmas';
import { asDatabaseProblem, DatabaseProblem } from './problem';
import type { StartReaderThread } from './readers';
import { realPath } from './real-path';
import { giveUpFirstCopy } from './replica';
import { Store } from './store';

export interface OpenOptions {
  /** The shop file; made, with its folder, when there is none. */
  readonly file: string;
  readonly migrations: readonly Migration[];
  readonly clock: Clock;
  readonly ids: Ids;
  /** Without it, reader jobs run in the calling thread: for command-line tools and small tests. */
  readonly startReaderThread?: StartReaderThread;
  /** Where a bug in a change listener goes; it must not undo a sale that is already on the disk. */
  readonly onListenerError?: (error: unknown) => void;
}

/**
 * Opens the shop file: lock, look, connect, back up, migrate. Whatever goes wrong, the file is as it was, the lock is
 * free again, and the error says what the person can do.
 *
 * @throws DatabaseProblem each of its codes
 */
export function openStore(options: OpenOptions): Store {
  const { migrations, clock } = options;
  const file = realPath(options.file);
  makeFolder(file);
  const lock = lockFile(file);
  let db: Database.Database | undefined;
  try {
    const newest = migrations.at(-1)?.number ?? 0;
    const found = inspectFile(file, newest);
    const version = found.state === 'existing' ? found.version : 0;
    db = connect(file);
    if (found.state === 'existing') giveUpFirstCopy(db);
    let migrationBackup: string | null = null;
    if (found.state === 'existing' && version < newest) {
      const counts = countRows(db);
      closeCompletely(db, file);
      migrationBackup = backupClosedFile(file, version, counts, clock.now());
      db = connect(file);
    }
    applyMigrations(db, file, migrations, version, migrationBackup);
    return new Store({
      db,
      file,
      lock,
      clock,
      ids: options.ids,
      startReaderThread: options.startReaderThread,
      wasUnclean: found.state === 'existing' && found.unclean,
      migrationBackup,
      onListenerError: options.onListenerError ?? rethrowLater,
    });
  } catch (error) {
    db?.close();
    lock.release();
    throw asDatabaseProblem(error, file);
  }
}

function connect(file: string): Database.Database {
  const db = new Database(file);
  try {
    // The first read: a page that cannot be read shows here, before anything is written.
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
    applyPragmas(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Moves all of the WAL into the file, so that the file alone is the database. */
function closeCompletely(db: Database.Database, file: string): void {
  const [result] = [db.pragma('wal_checkpoint(TRUNCATE)')].flat();
  const isBusy = typeof result === 'object' && result !== null && 'busy' in result && result.busy !== 0;
  db.close();
  if (isBusy) throw new DatabaseProblem('backup_failed', file, { reason: 'the write-ahead log is in use' });
}

function makeFolder(file: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
  } catch (error) {
    throw asDatabaseProblem(error, file);
  }
}

function rethrowLater(error: unknown): void {
  queueMicrotask(() => {
    throw error;
  });
}
