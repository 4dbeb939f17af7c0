import { z } from 'zod';
import type { ReceiptDocument } from '../paper';
import {
  type PaperKind,
  type PaperWidth,
  type PrinterKind,
  type PrinterProfileName,
  type PrinterTrouble,
  paperKinds,
  printerKinds,
  printerProfileNames,
  simulatedFaults,
} from '../printers';
import { command, query } from './call';
import { empty, id, limit, name } from './inputs';

/** A printer of this terminal. */
export interface Printer {
  id: string;
  name: string;
  kind: PrinterKind;
  /** `192.168.1.50:9100`, `/dev/usb/lp0`, the queue's or the file's name; empty for the simulator. */
  address: string;
  width: PaperWidth;
  profile: PrinterProfileName;
  isDefault: boolean;
  /** A drawer hangs on it. */
  hasDrawer: boolean;
  /** Every sale is printed by itself. */
  printsSales: boolean;
  state: PrinterState;
}

/** What was last seen of it; `unknown` before the first paper. */
export type PrinterState =
  | { is: 'unknown' }
  | { is: 'ready'; at: number; paperLow: boolean }
  | { is: 'trouble'; trouble: PrinterTrouble; at: number };

/**
 * `queued` is to be printed, perhaps after a pause; `uncertain` may or may not have been: a person looks at the paper
 * and says so, it is never printed again by itself.
 */
export type PrintJobState = 'queued' | 'sending' | 'printed' | 'failed' | 'uncertain';

export interface PrintJob {
  id: string;
  printerId: string;
  printer: string;
  kind: PaperKind | 'drawer' | 'test' | 'labels';
  /** The document's number, where it has one. */
  label: string;
  copy: 'original' | 'duplicate';
  state: PrintJobState;
  trouble: PrinterTrouble | null;
  attempts: number;
  at: number;
  /** When it is tried again; null when nothing is waited for. */
  nextAt: number | null;
}

/** For the top bar. */
export interface PrintingStatus {
  /** The default printer; null when there is none. */
  printer: string | null;
  state: 'none' | 'ready' | 'waiting' | 'trouble';
  trouble: PrinterTrouble | null;
  waiting: number;
  /** Jobs that a person has to decide about. */
  attention: number;
}

/** The last paper of the printer that only exists on the screen. */
export interface SimulatedPaper {
  text: string;
  /** A PNG as a data: URL. */
  picture: string;
  at: number;
}

const paper = z.enum(paperKinds);
const copy = z.enum(['original', 'duplicate']);

export type {
  LabelProfileName,
  PaperKind,
  PaperWidth,
  PrinterKind,
  PrinterProfileName,
  PrinterTrouble,
  ProfileName,
  SimulatedFault,
} from '../printers';

export const printingCalls = {
  'printing.printers': query<Printer[]>()({ permission: 'member', input: () => empty }),
  'printing.savePrinter': command<Printer>()({
    permission: 'settings.edit',
    input: () =>
      z.strictObject({
        id: id.optional(),
        name,
        kind: z.enum(printerKinds),
        address: z.string().max(200),
        width: z.union([z.literal(58), z.literal(80)]),
        profile: z.enum(printerProfileNames),
        isDefault: z.boolean(),
        hasDrawer: z.boolean(),
        printsSales: z.boolean(),
      }),
  }),
  /** Its jobs go with it. */
  'printing.removePrinter': command<null>()({ permission: 'settings.edit', input: () => z.strictObject({ id }) }),
  /** Queues of the operating system that a printer may stand for. */
  'printing.systemQueues': query<string[]>()({ permission: 'settings.edit', input: () => empty }),
  'printing.test': command<PrintJob>()({ permission: 'settings.edit', input: () => z.strictObject({ id }) }),
  'printing.status': query<PrintingStatus>()({ permission: 'member', input: () => empty }),
  /** Newest first; what needs somebody before all others. */
  'printing.jobs': query<PrintJob[]>()({
    permission: 'member',
    input: () => z.strictObject({ limit: limit.default(50) }),
  }),
  /** Prints again, also what may have been printed already: the person has looked. */
  'printing.retry': command<PrintJob>()({ permission: 'sell', input: () => z.strictObject({ id }) }),
  /** The paper is there after all, or nobody wants it any more. */
  'printing.dismiss': command<null>()({ permission: 'sell', input: () => z.strictObject({ id }) }),
  /**
   * An original that still waits is tried at once instead of once more; one that may be on paper is followed by a duplicate (the
   * answer's `copy` says so). @throws `no_printer` when this terminal has none
   */
  'printing.print': command<PrintJob>()({ permission: 'sell', input: () => z.strictObject({ kind: paper, id, copy }) }),
  /** The paper for the screen. */
  'printing.receipt': query<ReceiptDocument>()({
    permission: 'sell',
    input: () => z.strictObject({ kind: paper, id, copy: copy.default('original') }),
  }),
  /** Asks where to; `file` is null when the person cancelled. */
  'printing.savePdf': command<{ file: string | null }>()({
    permission: 'sell',
    input: () =>
      z.strictObject({
        kind: z.literal('invoice'),
        id,
        paper: z.enum(['A4', 'A5']),
        copies: z.number().int().min(1).max(3).default(1),
      }),
  }),
  /** Saves the PDF, then opens the messenger or the mail program with the words; the person attaches the file. */
  'printing.share': command<{ file: string | null }>()({
    permission: 'sell',
    input: () => z.strictObject({ billId: id, by: z.enum(['whatsapp', 'mail']) }),
  }),
  'printing.paper': query<SimulatedPaper | null>()({
    permission: 'member',
    input: () => z.strictObject({ printerId: id }),
  }),
  'printing.simulate': command<null>()({
    permission: 'settings.edit',
    input: () => z.strictObject({ printerId: id, fault: z.enum(simulatedFaults) }),
  }),
} as const;
