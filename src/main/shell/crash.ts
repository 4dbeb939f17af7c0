import { appOrigin } from '@shared/channels';
import { app, type BrowserWindow } from 'electron';
import type { FileLog } from './log';
import type { Restarts } from './restarts';

export interface MainCrashOptions {
  readonly log: FileLog;
  readonly restarts: Restarts;
  readonly tellGivingUp: () => void;
}

/**
 * A bug in main: written down, then a fresh process. Going on would mean going on in a state nobody thought of; the
 * database does not mind, everything in it is a whole transaction.
 */
export function restartOnMainCrash({ log, restarts, tellGivingUp }: MainCrashOptions): void {
  const end = (kind: string) => (error: unknown) => {
    log.fatal({ kind, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }, 'main crashed');
    if (restarts.record().restart) app.relaunch();
    else tellGivingUp();
    app.exit(1);
  };
  process.on('uncaughtException', end('exception'));
  process.on('unhandledRejection', end('rejection'));
  // Whoever started us and closed the terminal is not a bug of ours.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
}

export interface WindowCrashOptions {
  readonly log: FileLog;
  /** The crash page itself does not stand: nothing is left but to end. */
  readonly giveUp: () => void;
}

/** Also served while a developer's server shows the rest. */
const crashPageUrl = `${appOrigin}/crashed`;
const loop = { times: 3, withinMs: 60_000 } as const;

/** The window's process died (a bug, the graphics driver, memory): say so kindly in a new one. */
export function recoverOnWindowCrash(window: BrowserWindow, { log, giveUp }: WindowCrashOptions): void {
  let recent: number[] = [];
  const showCrashPage = () => {
    if (window.isDestroyed()) return;
    window.loadURL(crashPageUrl).catch((error: unknown) => log.error({ error }, 'crash page did not load'));
  };
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    log.error({ reason, exitCode }, 'window crashed');
    const now = performance.now();
    recent = [...recent.filter((then) => now - then < loop.withinMs), now];
    if (recent.length > loop.times) giveUp();
    // Not from inside the event: Chromium is still taking the old process down, and main would go with it.
    else setImmediate(showCrashPage);
  });
  window.webContents.on('did-fail-load', (_event, code, reason, _url, isMainFrame) => {
    if (isMainFrame) log.error({ code, reason }, 'page did not load');
  });
  window.webContents.on('preload-error', (_event, _path, error) => log.error({ error }, 'preload failed'));
  window.on('unresponsive', () => log.warn({}, 'window does not respond'));
  window.on('responsive', () => log.info({}, 'window responds again'));
}

/** Helper processes come and go; it helps to know which one went before the window did. */
export function logChildCrashes(log: FileLog): void {
  app.on('child-process-gone', (_event, { type, reason, exitCode, name }) => {
    if (reason !== 'clean-exit') log.error({ type, reason, exitCode, name }, 'helper process gone');
  });
}
