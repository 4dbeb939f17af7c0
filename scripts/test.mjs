// `npm test`: everything that has to hold, from a fresh clone. `node scripts/test.mjs unit [arguments]` runs one section
// with further arguments for its tool.
import { rmSync } from 'node:fs';
import { join, sep } from 'node:path';
import { ensureBuilt } from './lib/build.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { ensureElectron } from './lib/electron.mjs';
import { cacheDir, inModules, projectNode, root } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { main, Refusal } from './lib/say.mjs';
import { ensureSystemPackages } from './lib/system.mjs';
import { summarise, tallyPlaywright, tallyVitest } from './lib/tally.mjs';

/**
 * @typedef {object} Section
 * @property {string} title
 * @property {(args: readonly string[]) => Promise<boolean>} run
 * @property {() => import('./lib/tally.mjs').Tally | undefined} [tally]
 */

const vitestReport = join(cacheDir, 'reports', 'vitest.json');
const playwrightReport = join(cacheDir, 'reports', 'playwright.json');

/** @type {Readonly<Record<string, Section>>} */
const sections = {
  lint: {
    title: 'format and lint',
    run: (args) => tool(inModules('@biomejs', 'biome', 'bin', 'biome'), ['check', '--error-on-warnings', ...args]),
  },
  types: {
    title: 'types',
    run: (args) => tool(inModules('typescript', 'bin', 'tsc'), ['--noEmit', ...args]),
  },
  'oldest-types': {
    title: 'types against the oldest Electron',
    run: (args) =>
      tool(inModules('typescript', 'bin', 'tsc'), ['--noEmit', '-p', 'tsconfig.electron-oldest.json', ...args]),
  },
  walls: {
    title: 'import walls',
    run: (args) => tool(join(root, 'scripts', 'walls', 'main.ts'), args),
  },
  exact: {
    title: 'no floats on money paths',
    run: (args) => tool(join(root, 'scripts', 'exact', 'main.ts'), args),
  },
  unit: {
    title: 'unit, contract and crash tests',
    run: (args) =>
      tool(inModules('vitest', 'vitest.mjs'), [
        'run',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${vitestReport}`,
        ...args,
      ]),
    tally: () => tallyVitest(vitestReport),
  },
  build: {
    title: 'build',
    run: async () => {
      await ensureBuilt();
      return true;
    },
  },
  e2e: {
    title: 'end to end in the real Electron',
    run: endToEnd,
    tally: () => tallyPlaywright(playwrightReport),
  },
};

/** @param {readonly string[]} args */
async function endToEnd(args) {
  await ensureBuilt();
  return tool(inModules('@playwright', 'test', 'cli.js'), ['test', '--reporter=list,json', ...args], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport,
  });
}

/**
 * Runs a tool of node_modules under the project's Node.
 * @param {string} script
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
async function tool(script, args, env = {}) {
  // npm tells its children who runs them; Vitest and others change their behaviour by NODE_ENV.
  const { NODE_ENV: _, ...inherited } = process.env;
  const { code } = await run(projectNode, [script, ...args], { env: { ...inherited, ...env }, output: 'inherit' });
  return code === 0;
}

let interrupted = false;
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => {
    interrupted = true;
  });
}

await main(async () => {
  const [only, ...args] = process.argv.slice(2);
  const chosen = only === undefined ? Object.values(sections) : [sections[only]];
  if (chosen.includes(undefined)) {
    throw new Refusal(`which section? One of: ${Object.keys(sections).join(', ')}; all of them without a name`);
  }

  await ensureDependencies();
  if (only === undefined || only === 'e2e') {
    await ensureSystemPackages('headless');
    await ensureElectron();
  }
  for (const report of [vitestReport, playwrightReport]) rmSync(report, { force: true });

  const results = [];
  for (const section of chosen) {
    if (section && !interrupted) results.push(await runSection(section, args));
  }
  if (interrupted) throw new Refusal('stopped');

  console.log('');
  for (const { name, why } of results.flatMap(({ tally }) => tally?.failures ?? [])) {
    console.log(`✗ ${name.replace(`${root}${sep}`, '')}\n${why.replace(/^/gm, '    ')}\n`);
  }
  for (const { title, ok, seconds, tally } of results) {
    const counts = tally ? `  ${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped` : '';
    console.log(`${ok ? '✓' : '✗'} ${title.padEnd(34)}${seconds.toFixed(1).padStart(7)} s${counts}`);
  }
  const { line, failed } = summarise(results);
  console.log(line);
  return failed === 0 ? 0 : 1;
});

/**
 * Every section runs, also after one that failed: a formatting slip must not hide what the tests have to say.
 * @param {Section} section
 * @param {readonly string[]} args
 */
async function runSection({ title, run: runIt, tally }, args) {
  console.log(`\n── ${title}`);
  const started = performance.now();
  let ok = false;
  try {
    ok = await runIt(args);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.log(error.message);
  }
  return { title, ok, seconds: (performance.now() - started) / 1000, tally: tally?.() };
}
