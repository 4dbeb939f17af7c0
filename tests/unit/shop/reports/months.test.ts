import { copyFileSync } from 'node:fs';
import type { ReportQuestion } from '@shared/contract';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Store } from '../../../../src/main/store';
import { firstDay, lastDay, preparedBooks } from '../../../bench/support/books';
import { openReports } from '../../../support/reports';
import { makeTestShop, type TestShop } from '../../../support/shop-store';

let shop: TestShop;
let store: Store;
beforeEach(async () => {
  shop = makeTestShop();
  // A year of months that are worth keeping.
  copyFileSync(await preparedBooks(60_000), shop.file);
  store = shop.open();
}, 120_000);
afterEach(() => shop.dispose());

const year = { from: firstDay, to: lastDay };
const reports = ['products', 'taxes', 'hsn', 'discounts'] as const;
const keptMonths = () =>
  store.sql<[], { n: number }>(`SELECT count(*) AS n FROM report_month WHERE part = 'goods'`).get()?.n;
const settled = () => new Promise<void>((resolve) => setImmediate(() => setImmediate(resolve)));

/** After what has been found was kept; each month takes a turn. */
async function whenKept(): Promise<void> {
  for (let turns = 0; turns < 100; turns++) await settled();
}

it('a month that was kept says what counting it again would say; a bill that comes late changes it', async () => {
  const { page, desk } = openReports(store);
  const sums = async (question: ReportQuestion) => {
    const { rows, totals, total } = await page(question);
    return { rows, totals, total, net: totals.at(-1) };
  };
  const fresh = [];
  for (const report of reports) fresh.push(await sums({ report, ...year }));
  await whenKept();
  expect(keptMonths()).toBe(11);

  // Another desk has nothing counted in its memory, but the months.
  store.transaction((tx) => tx.touch('bill'));
  for (const [index, report] of reports.entries()) expect(await sums({ report, ...year })).toEqual(fresh[index]);

  const before = (await sums({ report: 'products', ...year })).net;
  addLateBill();
  store.transaction((tx) => tx.touch('bill'));
  expect((await sums({ report: 'products', ...year })).net).toBe(Number(before) + 4_242);
  expect((await sums({ report: 'days', ...year })).net).toBe(Number(before) + 4_242);
  desk.close();
}, 120_000);

it('days that are asked for from the middle of a month are not the month', async () => {
  const { page, desk } = openReports(store);
  const sums = async (question: ReportQuestion) => {
    const { rows, totals, total } = await page(question);
    return { rows, totals, total, net: totals.at(-1) };
  };
  await sums({ report: 'products', ...year });
  await whenKept();
  const part = { from: '2026-01-10', to: '2026-03-20' };
  const products = await sums({ report: 'products', ...part });
  const days = await sums({ report: 'days', ...part });
  expect(products.net).toBe(days.net);
  desk.close();
}, 120_000);

/** As a till that was away sends it: of a day in a month that has been kept. */
function addLateBill(): void {
  const db = new Database(shop.file);
  db.pragma('foreign_keys = 0');
  db.exec(`
    CREATE TEMP TABLE late AS SELECT * FROM bill WHERE day = '2026-02-14' LIMIT 1;
    UPDATE late SET id = 'late', number = 'B1/2627/000001', subtotal = 4242, line_discount = 0, taxable = 4242, cgst = 0,
      sgst = 0, tax = 0, total = 4242, paid = 4242, due = 0;
    INSERT INTO bill SELECT * FROM late;
    CREATE TEMP TABLE late_line AS SELECT * FROM bill_line LIMIT 1;
    UPDATE late_line SET bill_id = 'late', line_no = 1, gross = 4242, discount = 0, net = 4242, taxable = 4242, tax = 0,
      total = 4242;
    INSERT INTO bill_line SELECT * FROM late_line;
  `);
  db.close();
}
