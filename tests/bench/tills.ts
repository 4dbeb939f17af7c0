/**
 * Two whole applications and the hub inside the first: from the answer at one till that a sale is on the disk until the
 * other's screen has been painted with it. `npm run bench -- tills [--sales 60]`; target: a median of 100 ms, with the
 * exit code 1 beyond it.
 */
import { ensureBuilt } from '../../scripts/lib/build.mjs';
import { startHeadless } from '../../scripts/lib/headless.mjs';
import { launchApp, type RunningApp, removeUserData } from '../e2e/support/app';
import { measureInStep } from '../e2e/support/in-step-times';
import { hostShop, joinShop } from '../e2e/support/tills-in-step';
import { distribution, report } from './support/measure.ts';
import { numberOption } from './support/options.ts';

const target = 100;

await ensureBuilt();
const services = process.platform === 'linux' ? await startHeadless({}) : undefined;
const started: RunningApp[] = [];
const launch = async () => {
  const app = await launchApp({ env: services?.env ?? {} });
  started.push(app);
  return app;
};
try {
  const host = await launch();
  const { port } = await hostShop(host);
  const member = await launch();
  await joinShop(host, member, `127.0.0.1:${port}`, 'Counter 2');
  const times = await measureInStep(host, member, numberOption('sales', 60));
  const [bills, stock] = [distribution(times.bills), distribution(times.stock)];
  report({ bench: 'tills', unit: 'ms', target, bills, stock });
  if (Math.max(bills.p50, stock.p50) > target) process.exitCode = 1;
} finally {
  for (const app of started.toReversed()) await app.close();
  for (const { userData } of started) removeUserData(userData);
  await services?.stop();
}
