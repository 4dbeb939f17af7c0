import type { ElectronApplication } from '@playwright/test';
import { rounded } from './measure.ts';

/** How late the main process came to its work, ms. A loop that nothing holds shows the resolution, 5. */
export interface LoopDelay {
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

/** Watches main's loop from now on; the answer tells what was seen until it is called. */
export async function watchMainLoop(electron: ElectronApplication): Promise<() => Promise<LoopDelay>> {
  // Where Electron keeps its built-in modules: a function that runs in main cannot import.
  await electron.evaluate(() => {
    const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks');
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    Object.assign(globalThis, { benchDelay: delay });
  });
  return async () => {
    const seen = await electron.evaluate(() => {
      const delay: unknown = Reflect.get(globalThis, 'benchDelay');
      // proof: put there above
      const { percentile, max } = delay as { percentile: (p: number) => number; max: number };
      return { p50: percentile.call(delay, 50) / 1e6, p99: percentile.call(delay, 99) / 1e6, max: max / 1e6 };
    });
    return { p50: rounded(seen.p50), p99: rounded(seen.p99), max: rounded(seen.max) };
  };
}
