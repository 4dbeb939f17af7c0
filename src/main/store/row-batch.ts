import type { Statement } from 'better-sqlite3';
import type { Connection } from './reads';

/** Rows in one statement: half of what a narrow row costs is the statement around it. */
const most = 16;

/** Collects new rows of one table and inserts many with one statement. What was not flushed was not written. */
export class RowBatch {
  readonly #width: number;
  readonly #one: Statement<[unknown[]]>;
  readonly #many: Statement<[unknown[]]>;
  readonly #values: unknown[];
  #rows = 0;

  constructor(connection: Connection, table: string, columns: readonly string[]) {
    this.#width = columns.length;
    const row = `(${columns.map(() => '?').join(', ')})`;
    const text = `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${row}`;
    this.#one = connection.unchecked(text);
    this.#many = connection.unchecked(text + `, ${row}`.repeat(most - 1));
    this.#values = new Array(columns.length * most).fill(null);
  }

  /** @param write puts the next row's values, in the order of the columns, into the list from an index on */
  add(write: (values: unknown[], from: number) => void): void {
    write(this.#values, this.#rows * this.#width);
    this.#rows += 1;
    if (this.#rows < most) return;
    this.#rows = 0;
    this.#many.run(this.#values);
  }

  flush(): void {
    const rows = this.#rows;
    this.#rows = 0;
    for (let row = 0; row < rows; row++) {
      this.#one.run(this.#values.slice(row * this.#width, (row + 1) * this.#width));
    }
  }

  /** Forgets what was not flushed. */
  drop(): void {
    this.#rows = 0;
  }
}
