import Database from 'better-sqlite3';
import { backupOpenDatabase } from '../backup';
import { applyPragmas } from '../pragmas';
import { asDatabaseProblem, DatabaseProblem } from '../problem';
import { auditLevels, type LevelDifference } from '../stock-levels';
import { type AnyReaderJob, readerJob } from './job';
import { sandboxJob } from './sandbox';

/** A verified copy of the live file. */
export const backupJob = readerJob('store.backup', async ({ db }, args: { file: string; target: string }) => {
  await backupOpenDatabase(db, args.file, args.target);
});

/** Moves the write-ahead log into the file, as far as that goes without anybody having to wait for it. */
export const checkpointJob = readerJob('store.checkpoint', (_, { file }: { file: string }): void => {
  // Its own connection: a reader's may not write, not even this.
  const db = new Database(file, { fileMustExist: true });
  try {
    applyPragmas(db);
    db.pragma('query_only = 1');
    db.pragma('wal_checkpoint(PASSIVE)');
  } finally {
    db.close();
  }
});

/** What is wrong with the file. All empty: nothing. */
export interface Integrity {
  /** `PRAGMA quick_check`: damaged pages and records. */
  readonly damage: readonly string[];
  /** Rows that refer to nothing. */
  readonly brokenReferences: number;
  readonly levels: readonly LevelDifference[];
}

export const integrityJob = readerJob('store.integrity', (reader, { file }: { file: string }): Integrity => {
  try {
    const rows = reader.db.prepare<[], { quick_check: string }>('PRAGMA quick_check(20)').all();
    const damage = rows.map((row) => row.quick_check).filter((finding) => finding !== 'ok');
    if (damage.length > 0) return { damage, brokenReferences: 0, levels: [] };
    const broken = reader.db.pragma('foreign_key_check');
    return { damage, brokenReferences: Array.isArray(broken) ? broken.length : 0, levels: auditLevels(reader) };
  } catch (error) {
    const problem = asDatabaseProblem(error, file);
    // Some damage stops the check itself: that is its finding.
    if (problem instanceof DatabaseProblem && problem.code === 'database_corrupt') {
      return { damage: [String(problem.params.reason)], brokenReferences: 0, levels: [] };
    }
    throw problem;
  }
});

/** The store's own jobs, for `reader-worker.ts`. */
export const storeJobs: readonly AnyReaderJob[] = [backupJob, checkpointJob, integrityJob, sandboxJob];
