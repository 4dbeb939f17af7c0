import type { Page } from '@playwright/test';
import { call, createProduct, createShop } from './support/calls';
import { dialog } from './support/counter';
import { expect, test } from './support/fixtures';
import { nextId } from './support/ids';
import { tabTo } from './support/keyboard';
import { looker } from './support/looker';
import { hostShop, joinShop } from './support/tills-in-step';
import { visit } from './support/visit';

const grid = (page: Page) => page.getByRole('grid', { name: 'Products' });
const toast = (page: Page, text: string | RegExp) => page.getByRole('alert').filter({ hasText: text });
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

/** To the bar's button and through it, as somebody without a mouse does. */
async function press(page: Page, name: string | RegExp): Promise<void> {
  await tabTo(page, button(page, name));
  await page.keyboard.press('Enter');
}

test('many products are chosen, looked at, changed and given back, without a mouse', async ({ launch }) => {
  test.setTimeout(180_000);
  const app = await launch();
  const { page } = app;
  const look = looker(app);
  await createShop(page, 'sample');
  await page.reload();
  await app.ready('counter');
  await visit(page, '/products');
  const prices = async () => (await call(page, 'catalogue.products', { limit: 4 })).rows.map(({ price }) => price);
  const before = await prices();

  await tabTo(page, grid(page));
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(page.getByText('4 selected')).toBeVisible();
  await page.keyboard.press('Space');
  await expect(page.getByText('3 selected')).toBeVisible();
  await expect(grid(page).getByRole('checkbox', { checked: true })).toHaveCount(3);
  await look('bulk-selected');

  await press(page, 'Price…');
  await expect(dialog(page).getByRole('textbox', { name: 'By how much' })).toBeFocused();
  await expect(button(page, 'Nothing to change')).toBeDisabled();
  await look('bulk-price-empty');
  await page.keyboard.type('101');
  await press(page, 'Cancel');
  await expect(dialog(page)).toHaveCount(0);
  await expect(button(page, 'Price…')).toBeFocused();
  expect(await prices()).toEqual(before);

  await page.keyboard.press('Enter');
  await tabTo(page, dialog(page).getByRole('combobox', { name: 'Dearer or cheaper' }));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByRole('combobox', { name: 'Dearer or cheaper' })).toHaveValue('Cheaper');
  await tabTo(page, dialog(page).getByRole('textbox', { name: 'By how much' }));
  await page.keyboard.type('10');
  await expect(dialog(page).getByRole('row')).toHaveCount(4);
  await look('bulk-price');
  await press(page, 'Change 3 products');
  await expect(toast(page, '3 products changed')).toBeVisible();
  await expect(page.getByText('3 selected')).toHaveCount(0);
  await expect(grid(page)).toBeFocused();
  expect(await prices()).toEqual(before.map((each, n) => (n < 3 ? Math.round(each * 0.9) : each)));
  await tabTo(page, button(page, 'Undo'));
  await page.keyboard.press('Enter');
  await expect(toast(page, '3 products are as they were before')).toBeVisible();
  expect(await prices()).toEqual(before);

  // With a mouse, for who has one: a box, and with Shift all from there to here; the list keeps the focus for the keys.
  await grid(page).getByRole('checkbox').nth(2).click();
  await grid(page)
    .getByRole('checkbox')
    .nth(5)
    .click({ modifiers: ['Shift'] });
  await expect(page.getByText('4 selected')).toBeVisible();
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByText('5 selected')).toBeVisible();

  // Labels for what is ticked; it still is for whoever comes back.
  await press(page, 'Labels');
  await expect(page.getByRole('table', { name: 'Products to label' }).getByRole('textbox')).toHaveCount(5);
  await page.goBack();
  await expect(page.getByText('5 selected')).toBeVisible();
  await page.getByRole('button', { name: 'Select none' }).click();
  await expect(page.getByRole('region', { name: 'What is selected' })).toHaveCount(0);
  await expect(grid(page)).toBeFocused();

  // All of a filter: half as dear again is more than what is printed on most packs.
  await tabTo(page, grid(page));
  await page.keyboard.press('Control+a');
  const { total } = await call(page, 'catalogue.products', { limit: 1 });
  await expect(page.getByText(`${total} selected`)).toBeVisible();
  await press(page, 'Price…');
  await expect(dialog(page).getByRole('textbox', { name: 'By how much' })).toBeFocused();
  await page.keyboard.type('50');
  await expect(dialog(page).getByText('Above the MRP').first()).toBeVisible();
  await look('bulk-price-refused');
  await press(page, /^Change \d+ products?$/);
  await expect(dialog(page).getByRole('list', { name: 'What could not be changed, and why' })).toBeVisible();
  await look('bulk-result');
  await press(page, 'Undo all of it');
  await expect(toast(page, '28 products are as they were before')).toBeVisible();
  await expect(dialog(page)).toHaveCount(0);
  expect(await prices()).toEqual(before);

  await tabTo(page, grid(page));
  await page.keyboard.press('Control+a');
  await press(page, 'Tile at the counter…');
  await dialog(page).getByRole('radio', { name: 'Tile', exact: true }).press('ArrowRight');
  await expect(dialog(page).getByRole('radio', { name: 'No tile', exact: true })).toBeChecked();
  await expect(dialog(page).getByText(/stay as they are/)).toBeVisible();
  await look('bulk-tiles');
  await page.keyboard.press('Escape');
  await press(page, 'Category…');
  await expect(dialog(page).getByRole('combobox', { name: 'Category' })).toBeFocused();
  await page.keyboard.type('tea');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByRole('row').nth(1)).toBeVisible();
  await look('bulk-category');
  await page.keyboard.press('Escape');

  await call(page, 'settings.save', { language: 'hi' });
  await expect(page.getByRole('region', { name: 'What is selected' })).toBeVisible();
  await look('bulk-selected-hindi');
  await button(page, 'दाम…').press('Enter');
  await expect(dialog(page).getByRole('textbox', { name: 'कितना' })).toBeFocused();
  await page.keyboard.type('5');
  await expect(dialog(page).getByRole('row').nth(1)).toBeVisible();
  await look('bulk-price-hindi');
});

test('what one till changes of many products the other shows at once, and keeps what is chosen there and where one stands', async ({
  launch,
}) => {
  test.setTimeout(180_000);
  const a = await launch();
  const { port } = await hostShop(a);
  const names = ['Almonds', 'Biscuits', 'Coffee', 'Dal'];
  const goods = [];
  for (const name of names) goods.push((await createProduct(a.page, name, 10, 0)).id);
  const b = await launch();
  await joinShop(a, b, `127.0.0.1:${port}`, 'Counter 2');
  const { page } = b;
  await visit(page, '/products');
  await tabTo(page, grid(page));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByText('2 selected')).toBeVisible();

  const selection = { of: 'filter' as const };
  const how = { by: 'percent' as const, rate: 105_000 };
  const change = { field: 'price' as const, how, rounding: { step: 100 } };
  const { stamp } = await call(a.page, 'bulk.preview', { selection, change, limit: 10 });
  const requestId = nextId();
  const result = await call(a.page, 'bulk.run', { requestId, selection, change, stamp });
  expect(result).toMatchObject({ changed: 4, refused: 0 });
  await expect(grid(page).getByRole('row', { name: /₹11\.00/ })).toHaveCount(4);
  await expect(page.getByText('2 selected')).toBeVisible();
  await expect(grid(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Coffee' })).toBeVisible();

  // Somebody else's change since is left alone by the undo, and both tills end alike.
  await page.goBack();
  const coffee = await call(page, 'catalogue.product', { id: goods[2] ?? '' });
  const { name, sku, barcodes, brandId, categoryId, hsn, unit, mrp, cost, taxClassId } = coffee;
  const { reorderLevel, reorderQuantity, trackStock, byWeight, favourite, negativeStock, active, units } = coffee;
  const same = { name, sku, barcodes, brandId, categoryId, hsn, unit, mrp, cost, taxClassId, reorderLevel, units };
  const more = { reorderQuantity, trackStock, byWeight, favourite, negativeStock, active };
  await call(page, 'catalogue.saveProduct', { id: coffee.id, ...same, ...more, price: 2_500 });
  await visit(a.page, '/products');
  await expect(grid(a.page).getByRole('row', { name: /Coffee.*₹25\.00/ })).toBeVisible();
  expect(await call(a.page, 'bulk.undo', { requestId })).toMatchObject({
    changed: 3,
    refusals: [{ name: 'Coffee', reason: 'changed_since' }],
  });
  await expect(grid(page).getByRole('row', { name: /₹10\.00/ })).toHaveCount(3);
  await expect(grid(page).getByRole('row', { name: /Coffee.*₹25\.00/ })).toBeVisible();
});
