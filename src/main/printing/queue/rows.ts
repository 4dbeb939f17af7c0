import type {
  PaperKind,
  PaperWidth,
  PrinterKind,
  PrinterProfileName,
  PrinterTrouble,
  PrintJobState,
} from '@shared/contract';

export interface PrinterRow {
  readonly id: string;
  readonly name: string;
  readonly kind: PrinterKind;
  readonly address: string;
  readonly width: PaperWidth;
  readonly profile: PrinterProfileName;
  readonly is_default: 0 | 1;
  readonly has_drawer: 0 | 1;
  readonly prints_sales: 0 | 1;
  readonly created_at: number;
}

export interface JobRow {
  readonly id: string;
  readonly printer_id: string;
  readonly kind: PaperKind | 'drawer' | 'test' | 'labels';
  /** Of labels: what is wanted, as JSON. There is no document that says it. */
  readonly document_id: string | null;
  readonly label: string;
  readonly copy: 'original' | 'duplicate';
  readonly state: PrintJobState;
  readonly trouble: PrinterTrouble | null;
  readonly attempts: number;
  readonly staff_id: string;
  readonly created_at: number;
  readonly next_at: number;
  readonly expires_at: number;
  readonly ended_at: number | null;
}

/** How long after it was wanted a paper is still begun by itself. A drawer that opens late is a drawer left open. */
export const wantedForMs = { paper: 10 * 60_000, drawer: 10_000 } as const;

/** Pauses before the next attempt, the last one for all further ones. */
const pausesMs = [1_000, 2_000, 5_000, 10_000, 30_000] as const;

export function pauseAfter(attempts: number): number {
  return pausesMs[Math.min(attempts, pausesMs.length) - 1] ?? pausesMs[0];
}
