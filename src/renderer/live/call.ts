import type { CallInput, CallName, CallOutput } from '@shared/contract';
import type { CallError, ErrorCode, ErrorParams } from '@shared/errors';
import type { Bridge } from '../../preload/bridge';

declare global {
  interface Window {
    readonly galla: Bridge;
  }
}

/** A call that main refused, or that a bug broke. `code` chooses the words; the stack is in main's log. */
export class CallFailure extends Error {
  readonly code: ErrorCode;
  readonly params: ErrorParams;
  readonly retryable: boolean;
  /** What a person can tell to whoever reads the log. */
  readonly correlationId: string;

  constructor(error: CallError) {
    super(error.message);
    this.name = 'CallFailure';
    this.code = error.code;
    this.params = error.params;
    this.retryable = error.retryable;
    this.correlationId = error.correlationId;
  }
}

/** One call of the contract: its value, or a thrown `CallFailure`. */
export async function call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
  const envelope = await window.galla.call(name, input);
  if (envelope.ok) return envelope.value;
  throw new CallFailure(envelope.error);
}

/** Whatever was thrown, as a failure that has a code: a bridge that broke is `internal`. */
export function asFailure(error: unknown): CallFailure {
  if (error instanceof CallFailure) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new CallFailure({ code: 'internal', message, params: {}, retryable: false, correlationId: '' });
}
