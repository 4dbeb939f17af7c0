import type { RunningApp } from './support/app';
import { call } from './support/calls';
import { cartOf, createSample, dialog, goods, search } from './support/counter';
import { expect, test } from './support/fixtures';
import { scan } from './support/scanner';

// What a scanner and two keys do, key by key and at a scanner's own speed.

/** Goods of the sample shop, each after another: the same at once would be a scanner that went off twice. */
const four = [goods.rice, goods.biscuits, goods.buttermilk, goods.cola] as const;
const run = Array.from({ length: 20 }, (_, at) => four[at % four.length] ?? goods.cola);

/** Every key that goes down in the pages that are loaded from now on; heard before the app can swallow it. */
async function hearKeys({ page }: RunningApp): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    window.addEventListener('keydown', ({ key, isTrusted }) => isTrusted && heard.push(key), { capture: true });
  });
  // proof: what was put there above
  return () => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
}

/**
 * A run of a scanner, recorded: each code's keys at once, the codes 100 ms apart by the clock of main, which sends them.
 * Answers how long it took from the first key to the last.
 */
async function scanRun({ electron, page }: RunningApp, codes: readonly string[]): Promise<number> {
  const window = await electron.browserWindow(page);
  return window.evaluate(
    ({ webContents }, all) =>
      new Promise<number>((resolve) => {
        const began = performance.now();
        let at = 0;
        const timer = setInterval(() => {
          for (const char of all[at] ?? '') {
            webContents.sendInputEvent({ type: 'keyDown', keyCode: char });
            webContents.sendInputEvent({ type: 'char', keyCode: char });
            webContents.sendInputEvent({ type: 'keyUp', keyCode: char });
          }
          webContents.sendInputEvent({ type: 'keyDown', keyCode: 'Return' });
          webContents.sendInputEvent({ type: 'char', keyCode: '\r' });
          webContents.sendInputEvent({ type: 'keyUp', keyCode: 'Return' });
          at += 1;
          if (at < all.length) return;
          clearInterval(timer);
          resolve(performance.now() - began);
        }, 100);
      }),
    codes,
  );
}

/** Five of each of the four, and nothing else. */
async function expectFiveOfEach({ page }: RunningApp): Promise<void> {
  const quantities = async () => (await cartOf(page)).lines.map(({ quantity }) => quantity);
  await expect.poll(quantities).toEqual([5000, 5000, 5000, 5000]);
}

test('a cash sale of five scanned goods is five scans, F12 and Enter: no other key', async ({ launch }) => {
  const app = await launch();
  const { page } = app;
  const heard = await hearKeys(app);
  await createSample(app);
  const five = [...four, goods.biscuits];
  for (const code of five) await scan(app, code);
  await page.keyboard.press('F12');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Paid' })).toBeVisible();
  expect(await heard()).toEqual([...five.flatMap((code) => [...code, 'Enter']), 'F12', 'Enter']);
  const [sold] = (await call(page, 'sales.bills', { limit: 1 })).rows;
  const bill = await call(page, 'sales.bill', { id: sold?.id ?? '' });
  expect(bill.lines.map(({ quantity }) => quantity)).toEqual([1000, 2000, 1000, 1000]);
  expect(bill).toMatchObject({ due: 0, change: 0, payments: [{ method: 'cash', amount: bill.total }] });
});

test('twenty scans in two seconds lose nothing and double nothing: searching, paying, in a dialog, after a sale', async ({
  launch,
}) => {
  const app = await launch();
  const { page } = app;
  await createSample(app);

  // Somebody was typing in the search: what they typed is still there.
  await search(page).focus();
  await page.keyboard.type('ric');
  await expect(page.getByRole('option').first()).toBeVisible();
  const took = await scanRun(app, run);
  test.info().annotations.push({ type: 'twenty scans', description: `${Math.round(took)} ms` });
  await expectFiveOfEach(app);
  await expect(search(page)).toHaveValue('ric');
  await page.keyboard.press('Escape');
  await expect(search(page)).toHaveValue('');

  // While it is paid the bill stands still, and the last refused code is told.
  await page.keyboard.press('F12');
  await expect(page.getByRole('form', { name: 'Payment' })).toBeVisible();
  await scanRun(app, run);
  await expect(page.getByRole('form', { name: 'Payment' })).toContainText(`Not added: ${goods.cola}`);
  await expect(page.getByRole('textbox', { name: 'Cash received' })).toHaveValue('');
  await expectFiveOfEach(app);
  await page.keyboard.press('Escape');
  await expect(search(page)).toBeFocused();

  // In a dialog none is added, and the dialog says so; its field keeps what it held.
  await page.keyboard.press('F3');
  await expect(dialog(page).getByRole('textbox', { name: 'Quantity' })).toBeFocused();
  const before = await dialog(page).getByRole('textbox', { name: 'Quantity' }).inputValue();
  await scanRun(app, run);
  await expect(dialog(page)).toContainText(`Not added: ${run.at(-1)}`);
  await expect(dialog(page).getByRole('textbox', { name: 'Quantity' })).toHaveValue(before);
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  await expectFiveOfEach(app);

  // On the screen of a paid bill the first scan begins the next one: it is on it, like all others.
  await page.keyboard.press('F12');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Paid' })).toBeVisible();
  const sold = await call(page, 'sales.bills', { limit: 1 });
  await scanRun(app, run);
  await expectFiveOfEach(app);
  expect((await call(page, 'sales.bills', { limit: 1 })).rows[0]?.id).toBe(sold.rows[0]?.id);
});
