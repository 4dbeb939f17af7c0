import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Log, LogFields } from '@shared/log';
import { pino } from 'pino';
import { scrub } from './scrub';
import { openLogStream } from './stream';

export interface FileLog extends Log {
  /** The folder to take along for diagnostics. */
  readonly folder: string;
  /** Written before this returns, for the last words of a process. */
  fatal(fields: LogFields, message: string): void;
  /** Resolves when all that was logged is with the operating system. */
  close(): Promise<void>;
}

const fileName = 'galla.log';

/** JSON lines in `<folder>/galla.log`; older ones in galla.1.log (the youngest) to galla.4.log. */
export function openFileLog(folder: string, base: LogFields): FileLog {
  try {
    mkdirSync(folder, { recursive: true });
  } catch {
    // A write-protected disk: the app starts without a log, to say so.
  }
  const stream = openLogStream(folder, fileName);
  const logger = pino(
    {
      base: { ...base },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }), log: scrub },
    },
    stream,
  );
  return {
    folder,
    info: (fields, message) => logger.info(fields, message),
    warn: (fields, message) => logger.warn(fields, message),
    error: (fields, message) => logger.error(fields, message),
    fatal(fields, message) {
      const line = { level: 'fatal', time: new Date().toISOString(), ...base, ...scrub(fields), msg: message };
      try {
        appendFileSync(join(folder, fileName), `${JSON.stringify(line)}\n`);
      } catch {
        // Nowhere left to say it.
      }
    },
    close: () => stream.close(),
  };
}
