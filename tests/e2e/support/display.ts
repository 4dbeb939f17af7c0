import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { BrowserWindow } from 'electron';
import type { RunningApp } from './app';

const isDisplay = (page: Page): boolean => page.url() === 'app://galla/display.html';

/** The customer's page, as soon as it shows something. */
export async function displayOf({ electron }: Pick<RunningApp, 'electron'>): Promise<Page> {
  let page: Page | undefined;
  const isReady = async () => {
    // While it moves to another screen, the one from before is closing.
    const [only, ...others] = electron.windows().filter((each) => isDisplay(each) && !each.isClosed());
    page = others.length === 0 ? only : undefined;
    return (
      (await page
        ?.locator('html[data-ready]')
        .count()
        .catch(() => 0)) === 1
    );
  };
  await expect.poll(isReady, { message: 'no customer display' }).toBe(true);
  if (!page) throw new Error('the customer display went away');
  return page;
}

/** What the system says of the customer's window; null when there is none. */
export function displayWindow({ electron }: Pick<RunningApp, 'electron'>) {
  return electron.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows().find(({ webContents }) =>
      webContents.getURL().endsWith('display.html'),
    );
    return window
      ? {
          bounds: window.getBounds(),
          focusable: window.isFocusable(),
          focused: window.isFocused(),
          visible: window.isVisible(),
          process: window.webContents.getOSProcessId(),
        }
      : null;
  });
}

/** Plugs a second screen in, as far as the app can see: it lies on the one there is. */
export function plugIn({ electron }: Pick<RunningApp, 'electron'>, bounds: Electron.Rectangle): Promise<void> {
  return electron.evaluate(({ screen }, place) => {
    const first = screen.getPrimaryDisplay();
    screen.getAllDisplays = () => [first, { ...first, id: first.id + 1, bounds: place, workArea: place }];
    screen.emit('display-added');
  }, bounds);
}

export function unplug({ electron }: Pick<RunningApp, 'electron'>): Promise<void> {
  return electron.evaluate(({ screen }) => {
    const first = screen.getPrimaryDisplay();
    screen.getAllDisplays = () => [first];
    screen.emit('display-removed');
  });
}

/** Ends the window's own process, as a bug in its graphics would. */
export function crashDisplay({ electron }: Pick<RunningApp, 'electron'>): Promise<void> {
  return electron.evaluate(({ BrowserWindow }) => {
    const isDisplay = ({ webContents }: BrowserWindow) => webContents.getURL().endsWith('display.html');
    BrowserWindow.getAllWindows().find(isDisplay)?.webContents.forcefullyCrashRenderer();
  });
}
