import { type Distribution, report, rounded } from '../support/measure.ts';
import { numberOption } from '../support/options.ts';
import { cpuSeconds, type HubChild, loadavg, names, pause, startCrowd, startHub } from './processes.ts';

export async function fanOut(folder: string): Promise<void> {
  const readers = names('reader', numberOption('sockets', 1000));
  const writers = names('writer', 10);
  const rate = numberOption('rate', 200);
  const seconds = numberOption('seconds', 10);
  const { hub, port } = await startHub(folder, [...readers, ...writers]);
  const [crowd, press] = [startCrowd(), startCrowd()];
  await crowd.ask('join', { port, ids: readers });
  await press.ask('join', { port, ids: writers });
  await press.ask('publish', { perSecond: rate, seconds: 3 });
  const [before, framesBefore] = [await hub.ask('cpu'), await hub.ask('figures')];
  const crowdBefore = await crowd.ask('cpu');
  await crowd.ask('time', true);
  const { sent } = await press.ask('publish', { perSecond: rate, seconds });
  let timed = await crowd.ask('timed');
  for (let rest = 0; timed.deliveries < sent * readers.length && rest < 100; rest++) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    timed = await crowd.ask('timed');
  }
  const [after, framesAfter] = [await hub.ask('cpu'), await hub.ask('figures')];
  const crowdCpu = rounded(cpuSeconds(crowdBefore, await crowd.ask('cpu')) / seconds);
  const losses = await crowd.ask('losses');
  await crowd.end();
  const floor = await bareFloor(hub, readers.length, timed, seconds);
  report({
    bench: 'sync',
    part: 'fanout',
    sockets: readers.length,
    operationsPerSecond: rate,
    deliveries: timed.deliveries,
    expected: sent * readers.length,
    deliveriesPerSecond: Math.round(timed.deliveries / seconds),
    frames: framesAfter.frames - framesBefore.frames,
    latencyMs: timed.latencyMs,
    target: { p99: 100 },
    // As many frames of as many bytes to as many sockets, with nothing behind them.
    floorMs: floor,
    crowdCpu,
    hubCpu: rounded(cpuSeconds(before, after) / seconds),
    hubRssMb: rounded(framesAfter.rss / 1e6),
    losses,
    load: rounded(loadavg()[0] ?? 0),
  });
}

/** The latency of what the hub sent when a plain server sends it. */
async function bareFloor(
  hub: HubChild,
  sockets: number,
  { frames, bytes }: { readonly frames: number; readonly bytes: number },
  seconds: number,
): Promise<Distribution | null> {
  const crowd = startCrowd();
  const { port } = await hub.ask('echo');
  await crowd.ask('listen', { port, lines: sockets });
  await crowd.ask('time', true);
  await hub.ask('flood', { perSecond: frames / sockets / seconds, seconds, bytes });
  await pause(500);
  return (await crowd.ask('timed')).latencyMs;
}
