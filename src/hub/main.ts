// The hub by itself: `npm run hub -- --data <folder> [--port <number>] [--host <address>] [--backups <folder>|none]`.
// `npm run hub -- --data <folder> pair` beside it lets one till in.
import { randomFillSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { systemClock } from '@shared/clock';
import { usualPort } from '@shared/door';
import { createIds } from '@shared/ids';
import type { LogFields } from '@shared/log';
import { pairByHand } from './pair-command';
import { runHub } from './run';

const { values, positionals } = parseArgs({
  options: {
    data: { type: 'string' },
    port: { type: 'string', default: String(usualPort) },
    host: { type: 'string' },
    quiet: { type: 'boolean', default: false },
    // Where the daily backups go: another disk, best of all. `none` says that this disk is safe by itself.
    backups: { type: 'string' },
  },
  allowPositionals: true,
});
const [command] = positionals;
const { data: folder, host } = values;
if (folder === undefined) throw new Error('Where is the data? --data <folder>');
if (command === 'pair') process.exitCode = await pairByHand(folder);
else if (command === undefined) await serve(folder);
else throw new Error(`What is "${command}"? There is only: pair`);

async function serve(folder: string): Promise<void> {
  const write = (level: string) => (fields: LogFields, message: string) =>
    console.log(JSON.stringify({ time: new Date().toISOString(), level, message, ...fields }));
  const log = { info: write('info'), warn: write('warn'), error: write('error') };
  const running = await runHub({
    folder,
    port: Number(values.port),
    ...(host !== undefined && { host }),
    operators: [],
    announced: !values.quiet,
    ...(values.backups !== undefined && {
      durability:
        values.backups === 'none' ? { kind: 'disk' as const } : { kind: 'backups' as const, folder: values.backups },
    }),
    version: programVersion(),
    clock: systemClock,
    ids: createIds(systemClock.now, (bytes) => void randomFillSync(bytes)),
    log,
    onLost() {
      process.exitCode = 1;
      void stop();
    },
  });
  log.info({}, `To let a till in: npm run hub -- --data ${folder} pair`);
  let stopping: Promise<void> | null = null;
  const stop = () => {
    stopping ??= running.close();
    return stopping;
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
}

function programVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  const version = typeof manifest === 'object' && manifest !== null && 'version' in manifest ? manifest.version : null;
  return typeof version === 'string' ? version : 'unknown';
}
