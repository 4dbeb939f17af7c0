import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessibility';
import type { RunningApp } from './support/app';
import { call, createProduct, createShop } from './support/calls';
import { expect, test } from './support/fixtures';
import { resizeTo, screenSizes, screensFolder } from './support/screens';
import { visit } from './support/visit';

/** What people, suppliers' lists and jokers put into names. */
const names = [
  '<img src=x onerror="document.title=\'owned\'">',
  '<script>document.title="owned"</script>{{constructor.constructor("return 1")()}}',
  '\u202Egnp.exe txt\u202E reversed',
  'نعناع \u2067 12.50 \u2069 שלום',
  `Long ${'wordwithoutanybreak'.repeat(10)}`.slice(0, 200),
  '👩‍👩‍👧‍👦🧂 Salt 🇮🇳 क्‍ष ﷽',
  'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!',
] as const;

/** Nothing sticks out to the side, and nothing of it has run. */
async function expectCalm(app: RunningApp, screen: string): Promise<void> {
  const { page } = app;
  await page.screenshot({ path: join(screensFolder, `hostile-${screen}-1024x600.png`), animations: 'disabled' });
  const wide = await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const isCut = (element: Element): boolean => {
      const above = element.parentElement;
      return above !== null && (getComputedStyle(above).overflowX !== 'visible' || isCut(above));
    };
    const wrong = [...document.querySelectorAll('body *')].filter((element) => {
      const scrolls = /auto|scroll/.test(getComputedStyle(element).overflowX);
      if (scrolls && element.scrollWidth > element.clientWidth + 1) return true;
      return element.getBoundingClientRect().right > width + 1 && !isCut(element);
    });
    return wrong.slice(0, 3).map(({ outerHTML }) => outerHTML.slice(0, 200));
  });
  expect(wide, screen).toEqual([]);
  // What we write ourselves is not taken apart to make room: a term stands on one line, or on two.
  const broken = await page.evaluate(() =>
    [...document.querySelectorAll('dt')].flatMap((term) => {
      const range = document.createRange();
      range.selectNodeContents(term);
      return range.getClientRects().length > 2 ? [term.textContent] : [];
    }),
  );
  expect(broken, screen).toEqual([]);
  expect(await page.title(), screen).not.toContain('owned');
  expect(await page.locator('img[src="x"]').count(), screen).toBe(0);
}

/** A text that turns its direction must not turn what stands beside it: the amount stays where amounts are. */
async function expectFiguresInPlace(page: Page): Promise<void> {
  const ends = await page.evaluate(() =>
    [...document.querySelectorAll('[data-at="amount"]')].map((element) =>
      Math.round(element.getBoundingClientRect().right),
    ),
  );
  expect(new Set(ends).size).toBeLessThanOrEqual(1);
}

test('hostile names are only text, break no layout and no receipt', async ({ launch }) => {
  const app = await launch();
  const { page } = app;
  await createShop(page);
  await app.ready('counter');
  const products = [];
  for (const name of names) products.push(await createProduct(page, name, 3, 2));
  const customer = await call(page, 'customers.save', {
    name: names[4],
    phone: null,
    gstin: null,
    stateCode: null,
    address: names[0],
    email: null,
    creditLimit: null,
    note: names[2],
  });
  await call(page, 'settings.save', {
    receipt_header: names[1],
    receipt_footer: `${names[2]}\n${names[4]}`,
    address: names[4],
  });
  for (const { id } of products) await call(page, 'sales.addLine', { productId: id, quantity: 2_000 });
  await call(page, 'sales.setCustomer', { customerId: customer.id });
  await page.reload();
  await app.ready('counter');
  await resizeTo(app, screenSizes[0]);
  await expect(page.getByRole('listitem').filter({ hasText: 'Long word' })).toBeVisible();
  await expectCalm(app, 'counter');
  await expectFiguresInPlace(page);
  await page.keyboard.type('long');
  await expect(
    page.getByRole('option').or(page.getByRole('listitem')).filter({ hasText: 'Long word' }).first(),
  ).toBeVisible();
  await expectCalm(app, 'search');
  await page.keyboard.press('Escape');

  await page.keyboard.press('F12');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Bill A1/', { exact: false })).toBeVisible();
  await expectCalm(app, 'receipt');
  const receipt = page.getByRole('article');
  const wider = await receipt.evaluate((paper) => paper.scrollWidth - paper.clientWidth);
  expect(wider).toBe(0);
  const pastMargin = await receipt.evaluate((paper) => {
    const { paddingRight, borderRightWidth } = getComputedStyle(paper);
    const margin =
      paper.getBoundingClientRect().right - Number.parseFloat(paddingRight) - Number.parseFloat(borderRightWidth);
    return [...paper.querySelectorAll('th, td')].filter((cell) => cell.getBoundingClientRect().right > margin + 0.5)
      .length;
  });
  expect(pastMargin).toBe(0);
  for (const name of names) {
    const kept = name
      .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
      .normalize('NFC')
      .replace(/\s+/g, ' ');
    await expect(receipt.getByText(kept, { exact: true }).first()).toBeAttached();
  }
  await expectAccessible(page);

  for (const [path, text] of [
    ['/products', 'Long word'],
    [`/products/${products[4]?.id}`, 'Long word'],
    ['/bills', 'Long word'],
    ['/customers', 'Long word'],
    ['/alerts', 'Long word'],
    ['/alerts/stock', 'Long word'],
  ] as const) {
    await visit(page, path);
    await expect(page.getByText(text).first()).toBeVisible();
    await expectCalm(app, path.replaceAll('/', '').slice(0, 12));
  }
  await visit(page, '/bills');
  await page.getByRole('row', { name: /₹/ }).first().click();
  await expect(page.getByRole('button', { name: 'Return goods' })).toBeVisible();
  await expectCalm(app, 'bill');
  await page.getByRole('button', { name: 'Return goods' }).click();
  await expect(page.getByRole('checkbox').first()).toBeVisible();
  await expectCalm(app, 'return');
});
