import type { PrinterTrouble } from '@shared/contract';

/** A printer that can be written to. One at a time per printer. */
export interface Connection {
  /** @throws TransportError */
  write(bytes: Uint8Array): Promise<void>;
  /** The next byte the printer answers; null when none comes in time, or when this way has no way back. */
  readByte(withinMs: number): Promise<number | null>;
  /** Everything written has been taken over by the other side. @throws TransportError */
  finish(): Promise<void>;
  /** Lets go, whatever happened. */
  close(): void;
}

/** Why a printer could not be reached or written to. */
export class TransportError extends Error {
  readonly trouble: PrinterTrouble;

  constructor(trouble: PrinterTrouble, options?: { cause?: unknown }) {
    super(`printer: ${trouble}`, options);
    this.name = 'TransportError';
    this.trouble = trouble;
  }
}

/** The system's own word for what happened, if it is one: `ECONNREFUSED`. */
export function errorCodeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
