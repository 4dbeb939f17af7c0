/**
 * Start to ready-to-scan: the built app against an empty Electron and React window, in turn, warm. Measured from the
 * spawn of the process to the page's own mark, for Electron alone, for `scripts/start.mjs` and for `npm start`.
 * Options: --rounds 9, --products 100000 (a shop with so many; without it the app starts as on its first day).
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ensureBuilt } from '../../scripts/lib/build.mjs';
import { ensureElectron } from '../../scripts/lib/electron.mjs';
import { startHeadless } from '../../scripts/lib/headless.mjs';
import { inModules, projectNode, root } from '../../scripts/lib/paths.mjs';
import { run } from '../../scripts/lib/run.mjs';
import { ensureSystemPackages } from '../../scripts/lib/system.mjs';
import { interleaved, ratio, report, rounded } from './support/measure.ts';
import { numberOption } from './support/options.ts';
import { measureStart, type Start } from './support/window.ts';

const rounds = numberOption('rounds', 9);
const products = numberOption('products', 0);

await ensureSystemPackages('headless');
const electron = await ensureElectron();
await ensureBuilt();
const emptyWindow = await buildEmptyWindow();
const work = mkdtempSync(join(tmpdir(), 'galla-bench-start-'));
const services = process.platform === 'linux' ? await startHeadless({}) : undefined;

try {
  const data = join(work, 'shop');
  if (products > 0) {
    console.error(`preparing a shop with ${products} products`);
    const { prepareShop } = await import('../support/seed.ts');
    await prepareShop(data, { products });
  }

  const { ELECTRON_RUN_AS_NODE: _, NODE_ENV: __, ...inherited } = process.env;
  const env = { ...inherited, ...services?.env };
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const withData = (folder: string) => `--user-data-dir=${folder}`;
  const last = new Map<string, Start>();
  const measured = (name: string, command: string, args: readonly string[]) => async () => {
    const start = await measureStart(command, args, env);
    last.set(name, start);
    return start.ready;
  };

  const commands: Readonly<Record<string, readonly [string, ...string[]]>> = {
    empty: [electron.path, ...sandbox, withData(join(work, 'empty')), emptyWindow],
    app: [electron.path, ...sandbox, withData(data), root],
    script: [projectNode, join(root, 'scripts/start.mjs'), withData(data)],
    npm: ['npm', 'start', '--prefix', root, '--', withData(data)],
  };
  const ways = Object.fromEntries(
    Object.entries(commands).map(([name, [command, ...args]]) => [name, measured(name, command, args)]),
  );
  const results = await interleaved(ways, { warmUp: 2, rounds });

  const { empty } = results;
  if (!empty) throw new Error('the floor was not measured');
  for (const [name, times] of Object.entries(results)) {
    // On a busy machine the fastest of each tells more than the medians.
    const ofFastest = rounded(times.min / empty.min);
    const { firstPaint, memory } = last.get(name) ?? {};
    report({
      bench: 'start',
      window: name,
      products,
      readyMs: times,
      ratio: ratio(times, empty),
      ratioOfFastest: ofFastest,
      lastFirstPaintMs: firstPaint === undefined ? undefined : rounded(firstPaint),
      memory,
    });
    console.error(`${name.padEnd(8)} ready ${times.p50.toFixed(0)} ms, ${ratio(times, empty).toFixed(2)} × empty`);
  }
} finally {
  await services?.stop();
  rmSync(work, { recursive: true, force: true, maxRetries: 5 });
}

/** Builds the floor with the app's own build settings and answers what Electron is to open. */
async function buildEmptyWindow(): Promise<string> {
  const source = resolve(import.meta.dirname, 'fixtures/empty-window');
  const out = join(root, '.cache', 'bench', 'empty-window');
  const config = join(source, 'electron.vite.config.ts');
  const { code, output } = await run(
    projectNode,
    [inModules('electron-vite', 'bin', 'electron-vite.js'), 'build', '--config', config, '--outDir', out],
    { output: 'collect' },
  );
  if (code !== 0) throw new Error(`the empty window could not be built:\n${output}`);
  return join(out, 'main', 'index.js');
}
