import Database from 'better-sqlite3';

/**
 * Keeps a second hub from the same file: two would each acknowledge what the other overwrites. A lock of the operating
 * system on an empty file beside it, so it dies with the process (why so: docs/store.md, One process).
 *
 * @returns the way to give it up
 * @throws Error when another hub has it
 */
export function holdAlone(file: string): () => void {
  const lock = new Database(`${file}.lock`, { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    const isHeld = error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');
    throw isHeld ? new Error(`Another hub runs on ${file}`, { cause: error }) : error;
  }
  return () => void lock.close();
}
