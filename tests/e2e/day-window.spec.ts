import type { RunningApp } from './support/app';
import { call } from './support/calls';
import { add, cartOf, createSample, goods, search } from './support/counter';
import { expect, test } from './support/fixtures';

// The window is closed while a bill is being paid. What was not paid is there again, what was paid is not paid twice.

/** As the window's own cross does; the app ends with its last window. */
async function closeWindow({ electron, page, process }: RunningApp): Promise<void> {
  const gone = new Promise<void>((resolve) => process.once('exit', () => resolve()));
  const window = await electron.browserWindow(page);
  // The answer may be lost with the app that gives it.
  await window.evaluate((browserWindow) => browserWindow.close()).catch(() => undefined);
  await gone;
}

/** Enter goes down and the window is closed in one turn of main: nothing can come in between. */
async function payAndClose({ electron, page, process }: RunningApp): Promise<void> {
  const gone = new Promise<void>((resolve) => process.once('exit', () => resolve()));
  const window = await electron.browserWindow(page);
  await window
    .evaluate((browserWindow) => {
      browserWindow.webContents.sendInputEvent({ type: 'keyDown', keyCode: 'Return' });
      browserWindow.webContents.sendInputEvent({ type: 'char', keyCode: '\r' });
      browserWindow.webContents.sendInputEvent({ type: 'keyUp', keyCode: 'Return' });
      browserWindow.close();
    })
    .catch(() => undefined);
  await gone;
}

const soldOf = async ({ page }: RunningApp) =>
  (await call(page, 'sales.bills', { limit: 10, from: '2020-01-01' })).total;

test('a window closed in mid-payment: the bill is there again, and nothing was taken for it', async ({ launch }) => {
  const first = await launch();
  await createSample(first);
  const before = await soldOf(first);
  await add(first, goods.rice, 'Basmati');
  await add(first, goods.cola, 'Cola');
  const open = await cartOf(first.page);
  await first.page.keyboard.press('F12');
  const form = first.page.getByRole('form', { name: 'Payment' });
  await expect(form).toBeVisible();
  // A part is taken already, and the next is being typed.
  await first.page.keyboard.type('50');
  await first.page.keyboard.press('Enter');
  await expect(form).toContainText('Still to pay');
  await first.page.keyboard.type('20');
  await closeWindow(first);

  const app = await launch({ userData: first.userData });
  await app.ready('counter');
  const again = await cartOf(app.page);
  expect({ id: again.id, lines: again.lines, totals: again.totals }).toEqual({
    id: open.id,
    lines: open.lines,
    totals: open.totals,
  });
  expect(await soldOf(app)).toBe(before);
  await app.page.keyboard.press('F12');
  await expect(app.page.getByText('To pay', { exact: true })).toBeVisible();
  await app.page.keyboard.press('Enter');
  await expect(app.page.getByRole('heading', { name: 'Paid' })).toBeVisible();
  const [row] = (await call(app.page, 'sales.bills', { limit: 1 })).rows;
  const bill = await call(app.page, 'sales.bill', { id: row?.id ?? '' });
  expect(bill.payments).toMatchObject([{ method: 'cash', amount: open.totals.cashDue }]);
  expect(await soldOf(app)).toBe(before + 1);
});

test('a window closed in the moment of paying: the bill is paid once, or is there to be paid', async ({ launch }) => {
  const first = await launch();
  await createSample(first);
  const before = await soldOf(first);
  await add(first, goods.rice, 'Basmati');
  const { id } = await cartOf(first.page);
  await first.page.keyboard.press('F12');
  await expect(first.page.getByRole('form', { name: 'Payment' })).toBeVisible();
  await payAndClose(first);

  const app = await launch({ userData: first.userData });
  await app.ready('counter');
  const again = await cartOf(app.page);
  const isPaid = (await soldOf(app)) === before + 1;
  test.info().annotations.push({ type: 'when it came back', description: isPaid ? 'paid' : 'open' });
  expect({ isOpen: again.id === id, lines: again.lines.length }).toEqual({ isOpen: !isPaid, lines: isPaid ? 0 : 1 });
  if (!isPaid) {
    await expect(search(app.page)).toBeFocused();
    await app.page.keyboard.press('F12');
    await app.page.keyboard.press('Enter');
    await expect(app.page.getByRole('heading', { name: 'Paid' })).toBeVisible();
  }
  expect(await soldOf(app)).toBe(before + 1);
  const [row] = (await call(app.page, 'sales.bills', { limit: 1 })).rows;
  const bill = await call(app.page, 'sales.bill', { id: row?.id ?? '' });
  expect(bill.payments).toMatchObject([{ method: 'cash', amount: bill.total }]);
});
