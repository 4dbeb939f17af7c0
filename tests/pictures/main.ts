/**
 * The pictures of the README: the sample shop at the counter and after paying, 1440×900, light. `npm run pictures` writes
 * docs/pictures again, so that they show the app as it is.
 */
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { ensureBuilt } from '../../scripts/lib/build.mjs';
import { startHeadless } from '../../scripts/lib/headless.mjs';
import { root } from '../../scripts/lib/paths.mjs';
import { launchApp, removeUserData } from '../e2e/support/app';
import { call, createShop } from '../e2e/support/calls';
import { resizeTo } from '../e2e/support/screens';

/** What a family buys in a week: goods of the sample shop, with its prices and taxes, in thousandths. */
const basket: readonly (readonly [name: string, thousandths: number])[] = [
  ['Chakki Atta 5 kg', 1000],
  ['मसूर दाल 1 kg', 1000],
  ['चीनी 1 kg', 2000],
  ['हल्दी पाउडर 200 g', 1000],
  ['आलू (खुला)', 1500],
  ['Full Cream Milk Pouch 500 ml', 2000],
  ['Brown Bread 400 g', 1000],
  ['Bourbon Cream Biscuits 150 g', 3000],
];
/** And one thing at five percent less. */
const reduced = { name: 'Cow Ghee 500 ml', percent: 50_000 };

await ensureBuilt();
const services = process.platform === 'linux' ? await startHeadless({}) : undefined;
const app = await launchApp({ env: services?.env ?? {} });
try {
  await createShop(app.page, 'sample');
  await resizeTo(app, { width: 1440, height: 900 });
  await app.page.emulateMedia({ colorScheme: 'light' });
  await fill(app.page);
  await app.page.reload();
  await app.ready('counter');
  await app.page.getByRole('button', { name: 'Dismiss' }).click();
  await picture('counter');
  await app.page.keyboard.press('F12');
  await app.page.getByText('To pay', { exact: true }).waitFor();
  // Not key by key, which would be as fast as a scanner.
  await app.page.getByRole('textbox', { name: 'Cash received' }).fill('2000');
  await app.page.keyboard.press('Enter');
  await app.page.getByText('Bill A1/').first().waitFor();
  await picture('paid');
} finally {
  await app.close();
  removeUserData(app.userData);
  await services?.stop();
}

async function fill(page: Page): Promise<void> {
  await call(page, 'settings.save', {
    name: 'Ashapura Kirana & Bakery',
    address: '14 Market Road, Andheri West\nMumbai 400058',
    phone: '022 5550 0142',
    receipt_footer: 'Thank you. Come again!',
  });
  const { lineNo } = await add(page, reduced.name, 1000);
  await call(page, 'sales.setDiscount', { lineNo, discount: { percent: reduced.percent } });
  for (const [name, quantity] of basket) await add(page, name, quantity);
  const [customer] = (await call(page, 'customers.list', { text: 'Anita', limit: 1 })).rows;
  await call(page, 'sales.setCustomer', { customerId: customer?.id ?? null });
}

async function add(page: Page, name: string, quantity: number) {
  const found = await call(page, 'catalogue.search', { text: name, limit: 20 });
  const product = found.find((each) => each.name === name);
  if (!product) throw new Error(`the sample shop has no ${name}`);
  return call(page, 'sales.addLine', { productId: product.id, quantity });
}

async function picture(name: string): Promise<void> {
  // What came in late (tiles, the receipt) is there when nothing is loading any more.
  await app.page.waitForLoadState('networkidle');
  await app.page.screenshot({ path: join(root, 'docs', 'pictures', `${name}.png`), animations: 'disabled' });
  console.error(`docs/pictures/${name}.png`);
}
