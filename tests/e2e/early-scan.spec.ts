import { createSample, goods } from './support/counter';
import { expect, test } from './support/fixtures';

// A scanner does not wait for a window that is being loaded: after a crash of the page, or at a start.

test('what is scanned while the page is being loaded is on the bill', async ({ launch }) => {
  const app = await launch();
  const { page } = app;
  await createSample(app);
  const window = await app.electron.browserWindow(page);
  await window.evaluate(({ webContents }, code) => {
    // The page's first script has run, and nothing has been drawn yet.
    webContents.once('dom-ready', () => {
      for (const keyCode of [...code, 'Return']) {
        const char = keyCode === 'Return' ? '\r' : keyCode;
        webContents.sendInputEvent({ type: 'keyDown', keyCode });
        webContents.sendInputEvent({ type: 'char', keyCode: char });
        webContents.sendInputEvent({ type: 'keyUp', keyCode });
      }
    });
    webContents.reload();
  }, goods.cola);
  await app.ready('counter');
  await expect(page.getByRole('listitem').filter({ hasText: 'Cola' })).toBeVisible();
});
