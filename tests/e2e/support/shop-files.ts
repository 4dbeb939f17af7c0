import { join } from 'node:path';
import { type EntityName, entities } from '@shared/entities';
import Database from 'better-sqlite3';

type Fields = Readonly<Record<string, unknown>>;

/** The files of a shop whose apps are closed: the hub's, and one per till. */
export interface ShopFiles {
  /** The user-data folder of the till that hosts it. */
  readonly host: string;
  /** All tills' user-data folders, the host's among them. */
  readonly tills: readonly string[];
}

/** A till's shop file, read-only. */
export function openShopFile(userData: string): Database.Database {
  return new Database(join(userData, 'galla.db'), { readonly: true });
}

/**
 * Everything in which the files of one shop differ, in words; empty when they agree: every record of the hub is in every
 * till as the hub has it and no till has another one, levels are the sums of their movements, documents are whole and
 * numbered without a gap or a double, and nothing waits.
 */
export function differences({ host, tills }: ShopFiles): string[] {
  const hub = openHubFile(host);
  const found: string[] = [];
  try {
    const lane = hub.prepare<[], { head: number; chain: string }>('SELECT head, chain FROM lane').get();
    if (hub.prepare('SELECT count(*) FROM quarantine').pluck().get() !== 0) found.push('the hub has put facts aside');
    for (const userData of tills) {
      const name = userData === host ? 'host' : `till ${tills.indexOf(userData) + 1}`;
      const db = openShopFile(userData);
      try {
        const at = db.prepare<[], { cursor: number; chain: string; scopes: string }>('SELECT * FROM sync_state').get();
        if (at?.cursor !== lane?.head || at?.chain !== lane?.chain)
          found.push(`${name} is at ${at?.cursor} ${at?.chain}, the hub at ${lane?.head} ${lane?.chain}`);
        const scopes: unknown = JSON.parse(at?.scopes ?? '[]');
        for (const entity of Object.keys(entities) as EntityName[]) // proof: keys of the registry
          found.push(...compareRecords(hub, db, entity, scopes).map((words) => `${name}: ${words}`));
        found.push(...unsound(db).map((words) => `${name}: ${words}`));
      } finally {
        db.close();
      }
    }
  } finally {
    hub.close();
  }
  return found;
}

function openHubFile(userData: string): Database.Database {
  return new Database(join(userData, 'hub', 'hub.db'), { readonly: true });
}

function compareRecords(
  hub: Database.Database,
  till: Database.Database,
  entity: EntityName,
  scopes: unknown,
): string[] {
  const { access, fields, parts, kind } = entities[entity];
  if (!Array.isArray(scopes) || !scopes.includes(access.scope)) return [];
  const found: string[] = [];
  const rows = new Map(
    till
      .prepare<[], Fields & { id: string }>(`SELECT * FROM ${entity}`)
      .all()
      .map((row) => [row.id, row]),
  );
  const confirmed = hub
    .prepare<[string], { id: string; row: string; deleted: number | null }>(
      'SELECT id, row, deleted FROM entity WHERE entity = ?',
    )
    .all(entity);
  for (const { id, row: text, deleted } of confirmed) {
    const row = rows.get(id);
    rows.delete(id);
    if (!row) {
      found.push(`${entity} ${id} is missing`);
      continue;
    }
    const expected: Fields = JSON.parse(text);
    for (const field of Object.keys(fields))
      if (row[field] !== (expected[field] ?? null)) found.push(`${entity} ${id}: ${field} is ${row[field]}`);
    if (kind === 'register' && row.deleted_at !== deleted) found.push(`${entity} ${id}: deleted at ${row.deleted_at}`);
    for (const [part, { table, parent, fields: columns }] of Object.entries(parts)) {
      const names = Object.keys(columns);
      const children = till
        .prepare(`SELECT ${names.join(', ')} FROM ${table} WHERE ${parent} = ?`)
        .raw()
        .all(id);
      const right = expected[part];
      const ordered = (Array.isArray(right) ? right : []).map((child: Fields) => names.map((column) => child[column]));
      if (sorted(children) !== sorted(ordered)) found.push(`${entity} ${id}: ${part} differ`);
    }
  }
  for (const id of rows.keys()) found.push(`${entity} ${id} is unknown to the hub`);
  return found;
}

function sorted(rows: readonly unknown[]): string {
  return rows
    .map((row) => JSON.stringify(row))
    .sort()
    .join('\n');
}

/** What must be true of one till's file by itself, when nothing is on its way. */
const soundness: Readonly<Record<string, string>> = {
  'mutations that nobody answered': `SELECT count(*) FROM outbox WHERE state <> 'acknowledged'`,
  'mutations that were refused': 'SELECT count(*) FROM outbox WHERE attention = 1',
  'values that wait for the hub': 'SELECT (SELECT count(*) FROM shadow) + (SELECT count(*) FROM pending_write)',
  'levels that are not the sum of their movements': `SELECT count(*) FROM
    (SELECT product_id, sum(quantity) AS quantity FROM stock_movement GROUP BY product_id) AS m
    FULL JOIN stock_level AS l USING (product_id) WHERE m.quantity IS NOT l.quantity`,
  'bills without lines': 'SELECT count(*) FROM bill WHERE id NOT IN (SELECT bill_id FROM bill_line)',
  'bills whose lines do not add up': `SELECT count(*) FROM bill WHERE total <>
    (SELECT sum(total) FROM bill_line WHERE bill_id = bill.id) + round_off`,
  'bills whose payments do not add up': `SELECT count(*) FROM bill WHERE paid <>
    (SELECT coalesce(sum(amount), 0) FROM payment WHERE bill_id = bill.id)`,
  'lines without exactly their movement': `SELECT count(*) FROM bill_line AS l
    WHERE (SELECT sum(quantity) FROM stock_movement WHERE document_id = l.bill_id AND line_no = l.line_no)
      IS NOT -l.stock_quantity`,
  'debts without exactly their entry': `SELECT count(*) FROM bill WHERE due <>
    (SELECT coalesce(sum(amount), 0) FROM party_transaction WHERE document_id = bill.id)`,
  'holes or doubles in numbers of bills': `SELECT count(*) FROM
    (SELECT 1 FROM bill GROUP BY series, financial_year HAVING max(sequence) <> count(*) OR min(sequence) <> 1)`,
  'holes or doubles in numbers of returns': `SELECT count(*) FROM
    (SELECT 1 FROM bill_return GROUP BY series, financial_year HAVING max(sequence) <> count(*) OR min(sequence) <> 1)`,
};

function unsound(db: Database.Database): string[] {
  const found = Object.entries(soundness).flatMap(([words, sql]) => {
    const count = db.prepare(sql).pluck().get();
    return count === 0 ? [] : [`${count} ${words}`];
  });
  const integrity = db.pragma('integrity_check', { simple: true });
  if (integrity !== 'ok') found.push(`integrity: ${integrity}`);
  const broken = db.pragma('foreign_key_check');
  if (Array.isArray(broken) && broken.length > 0) found.push(`${broken.length} broken references`);
  return found;
}
