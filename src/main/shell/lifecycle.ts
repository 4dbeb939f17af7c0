import type { Log } from '@shared/log';
import { app } from 'electron';

/** Where the start's time went, in ms since the process was made: one line per start. */
export function logStart(log: Log): void {
  const made = process.getCreationTime() ?? performance.timeOrigin;
  const marks = performance.getEntriesByType('mark');
  const since = (at: number) => Math.round(performance.timeOrigin + at - made);
  log.info(
    {
      marks: Object.fromEntries([...marks.map(({ name, startTime }) => [name, since(startTime)])]),
      shown: since(performance.now()),
    },
    'started',
  );
}

/** Holds the end of the app until the shop file is closed; a second request to quit does not wait twice. */
export function closeBeforeQuit(close: () => Promise<void>): void {
  let closing = false;
  app.on('will-quit', (event) => {
    event.preventDefault();
    if (closing) return;
    closing = true;
    void close().finally(() => app.exit(0));
  });
}
