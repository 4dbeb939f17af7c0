import { closeSync, openSync, writeSync } from 'node:fs';
import Database from 'better-sqlite3';

/** Overwrites the pages that hold a table's rows where they lie, as a failing disk would: the file still opens. */
export function damagePagesOf(file: string, table: string): void {
  const db = new Database(file, { readonly: true });
  const pages = db
    .prepare<[string], { pageno: number }>(`SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf'`)
    .all(table);
  db.close();
  if (pages.length === 0) throw new Error(`${table} has no pages`);
  const descriptor = openSync(file, 'r+');
  for (const { pageno } of pages) writeSync(descriptor, Buffer.alloc(4096, 0xa5), 0, 4096, (pageno - 1) * 4096);
  closeSync(descriptor);
}
