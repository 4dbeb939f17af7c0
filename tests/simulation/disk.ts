import type Database from 'better-sqlite3';
import { checkReferences, type Databases, MemoryDatabase } from './databases';

/** The machine lost its power in the middle of a statement. */
export class PowerCut extends Error {
  constructor() {
    super('power cut');
    this.name = 'PowerCut';
  }
}

/**
 * A real SQLite database in memory that can run full and lose power around a COMMIT. What was committed survives, since
 * the real one commits with FULL; an older image of it can take its place.
 */
export class SimDisk {
  isFull = false;
  /** Set when the power went: nothing this process does counts any more. */
  isCut = false;
  commits = 0;
  readonly #databases: Databases;
  #memory: MemoryDatabase;
  #isPristine: boolean;
  #cutAfter: number | null = null;
  #cutBefore = false;

  /** @param image what is on it; by default what all `databases` begin with */
  constructor(databases: Databases, image?: Buffer) {
    this.#databases = databases;
    this.#isPristine = image === undefined;
    this.#memory = image ? new MemoryDatabase(image) : databases.take();
    this.#memory.onCommit = (commit) => this.#commit(commit);
  }

  get db(): Database.Database {
    return this.#memory.db;
  }

  image(): Buffer {
    return this.db.serialize();
  }

  /** After this many more commits the power goes, before the last of them takes hold or right after. */
  cutPower(commits: number, before: boolean): void {
    this.#cutAfter = commits;
    this.#cutBefore = before;
  }

  /** The power stays, whatever was to come. */
  keepPower(): void {
    this.#cutAfter = null;
  }

  /** The same content for a new process, or an image of earlier content. */
  restart(image?: Buffer): void {
    this.isCut = false;
    this.#cutAfter = null;
    // What the process before had not committed is gone with it.
    if (this.db.inTransaction) this.db.prepare('ROLLBACK').run();
    checkReferences(this.db);
    if (!image) return;
    this.close();
    this.#isPristine = false;
    this.#memory = new MemoryDatabase(image);
    this.#memory.onCommit = (commit) => this.#commit(commit);
  }

  close(): void {
    if (this.#isPristine) this.#databases.giveBack(this.#memory);
    else this.db.close();
  }

  #commit(run: () => Database.RunResult): Database.RunResult {
    if (this.isCut) throw new PowerCut();
    if (this.isFull) throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
    const isLast = this.#cutAfter !== null && this.#cutAfter-- <= 1;
    if (isLast && this.#cutBefore) this.#cut();
    const result = run();
    this.commits += 1;
    if (isLast) this.#cut();
    return result;
  }

  #cut(): never {
    this.isCut = true;
    throw new PowerCut();
  }
}
