import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { RunningApp } from './support/app';
import { call, createProduct, createShop, sell } from './support/calls';
import { expect, test } from './support/fixtures';
import { looker } from './support/looker';
import { chooseFromMenu, openMenu } from './support/menu';
import { resizeTo, screenSizes } from './support/screens';
import { visit } from './support/visit';

/** A report's table has its important columns where they can be seen: it does not scroll sideways, and no title is cut. */
async function expectRoom(page: Page): Promise<void> {
  const cut = await page
    .getByRole('grid')
    .evaluateAll((grids) =>
      grids.flatMap((grid) => [
        ...(grid.scrollWidth > grid.clientWidth ? [grid.ariaLabel] : []),
        ...[...grid.querySelectorAll('[role=columnheader]')]
          .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
          .map(({ textContent }) => textContent),
      ]),
    );
  expect(cut).toEqual([]);
}

/** The desktop's own dialog is no page: from now on it answers with this file. */
async function answerSaveDialog({ electron }: RunningApp, path: string): Promise<void> {
  await electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, path);
}

const main = (page: Page) => page.getByRole('navigation', { name: 'Main' });

test('the dashboard teaches while nothing was sold, and moves with every sale', async ({ launch }) => {
  const app = await launch();
  const { page, ready } = app;
  await createShop(page);
  await ready('counter');
  const look = looker(app);
  await main(page).getByRole('link', { name: 'Today' }).press('Enter');
  await expect(page.getByText('The first bill opens this page')).toBeVisible();
  await look('dashboard-empty');

  const soap = await createProduct(page, 'Neem soap', 4, 3);
  await sell(page, [[soap.id, 1]]);
  await expect(page.getByText('₹10.00').first()).toBeVisible();
  const stock = page.getByRole('region', { name: 'Stock' });
  await expect(stock.getByText('Low')).toBeVisible();
  await sell(page, [[soap.id, 1]]);
  await expect(page.getByRole('region', { name: 'Paid by' }).getByText('₹20.00')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Neem soap' })).toBeVisible();

  // A name as long as a name may be: nothing of the page gives way to it.
  const long = await createProduct(page, `Chakki atta ${'wheat '.repeat(24)}5 kg`, 9, 0);
  const dal = await createProduct(page, 'Toor dal 1 kg', 40, 0);
  await sell(page, [
    [long.id, 2],
    [dal.id, 3],
  ]);
  await expect(page.getByRole('link', { name: 'Toor dal 1 kg' })).toBeVisible();
  await look('dashboard-sales');
});

test('reports of the sample shop, by keyboard: found, asked for other days, ordered, followed to what they are about', async ({
  launch,
}) => {
  const app = await launch();
  const { page, ready } = app;
  await createShop(page, 'sample');
  await page.reload();
  await ready('counter');
  await resizeTo(app, screenSizes[1]);
  const look = looker(app);

  await main(page).getByRole('link', { name: 'Today' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Due from customers' })).toBeVisible();
  await look('dashboard');

  await page.getByRole('button', { name: 'All reports' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Reports' })).toBeVisible();
  await look('reports');

  await page.getByRole('link', { name: /Sales by product/ }).press('Enter');
  const period = page.getByRole('combobox', { name: 'Period' });
  await period.press('Enter');
  await page.getByRole('option', { name: 'Last 90 days' }).click();
  const grid = page.getByRole('grid', { name: 'Sales by product' });
  await expect(grid.getByRole('row').nth(5)).toBeVisible();
  await look('report-products');
  await grid.getByRole('button', { name: 'Sold' }).press('Enter');
  await expect(grid.getByRole('columnheader', { name: 'Sold' })).toHaveAttribute('aria-sort', 'ascending');
  await grid.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/products\//);

  // What has no room on a small screen is one choice away, and the page says that it is missing.
  await resizeTo(app, screenSizes[0]);
  await visit(page, '/reports/hsn');
  const hsn = page.getByRole('grid', { name: 'HSN summary' });
  await expect(hsn.getByRole('columnheader', { name: 'With tax' })).toBeVisible();
  await expect(hsn.getByRole('columnheader', { name: 'Cess' })).toHaveCount(0);
  await openMenu(page, /^Columns, \d hidden$/);
  await page.getByRole('menuitemcheckbox', { name: 'Cess' }).press('Enter');
  await expect(hsn.getByRole('columnheader', { name: 'Cess' })).toBeAttached();
  await page.getByRole('menuitem', { name: 'Columns as at first' }).press('Enter');
  await expect(hsn.getByRole('columnheader', { name: 'Cess' })).toHaveCount(0);
  await page.keyboard.press('Escape');

  await visit(page, '/reports/products');
  await page.getByRole('grid').focus();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: 'Reports' })).toBeVisible();
});

test('every report has its screen, full and empty, in both languages', async ({ launch }) => {
  // Two pictures, and axe, of each.
  test.setTimeout(240_000);
  const app = await launch();
  const { page, ready } = app;
  await createShop(page, 'sample');
  await page.reload();
  await ready('counter');
  const look = looker(app, () => expectRoom(page));
  const reports = await reportsOf(page);
  await visit(page, '/reports/days');
  const period = page.getByRole('combobox', { name: 'Period' });
  await period.press('Enter');
  await page.getByRole('option', { name: 'Last 90 days' }).click();
  for (const { id, open } of reports) {
    await open();
    await look(`report-${id}`);
  }
  await visit(page, '/reports/days');
  await page.getByLabel('To day').fill('2001-01-02');
  await page.getByLabel('From day').fill('2001-01-01');
  await page.getByLabel('From day').press('Enter');
  await expect(page.getByText('Nothing was sold', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save as' })).toBeDisabled();
  await look('report-empty');

  await call(page, 'settings.save', { language: 'hi' });
  await visit(page, '/dashboard');
  await expect(page.getByRole('heading', { name: 'आज', level: 1 })).toBeVisible();
  await look('dashboard-hindi');
});

/** Every report of the list by its name, and the way to it: there when its own rows are, or what it says when it has none. */
async function reportsOf(page: Page) {
  await visit(page, '/reports');
  await expect(page.getByRole('heading', { name: 'Reports' })).toBeVisible();
  const found = await page.locator('main a').evaluateAll((all) =>
    all.map((link) => ({
      id: link.getAttribute('href')?.split('/').at(-1) ?? '',
      name: link.firstElementChild?.textContent ?? '',
    })),
  );
  expect(found.length).toBeGreaterThan(15);
  return found.map(({ id, name }) => ({
    id,
    open: async () => {
      await visit(page, `/reports/${id}`);
      await expect(page.getByRole('heading', { name, level: 1, exact: true })).toBeVisible();
      const rows = page.getByRole('grid', { name }).getByRole('row').nth(1);
      const byRate = page.getByRole('table', { name: 'By rate' });
      const none = page.locator('main p').filter({ hasText: /^No(thing|body)? / });
      await expect(rows.or(byRate).or(none)).toBeVisible();
      await expect(page.locator('main').getByTitle('Loading')).toHaveCount(0);
    },
  }));
}

test('a report is saved as CSV, workbook and PDF, and a name that is a formula stays a name', async ({ launch }) => {
  const app = await launch();
  const { page, userData, ready } = app;
  await createShop(page);
  await ready('counter');
  const evil = await createProduct(page, '=HYPERLINK("http://x","y")', 9, 1);
  await sell(page, [[evil.id, 2]]);
  await visit(page, '/reports/products');
  await expect(page.getByRole('grid')).toBeVisible();
  const toast = page.getByRole('alert').filter({ hasText: 'Saved' });
  for (const [name, kind] of [
    ['CSV', 'csv'],
    ['Excel (XLSX)', 'xlsx'],
    ['PDF', 'pdf'],
  ] as const) {
    const file = join(userData, `report.${kind}`);
    await answerSaveDialog(app, file);
    await chooseFromMenu(page, 'Save as', name);
    await expect(toast.filter({ hasText: `report.${kind}` })).toBeVisible();
  }
  const csv = readFileSync(join(userData, 'report.csv'), 'utf8');
  expect(csv).toContain(`"'=HYPERLINK(""http://x"",""y"")"`);
  expect(csv).toContain('20.00');
  expect(readFileSync(join(userData, 'report.xlsx')).subarray(0, 2).toString()).toBe('PK');
  expect(readFileSync(join(userData, 'report.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
});
