import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { addDays, type Day } from '@shared/clock';
import { money, wholeUnits } from '@shared/money';
import Database from 'better-sqlite3';
import { foundShop } from '../../support/counter.ts';
import { makeTestShop, morning } from '../../support/shop-store.ts';

const root = resolve(import.meta.dirname, '../../..');

/** The first and the last day of the books. */
export const firstDay = '2025-11-22' as Day; // proof: written out as a day
export const lastDay = '2026-11-21' as Day; // proof: written out as a day
const days = 365;
const linesPerBill = 4;
const products = 5_000;
const customers = 3_000;
const msPerDay = 86_400_000;

/**
 * A shop file with a year of books: `lines` bill lines of two tax components each, four to a bill, with credit notes, voids,
 * discounts, changed prices, payments in every way and dues. Made once and kept in `.cache/shops`; what is asked of it is
 * reports, so it has neither movements of stock nor an outbox.
 *
 * @returns the file, to be copied and not to be opened
 */
export async function preparedBooks(lines: number): Promise<string> {
  const cache = join(root, '.cache/shops');
  const file = join(cache, `books-${lines}-${recipe()}.db`);
  if (existsSync(file)) return file;
  mkdirSync(cache, { recursive: true });
  const shop = makeTestShop();
  try {
    const store = shop.open();
    foundShop(store, {
      settings: { gstin: '27AAPFU0939F1ZV', state_code: '27', prices_include_tax: 0 },
      products: Array.from({ length: products }, (_, n) => ({
        id: productId(n),
        name: `Product ${n}`,
        sku: `P-${n}`,
        price: priceOf(n),
        hsn: hsnOf(n),
        reorder_level: n % 3 === 0 ? wholeUnits(5) : null,
      })),
      opening: Object.fromEntries(Array.from({ length: products }, (_, n) => [productId(n), ((n % 40) - 2) * 1000])),
      customers: Array.from({ length: customers }, (_, n) => ({ id: customerId(n) })),
    });
    await store.close();
    const db = new Database(shop.file);
    fill(db, lines);
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.close();
    copyFileSync(shop.file, `${file}.${process.pid}`);
    renameSync(`${file}.${process.pid}`, file);
  } finally {
    await shop.dispose();
  }
  return file;
}

/** Of what the file is made; another schema or other books are another file. */
function recipe(): string {
  const hash = createHash('sha256');
  for (const path of ['migrations/0001_shop.sql', 'migrations/0003_counter.sql', 'tests/bench/support/books.ts']) {
    hash.update(readFileSync(join(root, path)));
  }
  return hash.digest('hex').slice(0, 12);
}

const digits = (kind: string, n: number) => `00000000-0000-7000-${kind}-${String(n).padStart(12, '0')}`;
const productId = (n: number) => digits('8000', n);
const customerId = (n: number) => digits('8001', n);
const hsnOf = (n: number) => String(1000 + (n % 90) * 10);
const priceOf = (n: number) => money(1_000 + ((n * 7_919) % 49_000));
const rates = [0, 50_000, 120_000, 180_000];

/** Mulberry32: the same books every time. Answers whole numbers below `n`. */
function random(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * n);
  };
}

type Values = Readonly<Record<string, string | number | null>>;

/** Inserts rows, each table's statement prepared once. */
function inserter(db: Database.Database): (table: string, row: Values) => void {
  const statements = new Map<string, Database.Statement<[Values]>>();
  return (table, row) => {
    let statement = statements.get(table);
    if (!statement) {
      const columns = Object.keys(row);
      const marks = columns.map((name) => `@${name}`).join(', ');
      statement = db.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${marks})`);
      statements.set(table, statement);
    }
    statement.run(row);
  };
}

interface Sold {
  readonly lineNo: number;
  readonly product: number;
  readonly pieces: number;
  readonly list: number;
  readonly price: number;
  readonly gross: number;
  readonly discount: number;
  readonly rate: number;
  /** CGST, and SGST. */
  readonly half: number;
}

function fill(db: Database.Database, lines: number): void {
  db.pragma('foreign_keys = 0');
  db.pragma('synchronous = 0');
  const books = new Books(db);
  db.exec('BEGIN');
  books.putGroups(db);
  const bills = Math.floor(lines / linesPerBill);
  for (let n = 0; n < bills; n++) books.putBill(n, days - 1 - Math.floor((n * days) / bills));
  db.exec('COMMIT');
}

class Books {
  readonly #put: ReturnType<typeof inserter>;
  readonly #below = random(42);
  readonly #who: Values;

  constructor(db: Database.Database) {
    this.#put = inserter(db);
    const idOf = (table: string) => db.prepare<[], { id: string }>(`SELECT id FROM ${table}`).get()?.id ?? '';
    this.#who = { staff_id: idOf('staff'), terminal_id: idOf('terminal'), shift_id: null };
  }

  putGroups(db: Database.Database): void {
    for (let n = 0; n < 40; n++) {
      this.#put('category', { id: digits('8002', n), name: `Category ${n}`, parent_id: null, position: n, active: 1 });
      this.#put('brand', { id: digits('8003', n), name: `Brand ${n}`, active: 1 });
    }
    db.exec(`UPDATE product SET category_id = printf('00000000-0000-7000-8002-%012d', ref % 40),
      brand_id = printf('00000000-0000-7000-8003-%012d', ref * 7 % 41) WHERE ref * 7 % 41 < 40`);
    db.exec('INSERT INTO product_cost (id, cost) SELECT id, price * 7 / 10 FROM product');
  }

  /** @param back how many days before the last */
  putBill(n: number, back: number): void {
    const below = this.#below;
    const day = addDays(lastDay, -back);
    // Between 09:00 and 21:00 in India; the last day is not over.
    const at = morning - back * msPerDay - 3_600_000 + below(back === 0 ? 3_600_000 : 12 * 3_600_000);
    const time = at.toString(16).padStart(12, '0');
    const id = `${time.slice(0, 8)}-${time.slice(8)}-7000-9000-${String(n).padStart(12, '0')}`;
    const number = `A1/2627/${String(n + 1).padStart(6, '0')}`;
    const customer = below(10) === 0 ? customerId(below(customers)) : null;
    const isDue = customer !== null && below(3) === 0;
    const sold = Array.from({ length: linesPerBill }, (_, index) => this.#line(index + 1));
    const header = { ...common, ...this.#who, day, customer_id: customer, customer_name: customer };
    const amounts = amountsOf(sold, 1);
    const { total } = amounts;
    const settled = { paid: isDue ? 0 : total, change_given: 0, due: isDue ? total : 0, note: null, cart_id: null };
    this.#put('bill', { ...header, id, number, sequence: n + 1, at, ...amounts, ...settled });
    this.#putLines('bill_line', { bill_id: id }, sold, 1, ({ list }) => ({ list_price: list }));
    if (isDue) this.#putDue(id, customer, total, at, day);
    else this.#putPayment(id, customer, total, at, day);

    const luck = below(1000);
    if (luck < 4) {
      const reason = { bill_id: id, bill_number: number, reason: 'Wrong goods', approved_by: null };
      this.#put('bill_void', { id: `${id}:void`, ...reason, at: at + 60_000, day, ...this.#who });
    } else if (luck < 19) {
      const note = digits('9001', n);
      const given = sold.slice(0, 1);
      const of = { bill_id: id, bill_number: number, reason: 'Damaged', note: null, exchange_bill_id: null };
      const own = { id: note, number: number.replace('A', 'C'), sequence: n + 1, at: at + 120_000 };
      this.#put('bill_return', { ...header, ...own, ...amountsOf(given, -1), ...of });
      const more = ({ lineNo }: Sold) => ({ bill_line_no: lineNo, restock: 1 });
      this.#putLines('bill_return_line', { return_id: note }, given, -1, more);
    }
  }

  #line(lineNo: number): Sold {
    const below = this.#below;
    // Some goods sell more than others.
    const product = below(2) === 0 ? below(products) : below(products / 10);
    const pieces = 1 + below(4);
    const list = priceOf(product);
    const price = below(100) === 0 ? list - 50 : list;
    const gross = price * pieces;
    const discount = below(10) === 0 ? Math.floor(gross / 20) : 0;
    const rate = rates[product % rates.length] ?? 0;
    const half = Math.floor(((gross - discount) * rate) / 2_000_000 + 0.5);
    return { lineNo, product, pieces, list, price, gross, discount, rate, half };
  }

  #putLines(table: string, parent: Values, sold: readonly Sold[], sign: 1 | -1, more: (line: Sold) => Values): void {
    for (const line of sold) {
      const { lineNo, product, pieces, price, gross, discount, rate, half } = line;
      const net = sign * (gross - discount);
      this.#put(table, {
        ...parent,
        line_no: lineNo,
        product_id: productId(product),
        name: `Product ${product}`,
        sku: `P-${product}`,
        barcode: '8901234567890',
        hsn: hsnOf(product),
        unit: 'PCS',
        quantity: sign * pieces * 1000,
        stock_quantity: sign * pieces * 1000,
        unit_price: price,
        gross: sign * gross,
        discount: sign * discount,
        net,
        bill_discount_share: 0,
        taxable: net,
        tax: sign * 2 * half,
        total: net + sign * 2 * half,
        charge: 0,
        note: null,
        ...more(line),
      });
      for (const [position, kind] of ['cgst', 'sgst'].entries()) {
        const tax = { line_no: lineNo, position, kind, rate: rate / 2, per_unit: 0, compound: 0, amount: sign * half };
        this.#put(`${table}_tax`, { ...parent, ...tax });
      }
    }
  }

  /** Nine of ten are paid within forty days. */
  #putDue(bill: string, customer: string | null, amount: number, at: number, day: Day): void {
    const party = { party_type: 'customer', party_id: customer, note: null, ...this.#who };
    const of = { document_type: 'bill', document_id: bill, due_day: addDays(day, 30) };
    this.#put('party_transaction', { id: `${bill}:due`, ...party, kind: 'bill', amount, ...of, at, day });
    if (this.#below(10) === 9) return;
    const later = this.#below(40);
    const paid = { kind: 'payment', amount: -amount, document_type: null, document_id: null, due_day: null };
    const when = { at: at + later * msPerDay, day: addDays(day, later) };
    this.#put('party_transaction', { id: `${bill}:paid`, ...party, ...paid, ...when });
  }

  #putPayment(bill: string, customer: string | null, amount: number, at: number, day: Day): void {
    const method = ['cash', 'cash', 'upi', 'upi', 'card'][this.#below(5)] ?? 'cash';
    const of = { bill_id: bill, return_id: null, void_id: null, customer_id: customer, reference: null };
    this.#put('payment', { id: `${bill}:p1`, ...of, method, amount, tendered: amount, at, day, ...this.#who });
    if (method !== 'cash') return;
    const entry = { category: 'sale', reason: null, document_type: 'bill', document_id: bill };
    this.#put('cashbook_entry', { id: `${bill}:cash`, amount, ...entry, at, day, ...this.#who });
  }
}

const common: Values = {
  series: 'A1',
  financial_year: '2627',
  currency: 'INR',
  tax_regime: 'india_gst',
  prices_include_tax: 0,
  rounding_method: 'line',
  place: 'intra',
  bill_discount: 0,
  charges: 0,
  igst: 0,
  cess: 0,
  round_off: 0,
  cash_rounding: 0,
};

function amountsOf(sold: readonly Sold[], sign: 1 | -1) {
  const sum = (of: (line: Sold) => number) => sign * sold.reduce((total, line) => total + of(line), 0);
  const taxable = sum(({ gross, discount }) => gross - discount);
  const half = sum((line) => line.half);
  return {
    subtotal: sum(({ gross }) => gross),
    line_discount: sum(({ discount }) => discount),
    taxable,
    cgst: half,
    sgst: half,
    tax: 2 * half,
    total: taxable + 2 * half,
  };
}
