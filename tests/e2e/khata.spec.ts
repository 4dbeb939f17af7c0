import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import Database from 'better-sqlite3';
import type { RunningApp } from './support/app';
import { call, createShop } from './support/calls';
import { expect, test } from './support/fixtures';
import { nextId } from './support/ids';
import { looker } from './support/looker';
import { chooseFromMenu } from './support/menu';
import { visit } from './support/visit';

const toast = (page: Page, text: string | RegExp) => page.getByRole('alert').filter({ hasText: text });
const field = (page: Page, name: string | RegExp) => page.getByRole('textbox', { name });
const dialog = (page: Page) => page.getByRole('dialog');
const khata = (page: Page) => page.getByRole('grid', { name: 'Khata' });

const nobody = { phone: null, gstin: null, stateCode: null, address: null, email: null, creditLimit: null, note: null };

/** From now on the save dialog answers with this file, and links that would leave the app are written down. */
async function answerDesktop({ electron }: RunningApp, file: string): Promise<() => Promise<string[]>> {
  await electron.evaluate(({ dialog: dialogs, shell }, filePath) => {
    const opened: string[] = [];
    Reflect.set(globalThis, 'opened', opened);
    dialogs.showSaveDialog = async () => ({ canceled: false, filePath });
    shell.openExternal = async (address) => void opened.push(address);
  }, file);
  return () => electron.evaluate(() => Reflect.get(globalThis, 'opened') as string[]);
}

test('a customer’s khata without a mouse: received, taken back, corrected, reminded, put on paper', async ({
  launch,
}) => {
  test.setTimeout(120_000);
  const app = await launch();
  const { page, userData } = app;
  await createShop(page);
  await app.ready('counter');
  const opened = await answerDesktop(app, join(userData, 'statement.pdf'));
  const { id } = await call(page, 'customers.save', {
    ...nobody,
    name: 'Ramesh Traders',
    phone: '98200 11223',
    creditDays: 0,
  });
  await visit(page, '/customers');
  await expect(page.getByRole('row', { name: /Ramesh Traders.*Settled/ })).toBeVisible();
  await page.getByRole('grid').press('Enter');
  await expect(page.getByText('Nothing in the khata yet')).toBeVisible();

  await chooseFromMenu(page, 'More', 'Correct the khata');
  await field(page, 'Amount').fill('1,500.50');
  await field(page, 'Reason').press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(toast(page, 'The khata of Ramesh Traders is corrected')).toBeVisible();
  await expect(page.getByText('Due from Ramesh Traders')).toBeVisible();
  await expect(
    khata(page).getByRole('row', { name: /Correction From the paper book ₹1,500\.50 Due ₹1,500\.50/ }),
  ).toBeVisible();

  // Where the shop sells with a shift only, there is no drawer for cash without one; more than is owed is asked about once.
  await call(page, 'settings.save', { require_shift: 1 });
  await expect(dialog(page)).toHaveCount(0);
  await page.keyboard.press('Control+R');
  await expect(dialog(page).getByRole('radio', { name: 'Cash' })).toBeDisabled();
  await expect(dialog(page).getByText(/open a shift at this till first/)).toBeVisible();
  await field(page, 'Amount').fill('2000');
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByText(/the rest becomes store credit\. Press Enter again/)).toBeVisible();
  await field(page, 'Amount').fill('500');
  await field(page, 'UPI reference').fill('T4411');
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toContainText('Received from Ramesh Traders');
  await expect(dialog(page)).toContainText('Still due ₹1,000.50');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Due ₹1,000.50').first()).toBeVisible();

  await call(page, 'shift.open', { shiftId: nextId(), float: 100_000 });
  await expect(dialog(page)).toHaveCount(0);
  await page.keyboard.press('Control+R');
  const cash = dialog(page).getByRole('radio', { name: 'Cash' });
  await expect(cash).toBeEnabled();
  await expect(field(page, 'Amount')).toHaveAttribute('placeholder', '1,000.50');
  await expect(cash).toBeChecked();
  await dialog(page).getByRole('button', { name: 'Receive ₹1,000.50' }).press('Enter');
  await expect(dialog(page)).toContainText('Nothing is due any more');
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.getByText('Nothing is due')).toBeVisible();
  expect((await call(page, 'shift.current', {}))?.id).toBeDefined();

  // Its row opens the payment, which can be taken back.
  await expect(dialog(page)).toHaveCount(0);
  await khata(page).press('Enter');
  await expect(dialog(page)).toContainText('The cash goes back through the drawer of this till');
  await field(page, 'Reason').fill('Counted wrong');
  await page.keyboard.press('Enter');
  await expect(toast(page, 'Payment of ₹1,000.50 reversed')).toBeVisible();
  await expect(khata(page).getByRole('row', { name: /Payment reversed Cash · Counted wrong/ })).toBeVisible();
  const shift = await call(page, 'shift.current', {});
  expect(await call(page, 'shift.report', { shiftId: shift?.id ?? '' })).toMatchObject({ expected: 100_000 });

  await page.getByRole('button', { name: 'Remind' }).press('Enter');
  await expect(field(page, 'Message')).toHaveValue(/Dear Ramesh Traders, your balance at .* is ₹1,000\.50/);
  await expect(dialog(page).getByText(/It goes to \+91 98200 11223/)).toBeVisible();
  await dialog(page).getByRole('button', { name: 'WhatsApp' }).press('Enter');
  await expect(page.getByText('Reminded today by Asha')).toBeVisible();
  expect((await opened())[0]).toMatch(/^https:\/\/wa\.me\/919820011223\?text=Dear%20Ramesh/);

  await chooseFromMenu(page, 'Statement', 'Save as PDF');
  await expect(toast(page, /Saved: .*statement\.pdf/)).toBeVisible();
  expect(readFileSync(join(userData, 'statement.pdf')).subarray(0, 5).toString()).toBe('%PDF-');

  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/#\/customers$/);
  expect((await call(page, 'customers.get', { id })).balance).toBe(100_050);
});

test('a supplier is paid out of the drawer, and the khata says what is still owed', async ({ launch }) => {
  const app = await launch();
  const { page } = app;
  await createShop(page);
  await app.ready('counter');
  const { id } = await call(page, 'suppliers.save', {
    ...nobodyToBuyFrom,
    name: 'Sahyadri Traders',
    openingBalance: 250_000,
  });
  const shiftId = nextId();
  await call(page, 'shift.open', { shiftId, float: 300_000 });
  await visit(page, `/stock/suppliers/${id}`);
  await expect(page.getByText('We owe Sahyadri Traders')).toBeVisible();
  await page.getByRole('button', { name: 'Pay', exact: true }).press('Enter');
  await field(page, 'Amount').fill('1000');
  await dialog(page).getByRole('radio', { name: 'Cash' }).press('Space');
  await dialog(page).getByRole('button', { name: 'Pay', exact: true }).press('Enter');
  await expect(toast(page, '₹1,000.00 paid to Sahyadri Traders')).toBeVisible();
  await expect(khata(page).getByRole('row', { name: /Payment Cash ₹1,000\.00 We owe ₹1,500\.00/ })).toBeVisible();
  expect(await call(page, 'shift.report', { shiftId })).toMatchObject({ expected: 200_000 });
});

const nobodyToBuyFrom = { phone: null, gstin: null, stateCode: null, address: null, email: null, note: null };

/** Debts of all ages, and people whose names nobody planned for. */
async function fillKhatas(page: Page): Promise<string> {
  const owe = async (id: string, amount: number, reason: string) =>
    call(page, 'customerKhata.adjust', { entryId: nextId(), id, amount, reason });
  const pay = async (customerId: string, amount: number) =>
    call(page, 'customers.receive', { paymentId: nextId(), customerId, amount, method: 'upi', confirm: ['advance'] });
  const names = [
    'Ramesh Traders',
    'Shree Venkateshwara Wholesale Provision Stores and Agricultural Commodities Trading Company Private Limited, Kolhapur Branch',
    'متجر السلام للمواد الغذائية بالجملة والتجزئة',
    '🛒👨‍👩‍👧‍👦 Sharma 🙏🏽 ji ki dukaan',
    'मीना शर्मा',
  ];
  const made: string[] = [];
  for (const [index, name] of names.entries()) {
    const { id } = await call(page, 'customers.save', {
      ...nobody,
      name,
      phone: `98200 1122${index}`,
      creditDays: index === 4 ? 30 : 0,
      creditLimit: index < 2 ? 200_000 : null,
    });
    made.push(id);
    if (index === 3) await pay(id, 50_000);
    else await owe(id, 150_050 + index * 40_000, 'From the paper book');
  }
  const [first = ''] = made;
  await pay(first, 40_000);
  await owe(first, 25_000, 'Freight of the festival goods that came in two lorries and were unloaded by night');
  return first;
}

/** As if all of it had happened so long ago: nobody can set the clock of the app, and khatas are about time. */
function makeOlder(userData: string, days: number): void {
  const db = new Database(join(userData, 'galla.db'));
  db.exec(`UPDATE party_transaction SET at = at - ${days} * 86400000, day = date(day, '-${days} days'),
    due_day = date(due_day, '-${days} days')`);
  db.close();
}

test('the screens of khatas can be seen and read by everybody', async ({ launch }) => {
  test.setTimeout(240_000);
  const before = await launch();
  await createShop(before.page);
  await before.ready('counter');
  const ramesh = await fillKhatas(before.page);
  await visit(before.page, '/customers');
  await before.page.getByRole('radio', { name: 'Overdue' }).press('Space');
  await expect(before.page.getByText('Nobody is overdue')).toBeVisible();
  await looker(before)('overdue-none');
  await before.kill();
  makeOlder(before.userData, 45);
  const app = await launch({ userData: before.userData });
  const { page } = app;
  await app.ready('counter');
  await call(page, 'customerKhata.adjust', { entryId: nextId(), id: ramesh, amount: 60_000, reason: 'Festival goods' });
  const look = looker(app);
  await visit(page, '/customers');
  await expect(page.getByRole('row', { name: /Ramesh Traders.*Overdue/ })).toBeVisible();
  await look('khata-customers');
  await visit(page, `/customers/${ramesh}`);
  await expect(khata(page).getByRole('row', { name: /Correction/ })).toHaveCount(3);
  await look('khata-customer');
  await page.getByRole('button', { name: 'Receive dues' }).press('Enter');
  await expect(field(page, 'Amount')).toBeFocused();
  await look('khata-receive');
  await page.keyboard.press('ArrowDown');
  await expect(dialog(page).getByRole('radio', { name: 'UPI' })).toBeChecked();
  await look('khata-receive-upi');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Remind' }).press('Enter');
  await expect(field(page, 'Message')).toHaveValue(/Ramesh/);
  await look('khata-remind');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Edit' }).press('Enter');
  await expect(field(page, 'Name')).toHaveValue('Ramesh Traders');
  await look('khata-edit');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  await khata(page).press('ArrowDown');
  await khata(page).press('ArrowDown');
  await khata(page).press('Enter');
  await expect(field(page, 'Reason')).toBeFocused();
  await look('khata-take-back');
  await page.keyboard.press('Escape');

  const { id } = await call(page, 'suppliers.save', {
    ...nobodyToBuyFrom,
    name: 'Sahyadri Traders',
    openingBalance: 250_000,
  });
  await call(page, 'supplierKhata.pay', {
    paymentId: nextId(),
    id,
    amount: 100_000,
    method: 'bank',
    reference: 'NEFT 4411',
  });
  await visit(page, `/stock/suppliers/${id}`);
  await expect(khata(page).getByRole('row', { name: /NEFT 4411/ })).toBeVisible();
  await look('khata-supplier');
  await call(page, 'settings.save', { language: 'hi' });
  await expect(page.getByText('Sahyadri Traders को देना है')).toBeVisible();
  await look('khata-supplier-hindi');
  await visit(page, `/customers/${ramesh}`);
  await expect(page.getByText('Ramesh Traders से लेना है')).toBeVisible();
  await look('khata-customer-hindi');
});
