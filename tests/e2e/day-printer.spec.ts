import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessibility';
import { call } from './support/calls';
import { changeToCashier, createSample, dialog, goods } from './support/counter';
import { Hands, type Part } from './support/day/hands';
import { connectPrinter } from './support/day/printer';
import { expect, test } from './support/fixtures';
import { tabTo } from './support/keyboard';

// A printer that is off, without paper, or dying, while a cashier goes on selling. Nobody waits for it, everybody is
// told, and in the end each receipt is on paper once.

const pictures = resolve(import.meta.dirname, '../../test-results/day');
const cash: readonly Part[] = [{ way: 'Cash' }];

/** One sale; the screen that says "paid" stays. */
async function sellOne(hands: Hands): Promise<string> {
  await hands.scan(goods.rice, 'Basmati');
  await hands.scan(goods.cola, 'Cola');
  return hands.pay(cash);
}

const jobOf = async (page: Page, label: string) =>
  (await call(page, 'printing.jobs', { limit: 50 })).find((job) => job.kind === 'bill' && job.label === label);

/** Goes back to the printer in the top bar, by keys, and opens what is behind it. */
async function openPapers({ page, press }: Hands): Promise<void> {
  const chip = page.getByRole('banner').getByRole('button', { name: '1 print to check' });
  await expect(chip).toBeVisible();
  for (let stop = 0; stop < 60; stop++) {
    if (await chip.evaluate((element) => element === document.activeElement)) break;
    await press('Shift+Tab');
  }
  await expect(chip).toBeFocused();
  await press('Enter');
  await expect(dialog(page)).toContainText('Prints');
}

/** Says of the paper with this number what somebody who looked at it says. */
async function decide(hands: Hands, number: string, answer: 'It is there' | 'Print again'): Promise<void> {
  const { page, press } = hands;
  const row = dialog(page)
    .getByRole('row')
    .filter({ hasText: `Bill ${number}` });
  await expect(row).toContainText('Is it on paper?');
  await tabTo(page, row.getByRole('button', { name: answer }));
  await press('Enter');
  await expect(row).not.toContainText('Is it on paper?');
}

test('a printer off, without paper and dying in the middle: sales go on, and each receipt is on paper once', async ({
  launch,
}) => {
  test.setTimeout(150_000);
  const app = await launch();
  const { page } = app;
  await createSample(app);
  const printer = await connectPrinter(page);
  const { simulator } = printer;
  const stateOf = (number: string) => async () => (await jobOf(page, number))?.state;
  try {
    await changeToCashier(app);
    const hands = new Hands(app);
    const sold: string[] = [];
    const next = async () => {
      sold.push(await sellOne(hands));
      return sold.at(-1) ?? '';
    };

    const first = await next();
    await expect.poll(stateOf(first)).toBe('printed');
    await hands.next();

    // Off: the next two wait, in words, and come out by themselves.
    simulator.suffer('refuses');
    await next();
    // It takes the connection and breaks it off at once; which of the two is seen first is a matter of the moment.
    await expect(page.getByRole('region', { name: 'Paid' })).toContainText(
      /The printer (refuses the connection|does not answer)|The connection broke off/,
    );
    await expectAccessible(page);
    mkdirSync(pictures, { recursive: true });
    await page.screenshot({ path: join(pictures, 'printer-off.png') });
    await hands.next();
    const third = await next();
    await hands.next();
    simulator.suffer('none');
    await expect.poll(stateOf(third), { timeout: 30_000 }).toBe('printed');

    // The paper ends in the middle of one; the one after it waits for paper.
    simulator.suffer('paper_out', 12);
    const torn = await next();
    await hands.next();
    const waiting = await next();
    await expect.poll(stateOf(torn), { timeout: 40_000 }).toBe('uncertain');
    await expect(page.getByText('1 print to check').first()).toBeVisible();
    await hands.next();
    simulator.suffer('none');
    await expect.poll(stateOf(waiting), { timeout: 40_000 }).toBe('printed');
    // New paper in, and the printer went on where it had stopped: it is whole after all.
    expect(printer.whole(torn)).toBe(1);
    await openPapers(hands);
    await page.screenshot({ path: join(pictures, 'printer-uncertain.png') });
    await expectAccessible(page);
    await decide(hands, torn, 'It is there');
    await hands.press('Escape');
    await expect(dialog(page)).toHaveCount(0);

    // It dies in the middle, and what it had taken in is lost with it.
    simulator.suffer('dies', 12);
    const lost = await next();
    await expect.poll(stateOf(lost), { timeout: 30_000 }).toBe('uncertain');
    simulator.suffer('none');
    await hands.next();
    expect(printer.whole(lost)).toBe(0);
    await openPapers(hands);
    await decide(hands, lost, 'Print again');
    await expect.poll(stateOf(lost), { timeout: 30_000 }).toBe('printed');
    await hands.press('Escape');
    await expect(dialog(page)).toHaveCount(0);
    await next();
    await hands.next();

    await expect.poll(async () => (await call(page, 'printing.status', {})).waiting, { timeout: 30_000 }).toBe(0);
    expect(sold.map((number) => [number, printer.whole(number)])).toEqual(sold.map((number) => [number, 1]));
    const jobs = (await call(page, 'printing.jobs', { limit: 50 })).filter(({ kind }) => kind === 'bill');
    // The one that somebody found on paper is marked as looked after, all others as printed.
    expect(jobs.map(({ label, state, trouble }) => [label, state, trouble]).sort()).toEqual(
      sold.map((label) => (label === torn ? [label, 'failed', 'dismissed'] : [label, 'printed', null])),
    );
    expect(
      (await call(page, 'sales.bills', { limit: 50, from: '2026-01-01' })).rows.map(({ number }) => number),
    ).toEqual(expect.arrayContaining(sold));
  } finally {
    await printer.close();
  }
});
