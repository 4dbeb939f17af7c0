import { useEffect, useState } from 'react';
import { earlyKeys } from './early-keys';

export type ReadyScreen = 'first-run' | 'sign-in' | 'counter' | 'office' | 'trouble' | 'crash';

/** However long a screen may take: what only waited for it must not be missing for ever. Ms. */
const patience = 1000;

let isUp = false;
const waiting = new Set<() => void>();
setTimeout(up, patience);

/**
 * Says that a screen can be used: after it has been painted, not when it was rendered. Tests wait for the attribute,
 * the start benchmark reads the mark.
 */
export function markReady(screen: ReadyScreen): void {
  // Whoever is meant to hear them does by now.
  earlyKeys.take();
  requestAnimationFrame(() => {
    setTimeout(() => {
      document.documentElement.dataset.ready = screen;
      performance.mark('galla:ready', { detail: screen });
      up();
    });
  });
}

/** Resolves when the first screen can be used: for what nobody waits for. */
export function whenUp(): Promise<void> {
  return new Promise((resolve) => {
    if (isUp) resolve();
    else waiting.add(resolve);
  });
}

/** Whether the first screen can be used. */
export function useIsUp(): boolean {
  const [seen, setSeen] = useState(isUp);
  useEffect(() => void whenUp().then(() => setSeen(true)), []);
  return seen;
}

function up(): void {
  isUp = true;
  for (const go of waiting) go();
  waiting.clear();
}
