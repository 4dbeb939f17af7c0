import type { Locator, Page } from '@playwright/test';
import { eventChannel } from '../../src/shared/channels';
import { expectAccessible } from './support/accessibility';
import { call } from './support/calls';
import { add, cashier, changeToCashier, createSample, dialog, goods, owner, payExactly } from './support/counter';
import { expect, test } from './support/fixtures';
import { looker } from './support/looker';
import { play } from './support/play';
import { scan } from './support/scanner';
import { resizeTo } from './support/screens';
import { visit } from './support/visit';

// What the office and the counter's dialogs owe whoever stands at the till all day.

const toast = (page: Page, text: string | RegExp) => page.getByRole('alert').filter({ hasText: text });

const unlock = async (page: Page, { name, pin }: { readonly name: string; readonly pin: string }) => {
  await page.getByRole('button', { name: new RegExp(name) }).press('Enter');
  await page.getByLabel(`${name}’s PIN`).fill(pin);
  await page.keyboard.press('Enter');
};

/** All of it can be seen. */
const inSight = async (page: Page, element: Locator) => {
  const box = await element.boundingBox();
  const height = await page.evaluate(() => innerHeight);
  return box !== null && box.y >= 0 && box.y + box.height <= height;
};

test('a locked till keeps what was typed for whoever locked it, out of everybody’s sight and reach', async ({
  launch,
}) => {
  const app = await launch();
  const { page } = app;
  await createSample(app);
  await call(page, 'staff.save', { ...cashier, role: 'manager', active: true });
  await call(page, 'settings.save', { auto_lock_minutes: 1 });
  await page.clock.install();
  await page.reload();
  await app.ready('counter');
  await visit(page, '/settings');
  const phone = page.getByRole('textbox', { name: 'Phone' });
  await phone.fill('98765 43210');
  // The page itself.
  await phone.focus();
  await page.keyboard.press('Control+l');
  await app.ready('sign-in');
  await expect(phone).toHaveCount(0);
  expect(await page.evaluate(() => document.body.innerText)).not.toContain('Settings');
  expect(await page.locator('body').ariaSnapshot()).not.toContain('Settings');
  for (let presses = 0; presses < 12; presses++) {
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('main:not(#main)') !== null)).toBe(true);
  }
  await page.keyboard.press('Control+d');
  await expect(dialog(page)).toHaveCount(0);
  await expectAccessible(page);
  await unlock(page, owner);
  await app.ready('office');
  await expect(phone).toHaveValue('98765 43210');
  await page.getByRole('button', { name: 'Save' }).first().click();
  await expect(toast(page, 'Saved')).toBeVisible();

  // A dialog over it, as the shop's minutes lock it: longer than any answer is kept that nobody looks at.
  await visit(page, '/staff');
  await expect(page.getByRole('table', { name: 'Staff' })).toBeVisible();
  await page.keyboard.press('n');
  const name = page.getByRole('textbox', { name: 'Name' });
  await name.fill('Somebody new');
  await page.clock.runFor(61_000);
  await app.ready('sign-in');
  await expect(dialog(page)).toHaveCount(0);
  expect(await page.evaluate(() => document.body.innerText)).not.toContain('Somebody');
  await page.clock.runFor(10 * 60_000);
  await unlock(page, owner);
  await expect(name).toHaveValue('Somebody new');
  await expect(dialog(page)).toBeVisible();

  // Somebody else begins with a page of their own.
  await page.clock.runFor(61_000);
  await app.ready('sign-in');
  await unlock(page, cashier);
  await expect(page.getByRole('button', { name: new RegExp(cashier.name) })).toBeVisible();
  await expect(name).toHaveCount(0);
  await expect(dialog(page)).toHaveCount(0);
});

test('in the office a scan opens its product, goes into a field for codes, and is typed nowhere else', async ({
  launch,
}) => {
  const app = await launch();
  const { page } = app;
  await createSample(app);
  await visit(page, '/products');
  await expect(page.getByRole('grid', { name: 'Products' })).toBeVisible();
  await page.getByRole('searchbox').focus();
  await scan(app, goods.rice);
  await expect(page.getByRole('heading', { name: /Basmati/ })).toBeVisible();

  await page.locator('input[data-takes-scans]').first().focus();
  await scan(app, '4006381333931');
  await expect(page.getByText('4006381333931')).toBeVisible();
  const product = page.getByRole('textbox', { name: 'Name' });
  const before = await product.inputValue();
  await product.focus();
  await scan(app, goods.cola);
  await expect(toast(page, `Scanned ${goods.cola}`)).toBeVisible();
  await expect(product).toHaveValue(before);
  expect((await call(page, 'sales.cart', {})).lines).toEqual([]);

  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Leave without saving' }).click();
  await expect(page.getByRole('grid', { name: 'Products' })).toBeVisible();
  await scan(app, '4006381333931');
  await expect(toast(page, 'Unknown code 4006381333931')).toBeVisible();
  await expect(page.getByRole('searchbox')).toHaveValue('4006381333931');

  await visit(page, '/customers');
  const search = page.getByRole('searchbox');
  await search.fill('An');
  await scan(app, goods.rice);
  await expect(toast(page, `Scanned ${goods.rice}`)).toBeVisible();
  await expect(search).toHaveValue('An');
  await page.getByRole('grid').focus();
  await page.keyboard.press('n');
  // A hand takes longer to the scanner than the scanner to its next character.
  await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Name' })).toBeFocused();
  await scan(app, goods.biscuits);
  await expect(toast(page, `Scanned ${goods.biscuits}: finish this first`)).toBeVisible();
  await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Name' })).toHaveValue('');
});

test('the shift’s reports open at their head, with their buttons in sight; a blind one tells no money', async ({
  launch,
}) => {
  test.setTimeout(120_000);
  const app = await launch();
  const { page } = app;
  await createSample(app);
  await call(page, 'settings.save', { require_shift: 1 });
  await changeToCashier(app);
  await call(page, 'shift.open', { shiftId: '01980000-0000-7000-8000-0000000000aa', float: 500_00 });
  await add(app, goods.rice, 'Basmati');
  const bill = await payExactly(page);
  await page.keyboard.press('Enter');
  for (const size of [
    { width: 1024, height: 600 },
    { width: 1280, height: 800 },
  ]) {
    await resizeTo(app, size);
    await page.keyboard.press('Control+d');
    const print = dialog(page).getByRole('button', { name: 'Print' });
    await expect(print).toBeVisible();
    expect(await inSight(page, print)).toBe(true);
    await expect(dialog(page)).toContainText('1 bill');
    await expect(dialog(page)).not.toContainText(String(bill.total / 100).replace(/\B(?=(\d{3})+$)/g, ','));
    await page.keyboard.press('Escape');
    await expect(dialog(page)).toHaveCount(0);
  }
  await page.keyboard.press('Control+d');
  await looker(app)('shift-x-blind');
  await resizeTo(app, { width: 1280, height: 800 });
  await page.getByRole('tab', { name: 'Count and close' }).click();
  await page.getByRole('textbox', { name: 'How many of ₹500.00' }).fill('1');
  await page.getByRole('button', { name: 'Close the shift' }).click();
  const done = dialog(page).getByRole('button', { name: 'Done' });
  await expect(done).toBeFocused();
  expect(await inSight(page, done)).toBe(true);
  expect(await inSight(page, dialog(page).getByText('Till', { exact: true }))).toBe(true);
  await expect(dialog(page)).toContainText('Short');
});

test('behind the printer’s key: what needs somebody has the focus; a drawer was opened, not printed', async ({
  launch,
}) => {
  const app = await launch();
  const { page } = app;
  await createSample(app);
  await page.keyboard.press('Control+j');
  await expect(dialog(page)).toBeVisible();
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).not.toBe('Close');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);

  const printer = await call(page, 'printing.savePrinter', {
    name: 'On the screen',
    kind: 'simulator',
    address: '',
    width: 80,
    profile: 'epson',
    isDefault: true,
    hasDrawer: true,
    printsSales: false,
  });
  await call(page, 'drawer.open', { openingId: '01980000-0000-7000-8000-0000000000bb', reason: 'Change' });
  await expect.poll(async () => (await call(page, 'printing.jobs', {}))[0]?.state).toBe('printed');
  await call(page, 'printing.simulate', { printerId: printer.id, fault: 'dies' });
  await call(page, 'printing.test', { id: printer.id });
  await expect.poll(async () => (await call(page, 'printing.jobs', {}))[0]?.state).toBe('uncertain');
  await page.keyboard.press('Control+j');
  await expect(dialog(page).getByRole('button', { name: 'It is there' })).toBeFocused();
  const drawer = dialog(page).getByRole('row', { name: /Change/ });
  await expect(drawer).toContainText('Drawer opened');
  await expect(drawer).not.toContainText('Printed');
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(dialog(page)).not.toContainText('Is it on paper?');
});

test('goods of a bill without a customer become the store credit of whoever brings them', async ({ launch }) => {
  const app = await launch();
  const { page } = app;
  await createSample(app);
  const [customer] = (await call(page, 'customers.list', { limit: 1 })).rows;
  if (!customer) throw new Error('The sample shop has customers');
  await add(app, goods.rice, 'Basmati');
  const bill = await payExactly(page);
  await page.keyboard.press('Enter');
  await page.keyboard.press('F9');
  await scan(app, bill.number);
  await dialog(page).getByRole('button', { name: 'Choose everything' }).click();
  await dialog(page).getByRole('textbox', { name: 'Reason' }).fill('Wrong goods');
  await dialog(page).getByRole('radio', { name: 'Store credit' }).press('Space');
  await dialog(page).getByRole('button', { name: 'Refund' }).click();
  await expect(dialog(page)).toContainText('Choose the customer');
  await expectAccessible(page);
  const whose = dialog(page).getByRole('combobox', { name: 'Whose store credit' });
  await whose.fill(customer.name);
  await page.getByRole('option', { name: new RegExp(customer.name) }).click();
  await dialog(page).getByRole('button', { name: 'Refund' }).click();
  await expect(dialog(page)).toContainText('Credit note');
  const { balance } = await call(page, 'customers.get', { id: customer.id });
  expect(balance).toBe(customer.balance - bill.total);
});

test('a held bill that another till has taken is said in its words, here and in the list', async ({ launch }) => {
  const app = await launch();
  const { page, electron } = app;
  await createSample(app);
  await electron.evaluate(
    ({ BrowserWindow }, { channel, event }) => {
      for (const window of BrowserWindow.getAllWindows()) window.webContents.mainFrame.send(channel, event);
    },
    { channel: eventChannel, event: { type: 'sync:taken', name: 'Blue shirt', terminal: 'Counter 2' } },
  );
  await expect(toast(page, 'Blue shirt: already taken up at Counter 2.')).toBeVisible();

  await add(app, goods.rice, 'Basmati');
  await call(page, 'sales.hold', { name: 'Blue shirt' });
  await page.keyboard.press('F8');
  const held = dialog(page).getByRole('button', { name: /^Blue shirt/ });
  await expect(held).toBeVisible();
  // The list has not heard of it yet.
  await play(app, { 'sales.held': await call(page, 'sales.held', {}) });
  const [bill] = await call(page, 'sales.held', {});
  await call(page, 'sales.recall', { id: bill?.id ?? '' });
  await call(page, 'sales.clear', {});
  await expect(page.getByText('Scan the first item')).toBeAttached();
  await held.press('Enter');
  await expect(dialog(page)).toContainText('Already taken up by Asha at Counter 1.');
});
