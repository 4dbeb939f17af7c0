import { createHash, randomBytes } from 'node:crypto';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { strFromU8, unzipSync } from 'fflate';
import { damagePagesOf } from '../support/damage';
import { type Good, good } from '../support/goods';
import { ownerPin } from '../support/office';
import { prepareShop } from '../support/seed';
import { expectAccessible } from './support/accessibility';
import { newUserData, type RunningApp } from './support/app';
import { ask, call, createShop } from './support/calls';
import { noDisk, diskTest as test } from './support/disk-fixture';
import { expect } from './support/fixtures';
import { tabTo } from './support/keyboard';
import { resizeTo, screenSizes, screensFolder, themes } from './support/screens';

const hashOf = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

/** A folder with a working shop, which nobody has open. */
async function shopFolder(bills = 0): Promise<{ userData: string; file: string }> {
  const userData = newUserData();
  await prepareShop(userData, { products: 60, bills });
  return { userData, file: join(userData, 'galla.db') };
}

/** A copy of the shop file under a backup's name; `damaged` ones open, and have a page that cannot be read. */
function makeBackup(userData: string, time: string, damaged = false): void {
  const folder = join(userData, 'backups');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `galla-daily-1-${time}.db`);
  writeFileSync(file, readFileSync(join(userData, 'galla.db')));
  const db = new Database(file);
  db.pragma('journal_mode = DELETE');
  db.close();
  if (damaged) damagePagesOf(file, 'stock_movement');
}

/** What happened, what is safe, what to do: all of it in sight, in words, on the smallest screen, in both themes. */
async function expectTrouble(app: RunningApp, name: string, title: string): Promise<void> {
  const { page } = app;
  await app.ready('trouble');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  for (const part of ['What happened', 'What is safe', 'What to do'])
    await expect(page.getByText(part, { exact: true })).toBeVisible();
  await resizeTo(app, screenSizes[0]);
  for (const theme of themes) {
    await page.emulateMedia({ colorScheme: theme });
    await page.screenshot({
      path: join(screensFolder, `trouble-${name}-1024x600-${theme}.png`),
      animations: 'disabled',
    });
    await expectAccessible(page);
  }
}

async function signIn({ page, ready }: RunningApp): Promise<void> {
  await ready('sign-in');
  await page.keyboard.type(ownerPin);
  await page.keyboard.press('Enter');
  await ready('counter');
}

/** A scan, made main's: keys sent one by one on a busy machine are slower than any scanner. */
async function addLine(page: Page, { barcode, name }: Good): Promise<void> {
  await call(page, 'sales.scan', { code: barcode });
  await page.reload();
  await expect(page.getByRole('listitem').filter({ hasText: name })).toBeVisible();
}

test.describe('a file that cannot be opened is left as it is, and the screen says so', () => {
  const cases: readonly [name: string, title: string, spoil: (file: string) => void][] = [
    ['truncated', 'The file with your shop is damaged', (file) => truncateSync(file, 40 * 4096 + 17)],
    ['random', 'The file with your shop is damaged', (file) => writeFileSync(file, randomBytes(300_000))],
    [
      'newer',
      'This shop was opened with a newer Galla',
      (file) => {
        const db = new Database(file);
        db.pragma('user_version = 9999');
        db.close();
      },
    ],
    [
      'foreign',
      'This is not a Galla shop',
      (file) => {
        rmSync(file);
        const db = new Database(file);
        db.exec('CREATE TABLE recipe (name TEXT)');
        db.close();
      },
    ],
  ];
  for (const [name, title, spoil] of cases) {
    test(`${name}`, async ({ launch }) => {
      const { userData, file } = await shopFolder();
      spoil(file);
      const before = hashOf(file);
      const app = await launch({ userData });
      await expectTrouble(app, name, title);
      // Whatever is asked now, nobody writes.
      await app.page.evaluate(() => window.galla.call('system.retry', {}));
      await app.close();
      expect(hashOf(file)).toBe(before);
      expect(readdirSync(userData).filter((entry) => /^galla\.db-/.test(entry))).toEqual([]);
    });
  }
});

test('a foreign file is moved away, Enter tries again, and Galla starts a shop', async ({ launch }) => {
  const { userData, file } = await shopFolder();
  renameSync(file, `${file}.mine`);
  const db = new Database(file);
  db.exec('CREATE TABLE recipe (name TEXT)');
  db.close();
  const app = await launch({ userData });
  await app.ready('trouble');
  await expect(app.page.getByText(file)).toBeVisible();
  renameSync(file, join(userData, 'recipes.db'));
  renameSync(`${file}.mine`, file);
  await app.page.keyboard.press('Enter');
  await app.ready('sign-in');
});

test('a backup is put in place by keyboard; one that is damaged itself is refused', async ({ launch }) => {
  const { userData, file } = await shopFolder();
  makeBackup(userData, '20261119T080000000Z');
  makeBackup(userData, '20261120T080000000Z', true);
  truncateSync(file, 40 * 4096);
  const damaged = hashOf(file);
  const app = await launch({ userData });
  const { page } = app;
  await expectTrouble(app, 'restore', 'The file with your shop is damaged');
  const buttons = page.getByRole('button', { name: /Restore this backup/ });
  await expect(buttons).toHaveCount(2);

  await tabTo(page, buttons.first());
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Restore this backup?' });
  await expect(dialog).toBeVisible();
  await page.screenshot({
    path: join(screensFolder, 'trouble-restore-confirm-1024x600-dark.png'),
    animations: 'disabled',
  });
  await page.keyboard.press('Escape');
  await expect(buttons.first()).toBeFocused();
  await page.keyboard.press('Enter');
  await tabTo(page, dialog.getByRole('button', { name: 'Restore this backup' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('This backup is damaged too. Nothing was changed; try another.')).toBeVisible();
  await expect(buttons.first()).toBeDisabled();
  await page.screenshot({
    path: join(screensFolder, 'trouble-restore-refused-1024x600-dark.png'),
    animations: 'disabled',
  });
  await expect(dialog).toBeHidden();
  expect(hashOf(file)).toBe(damaged);

  await tabTo(page, buttons.last());
  await page.keyboard.press('Enter');
  await tabTo(page, dialog.getByRole('button', { name: 'Restore this backup' }));
  await page.keyboard.press('Enter');
  await signIn(app);
  expect((await call(page, 'catalogue.products', { limit: 1 })).total).toBe(60);
  const [kept] = readdirSync(join(userData, 'damaged'));
  expect(hashOf(join(userData, 'damaged', kept ?? ''))).toBe(damaged);
});

test('damage that shows while selling closes the file and offers the backup', async ({ launch }) => {
  const { userData, file } = await shopFolder(200);
  makeBackup(userData, '20261120T080000000Z');
  const app = await launch({ userData });
  const { page } = app;
  await signIn(app);
  damagePagesOf(file, 'bill_line');
  await page.getByRole('link', { name: 'Bills' }).click();
  await expectTrouble(app, 'while-running', 'The file with your shop is damaged');
  expect(await page.evaluate(() => window.galla.call('sales.cart', {}))).toMatchObject({
    ok: false,
    error: { code: 'database_unavailable' },
  });
  await expect(page.getByRole('button', { name: /Restore this backup/ }).first()).toBeEnabled();
});

test('damage that only the desktop meets, looking for notifications that it owes, is said too and ends nothing', async ({
  launch,
}) => {
  const { userData, file } = await shopFolder();
  damagePagesOf(file, 'alert_notice');
  const app = await launch({ userData });
  await app.ready('trouble');
  await expect(app.page.getByRole('heading', { level: 1 })).toHaveText('The file with your shop is damaged');
  await app.close();
  expect(readFileSync(join(userData, 'logs/galla.log'), 'utf8')).not.toContain('main crashed');
});

test('diagnostics saved from the trouble screen, by keyboard, know no PIN, phone or name', async ({
  launch,
}, testInfo) => {
  const first = await launch();
  await createShop(first.page);
  await first.ready('counter');
  const person = {
    name: 'Meera Nair',
    phone: '+91 98765 43210',
    address: '12 Market Road',
    email: 'meera@example.org',
  };
  const rest = { gstin: null, stateCode: null, creditLimit: null, note: null };
  await call(first.page, 'customers.save', { ...person, ...rest });
  await ask(first.page, 'customers.save', { ...person, ...rest, gstin: '27AAPFU0939F1ZX' });
  await ask(first.page, 'sales.setCustomer', { customerId: '98765 43210' });
  const [owner] = await call(first.page, 'staff.list', {});
  await ask(first.page, 'staff.signIn', { staffId: owner?.id ?? '', pin: '739182' });
  await first.close();
  truncateSync(join(first.userData, 'galla.db'), 40 * 4096);

  const { page, electron, ready } = await launch({ userData: first.userData });
  await ready('trouble');
  const target = testInfo.outputPath('diagnostics.zip');
  await electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, target);
  await tabTo(page, page.getByRole('button', { name: 'Save a support file' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: `Saved: ${target}` })).toBeVisible();
  const files = unzipSync(readFileSync(target));
  const all = Object.values(files)
    .map((bytes) => strFromU8(bytes))
    .join('\n');
  expect(all).toContain('database_corrupt');
  for (const secret of [
    'Asha',
    'Meera',
    'Nair',
    '98765',
    'Market Road',
    'meera@',
    '482605',
    '739182',
    'AAPFU',
    'scrypt',
  ]) {
    expect(all).not.toContain(secret);
  }
});

test.describe('a shop that is open already', () => {
  test('through another path: the second says so, and opens it when the first is closed', async ({ launch }) => {
    const { userData, file } = await shopFolder();
    const first = await launch({ userData });
    await first.ready('sign-in');
    const elsewhere = newUserData();
    symlinkSync(file, join(elsewhere, 'galla.db'));
    const second = await launch({ userData: elsewhere });
    await expectTrouble(second, 'in-use', 'The shop is already open');
    await first.close();
    await second.page.keyboard.press('Enter');
    await second.ready('sign-in');
  });
});

test.describe('a disk that refuses', () => {
  test.skip(noDisk !== undefined, noDisk);

  test('write-protected: said at opening, gone when the protection is', async ({ disk, launch }) => {
    const small = disk(64);
    await prepareShop(small.userData, { products: 60 });
    small.protect(true);
    const app = await launch({ userData: small.userData });
    await expectTrouble(app, 'read-only', 'Galla may not write to its file');
    small.protect(false);
    await app.page.keyboard.press('Enter');
    await app.ready('sign-in');
  });

  test('full at opening: said, and opened once there is room', async ({ disk, launch }) => {
    const small = disk(64);
    await prepareShop(small.userData, { products: 60 });
    small.fill();
    const app = await launch({ userData: small.userData });
    await expectTrouble(app, 'full', 'The disk is full');
    small.makeRoom();
    await app.page.keyboard.press('Enter');
    await app.ready('sign-in');
  });

  test('full in the middle of a sale: refused in words, nothing half done, the same bill completes once there is room', async ({
    disk,
    launch,
  }) => {
    const small = disk(64);
    await prepareShop(small.userData, { products: 60 });
    const app = await launch({ userData: small.userData });
    const { page } = app;
    await signIn(app);
    for (const n of [1, 2, 3]) await addLine(page, good(n));
    const before = await call(page, 'sales.cart', {});
    await page.keyboard.press('F12');
    await expect(page.getByText('To pay', { exact: true })).toBeVisible();
    small.fill();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert').filter({ hasText: 'The disk is full' })).toBeVisible();
    await resizeTo(app, screenSizes[0]);
    await page.screenshot({
      path: join(screensFolder, 'trouble-full-sale-1024x600-light.png'),
      animations: 'disabled',
    });
    await expectAccessible(page);
    expect((await call(page, 'sales.bills', { limit: 10 })).total).toBe(0);
    expect(await call(page, 'sales.cart', {})).toEqual(before);
    small.makeRoom();
    await page.keyboard.press('Enter');
    await expect(page.getByText('Bill A1/', { exact: false })).toBeVisible();
    const { rows } = await call(page, 'sales.bills', { limit: 10 });
    expect(rows).toMatchObject([{ total: before.totals.total }]);
    await app.close();
  });
});
