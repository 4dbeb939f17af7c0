// The hub of a benchmark: the real one on a real port, and beside it the floors: an echo and a bare insert.
import { createHash, randomFillSync } from 'node:crypto';
import { join } from 'node:path';
import { systemClock } from '@shared/clock';
import { createIds } from '@shared/ids';
import { registrySchema } from '@shared/sync';
import { WebSocketServer } from 'ws';
import { Hub, type HubServer, openSqliteHub, type SqliteHubStore, serveHub, socketLoop } from '../../../src/hub';
import { answerParent, machineNow } from '../support/child.ts';
import { seedHub } from './seed-hub.ts';

const ids = createIds(systemClock.now, (bytes) => void randomFillSync(bytes));
let store: SqliteHubStore | undefined;
let hub: Hub | undefined;
let server: HubServer | undefined;
let echo: WebSocketServer | undefined;

const running = (): Hub => {
  if (!hub) throw new Error('the hub was not started');
  return hub;
};

const answers = {
  start: async ({ folder, port }: { folder: string; port: number }) => {
    store = openSqliteHub({ file: join(folder, 'hub.db'), newEpoch: () => ids.next() });
    hub = new Hub({
      store,
      clock: systemClock,
      ids,
      sha256: (text) => createHash('sha256').update(text).digest('hex'),
      log: { info: () => {}, warn: () => {}, error: (fields, message) => console.error(message, fields) },
      schema: registrySchema,
      loop: socketLoop,
    });
    server = await serveHub(hub, { port, host: '127.0.0.1' });
    return { port: server.port };
  },
  /** A WebSocket that says everything back. */
  echo: async () => {
    const sockets = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
    echo = sockets;
    sockets.on('connection', (socket) => socket.on('message', (data) => socket.send(data, { binary: false })));
    await new Promise((resolve) => sockets.once('listening', resolve));
    const address = sockets.address();
    if (typeof address !== 'object' || address === null) throw new Error('the echo has no port');
    return { port: address.port };
  },
  /**
   * What this machine can do without a hub: everybody on the echo's server is sent the same bytes at an even pace, with the
   * moment they were made. Resolves when the last are with the sockets.
   */
  flood: async ({ perSecond, seconds, bytes }: { perSecond: number; seconds: number; bytes: number }) => {
    const started = machineNow();
    let sent = 0;
    while (sent < perSecond * seconds) {
      const due = started + (sent * 1000) / perSecond;
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - machineNow())));
      const at = machineNow();
      const text = `{"t":"frame","session":"flood","from":${sent},"to":${sent + 1},"chain":"","name":"at ${at.toFixed(3)}"`;
      const frame = text.padEnd(bytes);
      for (const socket of echo?.clients ?? []) socket.send(frame);
      sent += 1;
    }
    return { sent };
  },
  enrol: async ({ terminals }: { terminals: readonly string[] }) => {
    await Promise.all(terminals.map((id, index) => running().enrol({ id, series: `T${index}` })));
  },
  seed: (history: Parameters<typeof seedHub>[1]) => {
    if (!store) throw new Error('the hub was not started');
    return seedHub(store, history);
  },
  figures: () => ({ ...running().figures, rss: process.memoryUsage.rss() }),
  cpu: () => process.cpuUsage(),
  stop: async () => {
    echo?.close();
    await server?.close();
    await store?.close();
  },
};
export type HubAnswers = typeof answers;

answerParent(answers);
