import { createSample, goods, search } from './support/counter';
import { expect, test } from './support/fixtures';
import { tellWindow } from './support/main-process';

// A scanner does not wait for a window that is being loaded: after a crash of the page, or at a start.

test('what is scanned while the page is being loaded is on the bill', async ({ launch }) => {
  const app = await launch();
  const { page } = app;
  await createSample(app);
  await tellWindow(app, (window) =>
    window.evaluate(({ webContents }, code) => {
      // The page's scripts have run, and nothing has been drawn yet.
      webContents.once('dom-ready', () => {
        for (const keyCode of [...code, 'Return']) {
          const char = keyCode === 'Return' ? '\r' : keyCode;
          webContents.sendInputEvent({ type: 'keyDown', keyCode });
          webContents.sendInputEvent({ type: 'char', keyCode: char });
          webContents.sendInputEvent({ type: 'keyUp', keyCode });
        }
      });
      webContents.reload();
    }, goods.cola),
  );
  await app.ready('counter');
  await expect(page.getByRole('listitem').filter({ hasText: 'Cola' })).toBeVisible();

  // Not even the other scripts come before what hears it: it is the first, and waits for none.
  const first = await page.evaluate(async () => {
    const src = document.querySelector('script')?.src ?? '';
    return { src, isAlone: !/\bimport\b/.test(await (await fetch(src)).text()) };
  });
  expect(first).toEqual({ src: expect.stringMatching(/early-keys/), isAlone: true });
});

test('what a person types while the page is being loaded is in the search, every letter of it', async ({ launch }) => {
  const app = await launch();
  const { page } = app;
  await createSample(app);
  // So that a person has the time to.
  const browser = await page.context().newCDPSession(page);
  await browser.send('Emulation.setCPUThrottlingRate', { rate: 8 });
  await tellWindow(app, (window) =>
    window.evaluate(({ webContents }, text) => {
      webContents.once('dom-ready', async () => {
        for (const keyCode of text) {
          webContents.sendInputEvent({ type: 'keyDown', keyCode });
          webContents.sendInputEvent({ type: 'char', keyCode });
          webContents.sendInputEvent({ type: 'keyUp', keyCode });
          // Slower than any scanner, and over before anything is drawn.
          await new Promise((resolve) => setTimeout(resolve, 45));
        }
      });
      webContents.reload();
    }, 'rice'),
  );
  await app.ready('counter');
  await expect(search(page)).toHaveValue('rice');
});
