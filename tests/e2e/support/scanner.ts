import type { JSHandle, Page } from '@playwright/test';
import type { BrowserWindow } from 'electron';
import type { RunningApp } from './app';

/** Asked for once for each page. */
const windows = new WeakMap<Page, JSHandle<BrowserWindow>>();

async function windowOf({ electron, page }: Pick<RunningApp, 'electron' | 'page'>): Promise<JSHandle<BrowserWindow>> {
  const ask = () => electron.browserWindow(page);
  const window =
    windows.get(page) ?? (await ask().catch((error: unknown) => (isAnswerLost(error) ? ask() : failed(error))));
  windows.set(page, window);
  return window;
}

/**
 * The debugger of a busy main process can collect the promise that was to bring its answer. What was asked has been done
 * then, once; only the answer is lost.
 */
const isAnswerLost = (error: unknown): boolean =>
  error instanceof Error && error.message.includes('Resulting promise was garbage collected');

function failed(error: unknown): never {
  throw error;
}

/**
 * Types a code as a barcode scanner does: key after key at once, then Enter. Main sends the keys, real ones, all from one
 * turn: over a debugging connection the pauses of a busy machine would be longer than a scanner's.
 */
export async function scan(app: Pick<RunningApp, 'electron' | 'page'>, code: string): Promise<void> {
  const window = await windowOf(app);
  const sent = window.evaluate(({ webContents }, text) => {
    const press = (keyCode: string, char: string, shift: boolean) => {
      const modifiers: 'shift'[] = shift ? ['shift'] : [];
      webContents.sendInputEvent({ type: 'keyDown', keyCode, modifiers });
      webContents.sendInputEvent({ type: 'char', keyCode: char, modifiers });
      webContents.sendInputEvent({ type: 'keyUp', keyCode, modifiers });
    };
    for (const char of text) press(char, char, /[A-Z]/.test(char));
    press('Return', '\r', false);
  }, code);
  await sent.catch((error: unknown) => isAnswerLost(error) || failed(error));
}
