import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type ElectronApplication, _electron as electron, type Page } from '@playwright/test';
import { ensureElectron } from '../../../scripts/lib/electron.mjs';
import type { ReadyScreen } from '../../../src/renderer/ready';
import { askedAgain } from './main-process';

const root = resolve(import.meta.dirname, '../../..');

/** Asked once for all tests. */
let electronAnswer: ReturnType<typeof ensureElectron> | undefined;
function electronToRun() {
  electronAnswer ??= ensureElectron();
  return electronAnswer;
}

export interface LaunchOptions {
  /** The folder with its data; a new empty one unless an earlier run's is given. */
  readonly userData?: string;
  readonly args?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  /** How long it may take for anything before it counts as hanging, ms; by default what Playwright takes, half a minute. */
  readonly patience?: number;
  /** What to run instead of the built app: a folder with a package.json, or a script. */
  readonly entry?: string;
}

/** A running app with one window. */
export interface RunningApp {
  readonly electron: ElectronApplication;
  readonly process: ChildProcess;
  readonly page: Page;
  readonly userData: string;
  /** What the main process has written to stdout and stderr since `launch` returned; what came before is lost. */
  output(): string;
  /** Waits until the app says that it can be used, with the given screen if one is named. */
  ready(screen?: ReadyScreen): Promise<void>;
  /** Quits as a person would, and waits until it is gone. */
  close(): Promise<void>;
  /** Ends it as a power cut would (kill −9), and waits until it is gone. */
  kill(): Promise<void>;
}

/** How long the app may take to quit before it counts as hanging. */
const quitMs = 15_000;

/** Starts the app in the real Electron. The caller closes it and removes its data; the `launch` fixture does both. */
export async function launchApp({
  userData,
  args = [],
  env = {},
  patience,
  entry = root,
}: LaunchOptions): Promise<RunningApp> {
  const { path } = await electronToRun();
  const folder = userData ?? newUserData();
  const { ELECTRON_RUN_AS_NODE: _, NODE_ENV: __, ...inherited } = process.env;
  const launched = await electron.launch({
    executablePath: path,
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), `--user-data-dir=${folder}`, entry, ...args],
    env: definedOnly({ ...inherited, ...env }),
    cwd: root,
    ...(patience !== undefined && { timeout: patience }),
  });
  const app = askedAgain(launched);
  if (patience !== undefined) app.context().setDefaultTimeout(patience);
  const child = app.process();
  const gone = once(child, 'exit');
  let output = '';
  child.stdout?.on('data', (chunk) => (output += chunk));
  child.stderr?.on('data', (chunk) => (output += chunk));
  const page = await app.firstWindow();

  return {
    electron: app,
    process: child,
    page,
    userData: folder,
    output: () => output,
    async ready(screen) {
      const selector = screen === undefined ? 'html[data-ready]' : `html[data-ready="${screen}"]`;
      await page.locator(selector).waitFor({ state: 'attached' });
    },
    async close() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const timer = setTimeout(() => child.kill('SIGKILL'), quitMs);
      await Promise.all([app.close(), gone]);
      clearTimeout(timer);
      if (child.signalCode === 'SIGKILL') throw new Error(`the app did not quit within ${quitMs} ms`);
    },
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

/** The app's own log files, for the report of a failed test. */
export function readLogs(userData: string): string {
  return readdirSync(userData, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.log') && !file.includes('leveldb'))
    .map((file) => `── ${file}\n${readFileSync(join(userData, file), 'utf8')}`)
    .join('\n');
}

export function newUserData(): string {
  return mkdtempSync(join(tmpdir(), 'galla-e2e-'));
}

export function removeUserData(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
