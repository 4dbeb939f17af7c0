import { readFileSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';

/** Overwrites the pages that hold a table's rows in a closed file, as a failing disk would: it still opens. */
export function damagePagesOf(file: string, table: string): void {
  const db = new Database(file, { readonly: true });
  const pages = db
    .prepare<[string], { pageno: number }>(`SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf'`)
    .all(table);
  db.close();
  if (pages.length === 0) throw new Error(`${table} has no pages`);
  const bytes = readFileSync(file);
  for (const { pageno } of pages) bytes.fill(0xa5, (pageno - 1) * 4096, pageno * 4096);
  writeFileSync(file, bytes);
}
