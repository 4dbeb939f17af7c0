import Database from 'better-sqlite3';
import { applyReaderPragmas } from '../pragmas';
import { asDatabaseProblem } from '../problem';
import { Connection } from '../reads';
import type { Reader, ReaderJob } from './job';

/** A read-only connection to the shop file that runs one job after the other. */
export class ReaderSession {
  readonly #file: string;
  readonly #connection: Connection;

  constructor(file: string) {
    this.#file = file;
    try {
      const db = new Database(file, { readonly: true, fileMustExist: true });
      applyReaderPragmas(db);
      // SQLite itself refuses writes here; there is nothing to check in a text.
      this.#connection = new Connection(db, file, () => {}, 100);
    } catch (error) {
      throw asDatabaseProblem(error, file);
    }
  }

  async run<A, R>(job: ReaderJob<A, R>, args: A): Promise<R> {
    const reader: Reader = this.#connection;
    try {
      reader.db.exec('BEGIN');
      return await job.run(reader, args);
    } catch (error) {
      throw asDatabaseProblem(error, this.#file);
    } finally {
      // Nothing was written; and on a damaged file COMMIT would throw where ROLLBACK just ends the reading.
      if (reader.db.inTransaction) reader.db.exec('ROLLBACK');
    }
  }

  close(): void {
    this.#connection.db.close();
  }
}
