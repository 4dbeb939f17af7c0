import type { Database } from 'better-sqlite3';

/** `PRAGMA application_id` of a shop file: 'GALA'. Tells our file from any other SQLite database. */
export const applicationId = 0x47_41_4c_41;

/**
 * What must hold on every connection. `synchronous=FULL` is the promise behind "the receipt is printed, so the sale
 * is on the disk": in WAL mode NORMAL loses the last commits on a power cut. better-sqlite3 is compiled with
 * SQLITE_DEFAULT_WAL_SYNCHRONOUS=NORMAL, which takes hold when the connection first sees the WAL, so FULL must be
 * set explicitly, after WAL, and is read back.
 */
const required: ReadonlyArray<readonly [name: string, value: string | number]> = [
  ['journal_mode', 'wal'],
  ['synchronous', 2],
  ['foreign_keys', 1],
  ['busy_timeout', 5000],
  // A tampered schema must not be able to run functions with side effects.
  ['trusted_schema', 0],
  // Only macOS has a cheaper fsync that does not reach the platter; elsewhere these are no-ops.
  ...(process.platform === 'darwin'
    ? ([
        ['fullfsync', 1],
        ['checkpoint_fullfsync', 1],
      ] as const)
    : []),
  // Sorting and grouping stay in memory: no stray files of shop data in the system's temp folder.
  ['temp_store', 2],
];

/** For speed only; not asserted. Negative cache_size is KiB. */
const tuning: ReadonlyArray<readonly [name: string, value: number]> = [
  ['cache_size', -32_768],
  // A long report lets the WAL grow; after the next checkpoint give the space back down to 64 MiB.
  ['journal_size_limit', 64 * 1024 * 1024],
];

/** Sets the pragmas of a writing connection and reads them back. */
export function applyPragmas(db: Database): void {
  for (const [name, value] of [...required, ...tuning]) db.pragma(`${name} = ${value}`);
  assertPragmas(db);
}

/**
 * Lets commits return before the disk has them, until the answer is called. The file stays consistent whatever happens
 * (WAL, NORMAL); what a power cut can take are the last commits. Both may be called only between transactions.
 */
export function hurry(db: Database): () => void {
  commitsNeedNotWait(db);
  return () => {
    // Closing the file has done it all.
    if (!db.open) return;
    // All of it is on the disk before FULL promises anything again.
    db.pragma('wal_checkpoint(FULL)');
    commitsWait(db);
    assertPragmas(db);
  };
}

/**
 * Runs one transaction whose commit returns before the disk has it. The next one that waits puts it on the disk too,
 * because the log is one file, written in order.
 */
export function withoutWaiting<T>(db: Database, transaction: () => T): T {
  const isHurrying = db.pragma('synchronous', { simple: true }) === normal;
  if (isHurrying) return transaction();
  commitsNeedNotWait(db);
  try {
    return transaction();
  } finally {
    commitsWait(db);
  }
}

const normal = 1;
/** The next commits return before the disk has them. */
export const commitsNeedNotWait = (db: Database): unknown => db.pragma('synchronous = NORMAL');
/** A commit returns when the disk has it, and with it all commits before it. */
export const commitsWait = (db: Database): unknown => db.pragma('synchronous = FULL');

/** Sets the pragmas of a read-only connection. The journal mode is a property of the file, so it is only read back. */
export function applyReaderPragmas(db: Database): void {
  for (const [name, value] of [...required, ...tuning]) {
    if (name !== 'journal_mode') db.pragma(`${name} = ${value}`);
  }
  db.pragma('query_only = 1');
  assertPragmas(db);
}

/** Throws unless every durability and safety pragma of this connection has its value. Also used by tests after writes. */
export function assertPragmas(db: Database): void {
  for (const [name, value] of required) {
    const found = db.pragma(name, { simple: true });
    if (found !== value) throw new Error(`PRAGMA ${name} is ${String(found)}, must be ${value}`);
  }
}
