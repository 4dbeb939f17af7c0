import { createStream, type RotatingFileStream } from 'rotating-file-stream';

/** 5 files of 5 MB: weeks of a busy till. */
const limits = { size: '5M', rotate: 4 } as const;

/** How long after a failure the disk is left alone, ms. */
const pauseMs = 5_000;

export interface LogStream {
  write(line: string): void;
  /** Resolves when all that was written is with the operating system. */
  close(): Promise<void>;
}

/**
 * `<folder>/<name>.log` and the older `<name>.1.log` … A full disk must neither end the app for want of a log line nor end
 * the log for the rest of a run that may last for weeks: a stream that failed is opened anew, and what came meanwhile is
 * lost.
 */
export function openLogStream(folder: string, fileName: string): LogStream {
  const nameOf = (index: number | Date | null) =>
    typeof index === 'number' ? fileName.replace(/\.log$/, `.${index}.log`) : fileName;
  let failedAt = Number.NEGATIVE_INFINITY;
  let current: RotatingFileStream | null = null;
  const open = (): RotatingFileStream | null => {
    if (performance.now() - failedAt < pauseMs) return null;
    const stream = createStream(nameOf, { path: folder, ...limits });
    stream.on('error', () => {
      failedAt = performance.now();
      if (current === stream) current = null;
    });
    return stream;
  };
  return {
    write(line) {
      current ??= open();
      current?.write(line);
    },
    close: () => new Promise((resolve) => (current ? current.end(() => resolve()) : resolve())),
  };
}
