import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessibility';
import { call, createProduct, createShop, sell } from './support/calls';
import { expect, test } from './support/fixtures';
import { visit } from './support/visit';

/** For whoever wants to look: npm run e2e -- printing. */
const pictures = resolve(import.meta.dirname, '../../test-results/papers');

const openPrinters = async (page: Page) => {
  await visit(page, '/settings');
  await page.getByRole('tab', { name: 'Printers' }).click();
};

/** The paper of the printer on the screen, once its words are on it. */
async function paperWith(page: Page, words: string): Promise<{ text: string; picture: string }> {
  const [printer] = await call(page, 'printing.printers', {});
  const read = () => call(page, 'printing.paper', { printerId: printer?.id ?? '' });
  await expect.poll(async () => (await read())?.text ?? '').toContain(words);
  const paper = await read();
  if (!paper) throw new Error('There was a paper a moment ago');
  return paper;
}

function keep(name: string, picture: string): void {
  mkdirSync(pictures, { recursive: true });
  writeFileSync(join(pictures, name), Buffer.from(picture.split(',')[1] ?? '', 'base64'));
}

test('a till without a printer prints on the screen, in any script, and says what is wrong', async ({ launch }) => {
  const { page, ready } = await launch();
  await createShop(page);
  await ready('counter');
  await openPrinters(page);
  await expect(page.getByText('No printer yet')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Try without a printer' }).click();
  await expect(page.getByRole('heading', { name: 'On the screen only' })).toBeVisible();

  const rice = await createProduct(page, 'Basmati rice extra long grain, aged two years', 50, 5);
  const hindi = await createProduct(page, 'अरहर की दाल, एक किलो', 50, 5);
  const yoruba = await createProduct(page, 'Ọbẹ̀ ẹ̀fọ́ rírò', 50, 5);
  const goods = [rice, hindi, yoruba].map(({ id }) => [id, 2] as const);
  await sell(page, goods);
  const { picture } = await paperWith(page, 'Cash received');
  keep('receipt-mixed.png', picture);

  await call(page, 'settings.save', { language: 'hi', address: '12 स्टेशन रोड\nपुणे 411001', gstin: '27AAPFU0939F1ZV' });
  await sell(page, goods);
  await expect.poll(async () => (await call(page, 'printing.jobs', {}))[0]?.state).toBe('printed');
  keep('receipt-hindi.png', (await paperWith(page, '')).picture);
  await call(page, 'settings.save', { language: 'en' });
  await ready();
  await openPrinters(page);
  await expect(page.getByRole('img', { name: /A1/ })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('combobox', { name: 'Try a problem' }).click();
  await page.getByRole('option', { name: 'A break in the middle' }).click();
  await page.getByRole('button', { name: 'Print a test page' }).click();
  await expect(page.getByText('Is it on paper?')).toBeVisible();
  await expectAccessible(page);
  await page.screenshot({ path: join(pictures, 'settings.png') });
  await page.getByRole('button', { name: 'It is there' }).click();
  await expect(page.getByText('Is it on paper?')).toBeHidden();
});

test('an invoice is a PDF with the shop, the buyer and the tax, made without a script', async ({ launch }) => {
  const { electron, page, ready, userData } = await launch();
  await createShop(page);
  await ready('counter');
  const file = join(userData, 'invoice.pdf');
  await electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, file);
  await call(page, 'settings.save', {
    gstin: '27AAPFU0939F1ZV',
    state_code: '27',
    address: '12 Station Road\nPune 411001',
    upi_id: 'asha@upi',
    bank_details: 'Bank of Baroda\nA/C 001234567890\nIFSC BARB0PUNEXX',
  });
  const products = [
    await createProduct(page, '<script>document.title = "owned"</script>', 50, 5),
    await createProduct(page, 'अरहर की दाल, एक किलो', 50, 5),
  ];
  const { billId } = await sell(
    page,
    products.map(({ id }) => [id, 3] as const),
  );
  for (const paper of ['A4', 'A5'] as const) {
    expect(await call(page, 'printing.savePdf', { kind: 'invoice', id: billId, paper, copies: 2 })).toEqual({ file });
    const pdf = readFileSync(file);
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    mkdirSync(pictures, { recursive: true });
    writeFileSync(join(pictures, `invoice-${paper}.pdf`), pdf);
  }
});
