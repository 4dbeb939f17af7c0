import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import type { AlertKind } from '@shared/entities';
import { type Money, type Quantity, quantity } from '@shared/money';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dueNotices, noticeShown } from '../../src/main/shop/alerts';
import { auditLevels, type Store } from '../../src/main/store';
import { foundShop, openCounter } from '../support/counter';
import { makeTestShop, type TestShop } from '../support/shop-store';

const bills = 500;
const kills = 30;
const reorder = quantity(20_000);
const products = Array.from({ length: 8 }, (_, n) => ({
  id: `p${n}`,
  price: (1000 + n * 737) as Money, // proof: an integer of minor units
  tax_class_id: n % 2 === 0 ? 'gst18' : 'gst5',
  reorder_level: reorder,
}));

let shop: TestShop;
beforeAll(async () => {
  shop = makeTestShop();
  const store = shop.open();
  const opening = Object.fromEntries(products.map(({ id }) => [id, 30_000]));
  foundShop(store, { products, opening, customers: [{ id: 'c' }], settings: { round_off_unit: 100 as Money } }); // proof: ₹1
  await store.close();
});
afterAll(() => shop.dispose());

/** What the counter had been told when the process died. */
interface Told {
  readonly bills: readonly { readonly id: string; readonly number: string }[];
  readonly voids: readonly string[];
  /** Shifts whose Z report was answered. */
  readonly closed: readonly string[];
  readonly cart: { readonly id: string; readonly revision: number; readonly lines: number } | null;
}

/** Lets a till work, kills it some time after it has told `words` lines, and collects what it told. */
function workAndKill(seed: number, words: number, delayMicroseconds: number): Promise<Told> {
  return new Promise((done, fail) => {
    const program = ['--import', resolve('scripts/lib/ts-hooks.mjs'), resolve('tests/support/busy-till.ts')];
    // Thirty starts of the same program: the second finds it compiled.
    const env = { ...process.env, NODE_COMPILE_CACHE: shop.folder };
    const child = spawn(process.execPath, [...program, shop.file, String(seed)], { env });
    let said = '';
    let complaint = '';
    let isDoomed = false;
    child.stdout.on('data', (chunk) => {
      said += chunk;
      if (isDoomed || said.split('\n').length <= words) return;
      isDoomed = true;
      // Busy, because a timer's grain is a whole sale: the kill should land anywhere within one.
      const until = performance.now() + delayMicroseconds / 1000;
      while (performance.now() < until);
      child.kill('SIGKILL');
    });
    child.stderr.on('data', (chunk) => {
      complaint += chunk;
    });
    child.on('close', (_code, signal) => {
      if (signal !== 'SIGKILL') fail(new Error(`The till ended by itself (seed ${seed}): ${complaint}`));
      else done(toldIn(said.slice(0, said.lastIndexOf('\n'))));
    });
  });
}

function toldIn(said: string): Told {
  const lines = said.split('\n').map((line) => line.split(' '));
  const [, id = '', revision = '', count = ''] = lines.findLast(([word]) => word === 'cart') ?? [];
  return {
    bills: lines.filter(([word]) => word === 'bill').map(([, billId = '', number = '']) => ({ id: billId, number })),
    voids: lines.filter(([word]) => word === 'void').map(([, billId = '']) => billId),
    closed: lines.filter(([word]) => word === 'z').map(([, shiftId = '']) => shiftId),
    cart: id === '' ? null : { id, revision: Number(revision), lines: Number(count) },
  };
}

const numbersOf = (store: Store, table: 'bill' | 'bill_return' | 'shift_close') =>
  store
    .sql<[], { sequence: number }>(`SELECT sequence FROM ${table} ORDER BY sequence`)
    .all()
    .map((row) => row.sequence);
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

/** Every sale is whole or absent, in every table that it touches. */
function expectWhole(store: Store): void {
  const torn = store
    .sql(
      `SELECT id FROM bill AS b WHERE
         (SELECT sum(total) FROM bill_line WHERE bill_id = b.id) + round_off IS NOT total
         OR (SELECT sum(amount) FROM bill_line_tax WHERE bill_id = b.id) IS NOT tax
         OR (SELECT sum(amount) FROM payment WHERE bill_id = b.id) IS NOT paid
         OR paid + due IS NOT total + cash_rounding
         OR (SELECT sum(amount) FROM cashbook_entry WHERE document_id = b.id) IS NOT paid
         OR coalesce((SELECT amount FROM party_transaction WHERE id = b.id || ':due'), 0) IS NOT due
         OR (SELECT count(*) FROM bill_line AS l JOIN stock_movement AS m
               ON m.id = l.bill_id || ':' || l.line_no AND m.quantity = -l.stock_quantity WHERE l.bill_id = b.id)
            IS NOT (SELECT count(*) FROM bill_line WHERE bill_id = b.id)
         OR EXISTS (SELECT 1 FROM cart WHERE cart.id = b.cart_id)
         OR NOT EXISTS (SELECT 1 FROM completed_cart AS c WHERE c.cart_id = b.cart_id AND c.bill_id = b.id)
       UNION ALL
       SELECT id FROM bill_return AS r WHERE
         (SELECT sum(total) FROM bill_return_line WHERE return_id = r.id) + round_off IS NOT total
         OR (SELECT count(*) FROM stock_movement WHERE document_id = r.id) IS NOT 1
         OR coalesce((SELECT sum(amount) FROM payment WHERE return_id = r.id), 0)
            + coalesce((SELECT amount FROM party_transaction WHERE id = r.id || ':due'), 0)
            IS NOT total + cash_rounding
       UNION ALL
       SELECT v.id FROM bill_void AS v JOIN bill AS b ON b.id = v.bill_id WHERE
         (SELECT sum(amount) FROM payment WHERE void_id = v.id) IS NOT -b.paid
         OR (SELECT sum(amount) FROM cashbook_entry WHERE document_id = v.id) IS NOT -b.paid
         OR coalesce((SELECT amount FROM party_transaction WHERE id = v.id || ':due'), 0) IS NOT -b.due
         OR (SELECT count(*) FROM stock_movement WHERE document_id = v.id)
            IS NOT (SELECT count(*) FROM bill_line WHERE bill_id = b.id)
       UNION ALL
       SELECT s.id FROM cash_shift AS s WHERE
         (SELECT coalesce(sum(amount), 0) FROM cashbook_entry WHERE id = s.id || ':float') IS NOT s.opening_float
       UNION ALL
       SELECT z.id FROM shift_close AS z WHERE
         (SELECT sum(amount) FROM cashbook_entry WHERE shift_id = z.id) IS NOT 0
         OR (SELECT count(*) FROM bill WHERE shift_id = z.id) IS NOT z.bills
         OR (SELECT coalesce(sum(amount), 0) FROM cashbook_entry
             WHERE shift_id = z.id AND category NOT IN ('over_short', 'closing')) IS NOT z.expected
         OR (SELECT sum(denomination * count) FROM shift_close_count WHERE shift_id = z.id) IS NOT z.counted
         OR (SELECT coalesce(sum(amount), 0) FROM shift_close_tax WHERE shift_id = z.id) IS NOT z.tax`,
    )
    .all();
  expect(torn).toEqual([]);
  const ids = (text: string) =>
    store
      .sql<[], { id: string }>(text)
      .all()
      .map((row) => row.id);
  const sent = `SELECT json_extract(ops, '$[0].id') AS id FROM outbox WHERE name = 'sale.complete' ORDER BY id`;
  expect(ids(sent)).toEqual(ids('SELECT id FROM bill ORDER BY id'));
  for (const table of ['bill', 'bill_return', 'shift_close'] as const) {
    const numbers = numbersOf(store, table);
    expect(numbers).toEqual(upTo(numbers.length));
  }
  expect(auditLevels(store)).toEqual([]);
  expect(store.sql('PRAGMA foreign_key_check').all()).toEqual([]);
}

/** The alerts that the shop's whole history of movements, in the order of the outbox, must have raised. */
function crossingsOf(store: Store): string[] {
  const thresholds: readonly [AlertKind, number][] = [
    ['low_stock', reorder],
    ['out_of_stock', 0],
    ['oversold', -1],
  ];
  const levels = new Map<string, number>();
  const crossings: string[] = [];
  for (const { ops } of store.sql<[], { ops: string }>('SELECT ops FROM outbox ORDER BY mid').all()) {
    const operations: { entity: string; row: { product_id: string; quantity: Quantity } }[] = JSON.parse(ops);
    for (const { entity, row } of operations) {
      if (entity !== 'stock_movement') continue;
      const before = levels.get(row.product_id) ?? 0;
      const after = before + row.quantity;
      levels.set(row.product_id, after);
      for (const [kind, limit] of thresholds) {
        if (before > limit && after <= limit) crossings.push(`${row.product_id} ${kind}`);
      }
    }
  }
  return crossings.sort();
}

describe('a till that is killed again and again', () => {
  it(`has every sale whole or absent after ${kills} kills and ${bills} bills`, { timeout: 600_000 }, async () => {
    const seed = Number(process.env.GALLA_SEED ?? Math.floor(Math.random() * 2 ** 31));
    console.log(`seed ${seed} (GALLA_SEED=${seed} repeats the till's choices and the kills' times)`);
    let state = seed >>> 0;
    const random = (below: number) => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    const shown = new Set<string>();
    let sold = 0;
    for (let kill = 0; kill < kills || sold < bills; kill++) {
      const told = await workAndKill(seed + kill, 30 + random(120), random(4000));
      const store = shop.open();
      expectWhole(store);

      const known = new Set(
        store
          .sql<[], { word: string }>(`SELECT id || ' ' || number AS word FROM bill`)
          .all()
          .map(({ word }) => word),
      );
      for (const { id, number } of told.bills) expect(known).toContain(`${id} ${number}`);

      const has = (sql: string, id: string) => store.sql<[string]>(sql).get(id) !== undefined;
      for (const id of told.voids) expect(has('SELECT 1 FROM bill_void WHERE bill_id = ?', id)).toBe(true);
      for (const id of told.closed) expect(has('SELECT 1 FROM shift_close WHERE id = ?', id)).toBe(true);

      // The open bill is there with everything that was answered, or it has become a bill.
      const cart = openCounter(store).cart();
      if (told.cart && told.cart.id === cart.id) {
        expect(cart.revision).toBeGreaterThanOrEqual(told.cart.revision);
        // At most one change was on the disk and not yet told.
        expect(cart.revision).toBeLessThanOrEqual(told.cart.revision + 1);
        expect(cart.lines.length).toBeGreaterThanOrEqual(told.cart.lines);
      } else if (told.cart) {
        const { id } = told.cart;
        expect(store.sql('SELECT 1 FROM bill WHERE cart_id = ?').get(id)).toBeDefined();
      }

      for (const { alertIds } of dueNotices(store)) {
        for (const id of alertIds) {
          expect(shown).not.toContain(id);
          shown.add(id);
        }
        noticeShown(store, alertIds);
      }
      sold = numbersOf(store, 'bill').length;
      await store.close();
    }

    const store = shop.open();
    const alerts = store
      .sql<[], { word: string }>(`SELECT product_id || ' ' || kind AS word FROM alert`)
      .all()
      .map(({ word }) => word);
    const crossings = crossingsOf(store);
    expect(crossings.length).toBeGreaterThan(10);
    expect(alerts.sort()).toEqual(crossings);
    expect(dueNotices(store)).toEqual([]);
    console.log(`${sold} bills, ${numbersOf(store, 'bill_return').length} returns, ${alerts.length} alerts`);
  });
});
