import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessibility';
import type { RunningApp } from './support/app';
import { call, createProduct, createShop, sell } from './support/calls';
import { expect, test } from './support/fixtures';
import { eachScreen } from './support/screens';

/** Goes where a link of the app would lead: what stands after `?` is the address's search, as the router writes it. */
async function visit(page: Page, address: string): Promise<void> {
  await page.evaluate((to) => {
    const [path = '/', search = ''] = to.split('?');
    history.pushState(null, '', `?${search}#${path}`);
    dispatchEvent(new HashChangeEvent('hashchange'));
  }, address);
}

const price = (page: Page) => page.getByRole('textbox', { name: /^Price/ }).first();
const toast = (page: Page, text: string | RegExp) => page.getByRole('alert').filter({ hasText: text });

test('a product is made, changed, removed and brought back, without a mouse', async ({ launch }) => {
  const { page, ready } = await launch();
  await createShop(page);
  await ready('counter');
  await visit(page, '/products');
  await expect(page.getByText('No products yet')).toBeVisible();

  await page.keyboard.press('n');
  await page.getByRole('textbox', { name: 'Name' }).fill('Parle-G 80 g');
  await price(page).fill('10');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Parle-G 80 g' })).toBeVisible();

  // Esc closes an open list first, and only then goes back.
  await page.getByRole('combobox', { name: 'Category' }).press('ArrowDown');
  await page.keyboard.press('Escape');
  await page.getByRole('textbox', { name: 'Name' }).fill('Parle-G 100 g');
  const away = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Products' });
  await away.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Leave without saving?' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(away).toBeFocused();
  await page.getByRole('textbox', { name: 'Name' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Parle-G 100 g' })).toBeVisible();

  await page.getByRole('button', { name: 'Remove', exact: true }).press('Enter');
  await expect(page.getByText('No products yet')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(page.getByRole('row', { name: /Parle-G 100 g/ })).toBeVisible();

  await page.keyboard.press('/');
  await page.keyboard.type('parle');
  await expect(page.getByRole('row', { name: /Parle-G 100 g/ })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('grid', { name: 'Products' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Parle-G 100 g' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('grid', { name: 'Products' })).toBeVisible();
});

test('a code that the counter did not know becomes a product; wrong and taken codes are named at the field', async ({
  launch,
}) => {
  const { page, ready } = await launch();
  await createShop(page);
  await ready('counter');
  await visit(page, '/products/new?barcode=8901030865237');
  await expect(page.getByText('Scanned at the counter: 8901030865237')).toBeVisible();
  await page.getByRole('textbox', { name: 'Name' }).fill('Surf Excel');
  await price(page).fill('1,234.50');

  const barcodes = page.getByRole('combobox', { name: 'Barcodes' });
  await barcodes.fill('8901030865238');
  await barcodes.press('Enter');
  await expect(page.getByText('One digit of 8901030865238 is wrong. Scan or type it again.')).toBeVisible();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(barcodes).toBeFocused();
  await barcodes.press('Backspace');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(toast(page, 'Surf Excel saved')).toBeVisible();
  // Back at the counter it is on the bill that it was scanned for.
  await expect(page.getByRole('listitem').filter({ hasText: 'Surf Excel' })).toBeVisible();

  await visit(page, '/products/new');
  await page.getByRole('textbox', { name: 'Name' }).fill('Another');
  await price(page).fill('5');
  await barcodes.fill('8901030865237');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Surf Excel already has the barcode 8901030865237.')).toBeVisible();
});

test('what the counter did not know by name is one product and one line, as many as were asked for, however often it is saved', async ({
  launch,
}) => {
  const { page, ready } = await launch();
  await createShop(page);
  await ready('counter');
  const search = page.getByRole('combobox', { name: 'Search products' });
  await search.fill('5*Vim500');
  const add = page.getByRole('button', { name: 'New product', exact: true });
  await expect(add).toBeVisible();
  await search.press('Enter');
  await expect(page.getByText('Unknown code')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'New product with this code' })).toBeVisible();
  await add.click();
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Vim500');
  await price(page).fill('20');
  // Somebody leans on Enter.
  await page.evaluate(() => {
    const form = document.querySelector('form');
    const pressing = setInterval(() => (form?.isConnected ? form.requestSubmit() : clearInterval(pressing)));
  });
  await expect(page.getByRole('listitem').filter({ hasText: 'Vim500' })).toBeVisible();
  expect((await call(page, 'catalogue.products', { limit: 10 })).rows).toHaveLength(1);
  expect((await call(page, 'sales.cart', {})).lines.map((line) => line.quantity)).toEqual([5000]);
});

test('a new product that the bill refuses is saved all the same, and it is said why it is not on the bill', async ({
  launch,
}) => {
  const { page, ready } = await launch();
  await createShop(page);
  await call(page, 'settings.save', { negative_stock: 'block' });
  await ready('counter');
  await visit(page, '/products/new?sell&name=Vim');
  await price(page).fill('20');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(toast(page, 'Vim is saved, but not on the bill: there is not enough in stock')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Vim' })).toBeVisible();
  expect((await call(page, 'sales.cart', {})).lines).toEqual([]);
});

test('two people edit one product: what the other changed is taken in, what is being typed stays', async ({
  launch,
}) => {
  const { page, ready } = await launch();
  await createShop(page);
  await ready('counter');
  const {
    barcode: _,
    brand: __,
    category: ___,
    stock: ____,
    deleted: _____,
    ...product
  } = await createProduct(page, 'Atta 5 kg', 9, 2);
  await visit(page, `/products/${product.id}`);
  await page.getByRole('textbox', { name: 'Name' }).fill('Chakki Atta 5 kg');
  await call(page, 'catalogue.saveProduct', { ...product, price: 28_500 });
  await expect(price(page)).toHaveValue('285.00');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { name: 'Chakki Atta 5 kg' })).toBeVisible();
  expect(await call(page, 'catalogue.product', { id: product.id })).toMatchObject({
    name: 'Chakki Atta 5 kg',
    price: 28_500,
  });
});

test('stock is adjusted by a movement with its reason, and taken back by another', async ({ launch }) => {
  const { page, ready } = await launch();
  await createShop(page);
  await ready('counter');
  const { id } = await createProduct(page, 'Amul Butter', 20, 5);
  await visit(page, `/products/${id}`);
  await page.getByRole('button', { name: 'Adjust stock' }).click();
  await page.getByRole('textbox', { name: 'Quantity' }).fill('3');
  await page.getByText('Less', { exact: true }).click();
  await page.getByRole('textbox', { name: 'Note' }).fill('melted');
  await page.keyboard.press('Enter');
  await expect(toast(page, 'Amul Butter: 17 pc now')).toBeVisible();
  await page.getByRole('tab', { name: 'Stock history' }).click();
  await expect(page.getByRole('row', { name: /Correction −?-?3 pc 17 pc .* melted/ })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('row', { name: /Correction \+3 pc 20 pc .* Undone/ })).toBeVisible();
  expect(await call(page, 'catalogue.product', { id })).toMatchObject({ stock: 20_000 });
});

test('a messy file in another encoding is mapped, checked row by row, and imported', async ({ launch }) => {
  const { page, electron, userData, ready } = await launch();
  await createShop(page);
  await ready('counter');
  const file = join(userData, 'price list.csv');
  const rows = [
    'Item Name;Bar Code;Selling Price;Qty;Shelf',
    'Crème biscuit;8901030865237;25.00;40;Snacks',
    'Café latte;;60.50;12;Drinks',
    'Wrong code;8901030865238;10;5;Snacks',
    'Below zero;;-12;3;Snacks',
    '=1+1;;15;1;Snacks',
    'No price;;;4;Snacks',
  ];
  // Latin-1 is what windows-1252 writes for these letters.
  writeFileSync(file, Buffer.from(rows.join('\r\n'), 'latin1'));
  await electron.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
  }, file);

  await visit(page, '/products');
  await page.getByRole('button', { name: 'Import products' }).click();
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await expect(page.getByText('price list.csv')).toBeVisible();
  await expect(page.getByRole('cell', { name: 'Crème biscuit' })).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'What Item Name means' })).toHaveValue('Name');
  await page.getByRole('combobox', { name: 'What Shelf means' }).click();
  await page.getByRole('option', { name: 'Category' }).click();
  await page.getByRole('button', { name: 'Check the file' }).click();

  const problems = page.getByRole('table', { name: 'Rows that are left out' });
  await expect(problems.getByRole('row')).toHaveCount(5);
  await expect(problems.getByRole('row', { name: '4 Barcode 8901030865238 One digit of it is wrong.' })).toBeVisible();
  await expect(problems.getByRole('row', { name: '5 Price -12 It is below zero.' })).toBeVisible();
  await expect(problems.getByRole('row', { name: /6 Name =1\+1 It is a formula/ })).toBeVisible();
  await expect(problems.getByRole('row', { name: '7 Price It is missing.' })).toBeVisible();
  expect((await call(page, 'catalogue.products', { limit: 10 })).total).toBe(0);

  await page.getByRole('button', { name: 'Import 2 products' }).click();
  await expect(page.getByText('2 new products in your shop')).toBeVisible();
  await expect(page.getByText('0 changed, 0 as they were, 4 left out.')).toBeVisible();
  await page.getByRole('button', { name: 'See the products' }).click();
  await expect(page.getByRole('row', { name: /Crème biscuit.*Snacks.*40 pc.*₹25\.00/ })).toBeVisible();
});

test('goods come back against their bill, no more than is left; the refund is what main says', async ({ launch }) => {
  const { page, ready } = await launch();
  await createShop(page);
  await ready('counter');
  const { id } = await createProduct(page, 'Tata Salt', 20, 2);
  const bill = await sell(page, [[id, 3]]);
  await visit(page, '/bills');
  await page.getByRole('row', { name: new RegExp(bill.number) }).click();
  await page.getByRole('button', { name: 'Return goods' }).click();
  await page.getByRole('checkbox', { name: 'Tata Salt' }).check();
  const quantity = page.getByRole('textbox', { name: 'How much of Tata Salt' });
  await quantity.fill('4');
  await expect(page.getByText('At most 3 pc.')).toBeVisible();
  await quantity.fill('2');
  await page.getByRole('textbox', { name: 'Reason' }).fill('Damaged');
  await page.getByRole('button', { name: 'Refund ₹20.00' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('₹20.00')).toBeVisible();
  await dialog.getByRole('button', { name: 'Done' }).click();

  await page.getByRole('button', { name: 'Return goods' }).click();
  await expect(page.getByText('at most 1 pc')).toBeVisible();
  expect(await call(page, 'catalogue.product', { id })).toMatchObject({ stock: 19_000 });
});

test('a customer with a wrong GSTIN is not saved; closing the form loses nothing', async ({ launch }) => {
  const { page, ready } = await launch();
  await createShop(page);
  await ready('counter');
  await visit(page, '/customers');
  await expect(page.getByText('No customers yet')).toBeVisible();
  await page.keyboard.press('n');
  await page.getByRole('textbox', { name: 'Name' }).fill('Ramesh Traders');
  await page.getByRole('textbox', { name: 'GSTIN' }).fill('27AAPFU0939F1ZX');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(/This is not a GSTIN/)).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'GSTIN' })).toBeFocused();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('textbox', { name: 'GSTIN' }).fill('27AAPFU0939F1ZV');
  await expect(page.getByRole('combobox', { name: 'State' })).toHaveValue('27 Maharashtra');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('row', { name: /Ramesh Traders.*27AAPFU0939F1ZV/ })).toBeVisible();
});

test('who may not sell starts where they may, and sees only their screens', async ({ launch }) => {
  const { page, ready } = await launch();
  await createShop(page);
  await ready('counter');
  const meena = await call(page, 'staff.save', { name: 'Meena', role: 'stock_keeper', active: true, pin: '7391' });
  await visit(page, '/settings');
  await call(page, 'staff.signOut', {});
  await call(page, 'staff.signIn', { staffId: meena.id, pin: '7391' });
  await page.reload();
  await ready('office');
  await expect(page.getByRole('heading', { name: 'Products' })).toBeVisible();
  await visit(page, '/settings');
  await expect(page).not.toHaveURL(/settings/);
  await expect(page.getByRole('heading', { name: 'Products' })).toBeVisible();
  const rail = page.getByRole('navigation', { name: 'Main' });
  await expect(rail.getByRole('link')).toHaveText(['Products', 'Stock', 'Customers', 'Alerts']);
});

test('staff: a person is added, removed and brought back; the last owner stays', async ({ launch }) => {
  const { page, ready } = await launch();
  await createShop(page);
  await ready('counter');
  await visit(page, '/staff');
  await expect(page.getByRole('row', { name: /Asha/ })).toBeVisible();
  await page.keyboard.press('n');
  await page.getByRole('textbox', { name: 'Name' }).fill('Ravi');
  await page.getByLabel('PIN', { exact: false }).first().fill('7391');
  await page.getByLabel('PIN again').fill('7392');
  await page.keyboard.press('Enter');
  await expect(page.getByText('The two PINs differ.')).toBeVisible();
  await page.getByLabel('PIN again').fill('7391');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row', { name: /Ravi Cashier/ })).toBeVisible();

  await page.getByRole('button', { name: 'Remove Ravi' }).click();
  await expect(page.getByRole('row', { name: /Ravi/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('row', { name: /Ravi Cashier/ })).toBeVisible();

  // Nobody removes herself, and a shop keeps an owner: there is nothing to press.
  await expect(page.getByRole('button', { name: 'Remove Asha' })).toHaveCount(0);
});

test('settings: what is saved holds, a pattern shows what a label means, and the shop speaks Hindi', async ({
  launch,
}) => {
  const { page, ready } = await launch();
  await createShop(page);
  await ready('counter');
  await visit(page, '/settings');
  await page.getByRole('tab', { name: 'Selling' }).click();
  await page.getByText('Advanced: how the labels are made').click();
  await page.getByRole('textbox', { name: 'Patterns' }).fill('21{IIIII}{NNDDD} 22{IIIII}{PPPCC}');
  await expect(page.getByText(/Item 2112345, 1\.25 kg/)).toBeVisible();
  await expect(page.getByText(/Item 2212345, for ₹1\.50/)).toBeVisible();
  await page.getByRole('textbox', { name: 'Patterns' }).fill('21{IIIII}');
  await expect(page.getByText(/21\{IIIII\} does not work/)).toBeVisible();
  await page.getByRole('textbox', { name: 'Patterns' }).fill('21{IIIII}{NNDDD} 22{IIIII}{PPPCC}');
  await page.getByRole('tabpanel').getByRole('button', { name: 'Save' }).click();
  await expect(toast(page, 'Saved')).toBeVisible();
  expect(await call(page, 'settings.get', {})).toMatchObject({ weight_codes: '21{IIIII}{NNDDD} 22{IIIII}{PPPCC}' });

  await page.getByRole('tab', { name: 'Shop' }).click();
  await page.getByRole('combobox', { name: 'Language' }).click();
  await page.getByRole('option', { name: 'हिन्दी' }).click();
  await page.getByRole('tabpanel').getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { name: 'सेटिंग' })).toBeVisible();
});

test('alerts are marked as seen, and lead to their product', async ({ launch }) => {
  const { page, ready } = await launch();
  await createShop(page);
  await ready('counter');
  const milk = await createProduct(page, 'Milk', 6, 5);
  const bread = await createProduct(page, 'Bread', 6, 5);
  await sell(page, [
    [milk.id, 2],
    [bread.id, 2],
  ]);
  await visit(page, '/alerts/stock');
  await page.getByRole('button', { name: 'Mark seen: Milk' }).click();
  await expect(page.getByRole('row', { name: /Milk/ })).toHaveCount(0);
  await page.getByRole('row', { name: /Low stock Bread/ }).click();
  await expect(page.getByRole('heading', { name: 'Bread' })).toBeVisible();
  await visit(page, '/alerts/stock');
  await page.getByRole('button', { name: 'Mark 1 as seen' }).click();
  await expect(page.getByText('Nothing needs your attention')).toBeVisible();
});

test('every office screen is accessible at both sizes in both themes', async ({ launch }) => {
  test.setTimeout(180_000);
  const app = await launch();
  const { page } = app;
  await createShop(page);
  await app.ready('counter');
  const look = (name: string) =>
    eachScreen(app, name, async (variant) => {
      // Each size and each theme once: what one finds in the other pair would be the same.
      if (/1024x600-light|1440x900-dark/.test(variant)) await expectAccessible(page);
    });
  await visit(page, '/products');
  await expect(page.getByText('No products yet')).toBeVisible();
  await look('products-empty');
  await fillShop(app);
  for (const [name, path, sign] of screens) {
    await visit(page, path);
    await expect(page.getByText(sign).first()).toBeVisible();
    await look(name);
  }
  await visit(page, '/products');
  await page.getByRole('row', { name: /Tata Salt/ }).click();
  await expect(page.getByRole('heading', { name: 'Tata Salt' })).toBeVisible();
  await look('product');
  await page.getByRole('tab', { name: 'Stock history' }).click();
  await expect(page.getByRole('row', { name: /Sale/ }).first()).toBeVisible();
  await look('product-history');
  await page.getByRole('button', { name: 'Adjust stock' }).click();
  await look('stock-adjust');
  await page.keyboard.press('Escape');
  await visit(page, '/bills');
  await page.getByRole('row', { name: /₹/ }).first().click();
  await expect(page.getByRole('button', { name: 'Return goods' })).toBeVisible();
  await look('bill');
  await page.getByRole('button', { name: 'Return goods' }).click();
  await page.getByRole('checkbox').first().check();
  await look('return');
  await page.keyboard.press('Escape');
  await visit(page, '/customers');
  await page.getByRole('row', { name: /Ramesh/ }).click();
  await page.getByRole('button', { name: 'Edit' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await look('customer');
  await page.keyboard.press('Escape');
  await visit(page, '/products/taxes');
  await page.getByRole('button', { name: /Edit Aerated/ }).click();
  await look('tax');
  await page.keyboard.press('Escape');
  await visit(page, '/settings');
  for (const tab of ['Tax and rounding', 'Receipt', 'Selling', 'About']) {
    await page.getByRole('tab', { name: tab }).click();
    await look(`settings-${tab.split(' ')[0]?.toLowerCase()}`);
  }
});

/** Name of the picture, address, and what is there once the screen has its data. */
const screens = [
  ['products', '/products', 'Tata Salt'],
  ['product-new', '/products/new', 'A name and a price are enough'],
  ['categories', '/products/categories', 'Bakery'],
  ['brands', '/products/brands', 'Tata'],
  ['taxes', '/products/taxes', 'GST 18%'],
  ['import', '/import', 'Bring your list'],
  ['bills', '/bills', 'Ramesh'],
  ['customers', '/customers', 'Ramesh'],
  ['alerts', '/alerts/stock', 'Tata Salt'],
  ['staff', '/staff', 'Ravi'],
  ['settings', '/settings', 'Registration'],
] as const;

/** A little of everything. */
async function fillShop({ page }: RunningApp): Promise<void> {
  await call(page, 'catalogue.saveBrand', { name: 'Tata', active: true });
  const bakery = await call(page, 'catalogue.saveCategory', { name: 'Bakery', parentId: null, active: true });
  await call(page, 'catalogue.saveCategory', { name: 'Pav', parentId: bakery.id, active: false });
  const salt = await createProduct(page, 'Tata Salt', 6, 5);
  const milk = await createProduct(page, 'Amul Taaza', 1, 5);
  const gone = await createProduct(page, 'Old soap', 4, 1);
  await call(page, 'catalogue.removeProduct', { id: gone.id });
  const ramesh = await call(page, 'customers.save', {
    name: 'Ramesh Traders',
    phone: '98200 11223',
    gstin: '27AAPFU0939F1ZV',
    stateCode: '27',
    address: null,
    email: null,
    creditLimit: 500_000,
    note: null,
  });
  await call(page, 'sales.setCustomer', { customerId: ramesh.id });
  await sell(page, [
    [salt.id, 2],
    [milk.id, 3],
  ]);
  await call(page, 'staff.save', { name: 'Ravi', role: 'cashier', active: true, pin: '7391' });
}
