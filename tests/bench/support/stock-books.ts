import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { prepareShop } from '../../support/seed.ts';
import { makeTestShop } from '../../support/shop-store.ts';

const root = resolve(import.meta.dirname, '../../..');
const msPerDay = 86_400_000;
const linesPerPurchase = 100;

/** What became of each product. */
const receipts = 3;
const sales = 4;
/** One product of so many has come down to its reorder level. */
const shortOf = 10;

/** When the books end: the day of the last sale. */
export interface StockBooks {
  readonly file: string;
  readonly now: number;
}

/**
 * A shop file in which every one of `products` was bought three times and sold four times within ten months, and a tenth of them
 * is to be ordered. Made once and kept in `.cache/shops`.
 *
 * @returns the file, to be copied and not to be opened
 */
export async function preparedStock(products: number): Promise<StockBooks> {
  const cache = join(root, '.cache/shops');
  const file = join(cache, `stock-${products}-${recipe()}.db`);
  if (!existsSync(file)) await make(file, products);
  const db = new Database(file, { readonly: true });
  const now = db.prepare<[], { at: number }>('SELECT max(at) AS at FROM stock_movement').get()?.at ?? 0;
  db.close();
  return { file, now: now + 1000 };
}

async function make(file: string, products: number): Promise<void> {
  mkdirSync(join(root, '.cache/shops'), { recursive: true });
  const shop = makeTestShop();
  try {
    await prepareShop(shop.folder, { products });
    const made = join(shop.folder, 'galla.db');
    // Brings it to the schema of today.
    await shop.open({ file: made }).close();
    const db = new Database(made);
    fill(db);
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.close();
    copyFileSync(made, `${file}.${process.pid}`);
    renameSync(`${file}.${process.pid}`, file);
  } finally {
    await shop.dispose();
  }
}

/** Of what the file is made; another schema or other books are another file. */
function recipe(): string {
  const hash = createHash('sha256');
  for (const path of [
    'migrations/0001_shop.sql',
    'migrations/0007_purchases.sql',
    'tests/bench/support/stock-books.ts',
  ]) {
    hash.update(readFileSync(join(root, path)));
  }
  return hash.digest('hex').slice(0, 12);
}

function fill(db: Database.Database): void {
  db.pragma('foreign_keys = 0');
  db.pragma('synchronous = 0');
  const start = db.prepare<[], { at: number }>('SELECT max(at) AS at FROM stock_movement').get()?.at ?? 0;
  const series = (name: string, n: number) =>
    `${name} (${name}) AS (VALUES (0) UNION ALL SELECT ${name} + 1 FROM ${name} WHERE ${name} + 1 < ${n})`;
  const bought = `${start} + (r * 90 + 1) * ${msPerDay}`;
  const zeros = Array.from({ length: 14 }, () => '0').join(', ');
  db.exec(`
    BEGIN;
    CREATE TEMP TABLE good AS
      SELECT id, name, sku, hsn, unit, price * 7 / 10 AS cost, row_number() OVER (ORDER BY id) - 1 AS n FROM product;
    WITH ${series('s', 200)} INSERT INTO supplier (id, name, opening_balance, created_at)
      SELECT 'supplier-' || s, 'Supplier ' || s, 0, ${start} FROM s;
    WITH ${series('r', receipts)}, bill AS (SELECT DISTINCT n / ${linesPerPurchase} AS b FROM good)
    INSERT INTO purchase (id, supplier_id, supplier_name, supplier_number, bill_day, at, day, staff_id, terminal_id, currency,
        tax_regime, rounding_method, place, prices_include_tax, input_credit, subtotal, line_discount, bill_discount, charges,
        taxable, cgst, sgst, igst, cess, tax, round_off, total)
      SELECT 'purchase-' || r || '-' || b, 'supplier-' || (b % 200), 'Supplier', r || '-' || b, '2026-01-01', ${bought},
        '2026-01-01', '', '', 'INR', 'india_gst', 'line', 'intra', ${zeros} FROM r, bill;
    WITH ${series('r', receipts)}
    INSERT INTO purchase_line (purchase_id, line_no, product_id, name, sku, hsn, unit, quantity, stock_quantity, unit_price, gross,
        discount, net, bill_discount_share, taxable, tax, total, cost)
      SELECT 'purchase-' || r || '-' || (n / ${linesPerPurchase}), n % ${linesPerPurchase} + 1, id, name, sku, hsn, unit, 10000,
        10000, cost + r, 10 * (cost + r), 0, 10 * (cost + r), 0, 10 * (cost + r), 0, 10 * (cost + r), 10 * (cost + r)
      FROM r, good;
    INSERT INTO stock_movement (id, product_id, quantity, reason, document_type, document_id, line_no, at, day, staff_id, terminal_id)
      SELECT l.purchase_id || ':' || l.line_no, l.product_id, l.stock_quantity, 'purchase', 'purchase', l.purchase_id, l.line_no,
        p.at, p.day, '', '' FROM purchase_line AS l JOIN purchase AS p ON p.id = l.purchase_id;
    WITH ${series('s', sales)}
    INSERT INTO stock_movement (id, product_id, quantity, reason, at, day, staff_id, terminal_id)
      SELECT 'sale-' || s || '-' || n, id, -2000, 'sale', ${start} + (s * 72 + 30) * ${msPerDay} + n, '2026-01-01', '', ''
      FROM s, good;
    UPDATE stock_level SET quantity = quantity + ${receipts * 10_000 - sales * 2000}, movements = movements + ${receipts + sales};
    UPDATE product SET reorder_level = 5000;
    UPDATE product SET reorder_level = 1000000000 WHERE id IN (SELECT id FROM good WHERE n % ${shortOf} = 0);
    COMMIT;

  `);
}
