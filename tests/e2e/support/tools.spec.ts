import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { expectAccessible } from './accessibility';
import type { RunningApp } from './app';
import { expect, test } from './fixtures';
import { askedAgain, tellWindow } from './main-process';
import { closeReason } from './notification-service';
import { scan } from './scanner';
import { eachScreen, resizeTo } from './screens';

// The tools of these tests, tried on the smallest app with a strict content security policy.
const entry = resolve(import.meta.dirname, '../fixtures/strict-window/main.mjs');

function notificationEvents(app: RunningApp): Promise<unknown> {
  return app.electron.evaluate(() => Reflect.get(globalThis, 'notificationEvents'));
}

test('a scan arrives complete and as fast as a scanner types', async ({ launch }) => {
  const app = await launch({ entry });
  const { page } = app;
  await app.ready('counter');
  await scan(app, '8901030865237');
  await expect(page.locator('#keys')).toContainText('8901030865237');
  const [code, widestGap] = (await page.locator('#keys').innerText()).split(' ');
  expect(code).toBe('8901030865237');
  // What tells a scanner from a person: nobody types with less than 50 ms between any two keys.
  expect(Number(widestGap)).toBeLessThan(50);
});

test('an answer of main that its debugger lost is asked for again, and what may be done once only is not done twice', async ({
  launch,
}) => {
  const app = await launch({ entry });
  await app.ready();
  let asked = 0;
  const lost = () => {
    asked += 1;
    if (asked === 1) throw new Error('electronApplication.evaluate: Resulting promise was garbage collected.');
    return Promise.resolve('heard');
  };
  const flaky = askedAgain({ evaluate: async () => lost(), browserWindow: async () => lost() } as never);
  expect(await flaky.evaluate(() => '')).toBe('heard');
  expect(asked).toBe(2);

  let told = 0;
  await tellWindow(app, async () => {
    told += 1;
    throw new Error('jsHandle.evaluate: Resulting promise was garbage collected.');
  });
  expect(told).toBe(1);
  await expect(tellWindow(app, () => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
});

test('axe runs under a strict policy and finds what is wrong', async ({ launch }) => {
  const { page, ready } = await launch({ entry });
  await ready();
  await expectAccessible(page);
  await page.evaluate(() => document.querySelector('label')?.replaceWith(document.createElement('input')));
  await expect(expectAccessible(page)).rejects.toThrow(/label/);
});

test('a screen is pictured at both sizes in both themes', async ({ launch }) => {
  const app = await launch({ entry });
  await app.ready();
  const backgrounds: string[] = [];
  await eachScreen(app, 'strict-window', async () => {
    backgrounds.push(await app.page.evaluate(() => getComputedStyle(document.body).backgroundColor));
  });
  expect(backgrounds).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)', 'rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
  const picture = 'test-results/screens/strict-window-1024x600-dark.png';
  expect(existsSync(resolve(import.meta.dirname, '../../..', picture))).toBe(true);
  await resizeTo(app, { width: 1024, height: 600 });
});

test('an app that is killed is gone, and can be started again on the same data', async ({ launch }) => {
  const app = await launch({ entry });
  await app.ready();
  await app.kill();
  expect(app.process.signalCode).toBe('SIGKILL');
  const again = await launch({ entry, userData: app.userData });
  await again.ready('counter');
  await again.close();
  expect(again.process.exitCode).toBe(0);
});

test('a native notification reaches the service, and a click on it reaches the app', async ({
  launch,
  notifications,
}) => {
  const app = await launch({ entry, args: ['--notify=Parle-G: 4 left'] });
  const shown = await notifications.waitFor(({ summary }) => summary === 'Low stock');
  expect(shown.body).toBe('Parle-G: 4 left');
  expect(shown.actions).toContain('default');
  await expect.poll(() => notificationEvents(app)).toEqual(['show']);
  notifications.click(shown.id);
  await expect.poll(() => notificationEvents(app)).toEqual(['show', 'click']);
  expect(notifications.shown).toHaveLength(1);
});

test('a native notification that is dismissed is closed for the app', async ({ launch, notifications }) => {
  const app = await launch({ entry, args: ['--notify=Parle-G: 4 left'] });
  const { id } = await notifications.waitFor(({ summary }) => summary === 'Low stock');
  await expect.poll(() => notificationEvents(app)).toEqual(['show']);
  notifications.close(id, closeReason.dismissed);
  await expect.poll(() => notificationEvents(app)).toEqual(['show', 'close']);
});
