// `npm run -s kills -- --kills 200 [--seed <n>] [--standalone]`: two tills and a hub in real processes, killed again and again
// while they work; the hub is inside the first till, or a process by itself. One JSON line at the end; what went wrong is in
// it, and the exit code is 1.
import { parseArgs } from 'node:util';
import { ensureBuilt } from '../../scripts/lib/build.mjs';
import { startHeadless } from '../../scripts/lib/headless.mjs';
import { type LaunchOptions, launchApp, type RunningApp, removeUserData } from '../e2e/support/app';
import { runKills } from './run';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    seed: { type: 'string' },
    standalone: { type: 'boolean', default: false },
  },
});
const kills = Number(values.kills);
if (!Number.isInteger(kills) || kills < 1) throw new Error(`Not a number of kills: ${values.kills}`);
const seed = values.seed === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(values.seed);
if (!Number.isInteger(seed)) throw new Error(`Not a seed: ${values.seed}`);

await ensureBuilt();
const services = process.platform === 'linux' ? await startHeadless({}) : undefined;
const started: RunningApp[] = [];
/** ms: what hangs hangs, and a machine that is busy with other things is only slow. */
const patience = 10 * 60_000;
const launch = async (options: LaunchOptions = {}) => {
  const app = await launchApp({ patience, ...options, env: { ...services?.env, ...options.env } });
  started.push(app);
  return app;
};
let isGood = false;
try {
  const report = await runKills({
    kills,
    seed,
    standalone: values.standalone,
    launch,
    patience,
    say: (words) => console.error(`kills: ${words}`),
  });
  isGood = report.missing.length === 0 && report.differences.length === 0;
  console.log(JSON.stringify(report));
} finally {
  for (const app of started) app.process.kill('SIGKILL');
  const folders = new Set(started.map(({ userData }) => userData));
  if (isGood) for (const folder of folders) removeUserData(folder);
  else console.error(`what is left of it: ${[...folders].join(', ')}`);
  await services?.stop();
}
process.exitCode = isGood ? 0 : 1;
