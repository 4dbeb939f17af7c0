import { closeSync, copyFileSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { isMainThread } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { backupPath, pruneBackups } from './backup-files';
import { applicationId } from './pragmas';
import { DatabaseProblem } from './problem';

/** Rows per table: what a copy must hold. */
export type RowCounts = Readonly<Record<string, number>>;

/**
 * Copies the shop file before a migration. The connection must be closed and the lock held, so the file stands still:
 * a plain copy is then exact. (`VACUUM INTO` would also be synchronous, but it may renumber rowids.)
 *
 * @param counts what the copy must hold, read before the connection was closed
 * @returns the backup's path
 * @throws DatabaseProblem `backup_failed`
 */
export function backupClosedFile(file: string, version: number, counts: RowCounts, at: number): string {
  const target = backupPath(file, 'migration', version, at);
  const partial = `${target}.partial`;
  try {
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(file, partial);
    finishCopy(partial, target, { version, counts, check: 'quick_check' });
  } catch (error) {
    throw backupFailed(file, target, partial, error);
  }
  pruneBackups(file, 'migration');
  return target;
}

/** Pages copied at a time, 2 MiB: the most that a sale's commit may find in front of it on its way to the same disk. */
const pagesAtOnce = 512;

/** The least rest after so many pages, ms. */
const leastRest = 5;

/**
 * Copies a live database through SQLite's online backup, within one read transaction: later writes go on meanwhile and
 * are not in the copy. Blocks its thread for as long as copying takes, so it belongs on a reader; and it is in no hurry,
 * see `givingWay`.
 *
 * @param source a connection of its own, inside a read transaction
 * @throws DatabaseProblem `backup_failed`
 */
export async function backupOpenDatabase(source: Database.Database, file: string, target: string): Promise<void> {
  const partial = `${target}.partial`;
  try {
    mkdirSync(dirname(target), { recursive: true });
    rmSync(partial, { force: true });
    // With a read transaction open the backup copies that very snapshot, so the counts are the copy's own.
    if (!source.inTransaction) throw new Error('backupOpenDatabase needs a read transaction');
    const version = Number(source.pragma('user_version', { simple: true }));
    const expected: Expected = { version, counts: countRows(source), check: 'integrity_check' };
    await source.backup(partial, { progress: () => givingWay(partial) });
    finishCopy(partial, target, expected);
  } catch (error) {
    throw backupFailed(file, target, partial, error);
  }
}

/**
 * Between two pieces of a copy: what was written goes to the disk now, and then the disk is left alone for as long as
 * that took. Left to the end, all of the copy would lie in front of the next sale that waits for the disk.
 *
 * @returns how many pages come next
 */
function givingWay(copy: string): number {
  const started = performance.now();
  syncPath(copy, 'r+');
  // Where there is no thread for it (tools, tests) nobody else is waiting.
  if (!isMainThread) rest(Math.max(leastRest, performance.now() - started));
  return pagesAtOnce;
}

/** Holds this thread. */
function rest(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)), 0, 0, ms);
}

interface Expected {
  version: number;
  counts: RowCounts;
  /** `integrity_check` also compares every index with its table, in about twice the time. */
  check: 'quick_check' | 'integrity_check';
}

/** Makes the copy one self-contained, verified, durable file under its final name. */
function finishCopy(partial: string, target: string, expected: Expected): void {
  const db = new Database(partial, { fileMustExist: true });
  try {
    // Out of WAL mode: a backup is one file, also for somebody who carries it away on a stick.
    db.pragma('journal_mode = DELETE');
    assertGood(db, expected.check);
    const version = Number(db.pragma('user_version', { simple: true }));
    if (version !== expected.version) throw new Error(`the copy is of version ${version}, not ${expected.version}`);
    const counts = countRows(db);
    for (const [table, rows] of Object.entries(expected.counts)) {
      if (counts[table] !== rows) throw new Error(`the copy has ${counts[table]} of ${rows} rows of ${table}`);
    }
  } finally {
    db.close();
  }
  moveDurably(partial, target);
}

/** Throws unless the database is one of ours and sound. */
export function assertGood(db: Database.Database, check: 'quick_check' | 'integrity_check'): void {
  const id = db.pragma('application_id', { simple: true });
  if (id !== applicationId) throw new Error(`application id is ${String(id)}`);
  const finding = db.pragma(`${check}(1)`, { simple: true });
  if (finding !== 'ok') throw new Error(`${check}: ${String(finding)}`);
}

export function countRows(db: Database.Database): RowCounts {
  const tables = db
    .prepare<[], { name: string }>(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'`,
    )
    .all();
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    counts[name] = db.prepare<[], { rows: number }>(`SELECT count(*) AS rows FROM "${name}"`).get()?.rows ?? 0;
  }
  return counts;
}

/** Renames after the content is on the disk, and puts the new name on the disk too. */
export function moveDurably(from: string, to: string): void {
  syncPath(from, 'r+');
  renameSync(from, to);
  // Windows cannot open a folder for syncing and does not need it: NTFS logs names.
  if (process.platform !== 'win32') syncPath(dirname(to), 'r');
}

function syncPath(path: string, flags: 'r' | 'r+'): void {
  const descriptor = openSync(path, flags);
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function backupFailed(file: string, target: string, partial: string, error: unknown): DatabaseProblem {
  for (const leftover of [partial, `${partial}-journal`]) {
    try {
      rmSync(leftover, { force: true });
    } catch {
      // What failed first is the news; a leftover is not listed as a backup.
    }
  }
  const reason = error instanceof Error ? error.message : String(error);
  return new DatabaseProblem('backup_failed', file, { backup: target, reason }, error);
}
