import type { Page } from '@playwright/test';
import type { CallInput } from '@shared/contract';
import type { RunningApp } from './support/app';
import { call, createShop } from './support/calls';
import { expect, test } from './support/fixtures';
import { nextId } from './support/ids';
import { looker as look } from './support/looker';
import { openShopFile } from './support/shop-files';
import { live, settled } from './support/tills-in-step';
import { visit } from './support/visit';

const toast = (page: Page, text: string | RegExp) => page.getByRole('alert').filter({ hasText: text });
const dialog = (page: Page) => page.getByRole('dialog');

/** Pictures, and what axe says to each. */
const looker = (app: RunningApp) => (name: string) => look(app)(`staff-${name}`);

const ravisPin = '735184';
const hire = async (page: Page, name: string, pin: string) =>
  (await call(page, 'staff.save', { name, role: 'cashier', active: true, pin })).id;

/** The month before this one, whose days are all over. */
function lastMonth(): { month: string; days: string[] } {
  const now = new Date(Date.now() + 5.5 * 3_600_000);
  const first = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 1));
  const month = first.toISOString().slice(0, 7);
  const count = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return { month, days: Array.from({ length: count }, (_, n) => `${month}-${String(n + 1).padStart(2, '0')}`) };
}

const monthly: Pick<CallInput<'pay.setRule'>, 'kind' | 'lessAbsent' | 'fullMinutes' | 'halfMinutes' | 'weeklyOff'> = {
  kind: 'monthly',
  lessAbsent: true,
  fullMinutes: 420,
  halfMinutes: 210,
  weeklyOff: 7,
};

test('hours and pay without a mouse: clocked in by two keys, a forgotten end put right, a month reckoned and paid', async ({
  launch,
}) => {
  test.setTimeout(180_000);
  const app = await launch();
  const { page } = app;
  const look = looker(app);
  await createShop(page);
  await app.ready('counter');
  const ravi = await hire(page, 'Ravi Kumar', ravisPin);

  await visit(page, '/staff');
  await expect(page.getByRole('row', { name: /Ravi Kumar/ })).toBeVisible();
  await look('people');

  // Nobody has clocked in: the page says how.
  await visit(page, '/staff/hours');
  await expect(page.getByText('Nobody has clocked in yet')).toBeVisible();
  await look('hours-empty');

  // Two keys, on any screen.
  await visit(page, '/');
  await page.keyboard.press('Control+I');
  await expect(dialog(page).getByText('Asha is not clocked in')).toBeVisible();
  await look('clock');
  await expect(dialog(page).getByRole('button', { name: 'Clock in', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(toast(page, /Asha clocked in at/)).toBeVisible();
  await page.keyboard.press('Control+I');
  await expect(dialog(page).getByText(/Asha has been at work since/)).toBeVisible();

  // Somebody else by their PIN, while Asha stays signed in; a wrong one says so.
  await dialog(page).getByRole('combobox', { name: 'Who' }).selectOption('Ravi Kumar');
  await page.keyboard.press('Tab');
  await dialog(page).getByLabel('Their PIN').fill('1111');
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByRole('alert')).toHaveText('Wrong PIN. Try again.');
  await dialog(page).getByLabel('Their PIN').fill(ravisPin);
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByText('Ravi Kumar is not clocked in')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(toast(page, /Ravi Kumar clocked in at/)).toBeVisible();

  // The till is locked: a PIN and the key, and it stays locked.
  await page.keyboard.press('Control+L');
  await page.getByRole('button', { name: /Ravi Kumar/ }).press('Enter');
  await page.keyboard.type(ravisPin);
  await page.keyboard.press('Control+I');
  await expect(page.getByText(/Ravi Kumar has been at work since/)).toBeVisible();
  await look('clock-locked');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status')).toHaveText(/Ravi Kumar clocked out at/);
  await expect(page.getByLabel('Ravi Kumar’s PIN')).toBeFocused();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /Asha/ }).press('Enter');
  await page.keyboard.type('482605');
  await page.keyboard.press('Enter');
  await app.ready('counter');

  // A month of work, one end forgotten.
  const { month, days } = lastMonth();
  await call(page, 'pay.setRule', {
    ...monthly,
    ruleId: nextId(),
    staffId: ravi,
    from: `${month}-01`,
    amount: 1_500_000,
  });
  const workdays = days.filter((day) => new Date(day).getUTCDay() !== 0);
  for (const [index, day] of workdays.slice(0, 12).entries()) {
    const of = { staffId: ravi, day, reason: 'paper book' };
    await call(page, 'attendance.add', { ...of, entryId: nextId(), kind: 'in', clock: 540 });
    if (index === 11) continue;
    const clock = index % 5 === 4 ? 800 : 1_085;
    await call(page, 'attendance.add', { ...of, entryId: nextId(), kind: 'out', clock });
  }
  await visit(page, '/staff/hours');
  await page.getByRole('button', { name: 'Month before' }).press('Enter');
  await expect(page.getByText('1 day without an end: nobody clocked out.', { exact: false })).toBeVisible();
  await look('hours');
  // By arrows to the day that is open, and into it.
  const open = page.getByRole('button', { name: /Ravi Kumar.*Never clocked out/ });
  await page.getByRole('button', { name: /^Asha, 1 / }).focus();
  await page.keyboard.press('ArrowDown');
  for (let n = 1; n < Number(workdays[11]?.slice(8)); n += 1) await page.keyboard.press('ArrowRight');
  await expect(open).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByText('Never clocked out')).toBeVisible();
  await look('day');
  await dialog(page).getByRole('button', { name: 'Add “out”' }).press('Enter');
  await page.getByLabel('Time', { exact: true }).fill('17:30');
  await page.getByRole('textbox', { name: 'Why' }).press('ArrowDown');
  await look('correct');
  await page.keyboard.press('Enter');
  await expect(toast(page, 'Time corrected')).toBeVisible();
  await expect(dialog(page).getByText('Full day, 8 h 30 min')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(open).toHaveCount(0);
  await expect(
    page
      .getByRole('row', { name: /Ravi Kumar/ })
      .getByRole('cell')
      .first(),
  ).toHaveText('10');

  // What it is worth: ten whole and two half days and the Sundays, of the month.
  await visit(page, '/staff/pay');
  const sundays = days.length - workdays.length;
  const halves = 2 * (10 + sundays) + 2;
  const earned = Math.round((1_500_000 * halves) / (2 * days.length));
  const rupees = (minor: number) =>
    (minor / 100).toLocaleString('en-IN', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  await expect(page.getByRole('row', { name: /Ravi Kumar/ })).toContainText(rupees(earned));
  await look('pay');
  await page.getByRole('link', { name: /Ravi Kumar/ }).press('Enter');
  await page.getByRole('button', { name: 'Give an advance' }).press('Enter');
  await expect(dialog(page).getByRole('radio', { name: 'Cash' })).toBeDisabled();
  await dialog(page).getByLabel('Amount').fill('2000');
  await look('advance');
  await page.keyboard.press('Enter');
  await expect(toast(page, '₹2,000.00 given to Ravi Kumar')).toBeVisible();
  await page.getByRole('button', { name: 'Bonus or deduction' }).press('Enter');
  await dialog(page).getByLabel('Amount').fill('500');
  await dialog(page).getByLabel('Why').press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(toast(page, 'Bonus of ₹500.00 noted')).toBeVisible();
  await page.getByRole('button', { name: 'Set pay' }).press('Enter');
  await expect(dialog(page).getByLabel('For a month')).toHaveValue('15000.00');
  await look('rule');
  await page.keyboard.press('Escape');

  // More than is to be paid is asked about; the right amount is there already.
  await page.getByRole('button', { name: 'Pay', exact: true }).press('Enter');
  await dialog(page).getByLabel('Amount').fill('99999');
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByText(/Only .* is to be paid\. Press Enter again if it is right\./)).toBeVisible();
  const left = earned - 200_000 + 50_000;
  await dialog(page)
    .getByLabel('Amount')
    .fill(String(left / 100));
  await page.keyboard.press('Enter');
  await expect(toast(page, `₹${rupees(left)} given to Ravi Kumar`)).toBeVisible();
  await expect(page.getByRole('row', { name: /Pay.*UPI/ })).toBeVisible();
  await look('person');
  await page.getByRole('button', { name: /Take back Bonus/ }).press('Enter');
  await dialog(page).getByLabel('Why').press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(toast(page, 'Taken back')).toBeVisible();
  const account = await call(page, 'pay.account', { staffId: ravi, month });
  expect(account).toMatchObject({ earned, bonus: 0, advances: 200_000, paid: left, toPay: -50_000 });

  // Found by what people call it.
  await expect(dialog(page)).toHaveCount(0);
  await page.keyboard.press('Control+K');
  await page.getByRole('combobox', { name: 'Find anything' }).fill('salary');
  await expect(page.getByRole('option', { name: 'Pay Staff' })).toBeVisible();
});

test('clocked in at one till is seen at the other without being asked for, also after it was cut off; a counter is told nobody’s pay', async ({
  tillsOnALine,
}) => {
  test.setTimeout(180_000);
  const { a, b, line } = await tillsOnALine('Counter 2');
  const ravi = await hire(a.page, 'Ravi', ravisPin);
  await call(a.page, 'pay.setRule', { ...monthly, ruleId: nextId(), staffId: ravi, from: '2026-01-01', amount: 100 });
  await settled([a, b]);
  // What the second till is for is said by whoever owns the shop.
  await visit(a.page, '/terminals');
  await a.page.getByRole('button', { name: 'Change kind of Counter 2' }).press('Enter');
  await expect(dialog(a.page).getByRole('radio', { name: 'Selling till' })).toBeChecked();
  await looker(a)('till-role');
  await a.page.keyboard.press('Escape');
  await expect(dialog(a.page)).toHaveCount(0);
  // Asha came this morning at the first till, so that there is a sheet to look at.
  await call(a.page, 'attendance.clock', { entryId: nextId(), kind: 'in' });
  await visit(a.page, '/staff/hours');
  const here = a.page.getByRole('button', { name: /^Ravi, .*At work now/ });
  await expect(a.page.getByRole('button', { name: /^Asha, .*At work now/ })).toBeVisible();
  await expect(here).toHaveCount(0);

  // At the second till, by PIN.
  const clockAtB = async (button: 'Clock in' | 'Clock out') => {
    await b.page.keyboard.press('Control+I');
    await dialog(b.page).getByRole('combobox', { name: 'Who' }).selectOption('Ravi');
    await dialog(b.page).getByLabel('Their PIN').fill(ravisPin);
    await b.page.keyboard.press('Enter');
    await expect(dialog(b.page).getByText(/^Ravi (is not clocked in|has been at work)/)).toBeVisible();
    await dialog(b.page).getByRole('button', { name: button, exact: true }).press('Enter');
    await expect(dialog(b.page)).toHaveCount(0);
  };
  await clockAtB('Clock in');
  await expect(here).toBeVisible();

  // Cut off: he goes at the second till, and the first cannot know until the line is back.
  line.become('cut');
  await expect(b.page.getByRole('banner').getByRole('button', { name: /Offline/ })).toBeVisible();
  await clockAtB('Clock out');
  await expect(here).toBeVisible();
  line.become('whole');
  await live(b);
  await expect(here).toHaveCount(0);
  await settled([a, b]);
  const month = (await call(a.page, 'attendance.sheet', { month: monthNow() })).people.find(({ id }) => id === ravi);
  const other = (await call(b.page, 'attendance.sheet', { month: monthNow() })).people.find(({ id }) => id === ravi);
  expect(other).toEqual(month);

  // The counter has hours and no pay, on the screen as in its file.
  await visit(b.page, '/staff/pay');
  await expect(b.page.getByText('Pay is shown on back-office tills only')).toBeVisible();
  await looker(b)('pay-at-counter');
  await b.close();
  await a.close();
  const rows = (folder: string, table: string) => {
    const db = openShopFile(folder);
    try {
      return db.prepare<[], { n: number }>(`SELECT count(*) AS n FROM ${table}`).get()?.n;
    } finally {
      db.close();
    }
  };
  expect([rows(a.userData, 'pay_rule'), rows(b.userData, 'pay_rule')]).toEqual([1, 0]);
  expect([rows(a.userData, 'attendance'), rows(b.userData, 'attendance')]).toEqual([3, 3]);
});

const monthNow = () => new Date(Date.now() + 5.5 * 3_600_000).toISOString().slice(0, 7);
