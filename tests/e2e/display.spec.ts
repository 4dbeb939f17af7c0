import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectAccessible } from './support/accessibility';
import type { RunningApp } from './support/app';
import { ask, call } from './support/calls';
import { createSample, goods, owner } from './support/counter';
import { crashDisplay, displayOf, displayWindow, plugIn, unplug } from './support/display';
import { expect, test } from './support/fixtures';
import { tabTo } from './support/keyboard';
import { scan } from './support/scanner';
import { visit } from './support/visit';

const second = { x: 1024, y: 100, width: 800, height: 480 } as const;
const logOf = ({ userData }: RunningApp) => readFileSync(join(userData, 'logs/galla.log'), 'utf8');
const timesLogged = (app: RunningApp, message: string) => logOf(app).split(`"msg":"${message}"`).length - 1;

test('switched on by keyboard, it follows a whole sale; switched off, it is gone', async ({ launch }) => {
  test.setTimeout(120_000);
  const app = await launch();
  const { page } = app;
  await createSample(app);
  await call(page, 'settings.save', { upi_id: 'ashapura@okbank' });
  // A till without one has neither the window nor a file about it.
  expect(existsSync(join(app.userData, 'display.json'))).toBe(false);
  expect(await displayWindow(app)).toBeNull();

  await visit(page, '/settings');
  await app.ready('office');
  const tab = page.getByRole('tab', { name: 'Shop', exact: true });
  await tabTo(page, tab);
  for (let press = 0; press < 5; press++) await page.keyboard.press('ArrowRight');
  const wanted = page.getByRole('switch', { name: 'Show customers their bill' });
  await tabTo(page, wanted);
  await page.keyboard.press('Space');
  await expect(page.getByText('There is only one screen')).toBeVisible();
  await expectAccessible(page);
  const display = await displayOf(app);
  await tabTo(page, page.getByLabel('When nothing is being sold'));
  await page.keyboard.insertText('Fresh bread at five');
  await page.keyboard.press('Tab');
  await expect(display.getByText('Fresh bread at five')).toBeVisible();
  await expect(display.getByRole('heading', { name: 'Ashapura Kirana & Bakery' })).toBeVisible();

  await visit(page, '/');
  await app.ready('counter');
  await scan(app, goods.rice);
  await expect(display.locator('.last')).toContainText('Basmati Rice Classic 1 kg');
  await scan(app, goods.biscuits);
  await expect(display.locator('.last')).toContainText('Bourbon Cream Biscuits');
  await expect(display.getByRole('listitem')).toContainText('Basmati');
  // The same line again: it is what was scanned last.
  await scan(app, goods.rice);
  await expect(display.locator('.last')).toContainText('2 pc × ₹148.00');
  await expect(display.locator('.total output')).toHaveText('₹328.00');

  await page.keyboard.press('F12');
  await expect(display.locator('.figure')).toContainText('To pay₹328.00');
  await page.keyboard.press('ArrowDown');
  await expect(display.getByRole('img', { name: 'UPI code for ₹328.00' })).toBeVisible();
  await page.keyboard.press('ArrowUp');
  await expect(display.getByRole('img', { name: /UPI/ })).toHaveCount(0);
  await page.getByLabel('Cash received').fill('500');
  await page.keyboard.press('Enter');
  await expect(display.locator('.figure')).toContainText('Your change₹172.00');
  await expect(display.getByText('Thank you!')).toBeVisible();
  // The cashier goes on; the customer still counts, until the next one's first scan.
  await page.keyboard.press('Enter');
  await expect(page.getByText('Scan the first item')).toBeVisible();
  await expect(display.getByText('Thank you!')).toBeVisible();
  await scan(app, goods.buttermilk);
  await expect(display.locator('.last')).toContainText('छाछ');

  // Nobody at the till: no bill either.
  await call(page, 'staff.signOut', {});
  await expect(display.getByText('Fresh bread at five')).toBeVisible();
  await call(page, 'staff.signIn', {
    staffId: (await call(page, 'staff.list', {})).find(({ name }) => name === owner.name)?.id ?? '',
    pin: owner.pin,
  });
  await expect(display.locator('.last')).toContainText('छाछ');

  await call(page, 'system.setDisplay', { on: false, message: '' });
  await expect.poll(() => displayWindow(app)).toBeNull();
  expect(await call(page, 'system.display', {})).toMatchObject({ on: false, place: 'off' });
});

test('it follows the screens, and never has the focus on one of its own', async ({ launch }) => {
  const app = await launch();
  const { page } = app;
  await createSample(app);
  await call(page, 'system.setDisplay', { on: true, message: '' });
  await displayOf(app);
  expect(await call(page, 'system.display', {})).toMatchObject({ place: 'window' });

  await plugIn(app, second);
  await expect.poll(() => displayWindow(app)).toMatchObject({ bounds: second, focusable: false, visible: true });
  expect(await call(page, 'system.display', {})).toMatchObject({ place: 'screen' });
  // Moved and enlarged, as somebody does in the system's settings.
  const larger = { x: 900, y: 0, width: 1000, height: 700 };
  await plugIn(app, larger);
  await expect.poll(() => displayWindow(app)).toMatchObject({ bounds: larger });
  const onScreen = await displayOf(app);
  await scan(app, goods.rice);
  await expect(onScreen.locator('.last')).toContainText('Basmati');

  await unplug(app);
  await expect.poll(async () => (await call(page, 'system.display', {})).place).toBe('window');
  const inWindow = await displayOf(app);
  await expect(inWindow.locator('.last')).toContainText('Basmati');
  // What is typed there does nothing: keys belong to the till.
  await inWindow.keyboard.press('F5');
  await expect(inWindow.locator('.last')).toContainText('Basmati');
});

test('it comes back with the next start, after the till', async ({ launch }) => {
  const first = await launch();
  await createSample(first);
  await call(first.page, 'system.setDisplay', { on: true, message: 'Open till nine' });
  await displayOf(first);
  await first.close();
  const again = await launch({ userData: first.userData });
  await again.ready('counter');
  const display = await displayOf(again);
  await expect(display.getByText('Open till nine')).toBeVisible();
  const till = await again.electron.browserWindow(again.page);
  const tillProcess = await till.evaluate(({ webContents }) => webContents.getOSProcessId());
  expect((await displayWindow(again))?.process).not.toBe(tillProcess);
  // Closing the till's window ends the app: this one does not keep it alive.
  const gone = new Promise((resolve) => again.process.once('exit', resolve));
  await till.evaluate((window) => void setImmediate(() => window.close()));
  expect(await gone).toBe(0);
});

test('when its process dies it comes back and the till sells on; a loop of it ends', async ({ launch }) => {
  const app = await launch();
  const { page } = app;
  await createSample(app);
  await call(page, 'system.setDisplay', { on: true, message: '' });
  const before = await displayOf(app);
  await scan(app, goods.rice);
  await expect(before.locator('.last')).toContainText('Basmati');

  await crashDisplay(app);
  await expect.poll(() => timesLogged(app, 'customer display crashed')).toBe(1);
  await scan(app, goods.biscuits);
  await expect(page.getByRole('listitem').filter({ hasText: 'Biscuits' })).toBeVisible();
  const last = () =>
    app.electron.evaluate(async ({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows().find((each) => each.webContents.getURL().endsWith('display.html'));
      return window?.webContents.executeJavaScript('document.querySelector(".last")?.textContent ?? ""');
    });
  await expect.poll(last).toContain('Biscuits');

  for (let crash = 2; crash <= 4; crash++) {
    await crashDisplay(app);
    await expect.poll(() => timesLogged(app, 'customer display crashed')).toBe(crash);
    if (crash < 4) await expect.poll(last).toContain('Biscuits');
  }
  await expect.poll(() => displayWindow(app)).toBeNull();
  expect(await call(page, 'system.display', {})).toMatchObject({ on: true, place: 'failed' });
  await scan(app, goods.buttermilk);
  await expect(page.getByRole('listitem').filter({ hasText: 'छाछ' })).toBeVisible();
  expect(timesLogged(app, 'window crashed')).toBe(0);
  // Wanted again, it is given another chance.
  await call(page, 'system.setDisplay', { on: true, message: '' });
  await expect.poll(last).toContain('छाछ');
});

test('in training it says so, and shows nothing of the real bill', async ({ launch }) => {
  const app = await launch();
  const { page } = app;
  await createSample(app);
  await call(page, 'system.setDisplay', { on: true, message: '' });
  const display = await displayOf(app);
  await scan(app, goods.rice);
  await expect(display.locator('.last')).toContainText('Basmati');
  await call(page, 'system.startTraining', {});
  await app.ready('counter');
  await expect(display.getByText('Training: nothing here is sold')).toBeVisible();
  await expect(display.getByText('Basmati')).toHaveCount(0);
  await scan(app, goods.biscuits);
  await expect(display.locator('.last')).toContainText('Biscuits');
  await expect(display.getByText('Training: nothing here is sold')).toBeVisible();
  await call(page, 'system.endTraining', {});
  await app.ready('counter');
  await expect(display.locator('.last')).toContainText('Basmati');
  await expect(display.getByText('Training')).toHaveCount(0);
});

test('its page may ask one thing, hears one topic, and leads nowhere', async ({ launch }) => {
  const app = await launch();
  const { page } = app;
  await createSample(app);
  await call(page, 'system.setDisplay', { on: true, message: '' });
  const display = await displayOf(app);
  const heard = () => display.evaluate(() => Reflect.get(window, 'heard') as unknown[]);
  await display.evaluate(() => {
    const events: unknown[] = [];
    Reflect.set(window, 'heard', events);
    window.galla.on((event) => events.push(event));
  });

  expect(await ask(display, 'display.view', {})).toMatchObject({ ok: true });
  for (const name of ['sales.cart', 'staff.list', 'system.status', 'system.reportError', 'display.tell'] as const) {
    // proof: what it is called with is never looked at
    const answer = await ask(display, name, {} as never);
    expect([name, answer.ok || answer.error.code]).toEqual([name, 'untrusted_sender']);
  }
  expect(await ask(page, 'display.view', {})).toMatchObject({ ok: false, error: { code: 'untrusted_sender' } });

  await call(page, 'staff.save', { name: 'Meena', role: 'cashier', active: true, pin: '719203' });
  await scan(app, goods.rice);
  await expect(display.locator('.last')).toContainText('Basmati');
  const told = new Set((await heard()).flatMap((event) => JSON.stringify(event).match(/"topic":"\w+"/g) ?? []));
  expect([...told]).toEqual(['"topic":"display"']);

  const preferences = await app.electron.evaluate(({ BrowserWindow, session }) => {
    const window = BrowserWindow.getAllWindows().find((each) => each.webContents.getURL().endsWith('display.html'));
    // Not in Electron's types, but the only way to see what a window really got.
    const contents = window?.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> };
    const { contextIsolation, sandbox, nodeIntegration, webviewTag, webSecurity } = contents.getLastWebPreferences();
    const isApart = window?.webContents.session !== session.defaultSession;
    return { contextIsolation, sandbox, nodeIntegration, webviewTag: webviewTag ?? false, webSecurity, isApart };
  });
  expect(preferences).toEqual({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webviewTag: false,
    webSecurity: true,
    isApart: true,
  });
  expect(await display.evaluate(() => Notification.requestPermission())).toBe('denied');
  const policy = await display.evaluate(
    async () => (await fetch('app://galla/display.html')).headers.get('content-security-policy') ?? '',
  );
  expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self' 'nonce-[^']+'; /);

  for (const address of ['app://galla/', 'app://galla/index.html', 'https://example.org/', 'app://galla/crashed']) {
    const before = timesLogged(app, 'navigation refused');
    await display.evaluate((to) => {
      location.href = to;
    }, address);
    await expect.poll(() => timesLogged(app, 'navigation refused')).toBe(before + 1);
  }
  expect(display.url()).toBe('app://galla/display.html');
  expect(await display.evaluate(() => window.open('app://galla/'))).toBeNull();
  expect(await display.evaluate(() => Reflect.get(window, 'heard') !== undefined)).toBe(true);
});
