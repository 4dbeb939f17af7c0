import { call, createProduct, createShop } from './support/calls';
import { dialog } from './support/counter';
import { expect, test } from './support/fixtures';
import { looker } from './support/looker';
import { chooseFromMenu } from './support/menu';
import { visit } from './support/visit';

test('who changed what of a product or a customer stands on their page, by keyboard, and grows while it is open', async ({
  launch,
}) => {
  test.setTimeout(120_000);
  const app = await launch();
  const { page } = app;
  const look = looker(app);
  await createShop(page);
  await app.ready('counter');
  const soap = await createProduct(page, 'Neem soap', 40, 3);
  await visit(page, `/products/${soap.id}`);
  await page.getByRole('tab', { name: 'Changes' }).press('Enter');
  await expect(page.getByText('Nothing was changed')).toBeVisible();
  await look('changes-none');

  const product = {
    id: soap.id,
    name: 'Neem soap 100 g',
    sku: null,
    barcodes: ['8901030865237'],
    brandId: null,
    categoryId: null,
    hsn: '3401',
    unit: 'PCS',
    price: 4_800,
    mrp: 5_000,
    cost: 3_900,
    taxClassId: null,
    reorderLevel: 5_000,
    reorderQuantity: null,
    trackStock: true,
    byWeight: false,
    favourite: true,
    negativeStock: 'warn' as const,
    active: true,
    units: [{ unit: 'BOX', factor: 12_000, price: 55_000, barcode: null }],
  };
  await call(page, 'catalogue.saveProduct', product);
  const changes = page.getByRole('grid', { name: 'Changes' });
  await expect(changes.getByRole('row', { name: /Price.*₹10\.00.*₹48\.00.*Asha/ })).toBeVisible();
  await expect(changes.getByRole('row', { name: /Cost.*nothing.*₹39\.00.*Asha/ })).toBeVisible();
  await expect(changes.getByRole('row', { name: /Tile at the counter.*no.*yes/ })).toBeVisible();
  await call(page, 'catalogue.removeProduct', { id: soap.id });
  await call(page, 'catalogue.restoreProduct', { id: soap.id });
  await expect(changes.getByRole('row', { name: /Removed/ })).toHaveCount(2);
  await look('changes-product');

  const customer = { phone: null, gstin: null, stateCode: null, address: null, email: null, note: null };
  const ramesh = await call(page, 'customers.save', { ...customer, name: 'Ramesh', creditLimit: 200_000 });
  await call(page, 'customers.save', { ...customer, id: ramesh.id, name: 'Ramesh Traders', creditLimit: null });
  await visit(page, `/customers/${ramesh.id}`);
  await chooseFromMenu(page, 'More', 'Changes');
  await expect(dialog(page).getByRole('row', { name: /Credit limit.*₹2,000\.00.*No limit/ })).toBeVisible();
  await look('changes-customer');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  await call(page, 'settings.save', { language: 'hi' });
  await visit(page, `/products/${soap.id}`);
  await page.getByRole('tab', { name: 'बदलाव' }).click();
  await expect(page.getByRole('row', { name: /हटाया गया/ })).toHaveCount(2);
  await look('changes-hindi');
});
