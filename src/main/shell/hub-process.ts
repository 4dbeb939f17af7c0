import { join } from 'node:path';
import type { FromHubProcess, HubStart, ToHubProcess } from '@shared/door';
import { utilityProcess } from 'electron';

/** Starts the hub that is bundled beside main as a process of its own, which ends with the app at the latest. */
export function startHubProcess(start: HubStart) {
  const child = utilityProcess.fork(join(import.meta.dirname, 'hub.js'), [JSON.stringify(start)], {
    serviceName: 'Galla hub',
    stdio: 'ignore',
  });
  return {
    post: (message: ToHubProcess) => child.postMessage(message),
    onMessage: (hear: (message: FromHubProcess) => void) => child.on('message', hear),
    onExit: (told: () => void) => child.once('exit', told),
    kill: () => void child.kill(),
  };
}
