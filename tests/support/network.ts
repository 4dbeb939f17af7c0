import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { systemClock } from '@shared/clock';
import type { PushEvent } from '@shared/contract';
import type { FromHubProcess, HubStart } from '@shared/door';
import type { Log } from '@shared/log';
import { type RunningHub, runHub } from '../../src/hub';
import type { HubChild, KeyVault, NetworkPorts } from '../../src/main/network';
import { makeIds } from './shop-store';

export const silentLog: Log = { info: () => {}, warn: () => {}, error: () => {} };

/** A machine without a keyring. */
export const noVault: KeyVault = {
  isAvailable: () => false,
  seal: () => Buffer.from(''),
  open: () => {
    throw new Error('There is no keyring');
  },
};

/** The real hub with its real door on a port of this machine, in this process instead of one of its own. */
export function hubInThisProcess(start: HubStart): HubChild {
  let hear: (message: FromHubProcess) => void = () => {};
  let told: () => void = () => {};
  const { folder, port, operator, version } = start;
  const running: Promise<RunningHub> = runHub({
    folder,
    port,
    host: '127.0.0.1',
    operators: [operator],
    announced: false,
    version,
    clock: systemClock,
    ids: makeIds(systemClock),
    log: silentLog,
  });
  running.then(
    ({ port: chosen, fingerprint }) => hear({ t: 'ready', port: chosen, fingerprint }),
    () => told(),
  );
  const end = () => void running.then((hub) => hub.close()).finally(() => told());
  return {
    post: end,
    onMessage: (listener) => {
      hear = listener;
    },
    onExit: (listener) => {
      told = listener;
    },
    kill: end,
  };
}

const root = resolve(import.meta.dirname, '../..');

/** The hub in a process of its own, as the app starts it; `started` sees each. */
export function hubInOwnProcess(started: (child: ChildProcess) => void = () => {}) {
  return (start: HubStart): HubChild => {
    const child = fork(join(root, 'src/hub/embedded.ts'), [JSON.stringify(start)], {
      execArgv: ['--import', join(root, 'scripts/lib/ts-hooks.mjs')],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    started(child);
    return {
      post: (message) => {
        if (child.connected) child.send(message);
      },
      // proof: the process is the hub's, which sends nothing else
      onMessage: (hear) => child.on('message', (message) => hear(message as FromHubProcess)),
      onExit: (told) => child.once('exit', told),
      kill: () => void child.kill('SIGKILL'),
    };
  };
}

/** Waits for something that other processes bring about. */
export async function until<T>(question: () => T | Promise<T>): Promise<NonNullable<T>> {
  for (;;) {
    const answer = await question();
    if (answer) return answer;
    await new Promise((look) => setTimeout(look, 20));
  }
}

/** Ports of a till on this machine alone, with an empty folder of its own; `events` fills up. */
export function networkPorts(folder: string, overrides: Partial<NetworkPorts> = {}): NetworkPorts {
  return {
    folder,
    version: '0.0.0',
    clock: systemClock,
    ids: makeIds(systemClock),
    log: silentLog,
    vault: noVault,
    discovery: { find: async () => [] },
    startHub: hubInThisProcess,
    announced: false,
    emit: (_event: PushEvent) => {},
    onChange: () => {},
    onJoined: () => {},
    ...overrides,
  };
}

export function temporaryFolder(): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'galla-network-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
