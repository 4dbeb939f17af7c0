import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { distribution, report, rounded } from '../support/measure.ts';
import { numberOption } from '../support/options.ts';
import { loadavg, names, pause, startCrowd, startHub } from './processes.ts';

/** Products that every stalled terminal asks a copy of: enough to fill the cache of the hub's database. */
const products = 60_000;

/**
 * Two hubs on the same shop at the same time, each with a writer and a reader: one with terminals that ask for all and
 * read nothing, one without. What memory does by itself in so long a time (the collector gives it back, the database's
 * cache fills) it does in both; what is more in the first is what those terminals cost.
 */
export async function stalled(folder: string): Promise<void> {
  const sockets = names('stalled', numberOption('sockets', 50));
  const seconds = numberOption('seconds', 60);
  // Made by a process that ends: what is left of making it is no memory of a hub that serves it.
  const made = join(folder, 'made');
  mkdirSync(made);
  const { hub: maker } = await startHub(made, [...sockets, 'reader', 'writer', 'copier']);
  await maker.ask('seed', { products, bills: 0, isPruned: false });
  await maker.ask('stop');
  await maker.end();
  const folders = { stalled: join(folder, 'stalled'), control: join(folder, 'control') };
  for (const copy of Object.values(folders)) cpSync(made, copy, { recursive: true });

  const [beside, control] = await Promise.all([
    watch(folders.stalled, sockets, seconds),
    watch(folders.control, [], seconds),
  ]);
  const above = beside.medians.map((median, tenth) => median - (control.medians[tenth] ?? median));
  report({
    bench: 'sync',
    part: 'stalled',
    sockets: sockets.length,
    seconds,
    rssMb: { stalled: memory(beside), control: memory(control) },
    // From before they came, the furthest that a tenth of the time went up and down.
    changeMb: { stalled: change(beside), control: change(control) },
    // On top of what the control has gained by then.
    addedMb: rounded(Math.max(...above) - (beside.base - control.base)),
    target: { changeMb: 20, addedMb: 20 },
    bufferedMb: rounded(beside.figures.bufferedBytes / 1e6),
    sessions: beside.figures.sessions,
    byes: beside.figures.byes,
    reader: beside.reader,
    load: rounded(loadavg()[0] ?? 0),
  });
}

type Watched = Awaited<ReturnType<typeof watch>>;

/** The memory of one hub before stalled terminals come and while they are there, MB. */
async function watch(folder: string, sockets: readonly string[], seconds: number) {
  const { hub, port } = await startHub(folder);
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
  // A hub that has been up for a while: somebody has taken a copy, and it has written more than its caches hold.
  await deaf.ask('copy', { port, id: 'copier' });
  await press.ask('publish', { perSecond: 2000, seconds: 45 });
  const base = distribution(await rss(press.ask('publish', { perSecond: 200, seconds: 10 }))).p50;
  await readers.ask('time', true);
  if (sockets.length > 0) await deaf.ask('stall', { port, ids: sockets, rejoinMs: numberOption('rejoin', 40) * 1000 });
  const writing = press.ask('publish', { perSecond: 200, seconds });
  const samples = await rss(writing);
  const { sent } = await writing;
  await pause(500);
  const { deliveries, latencyMs } = await readers.ask('timed');
  const figures = await hub.ask('figures');
  // Garbage comes and goes with its collection; whether memory grows shows from one tenth of the time to the next.
  const tenth = Math.ceil(samples.length / 10);
  const medians = Array.from({ length: 10 }, (_, part) => samples.slice(part * tenth, (part + 1) * tenth))
    .filter((part) => part.length > 0)
    .map((part) => distribution(part).p50);
  return { base, samples, medians, figures, reader: { deliveries, expected: sent, latencyMs } };
}

const memory = ({ base, medians, samples }: Watched) => {
  const { min, max } = distribution(samples);
  return { base, medians, min, max };
};

const change = ({ base, medians }: Watched) => ({
  up: rounded(Math.max(0, ...medians.map((median) => median - base))),
  down: rounded(Math.max(0, ...medians.map((median) => base - median))),
});
