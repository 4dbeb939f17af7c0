import type { Scope } from '@shared/entities';
import type { Database } from 'better-sqlite3';
import { type EntityRow, laneOf } from './sqlite-rows';
import type { SnapshotReader, StoredRow } from './types';

/** A connection of its own inside one read transaction: writing goes on, what is read here stands still. */
export function openSqliteSnapshot(db: Database): SnapshotReader {
  db.prepare('BEGIN').run();
  // The first read pins the moment.
  const lane = laneOf(db.prepare<[], Parameters<typeof laneOf>[0] & object>('SELECT * FROM lane').get());
  const last = db.prepare<[string], { last: number }>('SELECT last FROM terminal WHERE id = ?');
  const aside = db.prepare<[string], number>('SELECT mid FROM quarantine WHERE terminal = ? ORDER BY mid').pluck();
  const page = db.prepare<[string, string], EntityRow>('SELECT * FROM entity WHERE entity = ? AND id > ? ORDER BY id');
  return {
    lane,
    last: async (terminal) => last.get(terminal)?.last ?? 0,
    aside: async (terminal) => aside.all(terminal),
    rows: async (entity, scopes: readonly Scope[], after, text) => {
      const found: StoredRow[] = [];
      let size = 0;
      for (const row of page.iterate(entity, after ?? '')) {
        if (!scopes.includes(row.scope)) continue;
        found.push(row);
        size += row.row.length;
        if (size >= text) break;
      }
      return found;
    },
    close: async () => {
      db.close();
    },
  };
}
