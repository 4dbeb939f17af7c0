import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { z } from 'zod';
import { DevTools, type DevToolsPage } from './devtools.ts';
import { type Memory, memoryOfTree } from './memory.ts';

/** What to run: a command whose arguments reach Electron, because the port for asking is one of them. */
export interface WindowCommand {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

/** A window that can be used, and when that was, in ms since its process was spawned. */
export interface OpenedWindow {
  readonly page: DevToolsPage;
  /** The page has said `galla:ready`: painted, and listening to the scanner. */
  readonly ready: number;
  /** The first content was painted. */
  readonly firstPaint: number;
  /** Which screen it was that said so. */
  readonly screen: string;
  memory(): Memory | undefined;
  /** Quits as a person would, and waits until it is gone. */
  close(): Promise<void>;
}

/** How long a start and an end may take before they count as failed. */
const patienceMs = 60_000;

/**
 * Starts a window and waits until it says that it is ready. The times are the page's own (its clock and ours are the
 * same machine's), so waiting for them costs them nothing.
 */
export async function openWindow({ command, args, env }: WindowCommand): Promise<OpenedWindow> {
  const spawned = performance.timeOrigin + performance.now();
  const child = spawn(command, [...args, '--remote-debugging-port=0'], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  const gone = once(child, 'exit');
  const killLater = () => setTimeout(() => child.kill('SIGKILL'), patienceMs);
  const starting = killLater();
  try {
    const devtools = await DevTools.connect(await devtoolsAddress(child));
    const { page, value } = await devtools.evaluateInPage(readMarks, marksSchema);
    return {
      page,
      ready: value.ready - spawned,
      firstPaint: value.firstPaint - spawned,
      screen: value.screen,
      memory: () => (child.pid === undefined ? undefined : memoryOfTree(child.pid)),
      async close() {
        const ending = killLater();
        await devtools.closeBrowser();
        await gone;
        clearTimeout(ending);
      },
    };
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  } finally {
    clearTimeout(starting);
  }
}

const marksSchema = z.object({ ready: z.number(), firstPaint: z.number(), screen: z.string() });

/** Runs in the page: answers once the mark is there, with times since the epoch. */
const readMarks = `new Promise((resolve) => {
  const look = () => {
    const [ready] = performance.getEntriesByName('galla:ready');
    const [paint] = performance.getEntriesByName('first-contentful-paint');
    if (!ready || !paint) return;
    resolve({
      ready: performance.timeOrigin + ready.startTime,
      firstPaint: performance.timeOrigin + paint.startTime,
      screen: ready.detail,
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
