/**
 * The hub as a child process of a till: in Electron a utility process, in tests a plain Node process. It is told what to
 * do in its one argument, says when it listens, and ends when it is told to or when its parent is gone.
 */
import { randomFillSync } from 'node:crypto';
import { systemClock } from '@shared/clock';
import { type FromHubProcess, hubStartSchema, type ToHubProcess } from '@shared/door';
import { createIds } from '@shared/ids';
import type { LogFields } from '@shared/log';
import { runHub } from './run';

const { parentPort } = process;
const tell = (message: FromHubProcess) => (parentPort ? parentPort.postMessage(message) : process.send?.(message));
const write = (level: 'info' | 'warn' | 'error') => (fields: LogFields, message: string) =>
  tell({ t: 'log', level, fields, message });

async function serve(): Promise<void> {
  const start = hubStartSchema.parse(JSON.parse(process.argv.at(-1) ?? ''));
  const running = await runHub({
    folder: start.folder,
    port: start.port,
    operators: [start.operator],
    announced: start.announced,
    version: start.version,
    clock: systemClock,
    ids: createIds(systemClock.now, (bytes) => void randomFillSync(bytes)),
    log: { info: write('info'), warn: write('warn'), error: write('error') },
    onLost: () => void end(1),
  });

  let isEnding = false;
  async function end(code: number): Promise<void> {
    if (isEnding) return;
    isEnding = true;
    await running.close();
    process.exit(code);
  }

  const obey = (message: ToHubProcess) => {
    if (message.t === 'stop') void end(0);
  };
  parentPort?.on('message', ({ data }) => obey(data));
  process.on('message', obey);
  process.on('disconnect', () => void end(0));
  tell({ t: 'ready', port: running.port, fingerprint: running.fingerprint });
}

// What goes wrong before the hub listens ends the process, and whoever started it is shown why.
void serve();
