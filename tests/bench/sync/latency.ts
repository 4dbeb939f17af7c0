import { distribution, report, rounded } from '../support/measure.ts';
import { numberOption } from '../support/options.ts';
import { loadavg, startHub, startTill } from './processes.ts';

/** A bill of three lines: the outbox row that travels has about so many bytes. */
const billBytes = 4_000;

export async function latency(folder: string): Promise<void> {
  const bills = numberOption('bills', 1000);
  const [a, b] = [startTill(), startTill()];
  const idA = (await a.ask('open', { folder, name: 'a' })).terminal;
  const idB = (await b.ask('open', { folder, name: 'b' })).terminal;
  const { hub, port } = await startHub(folder, [idA, idB]);
  const echo = await hub.ask('echo');
  await a.ask('found');
  for (const till of [a, b]) await till.ask('connect', { port });
  await a.ask('drained');
  await b.ask('live', { head: 1 });
  await b.ask('seen', { ids: (await a.ask('sell', { prefix: 'w', bills: 100, everyMs: 10 })).map(({ id }) => id) });

  const sold = await a.ask('sell', { prefix: 'a', bills, everyMs: 10 });
  const seen = await b.ask('seen', { ids: sold.map(({ id }) => id) });
  const visible = distribution(sold.map(({ at }, index) => (seen[index] ?? Number.NaN) - at));
  const floors = await b.ask('floors', { port: echo.port, bytes: billBytes, rounds: 300, folder });
  // The way: to the hub and on to the other till (an echo's round trip), a commit at each.
  const floor = floors.echoMs.p50 + 2 * floors.insertMs.p50;
  report({
    bench: 'sync',
    part: 'latency',
    visibleMs: visible,
    target: { p50: 10, p99: 50 },
    ...floors,
    floorMs: rounded(floor),
    ratio: rounded(visible.p50 / floor),
    load: rounded(loadavg()[0] ?? 0),
  });
}
