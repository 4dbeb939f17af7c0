// Many light terminals in one process: readers that time what reaches them, writers that push.
import type { Mutation } from '@shared/sync';
import { productRow, saleRows } from '../../support/sale-rows.ts';
import { answerParent, machineNow } from '../support/child.ts';
import { distribution } from '../support/measure.ts';
import { readCopy } from './copy-reader.ts';
import { LightTerminal, StalledTerminal } from './light.ts';
import { RawLine } from './raw-line.ts';

let terminals: LightTerminal[] = [];
let stalled: StalledTerminal[] = [];
let rejoining: NodeJS.Timeout | undefined;

/** Deliveries of frames: the frame's entries are read once, whoever else receives them. */
const entriesOf = new Map<string, readonly number[]>();
let isTiming = false;
let deliveries = 0;
let frames = 0;
let frameBytes = 0;
const latencies: number[] = [];
const losses = new Map<string, number>();

/** When each operation of a frame was written, by its writer's clock: `note` of the brand carries it. */
function timesIn(text: string): readonly number[] {
  return [...text.matchAll(/"name":"at ([\d.]+)"/g)].map(([, at]) => Number(at));
}

function frame(bytes: Buffer): void {
  if (!isTiming) return;
  const now = machineNow();
  const head = bytes.toString('latin1', 0, 140);
  const key = head.slice(head.indexOf(',"from":'), head.indexOf(',"chain":'));
  let times = entriesOf.get(key);
  if (!times) {
    times = timesIn(bytes.toString());
    entriesOf.set(key, times);
    if (entriesOf.size > 2000) entriesOf.delete(entriesOf.keys().next().value ?? '');
  }
  deliveries += times.length;
  frames += 1;
  frameBytes += bytes.length;
  // A tenth of them gives the same percentiles.
  if (frames % 10 === 0) for (const at of times) latencies.push(now - at);
}

const mutation = (mid: number, ops: readonly object[]): Mutation => ({
  mid,
  name: 'bench',
  kind: 'fact',
  actor: 'system',
  at: Date.now(),
  ops: JSON.stringify(ops),
});

const brand = (id: string, name: string) => ({ op: 'put', entity: 'brand', id, row: { id, name, active: 1 } });

/** A sale of two lines: five operations. */
function sale(id: string): object[] {
  const { bill, movements, payment, cash } = saleRows(id, id, ['p0', 'p1']);
  const put = (entity: string, row: { readonly id: string }) => ({ op: 'put', entity, id: row.id, row });
  return [
    put('bill', bill),
    ...movements.map((movement) => put('stock_movement', movement)),
    put('payment', payment),
    put('cashbook_entry', cash),
  ];
}

const answers = {
  join: async ({ port, ids }: { port: number; ids: readonly string[] }) => {
    const lost = (_: LightTerminal, reason: string) => losses.set(reason, (losses.get(reason) ?? 0) + 1);
    terminals = ids.map((id) => new LightTerminal(id, port, { frame, lost, acknowledged, live }));
    for (const terminal of terminals) terminal.connect();
    while (!terminals.every(({ isLive }) => isLive)) await new Promise((resolve) => setTimeout(resolve, 10));
  },
  live: () => terminals.filter(({ isLive }) => isLive).length,
  losses: () => Object.fromEntries(losses),
  time: (on: boolean) => {
    isTiming = on;
    if (on) {
      [deliveries, frames, frameBytes] = [0, 0, 0];
      entriesOf.clear();
      latencies.length = 0;
    }
  },
  timed: () => ({
    deliveries,
    frames,
    /** Of one frame. */
    bytes: frames > 0 ? Math.round(frameBytes / frames) : 0,
    latencyMs: latencies.length > 0 ? distribution(latencies) : null,
  }),
  cpu: () => process.cpuUsage(),
  /** Many lines to a server that is no hub and sends what looks like frames. */
  listen: async ({ port, lines }: { port: number; lines: number }) => {
    await Promise.all(
      Array.from(
        { length: lines },
        () => new Promise<void>((resolve) => new RawLine(port, { opened: resolve, message: frame, closed() {} })),
      ),
    );
  },
  /** The products that the sales of `ingest` refer to. */
  products: async () => {
    const ops = ['p0', 'p1'].map((id) => ({ op: 'put', entity: 'product', id, row: productRow(id) }));
    await pushed(terminals[0], [mutation(1, ops)]);
  },
  /** Every terminal pushes batches of sales as fast as they are answered, each one prepared before the clock starts. */
  ingest: async ({ batches, size }: { batches: number; size: number }) => {
    const prepared = terminals.map((terminal, index) =>
      Array.from({ length: batches }, (_, batch) =>
        Array.from({ length: size }, (_, n) => {
          const mid = terminal.mid + batch * size + n + 1;
          return mutation(mid, sale(`i${index}-${mid}`));
        }),
      ),
    );
    const bytes = JSON.stringify(prepared[0]?.[0]).length;
    const started = machineNow();
    const roundTrips: number[] = [];
    await Promise.all(
      terminals.map(async (terminal, index) => {
        for (const batch of prepared[index] ?? []) {
          const sent = machineNow();
          await pushed(terminal, batch);
          roundTrips.push(machineNow() - sent);
        }
      }),
    );
    const seconds = (machineNow() - started) / 1000;
    const operations = terminals.length * batches * size * 5;
    return { operations, seconds, bytes, roundTripMs: distribution(roundTrips) };
  },
  /**
   * Single operations at an even pace, each stamped with the moment it was made. Like a real terminal, a writer has one
   * push on its way; what is made meanwhile goes with the next.
   */
  publish: async ({ perSecond, seconds }: { perSecond: number; seconds: number }) => {
    const started = machineNow();
    const backlog = new Map(terminals.map((writer) => [writer, [] as Mutation[]]));
    const send = (writer: LightTerminal) => {
      const batch = backlog.get(writer)?.splice(0, 100) ?? [];
      if (batch.length > 0) void pushed(writer, batch).then(() => send(writer));
    };
    const next = new Map(terminals.map((writer) => [writer, writer.mid]));
    let made = 0;
    while (made < perSecond * seconds) {
      const due = Math.min(perSecond * seconds, Math.floor(((machineNow() - started) / 1000) * perSecond));
      for (; made < due; made++) {
        const writer = terminals[made % terminals.length];
        if (!writer) throw new Error('nobody to publish');
        const mid = (next.get(writer) ?? 0) + 1;
        next.set(writer, mid);
        const name = `at ${machineNow().toFixed(3)}`;
        backlog.get(writer)?.push(mutation(mid, [brand(`${writer.id}:${mid}`, name)]));
        if (!waiting.has(writer)) send(writer);
      }
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    while (waiting.size > 0) await new Promise((resolve) => setTimeout(resolve, 2));
    return { sent: made };
  },
  copy: ({ port, id }: { port: number; id: string }) => readCopy(id, port),
  /** Terminals that never read; each comes back when the hub has given it up. */
  stall: ({ port, ids, rejoinMs }: { port: number; ids: readonly string[]; rejoinMs: number }) => {
    stalled = ids.map((id) => new StalledTerminal(id, port));
    const connectAll = () => {
      for (const terminal of stalled) terminal.connect();
    };
    connectAll();
    rejoining = setInterval(connectAll, rejoinMs);
  },
  off: () => {
    clearInterval(rejoining);
    for (const terminal of [...terminals, ...stalled]) terminal.off();
  },
};
export type CrowdAnswers = typeof answers;

const waiting = new Map<LightTerminal, { readonly batch: readonly Mutation[]; upto: number; resolve(): void }>();

function pushed(terminal: LightTerminal | undefined, batch: readonly Mutation[]): Promise<void> {
  const upto = batch.at(-1)?.mid;
  if (!terminal || upto === undefined) throw new Error('nobody to push, or nothing');
  terminal.mid = upto;
  terminal.push(batch);
  return new Promise((resolve) => waiting.set(terminal, { batch, upto, resolve }));
}

/** A line that broke took a push with it, or its answer. */
function live(terminal: LightTerminal): void {
  const asked = waiting.get(terminal);
  if (!asked) return;
  if (terminal.mid < asked.upto) {
    terminal.push(asked.batch.filter(({ mid }) => mid > terminal.mid));
    terminal.mid = asked.upto;
    return;
  }
  waiting.delete(terminal);
  asked.resolve();
}

function acknowledged(
  terminal: LightTerminal,
  ack: { upto: number; outcomes: readonly { outcome: { status: string } }[] },
): void {
  const bad = ack.outcomes.find(({ outcome }) => outcome.status !== 'ok');
  if (bad) throw new Error(`the hub answered ${JSON.stringify(bad)}`);
  const asked = waiting.get(terminal);
  if (!asked || ack.upto < asked.upto) return;
  waiting.delete(terminal);
  asked.resolve();
}

answerParent(answers);
