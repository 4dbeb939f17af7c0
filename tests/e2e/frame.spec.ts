import type { Locator } from '@playwright/test';
import type { PrintingStatus } from '@shared/contract';
import { expectAccessible } from './support/accessibility';
import type { RunningApp } from './support/app';
import { call, createShop } from './support/calls';
import { expect, test } from './support/fixtures';
import { alone } from './support/network-status';
import { play } from './support/play';
import { scan } from './support/scanner';
import { eachScreen, resizeTo, screenSizes } from './support/screens';
import { visit } from './support/visit';

// What is round every screen: the bar above, the rail, and what is said in passing.

const noPaper: PrintingStatus = {
  printer: 'Epson TM-T82 at the front counter',
  state: 'trouble',
  trouble: 'paper_out',
  waiting: 12,
  attention: 3,
};

const look = (app: RunningApp, name: string) => eachScreen(app, name, () => expectAccessible(app.page));

async function boxOf(of: Locator) {
  const box = await of.boundingBox();
  if (!box) throw new Error('not on the screen');
  return { ...box, right: box.x + box.width, bottom: box.y + box.height };
}

test('in a full bar quiet words give way first; signs, the bell and the clock stay whole, names end with an ellipsis', async ({
  launch,
}) => {
  const app = await launch();
  const { page } = app;
  await createShop(page);
  await app.ready('counter');
  await resizeTo(app, screenSizes[0]);
  // A little too much: a word goes, and nothing else is cut for it.
  await call(page, 'settings.save', { name: 'Ashapura Kirana & Bakery Mart' });
  const waiting = { ...noPaper, state: 'waiting', trouble: null, attention: 0 } as const;
  await play(app, { 'network.status': alone, 'printing.status': waiting });
  await play(app, { 'network.status': alone, 'printing.status': waiting }, 'printing');
  for (const name of ['Ashapura Kirana & Bakery Mart', 'Asha']) {
    const written = page.getByRole('banner').getByText(name, { exact: true });
    await expect(written).toBeVisible();
    expect(await written.evaluate((text) => text.scrollWidth - text.clientWidth)).toBe(0);
  }
  await eachScreen(app, 'bar-waiting');

  await call(page, 'settings.save', { name: 'Sri Venkateswara Provision Stores and Bakery' });
  const [owner] = await call(page, 'staff.list', {});
  await call(page, 'staff.save', {
    id: owner?.id ?? '',
    name: 'Meenakshisundaram Ramachandran Iyer',
    role: 'owner',
    active: true,
  });
  await page.reload();
  await app.ready('counter');
  await play(app, { 'network.status': alone, 'printing.status': noPaper });
  await play(app, { 'network.status': alone, 'printing.status': noPaper }, 'printing');
  const bar = page.getByRole('banner');
  const trouble = bar.getByText('3 prints to check');
  await expect(trouble).toBeVisible();
  for (const size of screenSizes) {
    await resizeTo(app, size);
    expect(await bar.evaluate((header) => header.scrollWidth - header.clientWidth)).toBe(0);
    const shift = bar.getByRole('button', { name: 'No shift open' });
    const bell = bar.getByRole('link', { name: /alert/ });
    const person = bar.getByRole('button', { name: /^Menu of Meenakshisundaram Ramachandran Iyer/ });
    for (const whole of [shift, bell, person]) expect((await boxOf(whole)).width).toBeGreaterThanOrEqual(34);
    for (const sign of await bar.locator('svg:visible').all())
      expect((await boxOf(sign)).width).toBeGreaterThanOrEqual(14);
    expect((await boxOf(person)).right).toBeLessThanOrEqual(size.width);
    expect(await trouble.evaluate((text) => text.scrollWidth - text.clientWidth)).toBe(0);
    const clock = bar.locator('time');
    expect(await clock.evaluate((time) => time.scrollWidth - time.clientWidth)).toBe(0);
  }
  await look(app, 'bar-full');
});

test('the alerts are one entry of the rail with one count, lit for each of their tabs, on a low screen too', async ({
  launch,
}) => {
  const app = await launch();
  const { page } = app;
  await createShop(page);
  await app.ready('counter');
  await play(app, { 'network.status': { ...alone, attention: 2 }, 'printing.status': { ...noPaper, attention: 1 } });
  await play(
    app,
    { 'network.status': { ...alone, attention: 2 }, 'printing.status': { ...noPaper, attention: 1 } },
    'printing',
  );
  await resizeTo(app, screenSizes[0]);
  const entry = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Alerts 3 open alerts' });
  await expect(page.getByRole('banner').getByRole('link', { name: '3 open alerts' })).toBeVisible();
  for (const path of ['/alerts', '/alerts/stock', '/attention']) {
    await visit(page, path);
    await expect(page.getByRole('heading', { level: 1, name: 'Alerts' })).toBeVisible();
    await expect(entry).toHaveAttribute('aria-current', 'page');
    await expect(entry).toBeInViewport();
  }
});

test('what is said in passing covers no dialog, no shop’s name and no Save', async ({ launch }) => {
  const app = await launch();
  const { page } = app;
  await createShop(page);
  await app.ready('counter');
  await visit(page, '/customers');
  await expect(page.getByText('No customers yet')).toBeVisible();
  for (const size of screenSizes) {
    await resizeTo(app, size);
    await page.keyboard.press('n');
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('textbox', { name: 'Name' })).toBeFocused();
    await scan(app, '8901030865237');
    const toast = page.getByRole('alert').filter({ hasText: 'Scanned 8901030865237' });
    await expect(toast).toBeVisible();
    await expect.poll(async () => (await boxOf(dialog)).bottom <= (await boxOf(toast)).y).toBe(true);
    expect((await boxOf(toast)).bottom).toBeLessThanOrEqual(size.height);
    if (size === screenSizes[0])
      await page.screenshot({ path: 'test-results/screens/toast-dialog-1024x600-light.png' });
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);

    await visit(page, '/settings');
    await page.getByRole('textbox', { name: 'Phone' }).fill(`98200 0${size.width}`);
    const save = page.getByRole('button', { name: 'Save' });
    await save.click();
    const saved = page.getByRole('alert').filter({ hasText: 'Saved' });
    await expect(saved).toBeVisible();
    const [said, pressed] = [await boxOf(saved), await boxOf(save)];
    expect(said.bottom <= pressed.y || said.y >= pressed.bottom).toBe(true);
    await visit(page, '/customers');
    await expect(page.getByText('No customers yet')).toBeVisible();
  }
});
