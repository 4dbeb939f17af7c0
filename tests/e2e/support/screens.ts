import { join, resolve } from 'node:path';
import type { RunningApp } from './app';
import { tellWindow } from './main-process';

/** The smallest counter screen we promise to work on, and a usual back-office one. */
export const screenSizes = [
  { width: 1024, height: 600 },
  { width: 1440, height: 900 },
] as const;

export const themes = ['light', 'dark'] as const;

export const screensFolder = resolve(import.meta.dirname, '../../../test-results/screens');

/** Gives the window's content the size and waits until the page has it. */
export async function resizeTo(app: RunningApp, size: { width: number; height: number }): Promise<void> {
  await tellWindow(app, (window) =>
    window.evaluate((browserWindow, { width, height }) => browserWindow.setContentSize(width, height), size),
  );
  await app.page.waitForFunction(({ width, height }) => innerWidth === width && innerHeight === height, size);
}

/**
 * Pictures of what is on the screen now, at both sizes in both themes: test-results/screens/<name>-<size>-<theme>.png.
 * `look` is called at each, for checks that must hold in all of them. `shown` leaves pairs out.
 */
export async function eachScreen(
  app: RunningApp,
  name: string,
  look: (variant: string) => Promise<void> = async () => {},
  shown: (size: (typeof screenSizes)[number], theme: (typeof themes)[number]) => boolean = () => true,
): Promise<void> {
  for (const size of screenSizes) {
    const themesOfSize = themes.filter((theme) => shown(size, theme));
    if (themesOfSize.length > 0) await resizeTo(app, size);
    for (const theme of themesOfSize) {
      await app.page.emulateMedia({ colorScheme: theme });
      // In the corner: nothing is under it.
      await app.page.mouse.move(0, 0);
      const variant = `${name}-${size.width}x${size.height}-${theme}`;
      await app.page.screenshot({ path: join(screensFolder, `${variant}.png`), animations: 'disabled' });
      await look(variant);
    }
  }
  await app.page.emulateMedia({ colorScheme: null });
}
