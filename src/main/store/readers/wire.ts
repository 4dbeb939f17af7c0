import { AppError, type ErrorParams, errorCodes } from '@shared/errors';
import { DatabaseProblem } from '../problem';

/** From the pool to a thread. */
export interface JobRequest {
  readonly id: number;
  readonly job: string;
  readonly args: unknown;
}

/** From a thread to the pool. Structured clone keeps neither classes nor codes of errors, so they are spelt out. */
export type JobReply =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly error: WireError };

export interface WireError {
  readonly message: string;
  readonly stack: string | undefined;
  readonly code: string | undefined;
  readonly params: ErrorParams;
  readonly file: string | undefined;
}

/** What a thread is started with. */
export interface ReaderThreadData {
  readonly file: string;
}

export function toWire(error: unknown): WireError {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  const refusal = error instanceof AppError ? error : undefined;
  const file = error instanceof DatabaseProblem ? error.file : undefined;
  return { message, stack, code: refusal?.code, params: refusal?.params ?? {}, file };
}

export function fromWire(wire: WireError): Error {
  const code = errorCodes.find((known) => known === wire.code);
  const cause = new Error(wire.message);
  if (wire.stack !== undefined) cause.stack = wire.stack;
  if (code === undefined) return cause;
  if (wire.file !== undefined && DatabaseProblem.isCode(code)) {
    return new DatabaseProblem(code, wire.file, wire.params, cause);
  }
  return new AppError(code, wire.message, wire.params, { cause });
}
