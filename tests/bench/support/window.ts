import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { DevTools } from './devtools.ts';
import { type Memory, memoryOfTree } from './memory.ts';

/** When a started window could be used, in ms since its process was spawned. */
export interface Start {
  /** The page has said `galla:ready`: painted, and listening to the scanner. */
  readonly ready: number;
  /** The first content was painted. */
  readonly firstPaint: number;
  readonly memory: Memory | undefined;
}

/** How long a start may take before it counts as failed. */
const startMs = 60_000;

/**
 * Starts a window, waits until it says that it is ready, and ends it. The times are the page's own (its clock and ours
 * are the same machine's), so waiting for them costs them nothing.
 * @param command with `args`, which must reach Electron: the port for asking is one of them
 */
export async function measureStart(command: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<Start> {
  const spawned = performance.timeOrigin + performance.now();
  const child = spawn(command, [...args, '--remote-debugging-port=0'], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  const gone = once(child, 'exit');
  const timer = setTimeout(() => child.kill('SIGKILL'), startMs);
  try {
    const devtools = await DevTools.connect(await devtoolsAddress(child));
    const marks = await devtools.evaluateInPage(readMarks);
    const memory = child.pid === undefined ? undefined : memoryOfTree(child.pid);
    await devtools.closeBrowser();
    await gone;
    return { ready: marks.ready - spawned, firstPaint: marks.firstPaint - spawned, memory };
  } finally {
    clearTimeout(timer);
    child.kill('SIGKILL');
  }
}

/** Runs in the page: answers once the mark is there, with times since the epoch. */
const readMarks = `new Promise((resolve) => {
  const look = () => {
    const [ready] = performance.getEntriesByName('galla:ready');
    const [paint] = performance.getEntriesByName('first-contentful-paint');
    if (!ready || !paint) return;
    resolve({
      ready: performance.timeOrigin + ready.startTime,
      firstPaint: performance.timeOrigin + paint.startTime,
    });
  };
  new PerformanceObserver(look).observe({ entryTypes: ['mark', 'paint'] });
  look();
})`;

function devtoolsAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stderr?.on('data', (chunk) => {
      text += chunk;
      const address = /DevTools listening on (ws:\S+)/.exec(text)?.[1];
      if (address) resolve(address);
    });
    child.once('exit', () => reject(new Error(`it ended before it was ready:\n${text}`)));
  });
}
