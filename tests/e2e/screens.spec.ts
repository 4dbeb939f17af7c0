import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import Database from 'better-sqlite3';
import { expectAccessible } from './support/accessibility';
import { call } from './support/calls';
import { add, createSample, dialog, goods, owner, search } from './support/counter';
import { expect, test } from './support/fixtures';
import { looker } from './support/looker';
import { scan } from './support/scanner';
import { resizeTo, screenSizes } from './support/screens';
import { visit } from './support/visit';

// Every screen in every state that the other specs leave out, in the sample shop: axe finds nothing, and there is a
// picture of each in test-results/screens, for people to look at: small and light, large and dark, and with
// GALLA_ALL_PICTURES=1 the other two pairs as well.

/** Two of these share a code, as after the lists of two shops were put together. */
const shared = '8900000002344';

test('the first run: what is missing is marked, and the shop is shown once it is ready', async ({ launch }) => {
  const app = await launch();
  const { page } = app;
  await app.ready('first-run');
  const look = looker(app);
  // Enter takes the first that fits what was typed.
  const country = page.getByRole('combobox', { name: 'Country' });
  await country.fill('Ind');
  await expect(page.getByRole('option', { name: 'India' })).toHaveAttribute('data-combobox-selected');
  await country.press('Enter');
  await expect(country).toHaveValue('India');
  await page.getByRole('textbox', { name: 'Name of the shop' }).focus();
  await look('first-run');
  await page.getByRole('button', { name: 'Open the shop' }).click();
  await expect(page.getByRole('textbox', { name: 'Name of the shop' })).toBeFocused();
  await look('first-run-errors');
  await page.getByText('हिन्दी').click();
  await expect(page.getByRole('button', { name: 'दुकान खोलें' })).toBeVisible();
  await look('first-run-hindi');
  await page.getByText('English').click();

  await page.getByRole('textbox', { name: 'Name of the shop' }).fill('Ashapura Kirana');
  await page.getByRole('textbox', { name: 'Your name' }).fill(owner.name);
  await page.getByLabel('Your PIN').fill(owner.pin);
  await page.getByLabel('The PIN again').fill(owner.pin);
  await page.getByRole('radio', { name: /sample/ }).click();
  await resizeTo(app, screenSizes[0]);
  // What is on the screen from now on, one after the other: nobody is asked for a PIN in between.
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(globalThis, { seen });
    new MutationObserver(() => {
      const title = document.querySelector('h1')?.textContent;
      if (title && title !== seen.at(-1)) seen.push(title);
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  await page.getByRole('button', { name: 'Open the shop' }).click();
  await expect(page.getByRole('heading', { name: 'Opening the shop' })).toBeVisible();
  await page.screenshot({ path: 'test-results/screens/opening-1024x600-light.png', animations: 'disabled' });
  await expectAccessible(page);
  await app.ready('counter');
  expect(await page.evaluate(() => Reflect.get(globalThis, 'seen'))).toEqual(['Opening the shop', 'Counter']);
});

test('the counter in all its states', async ({ launch }) => {
  test.setTimeout(480_000);
  const before = await launch();
  await createSample(before);
  await looker(before)('counter-empty');
  const { id } = await call(before.page, 'catalogue.product', {
    id: (await call(before.page, 'catalogue.search', { text: 'Bathing Soap Sandal', limit: 1 }))[0]?.id ?? '',
  });
  await add(before, goods.rice, 'Basmati');
  await before.close();
  const db = new Database(join(before.userData, 'galla.db'));
  db.prepare('INSERT INTO product_barcode (product_id, position, barcode) VALUES (?, 99, ?)').run(id, shared);
  db.close();

  const app = await launch({ userData: before.userData });
  const { page } = app;
  const look = looker(app);
  await app.ready('counter');
  await expect(page.getByText('The bill that was open is back.')).toBeVisible();
  await look('restored');

  await add(app, goods.biscuits, 'Bourbon');
  await add(app, goods.buttermilk, 'छाछ');
  await scan(app, goods.cola);
  await page.keyboard.press('F4');
  await page.getByRole('textbox', { name: 'Percent' }).fill('10');
  await look('discount');
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toHaveCount(0);
  await call(page, 'sales.setQuantity', { lineNo: 2, quantity: 90_000 });
  await expect(page.getByText(/^More than the/)).toBeVisible();
  await look('lines');
  await call(page, 'sales.setQuantity', { lineNo: 2, quantity: 2_000 });

  await search(page).fill('3*');
  await look('times');
  await search(page).fill('cow ghe');
  await expect(page.getByRole('option').first()).toBeVisible();
  await look('search');
  await search(page).fill('zzqx');
  await expect(page.getByText(/^Nothing found/)).toBeVisible();
  await look('search-none');
  await page.keyboard.press('Escape');
  await expect(search(page)).toHaveValue('');

  await scan(app, '8901030865237');
  await expect(page.getByText('Unknown code 8901030865237')).toBeVisible();
  await look('unknown');
  await scan(app, '8901030865238');
  await expect(page.getByText('Misread code 8901030865238')).toBeVisible();
  await look('damaged');
  await page.keyboard.press('Escape');
  await expect(page.getByText(/^Misread/)).toHaveCount(0);
  await scan(app, shared);
  await expect(dialog(page)).toContainText('Which one?');
  await look('ambiguous');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);

  await page.keyboard.press('F1');
  await expect(dialog(page)).toContainText('Keys of the counter');
  await look('help');
  await page.keyboard.press('Escape');
  await page.keyboard.press('F3');
  await expect(page.getByRole('textbox', { name: 'Quantity' })).toBeFocused();
  await look('quantity');
  await page.keyboard.press('Escape');
  await page.keyboard.press('F6');
  await expect(dialog(page).getByText('Anita Deshpande')).toBeVisible();
  await look('customers');
  await page.getByRole('textbox', { name: 'Name or phone' }).fill('Zubin Mistry');
  await expect(page.getByText(/^Nobody found/)).toBeVisible();
  await look('customer-none');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Phone' })).toBeFocused();
  await look('customer-new');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Menu of/ }).click();
  await expect(page.getByRole('menuitem', { name: 'Lock the till' })).toBeVisible();
  await look('menu');
  await page.keyboard.press('Escape');

  // An undo that is offered is not offered any more once the bill is being paid.
  await search(page).focus();
  await page.keyboard.press('Delete');
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
  // It stays while somebody is about to press it.
  await page.getByRole('alert').filter({ hasText: 'Undo' }).hover();
  await look('undo');
  // It lies over nothing that is pressed, and is as high as a finger.
  for (const size of screenSizes) {
    await resizeTo(app, size);
    const boxOf = async (of: Locator) => (await of.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    const toast = await boxOf(page.getByRole('alert').filter({ hasText: 'Undo' }));
    const pay = await boxOf(page.getByRole('button', { name: /^Pay/ }));
    expect(pay.x + pay.width).toBeLessThanOrEqual(toast.x);
    const keys = await boxOf(page.getByRole('toolbar'));
    expect(toast.y + toast.height).toBeLessThanOrEqual(keys.y);
    await expect
      .poll(async () => {
        const tiles = await boxOf(page.locator('[data-makes-room] > section'));
        return tiles.y + tiles.height <= toast.y;
      })
      .toBe(true);
    expect((await boxOf(page.getByRole('button', { name: 'Undo' }))).height).toBeGreaterThanOrEqual(44);
  }
  await page.mouse.move(0, 0);
  await page.keyboard.press('F12');
  await expect(page.getByText('To pay', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0);
  await look('pay-cash');
  for (const method of ['UPI', 'Card', 'Bank', 'On account']) {
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('button', { name: method, pressed: true })).toBeVisible();
    await look(`pay-${method.split(' ').at(-1)?.toLowerCase()}`);
  }
  for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowUp');
  const received = page.getByRole('textbox', { name: 'Cash received' });
  await received.fill('100');
  await received.press('Enter');
  await expect(page.getByText('Still to pay')).toBeVisible();
  await scan(app, goods.rice);
  await expect(page.getByRole('form', { name: 'Payment' }).getByText(/^Not added/)).toBeVisible();
  await look('pay-part-refused-scan');
  await received.fill('2000');
  await look('pay-change');
  await received.press('Enter');
  await expect(page.getByRole('heading', { name: 'Paid' })).toBeVisible();
  await expect(page.getByText('Prices include tax')).toBeAttached();
  await look('done-change');

  await page.keyboard.press('Enter');
  await expect(page.getByText('Scan the first item')).toBeVisible();
  await add(app, goods.rice, 'Basmati');
  const [anita] = (await call(page, 'customers.list', { text: 'Anita', limit: 1 })).rows;
  await call(page, 'sales.setCustomer', { customerId: anita?.id ?? null });
  await expect(page.getByRole('button', { name: /^Change customer: Anita Deshpande/ })).toBeVisible();
  await page.keyboard.press('F12');
  for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowDown');
  await expect(page.getByText('Will be due')).toBeVisible();
  await look('pay-account-named');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Put on account' })).toBeVisible();
  await look('done-account');
  await page.keyboard.press('Escape');

  // A screen that cannot be drawn says so, kindly; the bill is kept.
  await add(app, goods.cola, 'Cola');
  await page.evaluate(() => {
    Object.defineProperty(Intl.NumberFormat.prototype, 'format', {
      get() {
        throw new Error('a bug on purpose');
      },
    });
  });
  await scan(app, goods.cookies);
  await app.ready('crash');
  await look('crash');
});

test('the doors of the shop: who is there, a wrong PIN, too many of them', async ({ launch }) => {
  const app = await launch();
  const { page } = app;
  await createSample(app);
  const look = looker(app);
  await page.getByRole('button', { name: /^Menu of/ }).click();
  await page.getByRole('menuitem', { name: 'Lock the till' }).click();
  await app.ready('sign-in');
  await expect(page.getByRole('heading', { name: 'Who is at the till?' })).toBeVisible();
  await look('sign-in');
  await page.getByRole('button', { name: /Rahul/ }).click();
  await look('sign-in-pin');
  const pin = page.getByLabel('Rahul’s PIN');
  for (let attempt = 0; attempt < 5; attempt++) {
    await expect(pin).toBeEnabled();
    await pin.fill('000111');
    await pin.press('Enter');
    await expect(page.getByText(/Wrong PIN|Too many/)).toBeVisible();
    await expect(pin).toHaveValue('');
    if (attempt === 0) await look('sign-in-wrong');
  }
  await expect(page.getByText(/Too many wrong PINs/)).toBeVisible();
  await look('sign-in-locked');
});

/** Name of the picture, address, and what is there once the screen has its data. */
const officeScreens = [
  ['bills', '/bills', /^A1\/\d{4}\//],
  ['products', '/products', 'Aluminium Foil'],
  ['categories', '/products/categories', 'Rice and grains'],
  ['brands', '/products/brands', 'Chai Bagan'],
  ['taxes', '/products/taxes', 'GST 18'],
  ['labels', '/products/labels', 'No labels to print yet'],
  ['customers', '/customers', 'Annapurna Mess'],
  ['alerts', '/alerts/stock', 'Low stock'],
  ['staff', '/staff', 'Rahul'],
] as const;

test('the office full of data, and in Hindi', async ({ launch }) => {
  test.setTimeout(300_000);
  const app = await launch();
  const { page } = app;
  await createSample(app);
  const look = looker(app);
  for (const [name, path, sign] of officeScreens) {
    await visit(page, path);
    await expect(page.getByText(sign).first()).toBeVisible();
    await look(`sample-${name}`);
  }
  await visit(page, '/customers');
  await page.getByRole('row', { name: /Annapurna Mess/ }).click();
  await expect(page.getByText('Due from Annapurna Mess')).toBeVisible();
  await look('sample-customer');
  await visit(page, '/bills');
  await page.getByRole('row', { name: /₹/ }).nth(1).click();
  await expect(page.getByRole('button', { name: 'Return goods' })).toBeVisible();
  await look('sample-bill');

  await visit(page, '/staff');
  await page.getByRole('button', { name: 'Edit Rahul' }).click();
  await expect(dialog(page)).toContainText('PIN');
  await look('staff-dialog');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  await visit(page, '/settings');
  await page.getByRole('tab', { name: 'Printers' }).click();
  await expect(page.getByText('No printer yet')).toBeVisible();
  await look('settings-printers-none');
  const printer = { width: 80, profile: 'generic80', hasDrawer: true, printsSales: true } as const;
  await call(page, 'printing.savePrinter', {
    ...printer,
    ...{ name: 'Epson TM-T82', kind: 'network', address: '192.0.2.50', isDefault: true },
  });
  await call(page, 'printing.savePrinter', {
    ...printer,
    ...{ name: 'Kitchen', kind: 'simulator', address: '', isDefault: false, hasDrawer: false },
  });
  await expect(page.getByText('Kitchen').first()).toBeVisible();
  await look('settings-printers');
  await page.getByRole('button', { name: 'Add a printer' }).click();
  await expect(dialog(page)).toBeVisible();
  await look('printer-dialog');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);

  await call(page, 'settings.save', { language: 'hi' });
  await visit(page, '/');
  await expect(page.getByRole('link', { name: 'काउंटर', exact: true })).toBeVisible();
  await add(app, goods.buttermilk, 'छाछ');
  await look('hindi-counter');
  await page.keyboard.press('F12');
  await look('hindi-pay');
  await page.keyboard.press('Enter');
  await app.page.getByRole('heading', { name: 'भुगतान हुआ' }).waitFor();
  await look('hindi-done');
  for (const path of ['products', 'products/new', 'bills', 'settings']) {
    await visit(page, `/${path}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await look(`hindi-${path.replace('/', '-')}`);
  }
});
