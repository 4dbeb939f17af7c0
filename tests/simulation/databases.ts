import Database from 'better-sqlite3';

type Run = () => Database.RunResult;

/**
 * As every connection begins. Only where it is not so: saying it makes SQLite prepare every statement of the connection
 * again.
 */
export function checkReferences(db: Database.Database): void {
  if (db.pragma('foreign_keys', { simple: true }) !== 1) db.pragma('foreign_keys = ON');
}

/**
 * A database in memory whose statements are prepared once per text, and whose COMMIT asks first: that is where content
 * becomes durable.
 */
export class MemoryDatabase {
  readonly db: Database.Database;
  /** What a COMMIT does; the machine it runs on decides. */
  onCommit: (commit: Run) => Database.RunResult = (commit) => commit();

  constructor(image: Buffer) {
    const db = new Database(image);
    checkReferences(db);
    const known = new Map<string, Database.Statement>();
    const prepare = db.prepare.bind(db);
    db.prepare = ((text: string) => {
      const earlier = known.get(text);
      if (earlier && !earlier.busy) return earlier;
      const statement = prepare(text);
      if (text === 'COMMIT') {
        const run = statement.run.bind(statement);
        statement.run = () => this.onCommit(run);
      }
      known.set(text, statement);
      return statement;
    }) as typeof db.prepare; // proof: the same statements, each of them once, one of them with a hook
    this.db = db;
  }
}

/**
 * Databases that begin as the same image. One that is given back is emptied and begins anew with its statements
 * prepared, which is a quarter of what a seed costs otherwise.
 */
export class Databases {
  readonly #image: Buffer;
  readonly #idle: MemoryDatabase[] = [];
  readonly #tables: readonly string[];
  /** How much there is besides rows. */
  readonly #whole: unknown;
  readonly #indexes: readonly string[];
  readonly #rows: readonly { readonly insert: string; readonly values: readonly unknown[] }[];

  constructor(image: Buffer) {
    this.#image = image;
    const db = new Database(image);
    const names = db
      .prepare<[], { name: string; sql: string }>(
        `SELECT name, coalesce(sql, '') AS sql FROM sqlite_schema WHERE type = 'table'`,
      )
      .all();
    this.#indexes = names.filter(({ sql }) => /using fts5 /i.test(sql)).map(({ name }) => name);
    const isPlain = ({ name, sql }: { name: string; sql: string }) =>
      !/^create virtual/i.test(sql) && !this.#indexes.some((index) => name.startsWith(`${index}_`));
    this.#tables = referringFirst(
      db,
      names.filter(isPlain).map(({ name }) => name),
    );
    this.#rows = [...this.#tables].reverse().flatMap((table) =>
      db
        .prepare(`SELECT * FROM ${table}`)
        .raw()
        .all()
        .map((row) => {
          const values = row as unknown[]; // proof: `raw` gives arrays
          return { insert: `INSERT INTO ${table} VALUES (${values.map(() => '?').join(', ')})`, values };
        }),
    );
    this.#whole = this.#schema(db);
    db.close();
  }

  take(): MemoryDatabase {
    return this.#idle.pop() ?? new MemoryDatabase(this.#image);
  }

  #schema(db: Database.Database): unknown {
    return db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get();
  }

  giveBack(memory: MemoryDatabase): void {
    const { db } = memory;
    memory.onCommit = (commit) => commit();
    try {
      if (db.inTransaction) db.prepare('ROLLBACK').run();
      // A till whose first copy was cut off is half a file.
      checkReferences(db);
      if (this.#schema(db) !== this.#whole) throw new Error('The tables are not all as they were');
      db.prepare('BEGIN').run();
      for (const table of this.#tables) db.prepare(`DELETE FROM ${table}`).run();
      for (const index of this.#indexes) db.prepare(`INSERT INTO ${index} (${index}) VALUES ('delete-all')`).run();
      for (const { insert, values } of this.#rows) db.prepare(insert).run(...values);
      db.prepare('COMMIT').run();
      this.#idle.push(memory);
    } catch {
      // Something was left half done in it; the next one is made anew.
      db.close();
    }
  }
}

/** The tables in an order in which they can be emptied: whoever refers to another before it. */
function referringFirst(db: Database.Database, tables: readonly string[]): string[] {
  const referred = new Map(
    tables.map((table) => {
      const keys = db.prepare<[string], { to: string }>('SELECT "table" AS "to" FROM pragma_foreign_key_list(?)');
      return [table, keys.all(table).flatMap(({ to }) => (to === table ? [] : to))] as const;
    }),
  );
  const order: string[] = [];
  const visit = (table: string) => {
    if (order.includes(table)) return;
    for (const to of referred.get(table) ?? []) visit(to);
    order.push(table);
  };
  for (const table of tables) visit(table);
  return order.reverse();
}
