import { join } from 'node:path';
import type { FromHubProcess, HubStart, ToHubProcess } from '@shared/door';
import { hubHeapFlags } from '@shared/hub-heap';
import { app, utilityProcess } from 'electron';

/** Starts the hub that is bundled beside main as a process of its own, which ends with the app at the latest. */
export function startHubProcess(start: HubStart) {
  const child = utilityProcess.fork(join(app.getAppPath(), 'out/main/hub.cjs'), [JSON.stringify(start)], {
    serviceName: 'Galla hub',
    // V8's flags are Chromium's matter here.
    execArgv: [`--js-flags=${hubHeapFlags.join(' ')}`],
    stdio: 'pipe',
  });
  const words: string[] = [];
  child.stderr?.on('data', (data) => void words.push(String(data).slice(-4000)));
  child.stdout?.resume();
  return {
    post: (message: ToHubProcess) => child.postMessage(message),
    onMessage(hear: (message: FromHubProcess) => void) {
      child.on('message', hear);
      // What it said last, when it did not end as it was told to.
      child.once('exit', (code) => {
        if (code !== 0)
          hear({
            t: 'log',
            level: 'error',
            fields: { code, stderr: words.slice(-5).join('') },
            message: 'the hub has ended',
          });
      });
    },
    onExit: (told: () => void) => child.once('exit', told),
    kill: () => void child.kill(),
  };
}
