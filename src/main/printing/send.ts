import type { PrinterTrouble } from '@shared/contract';
import { type Connection, TransportError } from './transports';

/** What became of a paper. */
export type Outcome =
  | { readonly is: 'printed'; readonly paperLow: boolean }
  /** Not one byte of it was sent: it may be tried again without asking. */
  | { readonly is: 'not_begun'; readonly trouble: PrinterTrouble }
  /** Some or all of it may be on paper: only a person can say. */
  | { readonly is: 'uncertain'; readonly trouble: PrinterTrouble };

export interface Patience {
  /** How long a printer may think before it answers how it is. */
  readonly statusMs: number;
  /** How long it may print until it says that it has. */
  readonly printMs: number;
}

export const usualPatience: Patience = { statusMs: 2_000, printMs: 20_000 };

export interface Sending {
  readonly bytes: Uint8Array;
  /** Whether the printer is asked before and after. */
  readonly asks: boolean;
  readonly patience: Patience;
  /** Called when the next thing that happens is a byte on its way to the paper. */
  readonly onBegin: () => void;
}

/**
 * Prints one paper. A printer that can be asked is asked first; afterwards GS r, which is answered in its turn behind
 * everything that was sent, tells that all of it has been printed.
 */
export async function sendPaper(
  open: () => Promise<Connection>,
  { bytes, asks, patience, onBegin }: Sending,
): Promise<Outcome> {
  let connection: Connection | null = null;
  let begun = false;
  try {
    connection = await open();
    if (asks) {
      const trouble = await askHowItIs(connection, patience);
      if (trouble !== null) return { is: 'not_begun', trouble };
    }
    onBegin();
    begun = true;
    await connection.write(bytes);
    const end = asks ? await askWhetherDone(connection, patience) : { done: true as const, paperLow: false };
    if (!end.done) return { is: 'uncertain', trouble: end.trouble };
    await finished(connection, asks);
    return { is: 'printed', paperLow: end.paperLow };
  } catch (error) {
    if (!(error instanceof TransportError)) throw error;
    // These two take everything over at once or not at all.
    const nothingTaken = error.trouble === 'no_queue' || error.trouble === 'cannot_write';
    return { is: begun && !nothingTaken ? 'uncertain' : 'not_begun', trouble: error.trouble };
  } finally {
    connection?.close();
  }
}

/** A printer that has said that it is done may go as it likes. */
async function finished(connection: Connection, isDone: boolean): Promise<void> {
  try {
    await connection.finish();
  } catch (error) {
    if (!isDone) throw error;
  }
}

const realTime = (n: number) => Uint8Array.of(0x10, 0x04, n);
/** Bits 0 and 7 are clear and 1 and 4 set in every answer to DLE EOT. */
const isStatus = (byte: number): boolean => (byte & 0b1001_0011) === 0b0001_0010;

/** Null when it is ready. */
async function askHowItIs(connection: Connection, { statusMs }: Patience): Promise<PrinterTrouble | null> {
  const answers: number[] = [];
  for (const n of [1, 2, 4]) {
    await connection.write(realTime(n));
    const byte = await connection.readByte(statusMs);
    if (byte === null) return 'no_answer';
    if (!isStatus(byte)) return 'nonsense';
    answers.push(byte);
  }
  const [printer = 0, offline = 0, paper = 0] = answers;
  if ((offline & 0x04) !== 0) return 'cover_open';
  if ((paper & 0x60) !== 0 || (offline & 0x20) !== 0) return 'paper_out';
  if ((offline & 0x40) !== 0) return 'printer_error';
  return (printer & 0x08) !== 0 ? 'offline' : null;
}

type End =
  | { readonly done: true; readonly paperLow: boolean }
  | { readonly done: false; readonly trouble: PrinterTrouble };

async function askWhetherDone(connection: Connection, patience: Patience): Promise<End> {
  await connection.write(Uint8Array.of(0x1d, 0x72, 0x01));
  const byte = await connection.readByte(patience.printMs);
  // Bits 4 and 7 are clear in every answer to GS r.
  if (byte !== null) {
    return (byte & 0b1001_0000) === 0
      ? { done: true, paperLow: (byte & 0x03) !== 0 }
      : { done: false, trouble: 'nonsense' };
  }
  return { done: false, trouble: (await askHowItIs(connection, patience)) ?? 'no_answer' };
}
