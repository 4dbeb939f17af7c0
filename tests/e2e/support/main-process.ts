import type { ElectronApplication, JSHandle, Page } from '@playwright/test';
import type { BrowserWindow } from 'electron';

/**
 * The debugger of a busy main process can collect the promise that was to bring its answer, even that of a function that
 * returned at once (microsoft/playwright#33737). What was asked has been done then, once; only the answer is lost.
 */
const isAnswerLost = (error: unknown): boolean =>
  error instanceof Error && error.message.includes('Resulting promise was garbage collected');

/** What was asked, or `instead` where its answer was lost. */
function orIfLost<T>(asked: Promise<T>, instead: () => T | Promise<T>): Promise<T> {
  return asked.catch((error: unknown) => {
    if (isAnswerLost(error)) return instead();
    throw error;
  });
}

/**
 * The application, which asks main once more where an answer was lost: so what is asked of main must bear being done
 * twice. What must not, goes by `tellWindow`.
 */
export function askedAgain(app: ElectronApplication): ElectronApplication {
  for (const name of ['evaluate', 'browserWindow'] as const) {
    const ask = app[name].bind(app) as (...args: unknown[]) => Promise<unknown>;
    Object.assign(app, { [name]: (...args: unknown[]) => orIfLost(ask(...args), () => ask(...args)) });
  }
  return app;
}

/** Asked for once for each page. */
const windows = new WeakMap<Page, JSHandle<BrowserWindow>>();

/** Has main do something to the page's window, once, whatever comes of its answer. */
export async function tellWindow(
  { electron, page }: { readonly electron: ElectronApplication; readonly page: Page },
  tell: (window: JSHandle<BrowserWindow>) => Promise<void>,
): Promise<void> {
  const window = windows.get(page) ?? (await electron.browserWindow(page));
  windows.set(page, window);
  await orIfLost<void>(tell(window), () => {});
}
