import type { BrowserWindow, WebContents } from 'electron';

const known = new WeakSet<WebContents>();

/** To be said before the window loads anything. */
export function facesCustomers(window: BrowserWindow): void {
  known.add(window.webContents);
}

/** Whether these web contents are a window for customers, whatever page they show. */
export const isForCustomers = (contents: WebContents): boolean => known.has(contents);
