import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { call, createShop } from './support/calls';
import { expect, test } from './support/fixtures';
import { tabTo } from './support/keyboard';
import { scan } from './support/scanner';

const soap = '8901030865237';
const biscuit = '8901063010123';

/** Two products, one of which the sale takes to its reorder level. */
const file = `Name,Barcode,Price,GST %,Stock,Reorder level
Lux soap 100 g,${soap},38.00,18,7,5
मसूर दाल 1 kg,,120.00,5,40,4
Parle-G 80 g,${biscuit},10.00,18,50,10
`;

test('first run, import, a sale of scanned goods, all by keyboard; stock is down, the alert is shown, a restart keeps everything', async ({
  launch,
  notifications,
}) => {
  const first = await launch();
  const { page } = first;
  await first.ready('first-run');

  // The focus is where the typing starts.
  await page.keyboard.type('Asha Kirana');
  await tabTo(page, page.getByRole('combobox', { name: 'Country' }));
  await page.keyboard.press('Control+A');
  await page.keyboard.type('India');
  await expect(page.getByRole('option', { name: 'India', exact: true })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('textbox', { name: 'Your name' }));
  await page.keyboard.type('Asha');
  await page.keyboard.press('Tab');
  await page.keyboard.type('482605');
  await page.keyboard.press('Tab');
  await page.keyboard.type('482605');
  await tabTo(page, page.getByRole('radio', { name: /^Empty/ }));
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: /^Import/ })).toBeChecked();
  await tabTo(page, page.getByRole('button', { name: 'Open the shop' }));
  await page.keyboard.press('Enter');

  // The desktop's own dialog is no page: it answers with the file.
  const path = join(first.userData, 'goods.csv');
  writeFileSync(path, file);
  await first.electron.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
  }, path);
  await tabTo(page, page.getByRole('button', { name: 'Choose a file' }));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('button', { name: 'Check the file' }));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('button', { name: 'Import 3 products' }));
  await page.keyboard.press('Enter');
  await tabTo(
    page,
    page.getByRole('button', { name: 'Go and sell' }).or(page.getByRole('link', { name: 'Go and sell' })),
  );
  await page.keyboard.press('Enter');
  await first.ready('counter');

  // Scan, scan, scan, F12, Enter.
  await scan(first, soap);
  await expect(page.getByText('Lux soap 100 g').first()).toBeVisible();
  await scan(first, biscuit);
  await expect.poll(async () => (await call(page, 'sales.cart', {})).lines.length).toBe(2);
  await scan(first, soap);
  await expect.poll(async () => (await call(page, 'sales.cart', {})).totals.total).toBe(8600);
  await page.keyboard.press('F12');
  await expect(page.getByText('To pay', { exact: true })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Bill A1/', { exact: false })).toBeVisible();

  const sold = await call(page, 'sales.bills', { limit: 10 });
  expect(sold.rows).toMatchObject([{ number: expect.stringMatching(/^A1\/\d{4}\/000001$/), total: 8600, due: 0 }]);
  const stock = async () => {
    const { rows } = await call(page, 'catalogue.products', { limit: 10 });
    return Object.fromEntries(rows.map((product) => [product.name, product.stock]));
  };
  expect(await stock()).toEqual({ 'Lux soap 100 g': 5000, 'Parle-G 80 g': 49_000, 'मसूर दाल 1 kg': 40_000 });
  await notifications.waitFor(({ body }) => body.includes('Lux soap 100 g'));

  // An open bill is there after a restart too.
  await scan(first, biscuit);
  await expect.poll(async () => (await call(page, 'sales.cart', {})).lines.length).toBe(1);
  await first.close();

  const second = await launch({ userData: first.userData });
  await second.ready('counter');
  await expect(second.page.getByText('Parle-G 80 g').first()).toBeVisible();
  const cart = await call(second.page, 'sales.cart', {});
  expect(cart.lines).toMatchObject([{ name: 'Parle-G 80 g', quantity: 1000 }]);
  expect(await call(second.page, 'sales.bills', { limit: 10 })).toEqual(sold);
  expect((await call(second.page, 'alerts.list', { limit: 10 })).rows).toMatchObject([
    { kind: 'low_stock', product: 'Lux soap 100 g', state: 'open' },
  ]);
  expect(notifications.shown).toHaveLength(1);

  // And nobody gets in without the PIN once the cashier has signed out.
  await call(second.page, 'staff.signOut', {});
  await second.close();
  const third = await launch({ userData: first.userData });
  await third.ready('sign-in');
  await third.page.keyboard.type('482605');
  await third.page.keyboard.press('Enter');
  await third.ready('counter');
});

test('an empty shop makes its first sale by keyboard alone: a name that is not found becomes the product, on the bill', async ({
  launch,
}) => {
  const { page, ready } = await launch();
  await createShop(page);
  await ready('counter');
  // At a person's pace: faster would be a scanner.
  await page.keyboard.type('rice', { delay: 60 });
  await expect(page.getByText('Nothing found for “rice”')).toBeVisible();
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('button', { name: 'New product' }));
  // A name is no code that nobody knows.
  await expect(page.getByText('Unknown code')).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('rice');
  await tabTo(page, page.getByRole('textbox', { name: 'Price', exact: true }));
  await page.keyboard.type('60', { delay: 60 });
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listitem').filter({ hasText: 'rice' })).toBeVisible();
  await page.keyboard.press('F12');
  await expect(page.getByRole('form', { name: 'Payment' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Paid' })).toBeVisible();
});
