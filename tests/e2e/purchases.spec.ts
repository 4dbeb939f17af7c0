import type { Page } from '@playwright/test';
import type { RunningApp } from './support/app';
import { call, createProduct, createShop } from './support/calls';
import { createSample } from './support/counter';
import { expect, test } from './support/fixtures';
import { looker } from './support/looker';
import { visit } from './support/visit';

const toast = (page: Page, text: string | RegExp) => page.getByRole('alert').filter({ hasText: text });
const field = (page: Page, name: string | RegExp) => page.getByRole('textbox', { name });
const add = (page: Page) => page.getByRole('combobox', { name: 'Scan, or type a product to add it' });

test('a supplier’s bill is typed in without a mouse, outlives a crash, is posted once, and taken back', async ({
  launch,
}) => {
  test.setTimeout(120_000);
  const before = await launch();
  await createShop(before.page);
  await before.ready('counter');
  const butter = await createProduct(before.page, 'Amul Butter', 20, 5);
  const { page } = before;
  await visit(page, '/stock/purchases');
  await expect(page.getByText('No purchases yet')).toBeVisible();
  await page.keyboard.press('n');
  await expect(page.getByRole('heading', { name: 'New purchase' })).toBeVisible();

  await page.getByRole('button', { name: 'New supplier' }).press('Enter');
  await field(page, 'Name').fill('Sahyadri Dairy');
  await field(page, 'GSTIN').fill('27AAPFU0939F1ZO');
  await page.keyboard.press('Enter');
  await expect(page.getByText('This is not a GSTIN')).toBeVisible();
  await field(page, 'GSTIN').fill('27AAPFU0939F1ZV');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Supplier' })).toHaveValue('Sahyadri Dairy');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await field(page, 'Bill number').fill('SD-77');
  await add(page).fill('amul');
  await expect(page.getByRole('option', { name: /Amul Butter/ })).toBeVisible();
  await add(page).press('Enter');
  await field(page, 'Quantity: Amul Butter').fill('12');
  await field(page, 'Price: Amul Butter').fill('52.35');
  await expect(page.getByText('₹628.20')).toHaveCount(4);
  await field(page, 'Total on the paper').fill('628');
  await expect(page.getByText('−₹0.20')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save purchase' })).toBeEnabled();
  // A day that cannot be taken is not left behind.
  const billDay = field(page, /^Bill date/);
  const due = field(page, /^Pay by/);
  for (const [day, wrong] of [
    [billDay, '31/2/2026'],
    [due, '1/1/2020'],
  ] as const) {
    const before = await day.inputValue();
    await day.fill(wrong);
    await page.getByRole('button', { name: 'Save purchase' }).press('Enter');
    await expect(day).toBeFocused();
    await expect(day).toHaveAttribute('aria-invalid', 'true');
    await day.fill(before);
    await day.press('Enter');
    await expect(day).not.toHaveAttribute('aria-invalid', 'true');
  }
  await expect(page.getByRole('heading', { name: 'New purchase' })).toBeVisible();

  // The app dies: the bill is where it was.
  await before.kill();
  const app = await launch({ userData: before.userData });
  const { page: again } = app;
  await app.ready('counter');
  await visit(again, '/stock/purchases');
  await again.getByRole('link', { name: /Sahyadri Dairy SD-77 · 1 line/ }).press('Enter');
  await expect(field(again, 'Price: Amul Butter')).toHaveValue('52.35');
  await expect(field(again, 'Total on the paper')).toHaveValue('628.00');
  await again.getByRole('button', { name: 'Save purchase' }).press('Enter');
  await expect(toast(again, 'Sahyadri Dairy: ₹628.00 saved, stock updated')).toBeVisible();
  await expect(again.getByRole('heading', { name: 'Sahyadri Dairy · SD-77' })).toBeVisible();
  expect(await call(again, 'catalogue.product', { id: butter.id })).toMatchObject({ stock: 32_000, cost: 5_235 });

  // The same bill once more is refused in so many words.
  await again.keyboard.press('Escape');
  await again.keyboard.press('n');
  await again.getByRole('combobox', { name: 'Supplier' }).press('ArrowDown');
  await again.getByRole('option', { name: 'Sahyadri Dairy' }).click();
  await field(again, 'Bill number').fill('sd-77');
  await again.getByRole('button', { name: 'Save purchase' }).press('Enter');
  await expect(again.getByText('No goods are on it yet.')).toBeVisible();
  await add(again).fill('amul');
  await expect(again.getByRole('option', { name: /Amul Butter/ })).toBeVisible();
  await add(again).press('Enter');
  // As it was bought the last time.
  await expect(field(again, 'Price: Amul Butter')).toHaveValue('52.35');
  await again.getByRole('button', { name: 'Save purchase' }).press('Enter');
  await expect(again.getByText(/^Bill SD-77 of .* is in the books already\.$/)).toBeVisible();
  await again.getByRole('button', { name: 'Discard' }).press('Enter');
  await again.getByRole('dialog').getByRole('button', { name: 'Discard' }).press('Enter');

  const list = again.getByRole('grid', { name: 'Purchases' });
  await list.press('Enter');
  await again.getByRole('button', { name: 'Reverse purchase' }).press('Enter');
  await field(again, 'Reason').fill('Typed in wrong');
  await again.keyboard.press('Enter');
  await expect(toast(again, 'Purchase SD-77 is reversed')).toBeVisible();
  await expect(again.getByText(/Asha, .*: Typed in wrong/)).toBeVisible();
  expect(await call(again, 'catalogue.product', { id: butter.id })).toMatchObject({ stock: 20_000, cost: null });
  await again.getByRole('link', { name: 'Khata' }).press('Enter');
  await expect(again.getByRole('row', { name: /Reversed SD-77 .*₹628\.00 Settled/ })).toBeVisible();
});

/** A bill of the sample shop's goods, typed in but not posted. */
async function typedBill({ page }: RunningApp): Promise<string> {
  const suppliers = ['Sahyadri Agro Traders', 'Deccan Dairy', 'गणेश ट्रेडिंग कंपनी'];
  const gstin = '27AAPFU0939F1ZV';
  const made = [];
  for (const [index, name] of suppliers.entries()) {
    const supplier = {
      name,
      phone: `98200 1111${index}`,
      email: null,
      address: null,
      openingBalance: index * 125_000,
      note: null,
    };
    made.push(await call(page, 'suppliers.save', { ...supplier, gstin: index === 0 ? gstin : null, stateCode: '27' }));
  }
  const { rows } = await call(page, 'catalogue.products', { text: 'tea', limit: 7 });
  const products = rows.map(({ id }, index) => ({ productId: id, quantity: (index + 4) * 1000 }));
  for (const [number, posted] of [
    ['SA/1181', true],
    ['SA/1204', false],
  ] as const) {
    const draft = await call(page, 'purchases.begin', { supplierId: made[0]?.id ?? '', products });
    const { supplier, place: _, totals: __, problem: ___, updatedAt: ____, lines, ...typed } = draft;
    await call(page, 'purchases.saveDraft', {
      ...typed,
      supplierId: supplier?.id ?? null,
      billNumber: number,
      discount: 5_000,
      lines: lines.map(({ name: _____, units: ______, total: _______, ...line }) => line),
    });
    if (!posted) return draft.id;
    await call(page, 'purchases.post', { draftId: draft.id });
  }
  throw new Error('The last bill stays a draft');
}

test('the screens of purchases and suppliers can be seen and read by everybody', async ({ launch }) => {
  test.setTimeout(180_000);
  const app = await launch();
  const { page } = app;
  await createSample(app);
  const look = looker(app);
  const draft = await typedBill(app);
  await visit(page, '/stock/purchases');
  await expect(page.getByRole('row', { name: /SA\/1181/ })).toBeVisible();
  await look('purchases');
  await visit(page, `/stock/purchases/draft/${draft}`);
  await expect(page.getByRole('table', { name: 'Goods of the bill' })).toBeVisible();
  await look('purchase-draft');
  await visit(page, '/stock/purchases');
  await page.getByRole('grid', { name: 'Purchases' }).press('Enter');
  await expect(page.getByRole('table', { name: 'Goods of the bill' })).toBeVisible();
  await look('purchase');
  await page.getByRole('button', { name: 'Reverse purchase' }).click();
  await look('purchase-reverse');
  await page.keyboard.press('Escape');
  await visit(page, '/stock/suppliers');
  await expect(page.getByRole('row', { name: /Deccan Dairy/ })).toBeVisible();
  await look('suppliers');
  await page.getByRole('row', { name: /Sahyadri/ }).click();
  await expect(page.getByRole('grid', { name: 'Khata' })).toBeVisible();
  await look('supplier');
  await page.getByRole('button', { name: 'Edit' }).click();
  await look('supplier-edit');
});

test('what has run low is ticked, told to the supplier, and becomes their purchase', async ({ launch }) => {
  test.setTimeout(120_000);
  const app = await launch();
  const { page } = app;
  await createSample(app);
  await typedBill(app);
  // Bought from Sahyadri, and sold down to nothing since.
  const { rows } = await call(page, 'catalogue.products', { text: 'tea', limit: 3 });
  for (const { id, stock } of rows) {
    await call(page, 'stock.adjust', { productId: id, quantity: -stock, reason: 'own_use', note: '' });
  }
  await visit(page, '/stock/reorder');
  await page.getByRole('combobox', { name: 'Supplier' }).click();
  await page.getByRole('option', { name: /Sahyadri Agro Traders/ }).click();
  const table = page.getByRole('table', { name: 'Reorder list' });
  const first = rows[0]?.name ?? '';
  await expect(table.getByRole('row', { name: first })).toBeVisible();
  await looker(app)('reorder');
  const quantity = page.getByRole('textbox', { name: `Quantity: ${first}` });
  await quantity.fill('33');
  const tick = page.getByRole('checkbox', { name: `Order ${first}` });
  if (!(await tick.isChecked())) await tick.press(' ');
  await page.getByRole('button', { name: /^Make purchase/ }).press('Enter');
  await expect(page.getByRole('heading', { name: 'New purchase' })).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Supplier' })).toHaveValue('Sahyadri Agro Traders');
  await expect(page.getByRole('textbox', { name: `Quantity: ${first}` })).toHaveValue('33');
});
