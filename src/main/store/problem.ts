import { accessSync, constants, existsSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { AppError, type ErrorCode, type ErrorParams } from '@shared/errors';

/** The codes a database can fail with. The renderer has a screen for each. */
export type DatabaseProblemCode = Extract<
  ErrorCode,
  | 'database_corrupt'
  | 'database_newer'
  | 'database_foreign'
  | 'database_read_only'
  | 'database_full'
  | 'database_in_use'
  | 'database_unavailable'
  | 'backup_failed'
  | 'migration_failed'
>;

/** What the person can count on while the problem lasts. */
export type WhatIsSafe =
  /** The file holds every completed sale; nothing was changed by the attempt. */
  | 'everything'
  /** Everything committed is in the file; only the action that was running is not. */
  | 'everything_committed'
  /** The damaged file is kept as it is, and so are the backups. */
  | 'backups';

/** What the person can do, best first. The screen makes a button or a sentence of each. */
export type WhatToDo =
  | 'close_other_copy'
  | 'free_space'
  | 'make_writable'
  | 'update_app'
  | 'choose_other_file'
  | 'restore_backup'
  | 'check_disk'
  | 'try_again'
  | 'save_diagnostics';

const advice: Record<DatabaseProblemCode, { safe: WhatIsSafe; actions: readonly WhatToDo[]; message: string }> = {
  database_corrupt: {
    safe: 'backups',
    actions: ['restore_backup', 'check_disk', 'save_diagnostics'],
    message: 'The shop file is damaged. It is left as it is; a backup can take its place.',
  },
  database_newer: {
    safe: 'everything',
    actions: ['update_app', 'choose_other_file'],
    message: 'The shop file was written by a newer version of Galla. It has not been touched.',
  },
  database_foreign: {
    safe: 'everything',
    actions: ['choose_other_file'],
    message: 'The file is a database of another program. It has not been touched.',
  },
  database_read_only: {
    safe: 'everything_committed',
    actions: ['make_writable', 'choose_other_file', 'try_again'],
    message: 'The shop file or its folder cannot be written. Everything completed so far is in it.',
  },
  database_full: {
    safe: 'everything_committed',
    actions: ['free_space', 'try_again'],
    message: 'The disk is full. Everything completed so far is saved; the last action was not.',
  },
  database_in_use: {
    safe: 'everything',
    actions: ['close_other_copy', 'try_again'],
    message: 'Another copy of Galla has this shop file open.',
  },
  database_unavailable: {
    safe: 'everything_committed',
    actions: ['check_disk', 'try_again', 'save_diagnostics'],
    message: 'The shop file cannot be read or written just now.',
  },
  backup_failed: {
    safe: 'everything',
    actions: ['free_space', 'check_disk', 'try_again'],
    message: 'A backup could not be made or did not prove good, so nothing was changed.',
  },
  migration_failed: {
    safe: 'everything',
    actions: ['save_diagnostics', 'update_app', 'try_again'],
    message: 'The shop file could not be brought to this version. It is as it was before.',
  },
};

/**
 * The database cannot be used, or cannot be written. `params.file` names the file, `params.reason` is a short
 * technical cause for the log and the diagnostics.
 */
export class DatabaseProblem extends AppError {
  override readonly code: DatabaseProblemCode;
  readonly file: string;
  readonly safe: WhatIsSafe;
  readonly actions: readonly WhatToDo[];

  static isCode(code: ErrorCode): code is DatabaseProblemCode {
    return code in advice;
  }

  constructor(code: DatabaseProblemCode, file: string, params: ErrorParams = {}, cause?: unknown) {
    const { safe, actions, message } = advice[code];
    super(code, message, { file, ...params }, { cause });
    this.name = 'DatabaseProblem';
    this.code = code;
    this.file = file;
    this.safe = safe;
    this.actions = actions;
  }
}

/** Primary result codes of SQLite and what each means for the person; an extended code carries its primary as prefix. */
const bySqliteCode: ReadonlyArray<readonly [prefix: string, code: DatabaseProblemCode]> = [
  ['SQLITE_CORRUPT', 'database_corrupt'],
  ['SQLITE_NOTADB', 'database_corrupt'],
  ['SQLITE_FULL', 'database_full'],
  ['SQLITE_READONLY', 'database_read_only'],
  ['SQLITE_PERM', 'database_read_only'],
  ['SQLITE_BUSY', 'database_unavailable'],
  ['SQLITE_LOCKED', 'database_unavailable'],
  ['SQLITE_PROTOCOL', 'database_unavailable'],
  ['SQLITE_NOLFS', 'database_unavailable'],
  ['SQLITE_CANTOPEN', 'database_unavailable'],
  ['SQLITE_IOERR', 'database_unavailable'],
];

const bySystemCode: Readonly<Record<string, DatabaseProblemCode>> = {
  ENOSPC: 'database_full',
  EDQUOT: 'database_full',
  EROFS: 'database_read_only',
  EACCES: 'database_read_only',
  EPERM: 'database_read_only',
  EIO: 'database_unavailable',
  EBUSY: 'database_unavailable',
  ENOENT: 'database_unavailable',
  ENOTDIR: 'database_unavailable',
  EISDIR: 'database_unavailable',
  EMFILE: 'database_unavailable',
};

/** Below this a failed write is the disk's fullness, whatever the error code says. */
const fullBelowBytes = 64 * 1024;

/**
 * Translates what SQLite or the file system threw into the problem the person has, or returns the error unchanged
 * when it is no matter of the file (a constraint, a bug). The one place where these codes are read.
 */
export function asDatabaseProblem(error: unknown, file: string): unknown {
  if (error instanceof DatabaseProblem) return error;
  const errorCode = codeOf(error);
  if (errorCode === undefined) return error;
  const code = bySystemCode[errorCode] ?? bySqliteCode.find(([prefix]) => errorCode.startsWith(prefix))?.[1];
  if (code === undefined) return error;
  const reason = `${errorCode}: ${error instanceof Error ? error.message : ''}`;
  return new DatabaseProblem(code === 'database_unavailable' ? closerLook(file) : code, file, { reason }, error);
}

/**
 * SQLite often says only that it cannot open or write: extending the WAL index on a full disk is SQLITE_IOERR_SHMSIZE,
 * a write-protected medium SQLITE_CANTOPEN. The disk knows why.
 */
function closerLook(file: string): DatabaseProblemCode {
  const folder = existingFolder(dirname(file));
  try {
    accessSync(folder, constants.W_OK);
  } catch {
    return 'database_read_only';
  }
  return freeBytes(folder) < fullBelowBytes ? 'database_full' : 'database_unavailable';
}

/** Runs `work`, turning what the database throws into a {@link DatabaseProblem}. */
export function guarded<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw asDatabaseProblem(error, file);
  }
}

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

function existingFolder(folder: string): string {
  const above = dirname(folder);
  return existsSync(folder) || above === folder ? folder : existingFolder(above);
}

function freeBytes(folder: string): number {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
