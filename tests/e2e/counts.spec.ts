import type { Page } from '@playwright/test';
import { call, createProduct, createShop } from './support/calls';
import { createSample } from './support/counter';
import { expect, test } from './support/fixtures';
import { looker } from './support/looker';
import { scan } from './support/scanner';
import { visit } from './support/visit';

const toast = (page: Page, text: string | RegExp) => page.getByRole('alert').filter({ hasText: text });
const field = (page: Page) => page.getByRole('combobox', { name: /Scan, or type a product; 12\*/ });

test('a shelf is counted by the scanner, outlives a crash, is looked at and posted', async ({ launch }) => {
  test.setTimeout(120_000);
  const before = await launch();
  await createShop(before.page);
  await before.ready('counter');
  const butter = await createProduct(before.page, 'Amul Butter', 20, 5);
  const { page } = before;
  await visit(page, '/stock/counts');
  await expect(page.getByText('Nothing has been counted yet')).toBeVisible();
  await page.keyboard.press('n');
  await page.getByRole('textbox', { name: 'Name' }).fill('Fridge');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Fridge' })).toBeVisible();
  await expect(page.getByText('0 of 1 products')).toBeVisible();
  await field(page).fill('12* amul');
  await expect(page.getByRole('option', { name: /Amul Butter/ })).toBeVisible();
  // Blind: nobody is told that there should be twenty.
  await expect(page.getByText('20 pc')).toHaveCount(0);
  await field(page).press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Amul Butter' })).toContainText('12 pc');
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Amul Butter' })).toContainText('0 pc');
  await field(page).fill('12* amul');
  await expect(page.getByRole('option', { name: /Amul Butter/ })).toBeVisible();
  await field(page).press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Amul Butter' })).toContainText('12 pc');

  // The app dies; what was counted was counted. Meanwhile two are sold.
  await before.kill();
  const app = await launch({ userData: before.userData });
  const { page: again } = app;
  await app.ready('counter');
  await call(again, 'stock.adjust', { productId: butter.id, quantity: -2_000, reason: 'own_use', note: '' });
  await visit(again, '/stock/counts');
  await again.getByRole('grid', { name: 'Counts' }).press('Enter');
  await expect(again.getByText('1 of 1 products')).toBeVisible();
  await again.getByRole('link', { name: 'Review' }).press('Enter');
  await expect(again.getByRole('row', { name: /Amul Butter 20 pc 12 pc [-−]8 pc/ })).toBeVisible();
  await again.getByRole('grid', { name: 'Review' }).press('Enter');
  await again.getByRole('textbox', { name: 'Counted again' }).fill('17');
  await again.keyboard.press('Enter');
  await expect(toast(again, 'Amul Butter: 17 pc counted')).toBeVisible();
  await expect(again.getByRole('row', { name: /Amul Butter 18 pc 17 pc [-−]1 pc/ })).toBeVisible();
  await again.getByRole('button', { name: 'Update stock' }).press('Enter');
  await again.getByRole('dialog').getByRole('button', { name: 'Update stock' }).press('Enter');
  await expect(toast(again, 'Stock updated from Fridge')).toBeVisible();
  expect(await call(again, 'catalogue.product', { id: butter.id })).toMatchObject({ stock: 17_000 });
  await visit(again, `/stock/${butter.id}`);
  await expect(again.getByText('Fridge', { exact: true })).toBeVisible();
});

test('the screens of counting can be seen and read by everybody', async ({ launch }) => {
  test.setTimeout(180_000);
  const app = await launch();
  const { page } = app;
  await createSample(app);
  const look = looker(app);
  await visit(page, '/stock/counts');
  await expect(page.getByText('Nothing has been counted yet')).toBeVisible();
  const { rows } = await call(page, 'catalogue.products', { text: 'tea', limit: 6 });
  const { id: countId } = await call(page, 'counts.begin', { name: 'Tea shelf', scope: { what: 'free' } });
  await call(page, 'counts.begin', { name: 'November', scope: { what: 'all' } });
  for (const [index, { id, stock }] of rows.entries()) {
    const quantity = Math.max(1_000, Math.floor(stock / 1000) * 1000 + (index % 3) * 1_000 - 1_000);
    await call(page, 'counts.add', { countId, productId: id, quantity });
  }
  await look('counts');
  await page.keyboard.press('n');
  await expect(page.getByRole('dialog')).toBeVisible();
  await look('count-begin');
  await page.keyboard.press('Escape');
  await page.getByRole('row', { name: /Tea shelf/ }).click();
  await field(page).fill('2* tea');
  await expect(page.getByRole('option').first()).toBeVisible();
  await field(page).press('Enter');
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
  // A scan counts wherever the focus is.
  const scanned = rows.find(({ barcode }) => barcode !== null);
  await scan(app, scanned?.barcode ?? '');
  await expect(page.getByRole('status').filter({ hasText: scanned?.name ?? '' })).toContainText('+1 pc');
  await look('count-counting');
  await page.getByRole('link', { name: 'Review' }).click();
  await expect(
    page
      .getByRole('grid', { name: 'Review' })
      .getByRole('row', { name: /[-−]1 pc/ })
      .first(),
  ).toBeVisible();
  await look('count-review');
  await page.getByRole('grid', { name: 'Review' }).press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await look('count-line');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('button', { name: 'Update stock' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await look('count-post');
});
