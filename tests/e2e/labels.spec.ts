import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import type { CallInput } from '@shared/contract';
import { call, createProduct, createShop } from './support/calls';
import { expect, test } from './support/fixtures';
import { looker } from './support/looker';
import { readPdf } from './support/pdf';
import { scan } from './support/scanner';
import { visit } from './support/visit';

/** For whoever wants to look: npm run e2e -- labels. */
const papers = resolve(import.meta.dirname, '../../test-results/papers');

type Fields = Partial<CallInput<'catalogue.saveProduct'>>;

async function addProduct(page: Page, name: string, fields: Fields): Promise<string> {
  const product = await createProduct(page, name, 5, 1);
  const { id, deleted, brand, category, barcode, stock, ...rest } = product;
  await call(page, 'catalogue.saveProduct', { ...rest, id, ...fields });
  return id;
}

test('labels are chosen by name and by scan, looked at, saved as sheets and printed, without a mouse', async ({
  launch,
}) => {
  test.setTimeout(180_000);
  const app = await launch();
  const { electron, page, ready, userData } = app;
  await createShop(page);
  await ready('counter');
  await addProduct(page, 'Tata Tea Gold, leaf tea from Assam and the Nilgiris, in the large economy pack', {
    barcodes: ['8901030865275'],
    price: 28_500,
    mrp: 31_000,
  });
  await addProduct(page, 'अरहर की दाल', { sku: 'DAL-01', unit: 'KG', price: 16_450 });
  await addProduct(page, 'Loose candles', { price: 1_000 });
  const look = looker(app);
  const list = page.getByRole('table', { name: 'Products to label' });

  await visit(page, '/products/labels');
  await expect(page.getByText('No labels to print yet')).toBeVisible();

  // By name, by scan, and the same again.
  await page.keyboard.press('/');
  await page.keyboard.insertText('अरहर');
  await expect(page.getByRole('option', { name: /अरहर/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(list.getByText('अरहर की दाल')).toBeVisible();
  await scan(app, '8901030865275');
  await expect(list.getByRole('textbox', { name: /Labels for Tata/ })).toHaveValue('1');
  await page.getByRole('combobox', { name: 'Scan or search a product' }).fill('Tata');
  await expect(page.getByRole('option', { name: /Tata/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(list.getByRole('textbox', { name: /Labels for Tata/ })).toHaveValue('2');
  await list.getByRole('textbox', { name: /Labels for Tata/ }).fill('30');
  await expect(page.getByText('31 labels · 2 sheets')).toBeVisible();
  await expect(page.getByRole('img', { name: /Label for Tata/ })).toContainText('₹285.00');
  await page.getByRole('textbox', { name: 'Begin at' }).fill('20');
  await expect(page.getByText('31 labels · 3 sheets')).toBeVisible();
  await look('labels');

  const file = join(userData, 'labels.pdf');
  await electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, file);
  await page.getByRole('button', { name: 'Save PDF' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Saved: 3 sheets/)).toBeVisible();
  const pdf = readFileSync(file);
  mkdirSync(papers, { recursive: true });
  writeFileSync(join(papers, 'labels.pdf'), pdf);
  const read = readPdf(pdf);
  expect(read).toMatchObject({ pages: 3, size: [595, 842] });
  expect(read.texts.filter((text) => text === '₹285.00')).toHaveLength(30);
  expect(read.texts.filter((text) => text === '8901030865275')).toHaveLength(30);
  expect(read.texts.filter((text) => text.startsWith('DAL'))).toHaveLength(1);

  // A field that says nothing printable keeps everything back.
  await list.getByRole('textbox', { name: /Labels for Tata/ }).fill('0');
  await expect(page.getByText('From 1 to 10,000 each')).toBeVisible();
  await page.getByRole('button', { name: 'Save PDF' }).click();
  await expect(list.getByRole('textbox', { name: /Labels for Tata/ })).toBeFocused();
  await list.getByRole('textbox', { name: /Labels for Tata/ }).fill('2');

  // On a printer, as stickers; what has no code is not printed until somebody says so.
  await call(page, 'printing.savePrinter', {
    ...{ name: 'Counter printer', kind: 'simulator', address: '', width: 80, profile: 'epson' },
    ...{ isDefault: true, hasDrawer: false, printsSales: false },
  });
  await page.getByRole('combobox', { name: 'Print on' }).click();
  await page.getByRole('option', { name: 'Counter printer' }).click();
  await page.getByText('For the goods').click();
  await page.getByRole('combobox', { name: 'Scan or search a product' }).fill('Loose');
  await expect(page.getByRole('option', { name: /Loose candles/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(list.getByRole('link', { name: 'Add a code' })).toBeVisible();
  await page.getByRole('button', { name: 'Print', exact: true }).click();
  await expect(page.getByText(/neither a barcode nor a SKU/)).toBeVisible();
  expect(await call(page, 'printing.jobs', {})).toEqual([]);
  await look('labels-no-code');
  await page.getByRole('checkbox', { name: 'Also labels without a code' }).check();
  await page.getByRole('button', { name: 'Print', exact: true }).click();
  await expect.poll(async () => (await call(page, 'printing.jobs', {}))[0]?.state).toBe('printed');
  const [printer] = await call(page, 'printing.printers', {});
  const paper = await call(page, 'printing.paper', { printerId: printer?.id ?? '' });
  writeFileSync(join(papers, 'labels-roll.png'), Buffer.from(paper?.picture.split(',')[1] ?? '', 'base64'));

  await call(page, 'settings.save', { language: 'hi' });
  await expect(page.getByRole('heading', { name: 'लेबल' })).toBeVisible();
  await look('labels-hindi');
});

test('labels come along from a product, from a list that is filtered, and go into a file for a label printer', async ({
  launch,
}) => {
  const app = await launch();
  const { electron, page, ready, userData } = app;
  const look = looker(app);
  await createShop(page);
  await ready('counter');
  const tea = await addProduct(page, 'Green tea', { sku: 'TEA-1' });
  await addProduct(page, 'Black tea', { sku: 'TEA-2' });
  await addProduct(page, 'Soap', { sku: 'SOAP' });
  const list = page.getByRole('table', { name: 'Products to label' });

  await visit(page, `/products/${tea}`);
  await expect(page.getByRole('button', { name: 'Labels' })).toBeVisible();
  await look('labels-from-product');
  await page.getByRole('button', { name: 'Labels' }).click();
  await expect(list.getByRole('textbox')).toHaveCount(1);
  await visit(page, '/products');
  await page.getByRole('searchbox', { name: 'Name, SKU, barcode' }).fill('tea');
  await expect(page.getByText('2 products')).toBeVisible();
  await look('labels-from-list');
  await page.getByRole('button', { name: 'Labels' }).click();
  await expect(list.getByRole('textbox')).toHaveCount(2);

  const file = join(userData, 'labels.zpl');
  await electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, file);
  await page.getByRole('combobox', { name: 'Print on' }).click();
  await page.getByRole('option', { name: 'File for a label printer, 203 dpi' }).click();
  await page.getByRole('button', { name: 'Save file' }).click();
  await expect(page.getByText('Saved for the label printer')).toBeVisible();
  const zpl = readFileSync(file, 'utf8');
  expect(zpl.match(/\^XA/g)).toHaveLength(2);
  // The rupee sign is in no label printer: the line that has it is drawn.
  expect(zpl.match(/\^GFA/g)).toHaveLength(2);

  await call(page, 'catalogue.removeProduct', { id: tea });
  await expect(list.getByText('Removed')).toBeVisible();
  await page.getByRole('button', { name: 'Save file' }).click();
  await expect(page.getByText(/A product on the list has been removed/)).toBeVisible();
});
