import { type Entity, type EntityName, entities } from '@shared/entities';
import Database from 'better-sqlite3';
import { type Reader, readerJob } from './job';

/** What a sandbox is told of the shop it is made from, and what it is to be instead. */
export interface SandboxOrder {
  /** A new shop file of the same version, closed. */
  readonly target: string;
  /** Hash of the PIN that everybody has there: real ones stay in the real file. */
  readonly pinHash: string;
  readonly terminal: { readonly name: string; readonly series: string };
  /** Instead of the shop's own, if it has one: what is paid there must arrive nowhere. */
  readonly upiId: string;
  readonly printer: { readonly id: string; readonly name: string };
  /** The person who asked, in whose name the shelves are filled. */
  readonly staffId: string;
  /** ms, and the civil day of it. */
  readonly at: number;
  readonly day: string;
}

/** The mark of a sandbox, in its own `meta`: it is one whoever opens it, and from wherever. */
export const sandboxMark = 'sandbox';

/** Registers that are somebody's doings rather than the shop's furniture. */
const leftBehind: ReadonlySet<EntityName> = new Set<EntityName>(['terminal', 'alert', 'held_bill']);

/**
 * Fills a new shop file with a shop's registers: catalogue, settings, people, customers. What is on the shelves comes as one
 * opening movement each. Everything else stays where it is: documents, money, the outbox and whatever is this terminal's own
 * (its identity, sync, printers, notices) are not named here, so that what is added later stays behind by itself.
 */
export const sandboxJob = readerJob('store.sandbox', (reader, order: SandboxOrder): void => {
  const target = new Database(order.target, { fileMustExist: true });
  try {
    target.pragma('foreign_keys = 1');
    target.exec('BEGIN IMMEDIATE');
    for (const [name, entity] of furniture()) {
      copyRows(reader, target, name, overrides(name, order));
      for (const { table } of Object.values(entity.parts)) copyRows(reader, target, table, {});
    }
    fillShelves(reader, target, order);
    settleIn(target, order);
    target.exec('COMMIT');
    target.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    target.close();
  }
});

function furniture(): (readonly [EntityName, Entity])[] {
  // proof: the registry's own keys
  const all = Object.entries(entities) as [EntityName, Entity][];
  return all.filter(([name, { kind }]) => kind === 'register' && !leftBehind.has(name));
}

/** Columns that get another value than the shop's. */
type Overrides = Readonly<Record<string, string>>;

function overrides(name: EntityName, { pinHash, upiId }: SandboxOrder): Overrides {
  if (name === 'staff') return { pin_hash: pinHash };
  if (name === 'business_settings') return { upi_id: upiId };
  return {};
}

/** An override takes the place of what is there; where there is nothing, nothing comes. */
function copyRows({ db }: Reader, target: Database.Database, table: string, instead: Overrides): void {
  const columns = db
    .prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?)')
    .all(table)
    .map(({ name }) => name);
  const names = columns.map((name) => `"${name}"`).join(', ');
  const insert = target.prepare(`INSERT INTO "${table}" (${names}) VALUES (${columns.map(() => '?').join(', ')})`);
  const rows = db.prepare<[], Record<string, unknown>>(`SELECT ${names} FROM "${table}"`);
  for (const row of rows.iterate()) {
    insert.run(columns.map((name) => (row[name] === null ? null : (instead[name] ?? row[name]))));
  }
}

function fillShelves({ db }: Reader, target: Database.Database, { at, day, staffId }: SandboxOrder): void {
  const terminal = terminalOf(target);
  const move = target.prepare(
    `INSERT INTO stock_movement (id, product_id, quantity, reason, at, day, staff_id, terminal_id)
     VALUES (?, ?, ?, 'opening', ?, ?, ?, ?)`,
  );
  const stand = target.prepare('INSERT INTO stock_level (product_id, quantity, movements) VALUES (?, ?, 1)');
  const levels = db.prepare<[], { product_id: string; quantity: number }>(
    'SELECT product_id, quantity FROM stock_level',
  );
  for (const { product_id, quantity } of levels.iterate()) {
    move.run(`${product_id}:opening`, product_id, quantity, at, day, staffId, terminal);
    stand.run(product_id, quantity);
  }
}

/** A terminal of its own, and a printer that is only on the screen. */
function settleIn(target: Database.Database, { terminal, printer, at }: SandboxOrder): void {
  target
    .prepare(`INSERT INTO terminal (id, name, series, role, created_at) VALUES (?, ?, ?, 'counter', ?)`)
    .run(terminalOf(target), terminal.name, terminal.series, at);
  target
    .prepare(
      `INSERT INTO printer (id, name, kind, address, width, profile, is_default, has_drawer, prints_sales, created_at)
       VALUES (?, ?, 'simulator', '', 80, 'epson', 1, 1, 1, ?)`,
    )
    .run(printer.id, printer.name, at);
  target.prepare('INSERT INTO meta (key, value) VALUES (?, ?)').run(sandboxMark, '1');
}

/** The identity that the file was made with. */
function terminalOf(target: Database.Database): string {
  const row = target.prepare<[], { value: string }>(`SELECT value FROM meta WHERE key = 'terminal_id'`).get();
  if (!row) throw new Error('A new shop file has no identity');
  return row.value;
}
