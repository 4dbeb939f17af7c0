import { report, rounded } from '../support/measure.ts';
import { numberOption } from '../support/options.ts';
import { loadavg, pause, startHub, startTill } from './processes.ts';

export async function drain(folder: string): Promise<void> {
  const bills = numberOption('bills', 10_000);
  const [away, counter] = [startTill(), startTill()];
  const idAway = (await away.ask('open', { folder, name: 'away' })).terminal;
  const idCounter = (await counter.ask('open', { folder, name: 'counter' })).terminal;
  const { hub, port } = await startHub(folder, [idAway, idCounter]);
  await away.ask('found');
  for (const till of [away, counter]) await till.ask('connect', { port });
  await away.ask('drained');
  await counter.ask('live', { head: 1 });
  // The line of one till is cut for a week.
  await away.ask('disconnect');
  await away.ask('queue', { prefix: 'w', bills });
  for (const till of [away, counter]) await till.ask('watch', { code: 'CODE-1' });
  await pause(5000);
  const quiet = { away: await away.ask('watched'), counter: await counter.ask('watched') };
  for (const till of [away, counter]) await till.ask('watch', { code: 'CODE-1' });
  await away.ask('connect', { port });
  const drained = await away.ask('drained');
  const draining = await away.ask('watched');
  const applied = await counter.ask('bills', { count: bills });
  const applying = await counter.ask('watched');
  report({
    bench: 'sync',
    part: 'drain',
    bills,
    seconds: rounded(drained.ms / 1000),
    appliedSeconds: rounded((drained.ms + applied.ms) / 1000),
    billsPerSecond: Math.round(bills / (drained.ms / 1000)),
    quiet,
    draining,
    applying,
    hubRssMb: rounded((await hub.ask('figures')).rss / 1e6),
    load: rounded(loadavg()[0] ?? 0),
  });
}
