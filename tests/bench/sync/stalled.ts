import { distribution, report, rounded } from '../support/measure.ts';
import { numberOption } from '../support/options.ts';
import { loadavg, names, pause, startCrowd, startHub } from './processes.ts';

/** Products that every stalled terminal asks a copy of: enough to fill the cache of the hub's database. */
const products = 60_000;

export async function stalled(folder: string): Promise<void> {
  const sockets = names('stalled', numberOption('sockets', 50));
  const seconds = numberOption('seconds', 60);
  const { hub, port } = await startHub(folder, [...sockets, 'reader', 'writer']);
  await hub.ask('seed', { products, bills: 0, isPruned: false });
  const [readers, press, deaf] = [startCrowd(), startCrowd(), startCrowd()];
  await readers.ask('join', { port, ids: ['reader'] });
  await press.ask('join', { port, ids: ['writer'] });

  const rss = async (during: Promise<unknown>) => {
    let isOver = false;
    void during.finally(() => (isOver = true));
    const samples: number[] = [];
    while (!isOver) {
      await pause(500);
      samples.push((await hub.ask('figures')).rss / 1e6);
    }
    return samples;
  };
  // The hub's memory under the same load without them; caches fill up first.
  await press.ask('publish', { perSecond: 200, seconds: 20 });
  const alone = distribution(await rss(press.ask('publish', { perSecond: 200, seconds: 10 })));
  await readers.ask('time', true);
  await deaf.ask('stall', { port, ids: sockets, rejoinMs: numberOption('rejoin', 40) * 1000 });
  const writing = press.ask('publish', { perSecond: 200, seconds });
  const beside = await rss(writing);
  const { sent } = await writing;
  // Garbage comes and goes with its collection; whether memory grows shows from one tenth of the time to the next.
  const tenth = Math.ceil(beside.length / 10);
  const medians = Array.from({ length: 10 }, (_, part) => beside.slice(part * tenth, (part + 1) * tenth))
    .filter((part) => part.length > 0)
    .map((part) => distribution(part).p50);
  const [first = 0] = medians;
  await pause(500);
  const read = await readers.ask('timed');
  const { byes, bufferedBytes, sessions } = await hub.ask('figures');
  report({
    bench: 'sync',
    part: 'stalled',
    sockets: sockets.length,
    seconds,
    rssMb: { alone: alone.p50, medians, min: distribution(beside).min, max: distribution(beside).max },
    // Up or down; the collector and the system also take memory back in so long a time, so beside it what came on top.
    driftMb: rounded(Math.max(...medians.map((value) => Math.abs(value - first)))),
    aboveAloneMb: rounded(Math.max(...medians) - alone.p50),
    target: { driftMb: 20, aboveAloneMb: 20 },
    bufferedMb: rounded(bufferedBytes / 1e6),
    sessions,
    byes,
    reader: { deliveries: read.deliveries, expected: sent, latencyMs: read.latencyMs },
    load: rounded(loadavg()[0] ?? 0),
  });
}
