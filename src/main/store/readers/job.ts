import type { Database } from 'better-sqlite3';
import type { Reads } from '../reads';

/** A read-only connection inside one read transaction: everything a job sees is of one moment. */
export interface Reader extends Reads {
  readonly db: Database;
}

/**
 * Work that may take more than about 10 ms and so belongs on a reader thread: a report, an export, a check. The
 * handle carries the types; the name is what crosses to the thread, so arguments and result must be cloneable
 * (https://developer.mozilla.org/docs/Web/API/Web_Workers_API/Structured_clone_algorithm).
 */
export interface ReaderJob<A, R> {
  readonly name: string;
  readonly run: (reader: Reader, args: A) => R | Promise<R>;
}

/** Defines a job. It must also be listed in `src/main/reader-worker.ts`, where the thread finds it by name. */
export function readerJob<A, R>(name: string, run: (reader: Reader, args: A) => R | Promise<R>): ReaderJob<A, R> {
  return { name, run };
}

/** A job as the thread knows it: by name, its types already erased. */
export type AnyReaderJob = ReaderJob<never, unknown>;
