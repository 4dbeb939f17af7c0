import type { PaperKind, PrinterTrouble, PrintJob } from '@shared/contract';
import { AppError } from '@shared/errors';
import type { Store } from '../../store';
import { type JobRow, type PrinterRow, pauseAfter, wantedForMs } from './rows';

type Ended = 'printed' | 'failed' | 'uncertain';

/** The jobs in the shop file. Every change of a state is a transaction of its own, so the file always knows. */
export class Jobs {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /**
   * To be called once, when the file has been opened: what was being sent when the app ended may be on paper or not, and
   * a drawer that was to be opened then is not opened now. What was printed long ago is forgotten.
   */
  recover(now: number): void {
    const keptMs = 30 * 24 * 3_600_000;
    this.#store.transaction((tx) => {
      tx.local(
        `UPDATE print_job SET state = 'uncertain', trouble = 'restarted', ended_at = ? WHERE state = 'sending'`,
      ).run(now);
      tx.local(`DELETE FROM print_job WHERE created_at < ? AND state NOT IN ('queued', 'sending')`).run(now - keptMs);
      tx.touch('printing');
    });
  }

  printers(): PrinterRow[] {
    return this.#store.sql<[], PrinterRow>('SELECT * FROM printer ORDER BY created_at, id').all();
  }

  printer(id: string): PrinterRow {
    const row = this.#store.sql<[string], PrinterRow>('SELECT * FROM printer WHERE id = ?').get(id);
    if (!row) throw new AppError('not_found', `No printer ${id}`, { entity: 'printer', id });
    return row;
  }

  /** What this printer has to do next: drawers before papers, older before newer. */
  next(printerId: string): JobRow | undefined {
    return this.#store
      .sql<[string], JobRow>(
        `SELECT * FROM print_job WHERE printer_id = ? AND state = 'queued'
         ORDER BY kind = 'drawer' DESC, created_at, id LIMIT 1`,
      )
      .get(printerId);
  }

  job(id: string): JobRow {
    const row = this.#store.sql<[string], JobRow>('SELECT * FROM print_job WHERE id = ?').get(id);
    if (!row) throw new AppError('not_found', `No print job ${id}`, { entity: 'print_job', id });
    return row;
  }

  begin(id: string): void {
    this.#update(id, `state = 'sending', attempts = attempts + 1, trouble = NULL`, []);
  }

  end(id: string, state: Ended, trouble: PrinterTrouble | null, now: number): void {
    this.#update(id, 'state = ?, trouble = ?, ended_at = ?', [state, trouble, now]);
  }

  /** It was not begun: later again, and not before. */
  postpone(id: string, trouble: PrinterTrouble, now: number): void {
    const { attempts } = this.job(id);
    this.#update(id, `state = 'queued', trouble = ?, attempts = attempts + 1, next_at = ?`, [
      trouble,
      now + pauseAfter(attempts + 1),
    ]);
  }

  /** The first paper of a document, as it was wanted last, by whichever printer. */
  original(kind: PaperKind, documentId: string): JobRow | undefined {
    return this.#store
      .sql<[string, string], JobRow>(
        `SELECT * FROM print_job WHERE kind = ? AND document_id = ? AND copy = 'original'
         ORDER BY created_at DESC, id DESC LIMIT 1`,
      )
      .get(kind, documentId);
  }

  /** At once, and wanted anew. A person says so; a drawer is not opened by a second thought. */
  again(id: string, now: number): void {
    const job = this.job(id);
    const { state, kind } = job;
    if (state === 'sending' || kind === 'drawer') {
      throw new AppError('print_busy', 'This cannot be printed again now', { state });
    }
    // It lies there, or was taken for lying there: the next one says that it is not the first.
    const copy = mayBeOnPaper(job) && state !== 'uncertain' ? 'duplicate' : job.copy;
    this.#update(
      id,
      `state = 'queued', copy = ?, trouble = NULL, attempts = 0, next_at = ?, expires_at = ?, ended_at = NULL`,
      [copy, now, now + wantedForMs.paper],
    );
  }

  /** What waits for a printer waits for this one from now on. */
  moveTo(id: string, printerId: string): void {
    this.#update(id, 'printer_id = ?', [printerId]);
  }

  /** Nobody has to look at it any more. What is being sent cannot be called back. */
  dismiss(id: string, now: number): void {
    const { state } = this.job(id);
    if (state === 'sending') throw new AppError('print_busy', 'This is being printed', { state });
    if (state === 'printed') return;
    this.#update(id, `state = 'failed', trouble = 'dismissed', ended_at = ?`, [now]);
  }

  list(limit: number): PrintJob[] {
    return this.#store
      .sql<[number], JobRow & { printer: string }>(
        `SELECT j.*, p.name AS printer FROM print_job AS j JOIN printer AS p ON p.id = j.printer_id
         ORDER BY (${needsSomebody}) DESC, j.created_at DESC, j.id DESC LIMIT ?`,
      )
      .all(limit)
      .map(({ printer, ...row }) => viewJob(row, printer));
  }

  view(id: string): PrintJob {
    const row = this.job(id);
    return viewJob(row, this.printer(row.printer_id).name);
  }

  /** Waiting to be printed, and waiting for a person. */
  counts(): { readonly waiting: number; readonly attention: number } {
    const row = this.#store
      .sql<[], { waiting: number | null; attention: number | null }>(
        `SELECT sum(state IN ('queued', 'sending')) AS waiting, sum(${needsSomebody}) AS attention FROM print_job AS j
         WHERE state <> 'printed'`,
      )
      .get();
    return { waiting: row?.waiting ?? 0, attention: row?.attention ?? 0 };
  }

  #update(id: string, assignments: string, values: readonly (string | number | null)[]): void {
    this.#store.transaction((tx) => {
      tx.local(`UPDATE print_job SET ${assignments} WHERE id = ?`).run(...values, id);
      tx.touch('printing', [id]);
    });
  }
}

/** Printed, uncertain, or set aside by somebody who may have found it printed. */
export const mayBeOnPaper = ({ state, trouble }: JobRow): boolean =>
  state === 'printed' || state === 'uncertain' || (state === 'failed' && trouble === 'dismissed');

/** A drawer that did not open was opened by hand long ago. */
const needsSomebody = `j.state = 'uncertain' OR (j.state = 'failed' AND j.trouble <> 'dismissed' AND j.kind <> 'drawer')`;

function viewJob(row: JobRow, printer: string): PrintJob {
  return {
    id: row.id,
    printerId: row.printer_id,
    printer,
    kind: row.kind,
    label: row.label,
    copy: row.copy,
    state: row.state,
    trouble: row.trouble,
    attempts: row.attempts,
    at: row.created_at,
    nextAt: row.state === 'queued' ? row.next_at : null,
  };
}
