import { closeSync, openSync, readSync, type Stats, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { listBackupFiles } from './backup-files';
import { applicationId } from './pragmas';
import { asDatabaseProblem, DatabaseProblem } from './problem';

/** What lies at the path, learnt without changing a byte of it. */
export type Inspection =
  | { state: 'new' }
  | {
      state: 'existing';
      /** `user_version`: the last migration that ran. */
      version: number;
      /** The last run did not close the file: its WAL is still there. */
      unclean: boolean;
    };

const magic = 'SQLite format 3\0';

/**
 * Decides whether the file may be opened for writing.
 *
 * The header is read through `fs`, which is safe only because the caller holds the lock and this process has no
 * connection to the file yet (see `lock.ts`). Only when a WAL was left behind, whose pages are newer than the header,
 * SQLite itself is asked, read-only.
 *
 * @throws DatabaseProblem corrupt, foreign, newer, read-only, unavailable
 */
export function inspectFile(file: string, newestVersion: number): Inspection {
  const main = stat(file);
  const wal = stat(`${file}-wal`);
  const unclean = wal !== undefined && wal.size > 0;
  if (main !== undefined && !main.isFile()) {
    throw new DatabaseProblem('database_unavailable', file, { reason: 'not a file' });
  }
  if (main === undefined || main.size === 0) {
    // An empty shop in place of a lost one would look like "all my bills are gone".
    if (unclean || listBackupFiles(file).length > 0) {
      throw new DatabaseProblem('database_corrupt', file, { reason: main ? 'the file is empty' : 'the file is gone' });
    }
    return { state: 'new' };
  }

  const header = readHeader(file);
  if (header.length < 100 || header.toString('latin1', 0, 16) !== magic) {
    throw new DatabaseProblem('database_corrupt', file, { reason: 'not an SQLite database' });
  }
  const found = unclean ? askReadOnly(file) : { ...fromHeader(header), empty: undefined };
  if (found.application === 0 && found.version === 0) {
    // Either the first start died between creating the file and filling it, or it is some other program's.
    if (found.empty ?? askReadOnly(file).empty) return { state: 'new' };
    throw new DatabaseProblem('database_foreign', file, { reason: 'no application id' });
  }
  if (found.application !== applicationId) {
    throw new DatabaseProblem('database_foreign', file, { reason: `application id ${found.application}` });
  }
  if (found.version > newestVersion) {
    throw new DatabaseProblem('database_newer', file, { version: found.version, newest: newestVersion });
  }
  if (!unclean) assertWhole(file, header, main.size);
  return { state: 'existing', version: found.version, unclean };
}

/** https://sqlite.org/fileformat2.html#the_database_header */
function fromHeader(header: Buffer) {
  return { version: header.readUInt32BE(60), application: header.readUInt32BE(68) };
}

/** With no WAL, the page count in the header is the file's length, when the header says that the count is valid. */
function assertWhole(file: string, header: Buffer, size: number): void {
  const stored = header.readUInt16BE(16);
  const pageSize = stored === 1 ? 65_536 : stored;
  const pages = header.readUInt32BE(28);
  const countIsValid = header.readUInt32BE(24) === header.readUInt32BE(92);
  if (countIsValid && size < pages * pageSize) {
    throw new DatabaseProblem('database_corrupt', file, { reason: `cut off: ${size} of ${pages * pageSize} bytes` });
  }
}

function askReadOnly(file: string): { version: number; application: number; empty: boolean } {
  let db: Database.Database | undefined;
  try {
    db = new Database(file, { readonly: true, fileMustExist: true });
    return {
      version: Number(db.pragma('user_version', { simple: true })),
      application: Number(db.pragma('application_id', { simple: true })),
      empty: db.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined,
    };
  } catch (error) {
    throw asDatabaseProblem(error, file);
  } finally {
    db?.close();
  }
}

function readHeader(file: string): Buffer {
  const header = Buffer.alloc(100);
  try {
    const descriptor = openSync(file, 'r');
    try {
      return header.subarray(0, readSync(descriptor, header, 0, header.length, 0));
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    throw asDatabaseProblem(error, file);
  }
}

function stat(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    throw asDatabaseProblem(error, path);
  }
}
