import { type Entity, type EntityName, entities, entityOf, type Fields } from '@shared/entities';
import type { SnapshotRow } from '@shared/sync';
import type { Connection } from '../reads';
import type { ApplyTools } from './apply';

/**
 * Writes the records of a snapshot, all of them or none: what can be made once at the end (levels, the search, indexes)
 * is not kept up row by row. Inside one transaction, with the tables empty.
 *
 * @param write is given a function that inserts one record
 */
export function writeInBulk(
  connection: Connection,
  { records, versions }: ApplyTools,
  write: (insert: (record: SnapshotRow) => void) => void,
): void {
  const rest = dropDerived(connection);
  write(({ entity: name, id, row, deleted, versions: units }) => {
    if (!entityOf(name)) return;
    const entity = name as EntityName; // proof: in the registry, looked up above
    if (deleted === null && isExact(entities[entity], row)) records.table(entity).insert(id, row);
    else records.insertUncounted(entity, id, row, deleted);
    if (entities[entity].kind !== 'register') return;
    for (const [unit, version] of Object.entries(units)) versions.set(entity, id, unit, version);
  });
  records.countLevels();
  for (const { sql } of rest) connection.db.exec(sql);
  connection.db.exec(
    `INSERT INTO product_search (rowid, name, sku, brand)
     SELECT p.ref, p.name, p.sku, b.name FROM product AS p LEFT JOIN brand AS b ON b.id = p.brand_id`,
  );
}

/** Takes away the indexes of the records' tables and what keeps the search; returns how to make them again. */
function dropDerived(connection: Connection): { sql: string }[] {
  const tables = Object.entries<Entity>(entities).flatMap(([name, { parts }]) => [
    name,
    ...Object.values(parts).map(({ table }) => table),
  ]);
  // Those without text are primary keys, which references are checked by.
  const derived = connection
    .unchecked<[string], { type: string; name: string; sql: string }>(
      `SELECT type, name, sql FROM sqlite_schema
       WHERE sql IS NOT NULL AND tbl_name IN (SELECT value FROM json_each(?))
         AND (type = 'index' OR (type = 'trigger' AND name LIKE 'product_search_%'))`,
    )
    .all(JSON.stringify(tables));
  for (const { type, name } of derived) connection.db.exec(`DROP ${type} ${name}`);
  connection.db.exec(`INSERT INTO product_search (product_search) VALUES ('delete-all')`);
  return derived;
}

/** Whether a record has just the fields this version knows: nothing to fill in, nothing to set aside. */
function isExact({ fields, parts }: Entity, row: SnapshotRow['row']): boolean {
  const names = Object.keys(parts);
  if (!hasExactly(fields, row, 1 + names.length)) return false;
  return names.every((name) => {
    const children = row[name];
    const columns = parts[name]?.fields;
    return columns && Array.isArray(children) && children.every((child) => hasExactly(columns, child, 0));
  });
}

/** @param others how many members are not columns */
function hasExactly(columns: Fields, row: Readonly<Record<string, unknown>>, others: number): boolean {
  let missing = others;
  for (const _ in row) missing -= 1;
  for (const column in columns) {
    if (row[column] === undefined) return false;
    missing += 1;
  }
  return missing === 0;
}
