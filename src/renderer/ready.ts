export type ReadyScreen = 'first-run' | 'sign-in' | 'counter' | 'office' | 'trouble' | 'crash';

/**
 * Says that a screen can be used: after it has been painted, not when it was rendered. Tests wait for the attribute,
 * the start benchmark reads the mark.
 */
export function markReady(screen: ReadyScreen): void {
  requestAnimationFrame(() => {
    setTimeout(() => {
      document.documentElement.dataset.ready = screen;
      performance.mark('galla:ready', { detail: screen });
    });
  });
}
