import { openShopFile, type ShopFiles } from '../e2e/support/shop-files';
import type { Done } from './work';

/** What one till's cashier was told is done. */
export class Receipts {
  readonly till: string;
  readonly #numbers = { bill: new Set<string>(), return: new Set<string>() };
  readonly #notes = new Set<string>();
  #edit = -1;
  #edits = 0;

  constructor(till: string) {
    this.till = till;
  }

  note(done: Done): void {
    if (done.did === 'adjust') this.#notes.add(done.note);
    else if (done.did === 'edit') {
      this.#edit = done.count;
      this.#edits += 1;
    } else {
      const { did, number } = done;
      if (this.#numbers[did].has(number)) throw new Error(`${this.till} gave number ${number} twice`);
      this.#numbers[did].add(number);
    }
  }

  get counts() {
    return {
      bills: this.#numbers.bill.size,
      returns: this.#numbers.return.size,
      edits: this.#edits,
      adjustments: this.#notes.size,
    };
  }

  get total(): number {
    return Object.values(this.counts).reduce((sum, count) => sum + count, 0);
  }

  /**
   * What of it is missing or doubled in any till's file, in words.
   * @param own this till's own customer
   */
  missing({ tills }: ShopFiles, own: string): string[] {
    return tills.flatMap((userData, index) => {
      const db = openShopFile(userData);
      try {
        const where = `in the file of till ${index + 1}, done at ${this.till}`;
        const found: string[] = [];
        for (const [did, table] of [
          ['bill', 'bill'],
          ['return', 'bill_return'],
        ] as const) {
          const stored = new Set(db.prepare<[], string>(`SELECT number FROM ${table}`).pluck().all());
          for (const number of this.#numbers[did]) if (!stored.has(number)) found.push(`no ${did} ${number} ${where}`);
        }
        const movements = db.prepare<[string], number>('SELECT count(*) FROM stock_movement WHERE note = ?').pluck();
        for (const note of this.#notes) {
          const times = movements.get(note);
          if (times !== 1) found.push(`${times} movements "${note}" ${where}`);
        }
        if (this.#edit >= 0) {
          const name = db.prepare<[string], string>('SELECT name FROM customer WHERE id = ?').pluck().get(own) ?? '';
          // An edit whose answer the kill swallowed may be newer, never older.
          if (!(Number(name.split(' ').at(-1)) >= this.#edit))
            found.push(`"${name}" instead of ${this.#edit} ${where}`);
        }
        return found;
      } finally {
        db.close();
      }
    });
  }
}
