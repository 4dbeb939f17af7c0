import { call, createProduct, createShop, sell } from './support/calls';
import { expect, test } from './support/fixtures';
import { looker } from './support/looker';
import { visit } from './support/visit';

test('behind the bell stands everything the app has to say, once, and it can be marked as seen', async ({ launch }) => {
  test.setTimeout(120_000);
  const app = await launch();
  const { page, ready } = app;
  await createShop(page);
  await ready('counter');
  const look = looker(app);
  const bell = page.getByRole('banner').getByRole('link', { name: /alert/ });
  const list = page.getByRole('list', { name: 'Alerts' });
  const items = list.getByRole('listitem');

  await bell.press('Enter');
  await expect(page.getByText('Nothing needs your attention')).toBeVisible();
  await look('alerts-nothing');

  const soap = await createProduct(page, 'Neem soap', 6, 5);
  const milk = await createProduct(page, 'Milk', 1, 5);
  const bread = await createProduct(page, `Bread ${'with seeds '.repeat(16)}`, 6, 5);
  await sell(page, [
    [soap.id, 2],
    [milk.id, 3],
    [bread.id, 2],
  ]);
  // Milk is low, out and oversold: that is one thing to say.
  await expect(items).toHaveCount(3);
  await expect(bell).toHaveAccessibleName('3 open alerts');
  await expect(items.filter({ hasText: 'Oversold · Milk' })).toHaveCount(1);
  await look('alerts-everything');

  await page.getByRole('button', { name: /Mark seen: Low stock · Neem soap/ }).press('Enter');
  await expect(items).toHaveCount(2);
  await expect(bell).toHaveAccessibleName('2 open alerts');
  await items.filter({ hasText: 'Milk' }).getByRole('link').press('Enter');
  await expect(page.getByRole('heading', { name: 'Milk' })).toBeVisible();
  await bell.press('Enter');
  await page.getByRole('button', { name: 'Mark all 2 as seen' }).press('Enter');
  await expect(page.getByText('Nothing needs your attention')).toBeVisible();
  await expect(bell).toHaveAccessibleName('No open alerts');

  await visit(page, '/settings/till');
  await page.getByRole('switch', { name: 'Low stock' }).press('Space');
  await expect(page.getByRole('switch', { name: 'Low stock' })).not.toBeChecked();
  expect(await call(page, 'system.notices', {})).toEqual({
    low_stock: false,
    out_of_stock: true,
    oversold: true,
    new_order: true,
  });
});
