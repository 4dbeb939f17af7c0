import { entities } from '@shared/entities';
import type { Touched } from '../changes';
import { commitsNeedNotWait, commitsWait } from '../pragmas';
import type { Connection } from '../reads';
import type { ApplyTools } from './apply';
import { type CompleteCopy, CopyImport } from './copy';
import { FirstCopy } from './first-copy';
import { registry } from './scopes';
import { Settle } from './settle';
import { readState, writeScopes } from './state';

/** Snapshots on their way into this file: kept until all of one is here, or written as they come into an empty one. */
export class Copies {
  readonly #connection: Connection;
  readonly #tools: ApplyTools;
  readonly #run: (work: (touched: Touched) => void) => void;
  readonly #first: FirstCopy;

  /** @param run does something in a transaction */
  constructor(connection: Connection, tools: ApplyTools, run: (work: (touched: Touched) => void) => void) {
    this.#connection = connection;
    this.#tools = tools;
    this.#run = run;
    this.#first = new FirstCopy(connection, tools, run);
  }

  /** Records of a first copy that have arrived. */
  get rows(): number {
    return this.#first.rows;
  }

  giveUpFirst(): void {
    this.#first.giveUp();
  }

  /** How many chunks of a snapshot are here; those of other snapshots are dropped. */
  chunksOf(snapshot: string): number {
    const written = this.#first.chunksOf(snapshot);
    if (written !== null) return written;
    this.#run(() => this.#connection.unchecked('DELETE FROM staged_chunk WHERE snapshot <> ?').run(snapshot));
    return this.#kept();
  }

  /**
   * Takes the next chunk of a snapshot of everything: a file without a shop writes it at once, another keeps it until
   * all are here. Does not wait for the disk: a power cut takes the last chunks, and the hub has them. False when the
   * chunks before it are not here any more.
   */
  take(snapshot: string, index: number, rows: string): boolean {
    return this.#hurrying(() => {
      if (index === 0 && this.#first.chunksOf(snapshot) === null) this.#first.begin(snapshot);
      const written = this.#first.chunksOf(snapshot);
      if (written === null) return this.#add(snapshot, index, rows);
      if (written === index) this.#first.add(rows);
      return written === index;
    });
  }

  /** Keeps the next chunk of a snapshot, as `take`. */
  keep(snapshot: string, index: number, rows: string): boolean {
    return this.#hurrying(() => this.#add(snapshot, index, rows));
  }

  /**
   * The snapshot whose last chunk is here becomes the shop, with pending work on top. `again` when only a part of that
   * was done, so that other things have their turn; `lost` when the chunks before are not here any more.
   */
  land(copy: CompleteCopy, chunks: number): 'done' | 'again' | 'lost' {
    const written = this.#first.chunksOf(copy.snapshot);
    if ((written ?? this.#kept()) !== chunks) return 'lost';
    if (written === null) {
      this.#run((touched) => {
        new CopyImport(this.#connection, this.#tools).replace(copy);
        new Settle(this.#connection, this.#tools, touched).removeRefused();
        this.#connection.unchecked('DELETE FROM staged_chunk').run();
        this.#landed(copy, touched);
      });
    } else {
      if (this.#hurrying(() => this.#first.goOn())) return 'again';
      this.#first.land((touched) => this.#landed(copy, touched));
    }
    return 'done';
  }

  /** The kept records of granted scopes join the others; the cursor stays. */
  landGrant(copy: CompleteCopy): void {
    this.#first.giveUp();
    this.#run((touched) => {
      const { cursor, scopes } = readState(this.#connection);
      new CopyImport(this.#connection, this.#tools).add(copy, cursor);
      writeScopes(this.#connection, [...scopes, ...copy.scopes]);
      this.#connection.unchecked('DELETE FROM staged_chunk').run();
      for (const [name, entity] of registry) if (copy.scopes.includes(entity.access.scope)) touched.add(name);
    });
  }

  #add(snapshot: string, index: number, rows: string): boolean {
    if (this.#kept() !== index) return false;
    const insert = this.#connection.unchecked('INSERT INTO staged_chunk (snapshot, idx, rows) VALUES (?, ?, ?)');
    this.#run(() => insert.run(snapshot, index, rows));
    return true;
  }

  #landed({ head, chain, scopes }: CompleteCopy, touched: Touched): void {
    this.#connection.unchecked('UPDATE sync_state SET cursor = ?, chain = ?').run(head, chain);
    writeScopes(this.#connection, scopes);
    for (const name of [...Object.keys(entities), 'stock_level', 'cart']) touched.add(name);
  }

  #kept(): number {
    return this.#connection.unchecked<[], { n: number }>('SELECT count(*) AS n FROM staged_chunk').get()?.n ?? 0;
  }

  #hurrying<T>(work: () => T): T {
    const { db } = this.#connection;
    commitsNeedNotWait(db);
    try {
      return work();
    } finally {
      commitsWait(db);
    }
  }
}
