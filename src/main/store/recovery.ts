import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Clock } from '@shared/clock';
import Database from 'better-sqlite3';
import { assertGood, moveDurably } from './backup';
import { type BackupFile, listBackupFiles, timeStamp } from './backup-files';
import { lockFile } from './lock';
import { asDatabaseProblem, DatabaseProblem } from './problem';
import { realPath } from './real-path';

/** A backup as the recovery screen shows it. */
export interface Backup extends BackupFile {
  /** Null when the copy has no shop yet or cannot be read. */
  readonly shopName: string | null;
  /** Time of the last thing done that is in it, ms; null when nothing was done or it cannot be read. */
  readonly lastChangeAt: number | null;
  /** It opens, and holds a shop's tables. The full check comes before it takes the place of the shop file. */
  readonly readable: boolean;
}

export interface Restored {
  /** The backup that is now the shop file. */
  readonly from: Backup;
  /** Where the damaged file was put; null when there was none. It is never deleted. */
  readonly damagedFile: string | null;
  /**
   * What was done between these instants is not in the restored file. `from` is the last change in the backup, `until`
   * the last time the damaged file was written, as the file system knows it.
   */
  readonly missing: { readonly from: number | null; readonly until: number | null };
}

/** The backups of a shop file, newest first, with what each holds. The shop file itself is not opened. */
export function listBackups(file: string): Backup[] {
  return listBackupFiles(realPath(file)).map(describeBackup);
}

function describeBackup(backup: BackupFile): Backup {
  let db: Database.Database | undefined;
  try {
    db = new Database(backup.file, { readonly: true, fileMustExist: true });
    const shop = db.prepare<[], { name: string }>('SELECT name FROM business_settings LIMIT 1').get();
    const last = db.prepare<[], { at: number }>('SELECT at FROM outbox ORDER BY mid DESC LIMIT 1').get();
    return { ...backup, shopName: shop?.name ?? null, lastChangeAt: last?.at ?? null, readable: true };
  } catch {
    // Whatever is wrong with it, it is not a backup to offer first; the list still names it.
    return { ...backup, shopName: null, lastChangeAt: null, readable: false };
  } finally {
    db?.close();
  }
}

/**
 * Puts a backup in the place of the shop file: the chosen one, or the newest that passes the full check. The damaged
 * file is moved to `damaged/` beside it first. Dying in between leaves no shop file but both copies, and the next
 * start offers the recovery again.
 *
 * @throws DatabaseProblem `database_in_use`; `backup_failed` when no backup passes; what the disk had to say
 */
export function restoreBackup(path: string, clock: Clock, chosen?: Backup): Restored {
  const file = realPath(path);
  const lock = lockFile(file);
  try {
    const from = chosen ? checked(chosen) : newestGood(file);
    if (!from) {
      const reason = chosen ? 'the backup is damaged too' : 'no backup passes the check';
      throw new DatabaseProblem('backup_failed', file, { reason });
    }
    const staged = `${file}.restoring`;
    copyFileSync(from.file, staged);
    const writtenAt = lastWritten(file);
    const damagedFile = moveAside(file, clock.now());
    moveDurably(staged, file);
    return { from, damagedFile, missing: { from: from.lastChangeAt, until: writtenAt } };
  } catch (error) {
    rmSync(`${file}.restoring`, { force: true });
    throw asDatabaseProblem(error, file);
  } finally {
    lock.release();
  }
}

function newestGood(file: string): Backup | undefined {
  for (const backup of listBackups(file)) {
    const good = checked(backup);
    if (good) return good;
  }
  return undefined;
}

function checked(backup: Backup): Backup | undefined {
  if (!backup.readable) return undefined;
  let db: Database.Database | undefined;
  try {
    db = new Database(backup.file, { readonly: true, fileMustExist: true });
    assertGood(db, 'integrity_check');
    return backup;
  } catch {
    return undefined;
  } finally {
    db?.close();
  }
}

/** Moves the shop file and its WAL: together they are what a salvage tool needs. */
function moveAside(file: string, at: number): string | null {
  const folder = join(dirname(file), 'damaged');
  const target = join(folder, `${timeStamp(at)}-${basename(file)}`);
  let moved: string | null = null;
  for (const suffix of ['', '-wal', '-shm']) {
    if (!existsSync(file + suffix)) continue;
    mkdirSync(folder, { recursive: true });
    renameSync(file + suffix, target + suffix);
    if (suffix === '') moved = target;
  }
  return moved;
}

function lastWritten(file: string): number | null {
  const times = [file, `${file}-wal`].map((path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0);
  const last = Math.max(...times);
  return last > 0 ? Math.round(last) : null;
}
