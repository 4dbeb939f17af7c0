import type { Reads } from './reads';

/** Small facts about this file alone, by key: its terminal's identity, the last clean check. Never synchronised. */
export class Meta {
  readonly #reads: Reads;

  constructor(reads: Reads) {
    this.#reads = reads;
  }

  get(key: string): string | undefined {
    return this.#reads.sql<[string], { value: string }>('SELECT value FROM meta WHERE key = ?').get(key)?.value;
  }

  /** Part of the open transaction, if there is one. */
  set(key: string, value: string): void {
    this.#reads
      .sql<[string, string]>(
        'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
      )
      .run(key, value);
  }
}
