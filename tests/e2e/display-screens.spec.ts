import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessibility';
import { call, createProduct } from './support/calls';
import { createSample, goods } from './support/counter';
import { displayOf, plugIn } from './support/display';
import { expect, test } from './support/fixtures';
import { eachScreen, screensFolder, themes } from './support/screens';
import { visit } from './support/visit';

// The customer's screen in every state: axe finds nothing, nothing is cut off, and there is a picture of each.

const sizes = [
  { width: 800, height: 480 },
  { width: 1024, height: 600 },
  { width: 1920, height: 1080 },
] as const;

/** Of the three sizes and two themes, each at least once; with GALLA_ALL_PICTURES=1 all of them. */
const pairs = sizes.flatMap((size, index) =>
  themes
    .filter((_theme, at) => process.env.GALLA_ALL_PICTURES === '1' || index === 1 || at === (index === 0 ? 0 : 1))
    .map((theme) => ({ size, theme })),
);

test('the customer’s screen in all its states', async ({ launch }) => {
  test.setTimeout(240_000);
  const app = await launch();
  const { page } = app;
  await createSample(app);
  await call(page, 'settings.save', { upi_id: 'ashapura@okbank' });
  await plugIn(app, { x: 0, y: 0, ...sizes[0] });
  await call(page, 'system.setDisplay', { on: true, message: '' });
  const display = await displayOf(app);
  const look = (name: string) => lookAt(app, display, name);

  await expect(display.getByText('Welcome')).toBeVisible();
  await look('display-idle');
  await visit(page, '/settings');
  await app.ready('office');
  await page.getByRole('tab', { name: 'This till' }).click();
  await page.getByText('On the second screen.').scrollIntoViewIfNeeded();
  await eachScreen(app, 'display-settings', () => expectAccessible(page));
  await visit(page, '/');
  await app.ready('counter');
  await call(page, 'sales.scan', { code: goods.rice });
  await expect(display.locator('.last')).toContainText('Basmati');
  await look('display-first-line');
  for (const code of [goods.biscuits, goods.buttermilk, goods.cookies, goods.cola]) {
    await call(page, 'sales.scan', { code });
  }
  const others = await call(page, 'catalogue.favourites', { limit: 20 });
  for (const { id } of others.slice(0, 12)) await call(page, 'sales.addLine', { productId: id, quantity: 2_000 });
  const { lines } = await call(page, 'sales.cart', {});
  await call(page, 'sales.setDiscount', { lineNo: lines.at(-1)?.lineNo ?? 1, discount: { percent: 100_000 } });
  await call(page, 'sales.setDiscount', { discount: { amount: 2_500 } });
  const cart = await call(page, 'sales.cart', {});
  await expect(display.locator('.total output')).toHaveText(rupees(cart.totals.toPay));
  await look('display-lines');

  await page.reload();
  await app.ready('counter');
  await page.keyboard.press('F12');
  await expect(display.getByText('To pay')).toBeVisible();
  await look('display-pay-cash');
  await page.keyboard.press('ArrowDown');
  await expect(display.getByRole('img', { name: /UPI code/ })).toBeVisible();
  await look('display-pay-upi');
  await page.keyboard.press('ArrowUp');
  await page.getByLabel('Cash received').fill('9000');
  await page.keyboard.press('Enter');
  await expect(display.getByText('Your change')).toBeVisible();
  await look('display-done');

  // The largest sums there may be, and a name that nobody can fit.
  const machine = await createProduct(page, 'A very long name of a machine '.repeat(6), 9_000, 1);
  await call(page, 'sales.addLine', { productId: machine.id, quantity: 900_000 });
  await call(page, 'sales.setPrice', { lineNo: 1, price: 12_345_678 });
  await expect(display.locator('.total output')).toContainText('11,11,11,');
  await look('display-large-bill');
  await page.reload();
  await app.ready('counter');
  await page.keyboard.press('F12');
  await page.keyboard.press('ArrowDown');
  await expect(display.getByRole('img', { name: /UPI code/ })).toBeVisible();
  await look('display-large-upi');
});

test('the customer’s screen in Hindi, with a message and a logo, and in training', async ({ launch }) => {
  test.setTimeout(120_000);
  const app = await launch();
  const { page } = app;
  await createSample(app);
  await call(page, 'settings.save', { language: 'hi', receipt_logo: logo() });
  await plugIn(app, { x: 0, y: 0, ...sizes[0] });
  await call(page, 'system.setDisplay', { on: true, message: 'आज सभी मिठाइयों पर दस प्रतिशत की छूट' });
  const display = await displayOf(app);
  await expect(display.getByText('आज सभी')).toBeVisible();
  await lookAt(app, display, 'display-hindi-idle');
  await call(page, 'sales.scan', { code: goods.rice });
  await expect(display.getByText('कुल')).toBeVisible();
  await lookAt(app, display, 'display-hindi-bill');
  await call(page, 'system.startTraining', {});
  await expect(display.getByText('अभ्यास')).toBeVisible();
  await lookAt(app, display, 'display-training');
});

const rupees = (paise: number): string =>
  new Intl.NumberFormat('en-IN', { style: 'currency', currency: 'INR' }).format(paise / 100);

/** A ring of dots, as the office would have made it of a picture. */
function logo(): string {
  const size = 160;
  const bits = new Uint8Array((size / 8) * size);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const far = Math.hypot(x - size / 2, y - size / 2);
      if (far < 76 && far > 56)
        bits[y * (size / 8) + (x >> 3)] = (bits[y * (size / 8) + (x >> 3)] ?? 0) | (0x80 >> (x & 7));
    }
  }
  return `${size}x${size}:${Buffer.from(bits).toString('base64')}`;
}

async function lookAt(app: Parameters<typeof plugIn>[0], display: Page, name: string): Promise<void> {
  for (const { size, theme } of pairs) {
    await plugIn(app, { x: 0, y: 0, ...size });
    await display.waitForFunction(({ width, height }) => innerWidth === width && innerHeight === height, size);
    await display.emulateMedia({ colorScheme: theme });
    const variant = `${name}-${size.width}x${size.height}-${theme}`;
    await display.screenshot({ path: `${screensFolder}/${variant}.png`, animations: 'disabled' });
    await expectAccessible(display);
    const isWhole = await display.evaluate(
      () => document.documentElement.scrollWidth <= innerWidth && document.documentElement.scrollHeight <= innerHeight,
    );
    expect([variant, isWhole]).toEqual([variant, true]);
  }
  await display.emulateMedia({ colorScheme: null });
}
