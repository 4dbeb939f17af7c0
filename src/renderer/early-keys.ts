/**
 * Keys that come before any screen listens: a scanner does not wait for a page that is being loaded, at a start, after a
 * crash. They are kept as they came, with their own times, and heard by the first screen that listens to the scanner.
 * Where the first screen is another, they are forgotten: a PIN that was typed early must not end up in a search.
 */
export interface EarlyKeys {
  /** Hands out what came, and hears no more. */
  readonly take: () => readonly KeyboardEvent[];
}

/** More than the longest code and its scan again; beyond it a cat sits on the keys. */
const most = 300;

const editable = 'input, textarea, select, [contenteditable]';

export function hearEarlyKeys(): EarlyKeys {
  let heard: KeyboardEvent[] = [];
  const hear = (event: KeyboardEvent) => {
    // The browser has typed it where it belongs.
    if (event.target instanceof Element && event.target.matches(editable)) return;
    if (heard.length < most) heard.push(event);
  };
  window.addEventListener('keydown', hear, { capture: true });
  return {
    take: () => {
      window.removeEventListener('keydown', hear, { capture: true });
      const keys = heard;
      heard = [];
      return keys;
    },
  };
}

/** From the page's first script on: this one, which is why it imports nothing. */
export const earlyKeys: EarlyKeys = hearEarlyKeys();
