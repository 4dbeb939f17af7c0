import Database from 'better-sqlite3';

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
  db: Database.Database;
  isFull = false;
  /** Set when the power went: nothing this process does counts any more. */
  isCut = false;
  commits = 0;
  #cutAfter: number | null = null;
  #cutBefore = false;

  constructor(image: Buffer) {
    this.db = this.#open(image);
  }

  image(): Buffer {
    return this.db.serialize();
  }

  /** After this many more commits the power goes, before the last of them takes hold or right after. */
  cutPower(commits: number, before: boolean): void {
    this.#cutAfter = commits;
    this.#cutBefore = before;
  }

  /** The same content for a new process. */
  restart(image?: Buffer): void {
    this.isCut = false;
    this.#cutAfter = null;
    if (image) {
      this.db.close();
      this.db = this.#open(image);
    }
  }

  close(): void {
    this.db.close();
  }

  #open(image: Buffer): Database.Database {
    const db = new Database(image);
    db.pragma('foreign_keys = ON');
    const prepare = db.prepare.bind(db);
    // Only COMMIT is special: that is where content becomes durable.
    db.prepare = ((text: string) => {
      const statement = prepare(text);
      if (text !== 'COMMIT') return statement;
      const run = statement.run.bind(statement);
      statement.run = () => this.#commit(run);
      return statement;
    }) as typeof db.prepare; // proof: the same statements, one of them with a hook
    return db;
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
