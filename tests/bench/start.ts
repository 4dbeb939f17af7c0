/**
 * Start to ready-to-scan: the built app with a cashier at the counter of a big shop, against an empty Electron and
 * React window. Warm, in turn, from the spawn of the process to the page's own mark. Twice: Electron alone (`app`
 * against `empty`), and as a person starts each of them (`npm` against `emptyNpm`, which is `electron .` in the
 * package.json of an empty project).
 * Options: --rounds 15, --products 100000.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from '../../scripts/lib/build.mjs';
import { ensureElectron } from '../../scripts/lib/electron.mjs';
import { startHeadless } from '../../scripts/lib/headless.mjs';
import { projectNode, root } from '../../scripts/lib/paths.mjs';
import { ensureSystemPackages } from '../../scripts/lib/system.mjs';
import { prepareShop } from '../support/seed.ts';
import { buildFixture } from './support/fixture.ts';
import { interleaved, ratio, report, rounded } from './support/measure.ts';
import { numberOption } from './support/options.ts';
import { leaveSignedIn } from './support/till.ts';
import { type OpenedWindow, openWindow, type WindowCommand } from './support/window.ts';

const rounds = numberOption('rounds', 15);
const products = numberOption('products', 100_000);

await ensureSystemPackages('headless');
const electron = await ensureElectron();
await ensureBuilt();
const empty = await buildFixture('empty-window');
const work = mkdtempSync(join(tmpdir(), 'galla-bench-start-'));
const services = process.platform === 'linux' ? await startHeadless({}) : undefined;

try {
  const shop = join(work, 'shop');
  console.error(`preparing a shop with ${products} products`);
  await prepareShop(shop, { products });

  const { ELECTRON_RUN_AS_NODE: _, NODE_ENV: __, ...inherited } = process.env;
  const env = { ...inherited, ...services?.env, ELECTRON_OVERRIDE_DIST_PATH: electron.distPath };
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const emptyData = `--user-data-dir=${join(work, 'empty')}`;
  const shopData = `--user-data-dir=${shop}`;
  const commands = {
    empty: { command: electron.path, args: [...sandbox, emptyData, empty], env },
    app: { command: electron.path, args: [...sandbox, shopData, root], env },
    emptyNpm: { command: 'npm', args: ['start', '--prefix', empty, '--', ...sandbox, emptyData], env },
    script: { command: projectNode, args: [join(root, 'scripts/start.mjs'), shopData], env },
    npm: { command: 'npm', args: ['start', '--prefix', root, '--', shopData], env },
  } satisfies Record<string, WindowCommand>;
  const floors = { empty: 'empty', app: 'empty', script: 'empty', emptyNpm: 'emptyNpm', npm: 'emptyNpm' } as const;

  const last = new Map<string, Pick<OpenedWindow, 'firstPaint' | 'screen'> & { memory: unknown }>();
  const start = (name: keyof typeof commands) => async () => {
    if (commands[name].args.includes(shopData)) await leaveSignedIn(shop);
    const window = await openWindow(commands[name]);
    const { ready, firstPaint, screen } = window;
    last.set(name, { firstPaint, screen, memory: window.memory() });
    await window.close();
    if (screen !== 'counter') throw new Error(`${name} came up with ${screen}, not with the counter`);
    return ready;
  };
  const results = await interleaved(
    {
      empty: start('empty'),
      app: start('app'),
      emptyNpm: start('emptyNpm'),
      script: start('script'),
      npm: start('npm'),
    },
    { warmUp: 2, rounds },
  );

  console.error(`${cpus().length} processors, load ${loadavg()[0]?.toFixed(1)}`);
  for (const name of ['empty', 'app', 'script', 'emptyNpm', 'npm'] as const) {
    const [times, floor] = [results[name], results[floors[name]]];
    const { firstPaint, screen, memory } = last.get(name) ?? {};
    // On a busy machine the fastest of each tells more than the medians.
    const ofFastest = rounded(times.min / floor.min);
    report({
      bench: 'start',
      window: name,
      products,
      screen,
      readyMs: times,
      floor: floors[name],
      ratio: ratio(times, floor),
      ratioOfFastest: ofFastest,
      lastFirstPaintMs: firstPaint === undefined ? undefined : rounded(firstPaint),
      memory,
    });
    console.error(
      `${name.padEnd(8)} ready ${times.p50.toFixed(0)} ms (fastest ${times.min.toFixed(0)}), ` +
        `${ratio(times, floor).toFixed(2)} × ${floors[name]} (of the fastest ${ofFastest.toFixed(2)})`,
    );
  }
} finally {
  await services?.stop();
  rmSync(work, { recursive: true, force: true, maxRetries: 5 });
}
