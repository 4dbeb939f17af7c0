import type { Page } from '@playwright/test';
import { call, createProduct, createShop, sell } from './support/calls';
import { createSample } from './support/counter';
import { expect, test } from './support/fixtures';
import { looker } from './support/looker';
import { visit } from './support/visit';

const levels = (page: Page) => page.getByRole('grid', { name: 'Stock' });
const toast = (page: Page, text: string | RegExp) => page.getByRole('alert').filter({ hasText: text });

test('levels are filtered, opened, read and set right without a mouse, and follow every sale', async ({ launch }) => {
  const { page, ready } = await launch();
  await createShop(page);
  await ready('counter');
  const butter = await createProduct(page, 'Amul Butter', 20, 5);
  const milk = await createProduct(page, 'Milk', 3, 5);
  await createProduct(page, 'Rusk', 0, 0);
  await visit(page, '/stock');
  await expect(levels(page).getByRole('row')).toHaveCount(4);
  await expect(page.getByText('Low 1')).toBeVisible();

  // The radio of the states moves by arrow; the list follows.
  await page.getByRole('radio', { name: 'All 3' }).press('ArrowRight');
  await expect(levels(page).getByRole('row', { name: /Milk .*3 pc.*Low/ })).toBeVisible();
  await expect(levels(page).getByRole('row')).toHaveCount(2);
  // What is sold meanwhile is seen at once.
  await sell(page, [
    [butter.id, 15],
    [milk.id, 4],
  ]);
  await expect(levels(page).getByRole('row', { name: /Amul Butter .*5 pc.*Low/ })).toBeVisible();
  await expect(page.getByText('Oversold 1')).toBeVisible();

  await levels(page).press('Enter');
  await expect(page.getByRole('heading', { name: 'Amul Butter' })).toBeVisible();
  await page.keyboard.press('n');
  await page.getByRole('combobox', { name: 'Reason' }).press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Reason' })).toHaveValue('Damaged');
  await page.getByRole('textbox', { name: 'Quantity' }).fill('2');
  await page.keyboard.press('Enter');
  await expect(toast(page, 'Amul Butter: 3 pc now')).toBeVisible();
  await expect(page.getByRole('row', { name: /Damaged −2 pc 3 pc/ })).toBeVisible();
  const period = page.getByLabel('The stock of these days');
  await expect(period).toHaveText('At the start0 pcReceived+20 pcSold−15 pcReturned0 pcAdjusted−2 pcAt the end3 pc');
  expect(await call(page, 'stock.period', { productId: butter.id })).toMatchObject({ adjusted: -2000, atEnd: 3000 });
  await page.keyboard.press('Escape');
  await expect(levels(page)).toBeVisible();
});

test('the stock screens can be seen and read by everybody', async ({ launch }) => {
  const app = await launch();
  const { page } = app;
  await createSample(app);
  const look = looker(app);
  await visit(page, '/stock');
  await expect(levels(page).getByRole('row').nth(3)).toBeVisible();
  await look('stock');
  await levels(page).press('Enter');
  await expect(page.getByRole('grid', { name: 'Stock history' })).toBeVisible();
  await look('stock-product');
  await page.getByRole('button', { name: 'Adjust stock' }).click();
  await look('stock-adjust');
});
