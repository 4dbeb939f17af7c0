import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ensureBuilt } from '../../../scripts/lib/build.mjs';
import { ensureElectron } from '../../../scripts/lib/electron.mjs';
import { startHeadless } from '../../../scripts/lib/headless.mjs';
import { root } from '../../../scripts/lib/paths.mjs';
import { ensureSystemPackages } from '../../../scripts/lib/system.mjs';
import { prepareShop } from '../../support/seed.ts';
import { buildFixture } from './fixture.ts';
import { report } from './measure.ts';
import { installObservers } from './painted.ts';
import { leaveSignedIn } from './till.ts';
import { type OpenedWindow, openWindow } from './window.ts';

export interface TwoWindows {
  /** The built app, at the counter of a big shop. */
  readonly app: OpenedWindow;
  /** A page that asks main and shows the answer: the floor. */
  readonly floor: OpenedWindow;
  /** Resolves when the app has made the first backup of the day, which a copied shop lacks: a load of its own. */
  readonly firstBackup: () => Promise<void>;
}

/** Opens both windows side by side, measures, and ends with what memory they take and how busy the machine was. */
export async function inTwoWindows(
  bench: string,
  products: number,
  measure: (windows: TwoWindows) => Promise<void>,
): Promise<void> {
  await ensureSystemPackages('headless');
  const electron = await ensureElectron();
  await ensureBuilt();
  const echo = await buildFixture('echo-window');
  const work = mkdtempSync(join(tmpdir(), `galla-bench-${bench}-`));
  const services = process.platform === 'linux' ? await startHeadless({}) : undefined;
  try {
    const shop = join(work, 'shop');
    console.error(`preparing a shop with ${products} products`);
    await prepareShop(shop, { products });
    await leaveSignedIn(shop);

    const { ELECTRON_RUN_AS_NODE: _, NODE_ENV: __, ...inherited } = process.env;
    const env = { ...inherited, ...services?.env };
    const open = (folder: string, entry: string) =>
      openWindow({
        command: electron.path,
        args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), `--user-data-dir=${folder}`, entry],
        env,
      });
    const app = await open(shop, root);
    const floor = await open(join(work, 'floor'), echo);
    try {
      if (app.screen !== 'counter') throw new Error(`the app came up with ${app.screen}, not with the counter`);
      await installObservers(app.page);
      await installObservers(floor.page);
      await measure({ app, floor, firstBackup: () => firstBackup(shop) });
      console.error(`${cpus().length} processors, load ${loadavg()[0]?.toFixed(1)}`);
      report({ bench: `${bench}/memory`, products, app: app.memory(), floor: floor.memory() });
    } finally {
      await floor.close();
      await app.close();
    }
  } finally {
    await services?.stop();
    rmSync(work, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function firstBackup(shop: string): Promise<void> {
  const log = join(shop, 'logs/galla.log');
  for (let waited = 0; !readFileSync(log, 'utf8').includes('housekeeping done'); waited += 100) {
    if (waited > 60_000) throw new Error('the first backup is not done after a minute');
    await sleep(100);
  }
}
