import type { Page } from '@playwright/test';
import { call, createShop } from './support/calls';
import { expect, test } from './support/fixtures';
import { looker } from './support/looker';
import { visit } from './support/visit';

const day = (page: Page, name: string) => page.getByRole('textbox', { name });

test('a day is typed as people write it, or chosen in a calendar; what is no day says so', async ({ launch }) => {
  const app = await launch();
  const { page, ready } = app;
  await createShop(page, 'sample');
  await page.reload();
  await ready('counter');
  const look = looker(app);
  await visit(page, '/reports/days');
  const to = day(page, 'To day');
  const from = day(page, 'From day');

  // The day first, and the year may be missing.
  await to.fill('5/3/2024');
  await expect(to).toHaveValue('5/3/2024');
  await to.press('Tab');
  await expect(to).toHaveValue('05/03/2024');
  await from.fill('3 feb 24');
  await from.press('Enter');
  await expect(from).toHaveValue('03/02/2024');
  // The end never lies before the beginning: it comes along.
  await from.fill('10/4/2024');
  await from.press('Enter');
  await expect(to).toHaveValue('10/04/2024');

  // On the way to a day nothing moves: not by what could be one, and not by what only begins like one.
  await to.fill('20/4/2024');
  await to.press('Tab');
  await from.fill('1/5/2024');
  await expect(from).toHaveValue('1/5/2024');
  await from.fill('10/4/2024');
  await from.press('Enter');
  await expect(to).toHaveValue('20/04/2024');
  await to.fill('10/4/2024');
  await to.press('Enter');

  // Nothing is asked for a day that there is not.
  await from.fill('31/2/2024');
  await from.press('Enter');
  await expect(from).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByText(/^Write the date as /)).toBeVisible();
  await look('date-unreadable');
  await from.fill('');
  await from.press('Tab');
  await expect(from).toHaveValue('10/04/2024');
  await expect(from).not.toHaveAttribute('aria-invalid', 'true');

  // The calendar, without a mouse: a week and a day on.
  await from.press('Alt+ArrowDown');
  const calendar = page.getByRole('dialog', { name: 'Calendar' });
  await expect(calendar.getByRole('button', { name: /10 April 2024/ })).toBeFocused();
  await look('date-calendar');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(calendar).toHaveCount(0);
  await expect(from).toBeFocused();
  await expect(from).toHaveValue('18/04/2024');
  await from.press('Alt+ArrowDown');
  await page.keyboard.press('Escape');
  await expect(calendar).toHaveCount(0);
  await expect(from).toBeFocused();

  await call(page, 'settings.save', { language: 'hi' });
  await visit(page, '/reports/days');
  const start = page.locator('input[data-date-field]').first();
  await start.fill('आज');
  await expect(start).toHaveValue('आज');
  await start.press('Enter');
  await expect(start).toHaveValue(/^\d\d\/\d\d\/\d{4}$/);
  await start.press('Alt+ArrowDown');
  await expect(page.getByRole('dialog', { name: 'कैलेंडर' })).toBeVisible();
  await look('date-calendar-hindi');
});

test('a date in a dialog: Esc closes its calendar and not the form, an unreadable one is not saved', async ({
  launch,
}) => {
  const { page, ready } = await launch();
  await createShop(page, 'sample');
  await page.reload();
  await ready('counter');
  await visit(page, '/orders');
  await page.getByRole('button', { name: 'New order' }).click();
  const form = page.getByRole('dialog', { name: 'New order' });
  const due = form.getByRole('textbox', { name: /day|date/i });
  await due.press('Alt+ArrowDown');
  await expect(page.getByRole('dialog', { name: 'Calendar' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Calendar' })).toHaveCount(0);
  await expect(form).toBeVisible();
  await due.fill('soon');
  await due.press('Enter');
  await expect(due).toHaveAttribute('aria-invalid', 'true');
  await expect(form).toBeVisible();
});
