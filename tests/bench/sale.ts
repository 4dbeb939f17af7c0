/**
 * Completing a sale of 20 lines with GST inside the price, against the least it could cost: a bare better-sqlite3
 * transaction that writes the very same rows (read back from the sale just made) to a copy of the same file with the same
 * pragmas. The two take turns within one run, so both see the same disk. Also what one scan onto that bill costs.
 */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '@shared/clock';
import { money } from '@shared/money';
import Database from 'better-sqlite3';
import { applyPragmas } from '../../src/main/store/pragmas';
import { foundShop, openCounter } from '../support/counter';
import { makeTestShop } from '../support/shop-store';

const rounds = Number(process.env.GALLA_BENCH_ROUNDS ?? 1000);
const warmUp = Math.ceil(rounds / 10);
const lines = 20;

const shop = makeTestShop();
const products = Array.from({ length: 200 }, (_, n) => ({
  id: `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`,
  name: `Product ${n}`,
  price: money(4_500 + 37 * n),
  hsn: '3401',
  tax_class_id: 'gst18',
  barcodes: [{ position: 0, barcode: `CODE-${n}` }],
}));
const founded = shop.open({ clock: systemClock });
const opening = Object.fromEntries(products.map(({ id }) => [id, 1_000_000_000]));
foundShop(founded, { products, opening });
await founded.close();
const floorFile = join(shop.folder, 'floor.db');
copyFileSync(shop.file, floorFile);

const store = shop.open({ clock: systemClock });
const counter = openCounter(store);
const floor = new Database(floorFile);
applyPragmas(floor);

type Row = Record<string, unknown>;

/** An insert of rows of one table, prepared once, with positional parameters. */
function writer(table: string, onConflict = '') {
  const columns = (floor.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name); // proof: pragma's rows
  const marks = columns.map(() => '?').join(', ');
  const statement = floor.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${marks}) ${onConflict}`);
  return {
    /** Out of the measured part: rows as arrays of values. */
    values: (rows: readonly Row[]) => rows.map((row) => columns.map((column) => row[column])),
    write(rows: readonly unknown[][]) {
      for (const row of rows) statement.run(row);
    },
  };
}

const documents = {
  bill: 'id = @id',
  bill_line: 'bill_id = @id',
  bill_line_tax: 'bill_id = @id',
  payment: 'bill_id = @id',
  cashbook_entry: `id = @id || ':cash'`,
  stock_movement: `id BETWEEN @id || ':' AND @id || ';'`,
  outbox: 'mid = (SELECT max(mid) FROM outbox) AND @id IS NOT NULL',
  number_series: '@id IS NOT NULL',
  stock_level: 'product_id IN (SELECT product_id FROM bill_line WHERE bill_id = @id)',
  cart: `state = 'open' AND @id IS NOT NULL`,
} as const;
const replaced: Partial<Record<keyof typeof documents, string>> = {
  number_series: 'ON CONFLICT DO UPDATE SET last = excluded.last',
  stock_level: 'ON CONFLICT DO UPDATE SET quantity = excluded.quantity, movements = excluded.movements',
};
const tables = Object.entries(documents).map(([table, where]) => ({
  select: store.sql<[{ id: string }], Row>(`SELECT * FROM ${table} WHERE ${where}`),
  ...writer(table, replaced[table as keyof typeof documents]), // proof: a key of that very object
}));
const cartTables = ['cart', 'cart_line'].map((table) => ({
  select: store.sql<[string], Row>(`SELECT * FROM ${table} WHERE ${table === 'cart' ? 'id' : 'cart_id'} = ?`),
  ...writer(table),
}));
const begin = floor.prepare('BEGIN IMMEDIATE');
const commit = floor.prepare('COMMIT');
const deleteLines = floor.prepare('DELETE FROM cart_line WHERE cart_id = ?');
const deleteCart = floor.prepare('DELETE FROM cart WHERE id = ?');

const times = { sale: [] as number[], floor: [] as number[], scan: [] as number[] };
const timed = <T>(into: number[], round: number, work: () => T): T => {
  const started = performance.now();
  const value = work();
  if (round >= warmUp) into.push(performance.now() - started);
  return value;
};

floor.exec('DELETE FROM cart');
for (let round = 0; round < rounds + warmUp; round++) {
  for (let line = 0; line < lines; line++) {
    const code = `CODE-${(round * 7 + line * 9) % products.length}`;
    timed(times.scan, line === lines - 1 ? round : -1, () => counter.scan(code));
  }
  const { id, revision, totals } = counter.cart();
  const cart = cartTables.map((table) => ({ table, rows: table.values(table.select.all(id)) }));
  floor.transaction(() => {
    deleteCart.run(id);
    for (const { table, rows } of cart) table.write(rows);
  })();

  const { billId } = timed(times.sale, round, () => counter.complete(id, revision, [['cash', totals.total]]));

  const rows = tables.map((table) => ({ table, rows: table.values(table.select.all({ id: billId })) }));
  const written = rows.reduce((sum, table) => sum + table.rows.length, 0);
  // Lines, two taxes and a movement each, their stock levels; bill, payment, cash, outbox, number, cart.
  if (written < 5 * lines + 6) throw new Error(`the floor would write ${written} rows only: not those of the sale`);
  timed(times.floor, round, () => {
    begin.run();
    // The old cart goes first: there is one open cart.
    deleteLines.run(id);
    deleteCart.run(id);
    for (const { table, rows: values } of rows) table.write(values);
    commit.run();
  });
}

const at = (samples: readonly number[], part: number) => {
  const sorted = samples.toSorted((a, b) => a - b);
  return Number((sorted[Math.floor(sorted.length * part)] ?? Number.NaN).toFixed(4));
};
console.log(
  JSON.stringify({
    bench: 'sale',
    lines,
    rounds,
    p50Ms: at(times.sale, 0.5),
    p99Ms: at(times.sale, 0.99),
    floorP50Ms: at(times.floor, 0.5),
    floorP99Ms: at(times.floor, 0.99),
    ratio: Number((at(times.sale, 0.5) / at(times.floor, 0.5)).toFixed(3)),
    targetRatio: 2,
    scanP50Ms: at(times.scan, 0.5),
    scanP99Ms: at(times.scan, 0.99),
    rssMb: Math.round(process.memoryUsage.rss() / 1024 / 1024),
  }),
);
floor.close();
await shop.dispose();
