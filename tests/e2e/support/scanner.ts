import type { RunningApp } from './app';
import { tellWindow } from './main-process';

/**
 * Types a code as a barcode scanner does: key after key at once, then Enter. Main sends the keys, real ones, all from one
 * turn: over a debugging connection the pauses of a busy machine would be longer than a scanner's.
 */
export async function scan(app: Pick<RunningApp, 'electron' | 'page'>, code: string): Promise<void> {
  await tellWindow(app, (window) =>
    window.evaluate(({ webContents }, text) => {
      const press = (keyCode: string, char: string, shift: boolean) => {
        const modifiers: 'shift'[] = shift ? ['shift'] : [];
        webContents.sendInputEvent({ type: 'keyDown', keyCode, modifiers });
        webContents.sendInputEvent({ type: 'char', keyCode: char, modifiers });
        webContents.sendInputEvent({ type: 'keyUp', keyCode, modifiers });
      };
      for (const char of text) press(char, char, /[A-Z]/.test(char));
      press('Return', '\r', false);
    }, code),
  );
}
