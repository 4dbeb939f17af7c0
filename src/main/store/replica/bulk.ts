import { type Entity, type EntityName, entities, entityOf } from '@shared/entities';
import type { SnapshotRow } from '@shared/sync';
import type { Database } from 'better-sqlite3';
import type { Connection } from '../reads';
import type { ApplyTools } from './apply';

/** The entities' tables, each before those of its parts. */
export const recordTables: readonly string[] = Object.entries<Entity>(entities).flatMap(([name, { parts }]) => [
  name,
  ...Object.values(parts).map(({ table }) => table),
]);

/**
 * Puts the records of a snapshot in the place of those that are here, all of them or none: what can be made once at the
 * end (levels, the search, indexes) is not kept up row by row. Inside one transaction.
 */
export function replaceRecords(connection: Connection, tools: ApplyTools, snapshot: Iterable<SnapshotRow>): void {
  const derived = derivedOf(connection.db, recordTables);
  for (const { type, name } of derived) connection.db.exec(`DROP ${type} ${name}`);
  wipeRecords(connection, tools);
  insertRecords(tools, snapshot);
  tools.records.countLevels();
  for (const { sql } of derived) connection.db.exec(sql);
  connection.db.exec(
    `INSERT INTO product_search (rowid, name, sku, brand)
     SELECT p.ref, p.name, p.sku, b.name FROM product AS p LEFT JOIN brand AS b ON b.id = p.brand_id`,
  );
}

/** Writes records that are not here yet, without what is derived from them. */
export function insertRecords(tools: ApplyTools, snapshot: Iterable<SnapshotRow>): void {
  const { records, versions } = tools;
  try {
    for (const row of snapshot) queueRecord(tools, row);
    for (const batch of [...records.batches, versions.batch]) batch.flush();
  } finally {
    // What a failure leaves would be written with the next ones.
    for (const batch of [...records.batches, versions.batch]) batch.drop();
  }
}

function queueRecord({ records, versions }: ApplyTools, record: SnapshotRow): void {
  const { entity: name, id, row, deleted, versions: units } = record;
  if (!entityOf(name)) return;
  const entity = name as EntityName; // proof: in the registry, looked up above
  const table = records.table(entity);
  if (deleted === null && table.isExact(row)) table.queue(id, row);
  else records.insertUncounted(entity, id, row, deleted);
  if (entities[entity].kind !== 'register') return;
  for (const unit in units) versions.queue(entity, id, unit, units[unit] ?? 0);
}

/** Takes all records away. What keeps the search must not be there. */
function wipeRecords(connection: Connection, { pending, versions }: ApplyTools): void {
  pending.forgetAll();
  versions.forgetAll();
  for (const table of ['stock_level', 'set_aside']) connection.unchecked(`DELETE FROM ${table}`).run();
  for (const table of [...recordTables].reverse()) connection.unchecked(`DELETE FROM ${table}`).run();
  connection.db.exec(`INSERT INTO product_search (product_search) VALUES ('delete-all')`);
}

/** The indexes of these tables and what keeps the search, with how to make them again. */
export function derivedOf(db: Database, tables: readonly string[]): { type: string; name: string; sql: string }[] {
  // Those without text are primary keys, which references are checked by.
  return db
    .prepare<[string], { type: string; name: string; sql: string }>(
      `SELECT type, name, sql FROM sqlite_schema
       WHERE sql IS NOT NULL AND tbl_name IN (SELECT value FROM json_each(?))
         AND (type = 'index' OR (type = 'trigger' AND name LIKE 'product_search_%'))`,
    )
    .all(JSON.stringify(tables));
}
