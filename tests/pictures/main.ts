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

/** What a family buys; found by name, so that the sample's prices and taxes are what is shown. */
const basket: readonly (readonly [name: string, thousandths: number])[] = [
  ['Toned Milk Pouch', 2000],
  ['Brown Bread', 1000],
  ['मसूर दाल', 1000],
  ['Basmati Rice Classic', 1000],
  ['चीनी (खुली)', 1500],
  ['Elaichi Tea', 1000],
];

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
  await picture('counter');
  await app.page.keyboard.press('F12');
  await app.page.getByText('To pay').waitFor();
  await app.page.keyboard.type('1000');
  await app.page.keyboard.press('Enter');
  await app.page.getByText('Bill A1/').first().waitFor();
  await picture('paid');
} finally {
  await app.close();
  removeUserData(app.userData);
  await services?.stop();
}

async function fill(page: Page): Promise<void> {
  for (const [name, quantity] of basket) {
    const [product] = await call(page, 'catalogue.search', { text: name, limit: 1 });
    if (!product) throw new Error(`the sample shop has no ${name}`);
    await call(page, 'sales.addLine', { productId: product.id, quantity });
  }
}

async function picture(name: string): Promise<void> {
  // What came in late (tiles, the receipt) is there when nothing is loading any more.
  await app.page.waitForLoadState('networkidle');
  await app.page.screenshot({ path: join(root, 'docs', 'pictures', `${name}.png`), animations: 'disabled' });
  console.error(`docs/pictures/${name}.png`);
}
