import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../../scripts/lib/paths.mjs';
import type { RunningApp } from '../e2e/support/app';
import { hubProcess, live, until } from '../e2e/support/tills-in-step';

/** A hub that is killed again and again. */
export interface KilledHub {
  /** The folder in which its own, `hub`, lies. */
  readonly home: string;
  /** Its process, as soon as there is one that listens: what is started just now has nothing to lose. */
  process(): Promise<number>;
  close(): Promise<void>;
}

/** The one inside a till, which starts it again itself. @param host the till as it runs now @param patience ms */
export function hubInside(host: () => RunningApp, patience: number): KilledHub {
  return {
    home: host().userData,
    process: async () => {
      const found = await until(
        'the hub runs',
        async () => {
          await live(host(), patience);
          return hubProcess(host());
        },
        (pid) => pid !== null,
        patience,
      );
      return found ?? 0;
    },
    close: async () => {},
  };
}

/**
 * `npm run hub` on the data that the hub of a till has left, at its port: the shop's hub has moved to a machine of its own.
 * Started again whenever it ends, as the system's services are: the first time the till's hub may still be closing the file.
 *
 * @param home the till's folder; the till is closed
 * @param client a till that reaches it
 * @param patience ms
 */
export function hubByItself(home: string, port: number, client: () => RunningApp, patience: number): KilledHub {
  let child: ChildProcess;
  let isOver = false;
  const start = () => {
    const options = ['--data', join(home, 'hub'), '--port', String(port), '--host', '127.0.0.1', '--quiet'];
    const args = [...process.execArgv, join(root, 'src/hub/main.ts'), ...options];
    child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
    child.once('exit', () => {
      if (!isOver) setTimeout(start, 200);
    });
  };
  start();
  return {
    home,
    process: async () => {
      await live(client(), patience);
      return child.pid ?? 0;
    },
    close: async () => {
      isOver = true;
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await gone;
    },
  };
}
