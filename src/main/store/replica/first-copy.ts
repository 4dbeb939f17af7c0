import type { EntityName } from '@shared/entities';
import { readRows, type SnapshotRow } from '@shared/sync';
import type { Database } from 'better-sqlite3';
import type { Touched } from '../changes';
import type { Connection } from '../reads';
import type { ApplyTools } from './apply';
import { derivedOf, insertRecords, recordTables } from './bulk';

/** While there is no record of it there is no shop: it lands last, so that no screen shows a part of one. */
const foundation: EntityName = 'business_settings';

/** `meta` key under which a file that holds a part of a copy says what it takes to be whole again. */
const marker = 'first_copy';

interface Marked {
  /** Where there may be rows. */
  readonly tables: readonly string[];
  /** SQL that makes what is derived from them. */
  readonly derived: readonly string[];
}

function readMarker(db: Database): Marked | null {
  const found = db.prepare<[string], { value: string }>('SELECT value FROM meta WHERE key = ?').get(marker);
  return found ? (JSON.parse(found.value) as Marked) : null; // proof: `begin` wrote it
}

/**
 * Empties a file that holds a part of a copy and makes it whole; does nothing to another. Also for a file of an older
 * version: migrations take whole tables for granted. Not inside a transaction.
 */
export function giveUpFirstCopy(db: Database): void {
  const marked = readMarker(db);
  if (!marked) return;
  db.pragma('foreign_keys = OFF');
  try {
    db.transaction(() => {
      for (const { type, name } of derivedOf(db, marked.tables)) db.exec(`DROP ${type} ${name}`);
      for (const table of marked.tables) db.exec(`DELETE FROM ${table}`);
      db.exec(`INSERT INTO product_search (product_search) VALUES ('delete-all')`);
      for (const sql of marked.derived) db.exec(sql);
      db.prepare('DELETE FROM meta WHERE key = ?').run(marker);
    }).immediate();
  } finally {
    db.pragma('foreign_keys = ON');
  }
}

/** Products put into the search in one step. */
const searchStep = 1000;

interface UnderWay {
  readonly snapshot: string;
  chunks: number;
  rows: number;
  readonly held: SnapshotRow[];
  /** What is left to do once all rows are here; null before. Each returns whether it is done. */
  steps: readonly (() => boolean)[] | null;
}

/**
 * Writes a snapshot into a file that is still empty while it arrives, a chunk in each transaction, so that nothing is
 * written twice and nothing stands still meanwhile. Indexes and what else is derived are made at the end, in steps.
 * Until `land` the file says that it holds a part of a copy; `giveUp` empties such a file. References are not looked
 * at while a copy is under way, but all of them once before it lands.
 */
export class FirstCopy {
  readonly #connection: Connection;
  readonly #tools: ApplyTools;
  readonly #run: (work: (touched: Touched) => void) => void;
  /** The file may hold a part of a copy, of this process or one that ended in the middle. */
  #mayBePart = true;
  #underWay: UnderWay | null = null;
  /** How long the log might become before the copy began, in pages. */
  #logBefore: number | null = null;

  /** @param run does something in a transaction */
  constructor(connection: Connection, tools: ApplyTools, run: (work: (touched: Touched) => void) => void) {
    this.#connection = connection;
    this.#tools = tools;
    this.#run = run;
  }

  /** Records that have arrived. */
  get rows(): number {
    return this.#underWay?.rows ?? 0;
  }

  /** How many chunks of this snapshot are here; null when it is not under way. */
  chunksOf(snapshot: string): number | null {
    return this.#underWay?.snapshot === snapshot ? this.#underWay.chunks : null;
  }

  /** False when the file has anything of a shop already: then the copy must take its place in one go. */
  begin(snapshot: string): boolean {
    this.giveUp();
    const used = ['outbox', 'register_version', ...recordTables].find(
      (table) => this.#connection.unchecked(`SELECT 1 FROM ${table} LIMIT 1`).get() !== undefined,
    );
    if (used !== undefined) return false;
    const { db } = this.#connection;
    const derived = derivedOf(db, recordTables);
    const tables = ['register_version', 'stock_level', 'set_aside', ...recordTables];
    const marked: Marked = { tables, derived: derived.map(({ sql }) => sql) };
    this.#mayBePart = true;
    this.#run(() => {
      this.#connection.unchecked('INSERT INTO meta (key, value) VALUES (?, ?)').run(marker, JSON.stringify(marked));
      for (const { type, name } of derived) db.exec(`DROP ${type} ${name}`);
    });
    // A category may come before the one above it. Takes hold only outside a transaction.
    db.pragma('foreign_keys = OFF');
    // 64 MiB: a page that several chunks fill goes into the file once.
    this.#logBefore ??= Number(db.pragma('wal_autocheckpoint', { simple: true }));
    db.pragma('wal_autocheckpoint = 16384');
    this.#underWay = { snapshot, chunks: 0, rows: 0, held: [], steps: null };
    return true;
  }

  /** The next chunk: JSON of its rows. */
  add(text: string): void {
    const underWay = this.#current();
    const rows = readRows(text);
    const held = rows.filter(({ entity }) => entity === foundation);
    const others = held.length === 0 ? rows : rows.filter(({ entity }) => entity !== foundation);
    this.#run(() => insertRecords(this.#tools, others));
    underWay.chunks += 1;
    underWay.rows += rows.length;
    underWay.held.push(...held);
  }

  /** Does some tens of ms of what follows the last chunk. False when nothing is left and the copy may land. */
  goOn(): boolean {
    const underWay = this.#current();
    const steps = underWay.steps ?? this.#steps();
    underWay.steps = steps;
    const [next] = steps;
    if (!next) return false;
    let isDone = false;
    this.#run(() => {
      isDone = next();
    });
    if (isDone) underWay.steps = steps.slice(1);
    return true;
  }

  /**
   * Now there is a shop.
   *
   * @param withIt what else becomes true in the same transaction
   */
  land(withIt: (touched: Touched) => void): void {
    const { held } = this.#current();
    this.#run((touched) => {
      insertRecords(this.#tools, held);
      this.#connection.unchecked('DELETE FROM meta WHERE key = ?').run(marker);
      withIt(touched);
    });
    this.#over();
  }

  /** Makes the file as empty and as whole as it was, whoever began; nothing to do when nobody has. */
  giveUp(): void {
    if (!this.#mayBePart) return;
    giveUpFirstCopy(this.#connection.db);
    this.#over();
  }

  #over(): void {
    const { db } = this.#connection;
    db.pragma('foreign_keys = ON');
    if (this.#logBefore !== null) db.pragma(`wal_autocheckpoint = ${this.#logBefore}`);
    this.#logBefore = null;
    this.#underWay = null;
    this.#mayBePart = false;
  }

  #current(): UnderWay {
    if (!this.#underWay) throw new Error('No copy is under way');
    return this.#underWay;
  }

  #steps(): (() => boolean)[] {
    const once = (work: () => void) => () => {
      work();
      return true;
    };
    return [
      ...(readMarker(this.#connection.db)?.derived ?? []).map((sql) => once(() => this.#connection.db.exec(sql))),
      ...recordTables.map((table) => once(() => this.#checkReferences(table))),
      once(() => this.#tools.records.countLevels()),
      this.#search(),
    ];
  }

  #checkReferences(table: string): void {
    const loose = this.#connection.unchecked(`SELECT 1 FROM pragma_foreign_key_check('${table}') LIMIT 1`).get();
    if (loose !== undefined) throw new Error(`A record of ${table} refers to one that the copy does not have`);
  }

  #search(): () => boolean {
    const page = this.#connection.unchecked<[number, number], { ref: number }>(
      'SELECT max(ref) AS ref FROM (SELECT ref FROM product WHERE ref > ? ORDER BY ref LIMIT ?)',
    );
    const insert = this.#connection.unchecked<[number, number]>(
      `INSERT INTO product_search (rowid, name, sku, brand)
       SELECT p.ref, p.name, p.sku, b.name FROM product AS p LEFT JOIN brand AS b ON b.id = p.brand_id
       WHERE p.ref > ? AND p.ref <= ?`,
    );
    let after = 0;
    return () => {
      // Null beyond the last.
      const to = page.get(after, searchStep)?.ref ?? null;
      if (to === null) return true;
      insert.run(after, to);
      after = to;
      return false;
    };
  }
}
