// The hub by itself: `npm run hub -- --data <folder> --port <number>`.
import { createHash, randomFillSync } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { systemClock } from '@shared/clock';
import { createIds } from '@shared/ids';
import type { LogFields } from '@shared/log';
import { registrySchema } from '@shared/sync';
import { Hub } from './hub';
import { socketLoop } from './loop';
import { serveHub } from './server';
import { openSqliteHub } from './store';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    port: { type: 'string', default: '4747' },
    // Until terminals are paired, the hub believes whoever reaches it: this machine only, unless told otherwise.
    host: { type: 'string', default: '127.0.0.1' },
  },
});
if (values.data === undefined) throw new Error('Where is the data? --data <folder>');
mkdirSync(values.data, { recursive: true });

const write = (level: string) => (fields: LogFields, message: string) =>
  console.log(JSON.stringify({ time: new Date().toISOString(), level, message, ...fields }));
const log = { info: write('info'), warn: write('warn'), error: write('error') };
const ids = createIds(systemClock.now, (bytes) => void randomFillSync(bytes));
const store = openSqliteHub({ file: join(values.data, 'hub.db'), newEpoch: () => ids.next() });
const hub = new Hub({
  store,
  clock: systemClock,
  ids,
  sha256: (text) => createHash('sha256').update(text).digest('hex'),
  log,
  schema: registrySchema,
  loop: socketLoop,
});
const server = await serveHub(hub, { port: Number(values.port), host: values.host });
log.info({ port: server.port, host: values.host }, 'The hub listens');

// What is written to a file that nobody finds again must not be acknowledged; the next start takes what lies there then.
const watching = setInterval(async () => {
  if (hub.figures.trouble?.code !== 'HUB_FILE_GONE') return;
  process.exitCode = 1;
  await stop();
}, 1000);

async function stop(): Promise<void> {
  clearInterval(watching);
  await server.close();
  await store.close();
  log.info({}, 'The hub has stopped');
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, stop);
}
