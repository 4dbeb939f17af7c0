import { setTimeout as sleep } from 'node:timers/promises';
import type { DevToolsPage } from './devtools.ts';

/** A usual USB scanner's pause between keys. Ms. */
const scannerGapMs = 5;

/** What a key is beside its name: the text it types, and its number for those that type none. */
const special: Readonly<Record<string, { text?: string; keyCode: number }>> = {
  Enter: { text: '\r', keyCode: 13 },
  F3: { keyCode: 114 },
  F12: { keyCode: 123 },
};

/** Presses and lets go of a key. Resolves when the page has handled it, which a keyboard does not wait for. */
export async function press(page: DevToolsPage, key: string): Promise<void> {
  const { text, keyCode } = special[key] ?? { text: key, keyCode: key.toUpperCase().charCodeAt(0) };
  const event = { key, code: key, windowsVirtualKeyCode: keyCode };
  const down = page.send('Input.dispatchKeyEvent', { type: text ? 'keyDown' : 'rawKeyDown', ...event, text });
  await Promise.all([down, page.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event })]);
}

/** Types a code as a scanner does: key after key without waiting for the page, then Enter. */
export async function typeCode(page: DevToolsPage, code: string): Promise<void> {
  const pressed: Promise<void>[] = [];
  for (const key of code) {
    pressed.push(press(page, key));
    await sleep(scannerGapMs);
  }
  pressed.push(press(page, 'Enter'));
  await Promise.all(pressed);
}
