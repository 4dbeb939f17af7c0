import type { Clock } from '@shared/clock';
import type { PrinterState } from '@shared/contract';
import { AppError } from '@shared/errors';
import type { Log } from '@shared/log';
import { type Outcome, type Patience, sendPaper } from '../send';
import type { Connection } from '../transports';
import type { Jobs } from './jobs';
import type { JobRow, PrinterRow } from './rows';

export interface WorkerPorts {
  readonly jobs: Jobs;
  readonly clock: Clock;
  readonly log: Log;
  readonly patience: Patience;
  /** The bytes of a job. @throws AppError `not_found` when its document is gone; anything else: it cannot be drawn */
  readonly encode: (job: JobRow, printer: PrinterRow) => Promise<Uint8Array>;
  readonly open: (printer: PrinterRow) => Promise<Connection>;
  /** Whether the printer can be asked how it is. */
  readonly asks: (printer: PrinterRow) => boolean;
  /** Runs something once, `ms` later; returns the way to call it off. */
  readonly later: (run: () => void, ms: number) => () => void;
  /** A printer was seen in another state than before. */
  readonly onState: () => void;
}

/** How long an app that ends waits for a printer. What it does not hear by then is uncertain at the next start. */
const lastWordMs = 1_500;

/** How often a paper that cannot be drawn is tried. */
const drawAttempts = 3;

/**
 * Works through the jobs, one after the other per printer. What went wrong before the first byte is tried again by
 * itself; what went wrong after it never is.
 */
export class PrintWorker {
  readonly #ports: WorkerPorts;
  readonly #busy = new Map<string, Promise<void>>();
  readonly #states = new Map<string, PrinterState>();
  readonly #alarms = new Map<string, () => void>();
  #isStopped = false;
  /** The shop file may be closed: what a printer still says is not written down. */
  #isGone = false;

  constructor(ports: WorkerPorts) {
    this.#ports = ports;
  }

  /** There may be something to do. Never throws; returns at once. */
  wake(): void {
    if (this.#isStopped) return;
    for (const printer of this.#ports.jobs.printers()) this.#attend(printer);
  }

  state(printerId: string): PrinterState {
    return this.#states.get(printerId) ?? { is: 'unknown' };
  }

  /** Whoever changed the printer wants to know what the new one is like. */
  forget(printerId: string): void {
    this.#states.delete(printerId);
  }

  /** When nothing is being sent any more, or nobody can wait for it. Nothing new is begun afterwards. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    for (const cancel of this.#alarms.values()) cancel();
    let timer: NodeJS.Timeout | undefined;
    const enough = new Promise((resolve) => {
      timer = setTimeout(resolve, lastWordMs);
    });
    await Promise.race([Promise.all(this.#busy.values()), enough]);
    clearTimeout(timer);
    this.#isGone = true;
  }

  #attend(printer: PrinterRow): void {
    if (this.#busy.has(printer.id)) return;
    this.#alarms.get(printer.id)?.();
    this.#alarms.delete(printer.id);
    const { jobs, clock, later, log } = this.#ports;
    const job = jobs.next(printer.id);
    if (!job) return;
    const now = clock.now();
    if (job.next_at > now && job.expires_at > now) {
      const wait = Math.min(job.next_at, job.expires_at) - now;
      this.#alarms.set(
        printer.id,
        later(() => this.wake(), wait),
      );
      return;
    }
    const work = this.#run(job, printer)
      .catch((error: unknown) => log.error({ error }, 'the print queue stumbled'))
      .finally(() => {
        this.#busy.delete(printer.id);
        this.wake();
      });
    this.#busy.set(printer.id, work);
  }

  async #run(job: JobRow, printer: PrinterRow): Promise<void> {
    const { jobs, clock, log } = this.#ports;
    if (clock.now() >= job.expires_at) {
      jobs.end(job.id, 'failed', job.trouble ?? 'too_old', clock.now());
      return;
    }
    const bytes = await this.#encode(job, printer);
    if (bytes === null || this.#isGone) return;
    const outcome = await this.#send(job, printer, bytes);
    if (this.#isGone) return;
    const now = clock.now();
    this.#see(printer.id, outcome, now);
    log.info(
      { job: job.kind, outcome: outcome.is, trouble: 'trouble' in outcome ? outcome.trouble : null },
      'print job',
    );
    if (outcome.is === 'printed') jobs.end(job.id, 'printed', null, now);
    else if (outcome.is === 'uncertain') jobs.end(job.id, 'uncertain', outcome.trouble, now);
    else jobs.postpone(job.id, outcome.trouble, now);
  }

  /** Null when there is nothing to send; the job knows why then. */
  async #encode(job: JobRow, printer: PrinterRow): Promise<Uint8Array | null> {
    const { jobs, clock, encode, log } = this.#ports;
    try {
      return await encode(job, printer);
    } catch (error) {
      if (this.#isGone) return null;
      const now = clock.now();
      if (error instanceof AppError && error.code === 'not_found') {
        jobs.end(job.id, 'failed', 'no_document', now);
      } else {
        log.error({ error }, 'a paper could not be drawn');
        if (job.attempts + 1 < drawAttempts) jobs.postpone(job.id, 'cannot_draw', now);
        else jobs.end(job.id, 'failed', 'cannot_draw', now);
      }
      return null;
    }
  }

  async #send(job: JobRow, printer: PrinterRow, bytes: Uint8Array): Promise<Outcome> {
    const { jobs, open, asks, patience, log } = this.#ports;
    let begun = false;
    try {
      return await sendPaper(() => open(printer), {
        bytes,
        asks: asks(printer),
        patience,
        onBegin: () => {
          if (this.#isGone) throw new Error('The app is ending: nothing is begun any more');
          jobs.begin(job.id);
          begun = true;
        },
      });
    } catch (error) {
      // A bug of ours, or a disk that took no note of the beginning: then nothing was sent.
      log.error({ error }, 'a paper could not be sent');
      return { is: begun ? 'uncertain' : 'not_begun', trouble: 'broke_off' };
    }
  }

  #see(printerId: string, outcome: Outcome, at: number): void {
    const state: PrinterState =
      outcome.is === 'printed'
        ? { is: 'ready', at, paperLow: outcome.paperLow }
        : { is: 'trouble', trouble: outcome.trouble, at };
    this.#states.set(printerId, state);
    this.#ports.onState();
  }
}
