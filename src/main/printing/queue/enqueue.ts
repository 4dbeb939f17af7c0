import type { PaperKind } from '@shared/contract';
import type { Ids } from '@shared/ids';
import type { LocalTransaction, Mutation } from '../../store';
import { type JobRow, type PrinterRow, wantedForMs } from './rows';

/** A paper that a use-case owes. */
export interface PaperOwed {
  readonly kind: PaperKind;
  readonly id: string;
  /** The document's number, for the list of jobs. */
  readonly label: string;
  /** Cash moved: the drawer is opened, once the transaction is on the disk. */
  readonly opensDrawer: boolean;
}

type Tables = Pick<LocalTransaction, 'local' | 'touch'>;

/**
 * Puts a paper, and the drawer, into the queue of this terminal's printer, as part of the use-case's own transaction:
 * nothing is printed of a sale that did not happen, and no sale waits for a printer. Without a printer nothing is owed.
 */
export function queueReceipt(m: Mutation, ids: Ids, paper: PaperOwed): void {
  const printer = defaultPrinter(m);
  if (!printer) return;
  const at = { staffId: m.actor, at: m.at };
  if (paper.opensDrawer && printer.has_drawer === 1)
    queueDrawer(m, ids, { documentId: paper.id, label: paper.label, ...at });
  if (printer.prints_sales === 0) return;
  const { kind, id, label } = paper;
  insertJob(m, ids, { printerId: printer.id, kind, documentId: id, label, copy: 'original', ...at });
}

/** Opens the drawer of this terminal's printer after the commit; false when there is none. */
export function queueDrawer(
  m: Tables,
  ids: Ids,
  { documentId, label, staffId, at }: { documentId: string | null; label: string; staffId: string; at: number },
): boolean {
  const printer = defaultPrinter(m);
  if (printer?.has_drawer !== 1) return false;
  insertJob(m, ids, { printerId: printer.id, kind: 'drawer', documentId, label, copy: 'original', staffId, at });
  return true;
}

function defaultPrinter(m: Tables): PrinterRow | undefined {
  return m.local<[], PrinterRow>('SELECT * FROM printer WHERE is_default = 1').get();
}

export interface NewJob {
  readonly printerId: string;
  readonly kind: JobRow['kind'];
  readonly documentId: string | null;
  readonly label: string;
  readonly copy: JobRow['copy'];
  readonly staffId: string;
  readonly at: number;
}

/** @returns the job's id */
export function insertJob(m: Tables, ids: Ids, job: NewJob): string {
  const id = ids.next();
  const expires = job.at + (job.kind === 'drawer' ? wantedForMs.drawer : wantedForMs.paper);
  m.local<[string, string, string, string | null, string, string, string, number, number, number]>(
    `INSERT INTO print_job (id, printer_id, kind, document_id, label, copy, state, trouble, attempts, staff_id,
       created_at, next_at, expires_at, ended_at)
     VALUES (?, ?, ?, ?, ?, ?, 'queued', NULL, 0, ?, ?, ?, ?, NULL)`,
  ).run(id, job.printerId, job.kind, job.documentId, job.label, job.copy, job.staffId, job.at, job.at, expires);
  m.touch('printing', [id]);
  return id;
}
