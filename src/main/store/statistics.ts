import type { Database } from 'better-sqlite3';

/** Rows below which a table's figures are no basis for a plan. */
const small = 1_000;

/**
 * Refreshes the query planner's figures where tables have outgrown them; a few milliseconds at most. Without it a shop
 * that was planned for when it had ten bills looks through a million of them by the wrong index.
 *
 * Figures of a small table are worse than none: "one product" makes the planner walk all products for each barcode, and
 * an import of a million would be looked up so until the next refresh. Without figures it takes tables for large and goes
 * by the indexes, which costs a small shop nothing. So those of small tables are forgotten again.
 */
export function refreshStatistics(db: Database): void {
  // One transaction: what is to be forgotten never stands in the file, however the process ends.
  const isStale = db.transaction(() => {
    db.pragma('optimize');
    return forgetSmallTables(db);
  })();
  // Makes the open connection take the figures as they are now.
  if (isStale) db.exec('ANALYZE sqlite_schema');
}

/** @returns whether there was anything to forget */
function forgetSmallTables(db: Database): boolean {
  const tables = db
    .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE name IN ('sqlite_stat1', 'sqlite_stat4')`)
    .pluck()
    .all();
  if (!tables.includes('sqlite_stat1')) return false;
  // A stat begins with the number of rows of its index; partial indexes have fewer than their table.
  const forgotten = db
    .prepare<[number], string>('SELECT tbl FROM sqlite_stat1 GROUP BY tbl HAVING max(CAST(stat AS INTEGER)) < ?')
    .pluck()
    .all(small);
  for (const table of tables) {
    const forget = db.prepare(`DELETE FROM ${table} WHERE tbl = ?`);
    for (const of of forgotten) forget.run(of);
  }
  return forgotten.length > 0;
}
