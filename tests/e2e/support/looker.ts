import { expectAccessible } from './accessibility';
import type { RunningApp } from './app';
import { eachScreen } from './screens';

/**
 * Looks at what is on the screen, under a name: axe finds nothing, and there is a picture of it in test-results/screens,
 * small and light and large and dark (what axe would find in the other two pairs is the same). GALLA_ALL_PICTURES=1
 * takes all four, for people to look at. `also` must hold in each.
 */
export const looker =
  (app: RunningApp, also: () => Promise<void> = async () => {}) =>
  (name: string): Promise<void> =>
    eachScreen(
      app,
      name,
      async () => {
        await expectAccessible(app.page);
        await also();
      },
      ({ width }, theme) => process.env.GALLA_ALL_PICTURES === '1' || (width === 1024) === (theme === 'light'),
    );
