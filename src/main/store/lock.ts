import Database from 'better-sqlite3';
import { asDatabaseProblem, DatabaseProblem } from './problem';

/** Held for the life of the process. */
export interface FileLock {
  release(): void;
}

/**
 * Takes the exclusive right to a shop file, or throws `database_in_use` at once.
 *
 * The lock is a `BEGIN EXCLUSIVE` held on a second, empty SQLite file beside the shop file. Why so: it is an
 * operating-system lock (fcntl, LockFileEx), so it dies with the process, also under kill -9, on every system, and
 * leaves nothing stale to clean up, as a PID file would. The shop file itself cannot carry it, because its WAL must
 * stay readable for our own reader threads.
 *
 * Nothing else may open `<file>.lock`, or the shop file, through `fs` in this process: closing any descriptor of a
 * file drops all POSIX locks the process holds on it (https://sqlite.org/howtocorrupt.html, 2.2).
 */
export function lockFile(file: string): FileLock {
  const lockPath = `${file}.lock`;
  let db: Database.Database | undefined;
  try {
    db = new Database(lockPath, { timeout: 0 });
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db?.close();
    const busy = error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');
    if (busy) throw new DatabaseProblem('database_in_use', file, { reason: error.message }, error);
    throw asDatabaseProblem(error, file);
  }
  const held = db;
  return { release: () => held.close() };
}
