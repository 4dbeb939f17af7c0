import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Log, LogFields } from '@shared/log';
import { pino } from 'pino';
import { createStream } from 'rotating-file-stream';
import { scrub } from './scrub';

export interface FileLog extends Log {
  /** The folder to take along for diagnostics. */
  readonly folder: string;
  /** Written before this returns, for the last words of a process. */
  fatal(fields: LogFields, message: string): void;
  /** Resolves when all that was logged is with the operating system. */
  close(): Promise<void>;
}

const fileName = 'galla.log';
/** 5 files of 5 MB: weeks of a busy till. */
const limits = { size: '5M', rotate: 4 } as const;

/** JSON lines in `<folder>/galla.log`; older ones in galla.1.log (the youngest) to galla.4.log. */
export function openFileLog(folder: string, base: LogFields): FileLog {
  mkdirSync(folder, { recursive: true });
  const nameOf = (index: number | Date | null) => (typeof index === 'number' ? `galla.${index}.log` : fileName);
  const stream = createStream(nameOf, { path: folder, ...limits });
  // A full disk must not end the app for want of a log line.
  stream.on('error', () => {});
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
    close: () => new Promise((resolve) => stream.end(() => resolve())),
  };
}
