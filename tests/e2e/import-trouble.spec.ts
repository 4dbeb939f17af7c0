import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { ownerPin } from '../support/office';
import { prepareShop } from '../support/seed';
import { zip } from '../support/xlsx';
import { expectAccessible } from './support/accessibility';
import type { RunningApp } from './support/app';
import { call, createProduct, createShop, sell } from './support/calls';
import { noDisk, diskTest as test } from './support/disk-fixture';
import { expect } from './support/fixtures';
import { resizeTo, screenSizes, screensFolder, themes } from './support/screens';
import { answerOpenDialog, visit } from './support/visit';

/** A list of so many products, each with a SKU, a price and stock. */
function list(rows: number): string {
  const lines = ['Name,SKU,Price,Stock'];
  for (let row = 1; row <= rows; row++) lines.push(`Thing ${row},S-${row},${row}.50,3`);
  return `${lines.join('\n')}\n`;
}

async function choose(app: RunningApp, path: string): Promise<void> {
  await answerOpenDialog(app, path);
  await app.page.getByRole('button', { name: 'Choose a file' }).click();
}

async function openImport(app: RunningApp): Promise<void> {
  await createShop(app.page);
  await app.ready('counter');
  await visit(app.page, '/import');
  await expect(app.page.getByText('Bring your list')).toBeVisible();
}

const count = async (page: Page) => (await call(page, 'catalogue.products', { limit: 1 })).total;

test('what is no list is refused with its reason and what helps, and nothing happens', async ({ launch }) => {
  const app = await launch();
  const { page, userData } = app;
  await openImport(app);
  const folder = join(userData, 'lists');
  mkdirSync(join(folder, 'a folder.csv'), { recursive: true });
  const files: Readonly<Record<string, readonly [content: string | Buffer, words: RegExp]>> = {
    'empty.csv': ['', /There is nothing in this file/],
    'blank.csv': ['\n\n  \n', /There is nothing in this file/],
    'junk.csv': [randomBytes(200_000), /neither a CSV nor an Excel file/],
    'old.xls': [Buffer.from('d0cf11e0a1b11ae1'.repeat(100), 'hex'), /old Excel/],
    'cut.xlsx': [Buffer.from('PK\x03\x04 and then nothing'), /workbook is damaged/],
    'bomb.xlsx': [
      zip({ 'xl/workbook.xml': Buffer.alloc(80 * 1024 * 1024) }, 1024),
      /file is too large: 200 MB at most/,
    ],
    'quote.csv': [`Name,Price\n"Atta,5\n${'Dal,6\n'.repeat(60_000)}`, /quotation mark is opened in row 2/],
  };
  for (const [name, [content, words]] of Object.entries(files)) {
    writeFileSync(join(folder, name), content);
    await choose(app, join(folder, name));
    await expect(page.getByRole('alert').filter({ hasText: words })).toBeVisible();
  }
  await resizeTo(app, screenSizes[0]);
  for (const theme of themes) {
    await page.emulateMedia({ colorScheme: theme });
    await page.screenshot({
      path: join(screensFolder, `import-refused-1024x600-${theme}.png`),
      animations: 'disabled',
    });
    await expectAccessible(page);
  }
  await choose(app, join(folder, 'a folder.csv'));
  await expect(page.getByRole('alert').filter({ hasText: 'This is a folder' })).toBeVisible();
  await choose(app, join(folder, 'never there.csv'));
  await expect(page.getByRole('alert').filter({ hasText: 'The file is no longer there' })).toBeVisible();
  expect(await count(page)).toBe(0);
});

test('UTF-16, missing columns, duplicates, wrong codes and formulas: each row is named, the rest is imported', async ({
  launch,
}) => {
  const app = await launch();
  const { page, userData } = app;
  await openImport(app);
  const nameless = join(userData, 'nameless.csv');
  writeFileSync(nameless, 'Colour;Shelf\nred;A\nblue;B\n');
  await choose(app, nameless);
  await expect(page.getByText('Tell which column is the name and which is the price.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Check the file' })).toBeDisabled();
  await page.getByRole('button', { name: 'Another file' }).click();

  const rows = [
    'Name;Barcode;Price;Stock',
    'चाय पत्ती;8901030865237;120.00;5',
    'Again;8901030865237;10;1',
    'Bad digit;8901030865238;10;1',
    'Lost digits;8.90103E+12;10;1',
    "=cmd|' /C calc'!A0;;10;1",
    '@SUM(1+1)*cmd;;10;1',
    'Negative;;-5;1',
    'Too many decimals;;5.999;1',
    'No stock;;5;-3',
    `${'n'.repeat(300)};;5;1`,
  ];
  for (const [name, mark, encode] of [
    ['wide.csv', '\ufeff', (text: string) => Buffer.from(text, 'utf16le')],
    ['wide without mark.csv', '', (text: string) => Buffer.from(text, 'utf16le')],
  ] as const) {
    const file = join(userData, name);
    writeFileSync(file, encode(mark + rows.join('\r\n')));
    await choose(app, file);
    await expect(page.getByRole('cell', { name: 'चाय पत्ती' })).toBeVisible();
    if (mark === '') break;
    await page.getByRole('button', { name: 'Another file' }).click();
  }
  await page.getByRole('button', { name: 'Check the file' }).click();
  const problems = page.getByRole('table', { name: 'Rows that are left out' });
  for (const row of [
    /^3 Barcode 8901030865237 A row above has the same/,
    /^4 Barcode 8901030865238 One digit of it is wrong/,
    /^5 Barcode 8\.90103E\+12 The spreadsheet has shortened it/,
    /^6 Name =cmd\|' \/C calc'!A0 It is a formula/,
    /^8 Price -5 It is below zero/,
    /^9 Price 5\.999 It has too many digits after the point/,
    /^10 Stock -3 It is below zero/,
    /^11 Name n+ It is too long: 200 characters/,
  ]) {
    await expect(problems.getByRole('row', { name: row })).toBeVisible();
  }
  await resizeTo(app, screenSizes[0]);
  await page.screenshot({ path: join(screensFolder, 'import-problems-1024x600-light.png'), animations: 'disabled' });
  await page.getByRole('button', { name: 'Import 2 products' }).click();
  await expect(page.getByText('2 new products in your shop')).toBeVisible();
  const { rows: products } = await call(page, 'catalogue.products', { limit: 10 });
  expect(products.map(({ name }) => name).sort()).toEqual(['@SUM(1+1)*cmd', 'चाय पत्ती']);
});

test('a file that changes or vanishes: before the check it is refused, after the check it is no longer needed', async ({
  launch,
}) => {
  const app = await launch();
  const { page, userData } = app;
  await openImport(app);
  const file = join(userData, 'list.csv');
  writeFileSync(file, list(3));
  await choose(app, file);
  await expect(page.getByRole('cell', { name: 'Thing 1' })).toBeVisible();
  rmSync(file);
  await page.getByRole('button', { name: 'Check the file' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'no longer there' })).toBeVisible();

  writeFileSync(file, list(3));
  await choose(app, file);
  await expect(page.getByRole('cell', { name: 'Thing 1' })).toBeVisible();
  writeFileSync(file, list(4));
  await page.getByRole('button', { name: 'Check the file' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'has changed since' })).toBeVisible();

  await choose(app, file);
  await page.getByRole('button', { name: 'Check the file' }).click();
  rmSync(file);
  await page.getByRole('button', { name: 'Import 4 products' }).click();
  await expect(page.getByText('4 new products in your shop')).toBeVisible();
  expect(await count(page)).toBe(4);
});

test('a long list: cancelled in the check nothing has happened; while it is written the counter sells, and its end is found again', async ({
  launch,
}) => {
  const app = await launch();
  const { page, userData } = app;
  await openImport(app);
  const soap = await createProduct(page, 'Lux soap', 500, 1);
  const long = join(userData, 'long.csv');
  writeFileSync(long, list(400_000));
  await choose(app, long);
  await page.getByRole('button', { name: 'Check the file' }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('Bring your list')).toBeVisible();
  expect(await count(page)).toBe(1);

  const file = join(userData, 'list.csv');
  writeFileSync(file, list(6_000));
  await choose(app, file);
  await page.getByRole('button', { name: 'Check the file' }).click();
  await page.getByRole('button', { name: 'Import 6,000 products' }).click();
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeHidden();
  await visit(page, '/');
  let sold = 0;
  while ((await call(page, 'import.progress', {})) !== null) {
    await sell(page, [[soap.id, 1]]);
    sold++;
  }
  expect(sold).toBeGreaterThan(0);
  await visit(page, '/import');
  await expect(page.getByText('6,000 new products in your shop')).toBeVisible();
  expect(await count(page)).toBe(6_001);
  expect((await call(page, 'sales.bills', { limit: 1 })).total).toBe(sold);
});

test('kill −9 while it is written: the next start writes the rest, nothing twice', async ({ launch }) => {
  const first = await launch();
  await openImport(first);
  const file = join(first.userData, 'list.csv');
  writeFileSync(file, list(8_000));
  await choose(first, file);
  await first.page.getByRole('button', { name: 'Check the file' }).click();
  await first.page.getByRole('button', { name: 'Import 8,000 products' }).click();
  await expect.poll(() => count(first.page)).toBeGreaterThan(500);
  await first.kill();

  const db = new Database(join(first.userData, 'galla.db'), { readonly: true });
  const written = Number(db.prepare('SELECT count(*) FROM product').pluck().get());
  db.close();
  expect(written).toBeLessThan(8_000);
  const { page, ready } = await launch({ userData: first.userData });
  await ready('counter');
  await expect.poll(() => count(page), { timeout: 40_000 }).toBe(8_000);
  const after = new Database(join(first.userData, 'galla.db'), { readonly: true });
  expect(after.prepare('SELECT count(DISTINCT sku) FROM product').pluck().get()).toBe(8_000);
  expect(after.prepare('SELECT sum(quantity) FROM stock_movement').pluck().get()).toBe(8_000 * 3_000);
  expect(after.prepare('SELECT sum(quantity) FROM stock_level').pluck().get()).toBe(8_000 * 3_000);
  after.close();
});

test('a disk that fills up while it is written: said in words, and the same button writes the rest', async ({
  disk,
  launch,
}) => {
  test.skip(noDisk !== undefined, noDisk);
  const small = disk(64);
  await prepareShop(small.userData, { products: 60 });
  const app = await launch({ userData: small.userData });
  const { page } = app;
  await app.ready('sign-in');
  await page.keyboard.type(ownerPin);
  await page.keyboard.press('Enter');
  await app.ready('counter');
  await visit(page, '/import');
  const file = join(small.userData, 'list.csv');
  writeFileSync(file, list(3_000));
  await choose(app, file);
  await page.getByRole('button', { name: 'Check the file' }).click();
  await expect(page.getByRole('button', { name: 'Import 3,000 products' })).toBeVisible();
  small.fill();
  await page.getByRole('button', { name: 'Import 3,000 products' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'The disk is full' })).toBeVisible();
  await resizeTo(app, screenSizes[0]);
  await page.screenshot({ path: join(screensFolder, 'import-full-1024x600-light.png'), animations: 'disabled' });
  small.makeRoom();
  await page.getByRole('button', { name: 'Import 3,000 products' }).click();
  await expect(page.getByText('3,000 new products in your shop')).toBeVisible({ timeout: 30_000 });
  expect(await count(page)).toBe(3_060);
  await app.close();
});
