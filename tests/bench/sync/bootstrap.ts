import { machineNow } from '../support/child.ts';
import { report, rounded } from '../support/measure.ts';
import { numberOption } from '../support/options.ts';
import { cpuSeconds, loadavg, pause, startCrowd, startHub, startTill } from './processes.ts';

export async function bootstrap(folder: string): Promise<void> {
  const products = numberOption('products', 100_000);
  const bills = numberOption('bills', 100_000);
  const till = startTill();
  const { terminal } = await till.ask('open', { folder, name: 'new' });
  const { hub, port } = await startHub(folder, [terminal, 'seller']);
  const records = await hub.ask('seed', { products, bills });
  const crowd = startCrowd();
  await crowd.ask('join', { port, ids: ['seller'] });
  // Others sell meanwhile.
  let over = false;
  let soldMeanwhile = 0;
  const selling = (async () => {
    while (!over) soldMeanwhile += (await crowd.ask('publish', { perSecond: 20, seconds: 1 })).sent;
  })();
  await pause(1000);
  await till.ask('watch', { code: null });
  const before = { till: await till.ask('cpu'), hub: await hub.ask('cpu') };
  const started = machineNow();
  await till.ask('connect', { port });
  await till.ask('live', { head: records > 0 ? 1 : 0 });
  const seconds = (machineNow() - started) / 1000;
  const cpu = {
    till: cpuSeconds(before.till, await till.ask('cpu')),
    hub: cpuSeconds(before.hub, await hub.ask('cpu')),
  };
  const watched = await till.ask('watched');
  over = true;
  await selling;
  const found = {
    products: await till.ask('count', { table: 'product' }),
    bills: await till.ask('count', { table: 'bill' }),
  };
  if (found.products !== products || found.bills !== bills) throw new Error(`the copy holds ${JSON.stringify(found)}`);
  report({
    bench: 'sync',
    part: 'bootstrap',
    products,
    bills,
    records,
    seconds: rounded(seconds),
    recordsPerSecond: Math.round(records / seconds),
    cpuSeconds: cpu,
    target: { seconds: records > 900_000 ? 30 : 15 },
    soldMeanwhile,
    tillLoopDelayMs: watched.loopDelayMs,
    tillRssMb: rounded((await till.ask('rss')) / 1e6),
    hubRssMb: rounded((await hub.ask('figures')).rss / 1e6),
    load: rounded(loadavg()[0] ?? 0),
  });
}
