import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { RunningApp } from './support/app';
import { call, createProduct, sell } from './support/calls';
import { add, cartOf, createSample, dialog, goods, owner, payExactly } from './support/counter';
import { expect, test } from './support/fixtures';
import { looker } from './support/looker';
import { scan } from './support/scanner';

// Training in the real app: how it is entered and left, what it looks like, and that the real shop does not notice.

const band = 'Training: nothing here is sold';
const folder = (app: RunningApp) => join(app.userData, 'training');

async function startTraining(app: RunningApp): Promise<void> {
  await app.page.keyboard.press('F10');
  await app.page.getByRole('button', { name: 'Start training' }).click();
  await dialog(app.page).getByRole('button', { name: 'Start training' }).click();
  await expect(app.page.getByText(band)).toBeVisible();
  await app.ready('counter');
}

async function signIn({ page, ready }: RunningApp, pin: string): Promise<void> {
  await page.getByRole('button', { name: owner.name }).click();
  await page.getByLabel(`${owner.name}’s PIN`).fill(pin);
  await page.keyboard.press('Enter');
  await ready('counter');
}

test('a cashier practises, and the real shop is found as it was left', async ({ launch, notifications }) => {
  test.setTimeout(150_000);
  const app = await launch();
  const { page } = app;
  const look = looker(app);
  await createSample(app);
  const low = await createProduct(page, 'Jaggery 1 kg', 3, 2);
  await add(app, goods.rice, 'Basmati');
  const before = await cartOf(page);
  const bills = await call(page, 'sales.bills', { limit: 5 });

  await page.keyboard.press('F10');
  await page.getByRole('button', { name: 'Start training' }).click();
  await expect(dialog(page)).toContainText('Nothing that is done there is real');
  await look('training-question');
  await scan(app, goods.cola);
  await expect(page.getByText(`Not added: ${goods.cola}`)).toBeVisible();
  expect(await cartOf(page)).toEqual(before);
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);

  await startTraining(app);
  await expect(page.getByRole('listitem').filter({ hasText: 'Basmati' })).toHaveCount(0);
  // Below its reorder level: in the real shop that is worth a notification.
  await sell(page, [[low.id, 2]]);
  await add(app, goods.biscuits, 'Bourbon');
  await look('training-counter');
  const bill = await payExactly(page);
  expect(bill.number).toMatch(/^TRN\//);
  await expect(page.getByText('TRAINING, NOT A BILL').first()).toBeVisible();
  await look('training-paid');

  // Whoever leaves the till in training is told the PIN there.
  await page.keyboard.press('Control+l');
  await app.ready('sign-in');
  await expect(page.getByText('Everyone’s PIN here is 2468')).toBeVisible();
  await look('training-sign-in');
  await signIn(app, '2468');

  // Somebody signed in with a PIN that proves nothing: the real shop asks for theirs.
  await page.getByRole('button', { name: 'End training' }).click();
  await expect(page.getByText(band)).toHaveCount(0);
  await app.ready('sign-in');
  await signIn(app, owner.pin);
  await expect(page.getByRole('listitem').filter({ hasText: 'Basmati' })).toBeVisible();
  expect(await cartOf(page)).toEqual(before);
  expect(await call(page, 'sales.bills', { limit: 5 })).toEqual(bills);
  expect(existsSync(folder(app))).toBe(false);

  await call(page, 'sales.clear', {});
  await sell(page, [[low.id, 2]]);
  await expect.poll(() => notifications.shown.length).toBeGreaterThan(0);
  expect(notifications.shown).toHaveLength(1);
});

test('whoever stays signed in comes back without a PIN', async ({ launch }) => {
  const app = await launch();
  await createSample(app);
  await startTraining(app);
  await app.page.getByRole('button', { name: 'End training' }).click();
  await expect(app.page.getByText(band)).toHaveCount(0);
  await app.ready('counter');
  expect(await call(app.page, 'system.status', {})).toMatchObject({ phase: 'ready', training: false });
});

test('a till that is killed in training starts in the real shop and asks for a PIN', async ({ launch }) => {
  const app = await launch();
  await createSample(app);
  await startTraining(app);
  expect(existsSync(folder(app))).toBe(true);
  await app.kill();
  const again = await launch({ userData: app.userData });
  await again.ready('sign-in');
  await expect(again.page.getByText(band)).toHaveCount(0);
  expect(existsSync(folder(again))).toBe(false);
});
