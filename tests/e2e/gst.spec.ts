import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { dayOf } from '@shared/clock';
import { monthOf } from '@shared/gst';
import { gstr1Schema } from '../support/gstr1-schema';
import type { RunningApp } from './support/app';
import { call, createProduct, createShop } from './support/calls';
import { expect, test } from './support/fixtures';
import { looker } from './support/looker';
import { chooseFromMenu } from './support/menu';
import { visit } from './support/visit';

/** The desktop's own dialog is no page: from now on it answers with this file. */
async function answerSaveDialog({ electron }: RunningApp, path: string): Promise<void> {
  await electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, path);
}

const main = (page: Page) => page.getByRole('navigation', { name: 'Main' });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** A sale to somebody, paid by UPI. */
async function sellTo(page: Page, customerId: string | null, lines: readonly (readonly [string, number])[]) {
  for (const [productId, pieces] of lines) await call(page, 'sales.addLine', { productId, quantity: pieces * 1000 });
  if (customerId !== null) await call(page, 'sales.setCustomer', { customerId });
  const { id: cartId, revision, totals } = await call(page, 'sales.cart', {});
  return call(page, 'sales.complete', { cartId, revision, payments: [{ method: 'upi', amount: totals.total }] });
}

const newCustomer = {
  phone: null,
  gstin: null,
  stateCode: null,
  address: null,
  email: null,
  creditLimit: null,
  note: null,
};

test('a return, by keyboard: what is missing leads to its record, and put right the file is saved for portal and Tally', async ({
  launch,
}) => {
  test.setTimeout(120_000);
  const app = await launch();
  const { page, userData, ready } = app;
  const { soap, trader } = await shopWithTrade(page);
  await page.reload();
  await ready('counter');
  const look = looker(app);

  await main(page).getByRole('link', { name: 'Reports' }).press('Enter');
  await page.getByRole('link', { name: /GST return/ }).press('Enter');
  await expect(page.getByRole('heading', { name: 'GST return' })).toBeVisible();
  const problems = page.getByRole('region', { name: '2 things to put right' });
  await expect(problems.getByText('The shop has no valid GSTIN')).toBeVisible();
  await expect(problems.getByText('Stops the GSTR-1')).toBeVisible();
  await look('gst-problems');

  const file = join(userData, 'gstr1.json');
  await answerSaveDialog(app, file);
  await expect(page.getByText('The GSTR-1 cannot be exported yet')).toBeVisible();
  await expect(button(page, 'GSTR-1 (JSON)')).toBeDisabled();

  await problems.getByRole('link', { name: 'Product: Neem soap' }).press('Enter');
  await expect(page).toHaveURL(new RegExp(`#/products/${soap.id}`));
  await call(page, 'catalogue.saveProduct', { ...soap, hsn: '34011190' });
  await call(page, 'settings.save', { gstin: '27AAPFU0939F1ZV' });
  await visit(page, '/reports/taxes');
  await expect(page.getByText('Nothing is missing')).toBeVisible();
  await expect(
    page.getByRole('table', { name: '13 · Documents issued' }).getByRole('cell', { name: 'Bills' }),
  ).toBeVisible();
  await look('gst');

  await button(page, 'GSTR-1 (JSON)').press('Enter');
  const saved = page.getByRole('alert').filter({ hasText: 'Saved' });
  await expect(saved.filter({ hasText: 'gstr1.json' })).toBeVisible();
  const written = gstr1Schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  expect(written.b2b).toMatchObject([{ ctin: '29AAGCB7383J1Z4', inv: [{ val: 20, pos: '29' }] }]);
  expect(written.b2cs).toMatchObject([{ sply_ty: 'INTRA', pos: '27', rt: 18 }]);
  expect(written.hsn.hsn_b2c).toMatchObject([{ hsn_sc: '34011190', qty: 3, txval: 25.42 }]);

  const tally = join(userData, 'tally.xml');
  await answerSaveDialog(app, tally);
  await chooseFromMenu(page, 'Save as', 'Tally (XML)');
  await expect(saved.filter({ hasText: 'tally.xml' })).toBeVisible();
  expect(readFileSync(tally, 'utf8')).toContain('<PARTYLEDGERNAME>Bengaluru Traders</PARTYLEDGERNAME>');

  await page.getByRole('combobox', { name: 'Period' }).press('Enter');
  await page.getByRole('option').nth(1).click();
  await expect(page.getByText('Nothing was sold', { exact: true })).toBeVisible();
  await expect(button(page, 'Save as')).toBeDisabled();
  await look('gst-empty');
  // A month without a sale is filed as well.
  const nil = join(userData, 'nil.json');
  await answerSaveDialog(app, nil);
  await button(page, 'GSTR-1 (JSON)').press('Enter');
  await expect(saved.filter({ hasText: 'nil.json' })).toBeVisible();
  expect(gstr1Schema.parse(JSON.parse(readFileSync(nil, 'utf8'))).gstin).toBe('27AAPFU0939F1ZV');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: 'Reports' })).toBeVisible();

  await visit(page, `/customers/${trader.id}/edit`);
  await expect(page.getByRole('dialog').getByRole('textbox', { name: /GSTIN/ })).toHaveValue('29AAGCB7383J1Z4');
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(new RegExp(`#/customers/${trader.id}$`));

  await call(page, 'settings.save', { language: 'hi' });
  await visit(page, '/reports/taxes');
  await page.getByRole('combobox').press('Enter');
  await page.getByRole('option').first().click();
  await expect(page.getByRole('heading', { name: 'GST रिटर्न' })).toBeVisible();
  await expect(page.getByText('कुछ नहीं छूटा')).toBeVisible();
  await look('gst-hindi');
});

/** Soap at 18 % without an HSN, a trader in Karnataka, a sale to each sort of people, one of them void. */
async function shopWithTrade(page: Page) {
  await createShop(page);
  await call(page, 'settings.save', { state_code: '27' });
  const classes = await call(page, 'catalogue.taxClasses', {});
  const gst18 = classes.find(({ name }) => name.includes('18'))?.id ?? null;
  const made = await createProduct(page, 'Neem soap', 40, 3);
  const soap = {
    id: made.id,
    name: made.name,
    sku: null,
    barcodes: [],
    brandId: null,
    categoryId: null,
    hsn: null,
    unit: 'PCS' as const,
    price: 1_000,
    mrp: null,
    cost: null,
    taxClassId: gst18,
    reorderLevel: null,
    reorderQuantity: null,
    trackStock: true,
    byWeight: false,
    favourite: false,
    negativeStock: null,
    active: true,
    units: [],
  };
  await call(page, 'catalogue.saveProduct', soap);
  const gstin = '29AAGCB7383J1Z4';
  const trader = await call(page, 'customers.save', { ...newCustomer, name: 'Bengaluru Traders', gstin });
  await sellTo(page, trader.id, [[made.id, 2]]);
  await sellTo(page, null, [[made.id, 3]]);
  const { billId } = await sellTo(page, null, [[made.id, 1]]);
  await call(page, 'sales.void', { billId, reason: 'Rung up twice' });
  return { soap, trader };
}

test('the month of the sample shop has all its rates, and the figures of its reports', async ({ launch }) => {
  const app = await launch();
  const { page, ready } = app;
  await createShop(page, 'sample');
  await page.reload();
  await ready('counter');
  await visit(page, '/reports/taxes');
  const rates = page.getByRole('table', { name: 'By rate' });
  await expect(rates.getByRole('row').nth(2)).toBeVisible();
  await looker(app)('gst-sample');
  const { from, to } = monthOf(dayOf(Date.now(), 'Asia/Kolkata'));
  const days = await call(page, 'reports.page', { report: 'days', from, to, limit: 1 });
  const gst = await call(page, 'reports.gst', { from, to });
  // Bills, sales, returns, before tax, tax, round-off, net.
  const [, bills, , , taxable, tax, , net] = days.totals;
  const { cgst, sgst, igst, cess } = gst?.sums ?? { cgst: 0, sgst: 0, igst: 0, cess: 0 };
  expect([gst?.bills, gst?.value, gst?.sums.taxable, cgst + sgst + igst + cess]).toEqual([bills, net, taxable, tax]);
});

test('a shop that does not charge the GST of India sees nothing of it', async ({ launch }) => {
  const { page, ready } = await launch();
  await createShop(page);
  await call(page, 'settings.save', { tax_regime: 'vat' });
  await page.reload();
  await ready('counter');
  await visit(page, '/reports');
  await expect(page.getByRole('link', { name: /Tax by rate/ })).toBeVisible();
  await expect(page.getByText('GST return')).toHaveCount(0);
  await visit(page, '/reports/taxes');
  await expect(page.getByRole('heading', { name: 'Tax by rate' })).toBeVisible();
  await expect(page.getByText('GSTR-1')).toHaveCount(0);
});
