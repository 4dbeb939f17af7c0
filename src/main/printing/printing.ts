import type { Clock } from '@shared/clock';
import {
  type CallName,
  type HandlerInput,
  labelJob,
  type PaperKind,
  type PrintingStatus,
  type PrintJob,
  type SignedIn,
} from '@shared/contract';
import type { Row } from '@shared/entities';
import { AppError } from '@shared/errors';
import type { Ids } from '@shared/ids';
import type { Log } from '@shared/log';
import type { ReceiptDocument } from '@shared/paper';
import { isLabelProfile } from '@shared/printers';
import { type Copy, testPage, trainingPaper } from '@shared/receipt';
import type { Store } from '../store';
import { createInvoiceDesk, type InvoiceDesk, type InvoicePorts } from './invoice';
import { createLabelDesk, type LabelDesk, type LabelPorts } from './labels';
import { type Documents, labelOf, paperOf } from './papers';
import type { RasterPort } from './ports';
import { removePrinter, savePrinter, viewPrinter } from './printers';
import { profiles } from './profiles';
import { insertJob, type JobRow, Jobs, mayBeOnPaper, type NewJob, type PrinterRow, PrintWorker } from './queue';
import { createRaster } from './raster';
import { type Patience, usualPatience } from './send';
import { PrinterSimulator } from './simulator';
import { hasWayBack, openPrinter, systemQueues } from './transports';

/** What printing needs of the program it runs in. */
export interface PrintingPorts extends InvoicePorts, LabelPorts {
  /** Where printers that are files have them. */
  readonly printFolder: string;
  readonly log: Log;
  readonly later?: (run: () => void, ms: number) => () => void;
  readonly patience?: Patience;
}

export interface PrintingDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly settings: () => Row<'business_settings'>;
  readonly documents: Documents;
}

export type PrintingCall = Extract<CallName, `printing.${string}` | `labels.${string}`>;

/** Printers, their queue, papers for the screen, invoices, labels. One per open shop file. */
export class Printing {
  readonly #deps: PrintingDeps;
  readonly #jobs: Jobs;
  readonly #worker: PrintWorker;
  readonly #unsubscribe: () => void;
  readonly #simulators = new Map<string, { simulator: PrinterSimulator; made: string; at: number }>();
  readonly #raster: RasterPort;
  readonly invoices: InvoiceDesk;
  readonly labels: LabelDesk;

  constructor(deps: PrintingDeps, ports: PrintingPorts) {
    const { store, clock } = deps;
    this.#deps = deps;
    this.#jobs = new Jobs(store);
    this.#raster = createRaster(ports.pages);
    this.invoices = createInvoiceDesk(deps, ports);
    this.labels = createLabelDesk({ ...deps, products: deps.documents.products }, ports);
    this.#worker = new PrintWorker({
      jobs: this.#jobs,
      clock,
      log: ports.log,
      patience: ports.patience ?? usualPatience,
      encode: (job, printer) => this.#encode(job, printer),
      open: (printer) =>
        openPrinter(reachable(store, printer), {
          folder: ports.printFolder,
          simulator: () => this.#simulatorOf(printer),
        }),
      asks: ({ kind, profile }) => hasWayBack(kind) && !isLabelProfile(profile) && profiles[profile].hasStatus,
      later: ports.later ?? laterByTimer,
      onState: () => store.transaction((tx) => tx.touch('printing')),
    });
    this.#jobs.recover(clock.now());
    // After the answer to the call that wanted it: what is printed takes its time.
    this.#unsubscribe = store.changes.subscribe(({ topic }) => {
      if (topic === 'printing') setImmediate(() => this.#worker.wake());
    });
    this.#worker.wake();
  }

  async close(): Promise<void> {
    this.#unsubscribe();
    await this.#worker.stop();
  }

  printers() {
    return this.#jobs.printers().map((row) => viewPrinter(row, this.#worker.state(row.id)));
  }

  save(input: HandlerInput<'printing.savePrinter'>) {
    const { store, ids, clock } = this.#deps;
    if (store.isSandbox && input.kind !== 'simulator') {
      throw new AppError('not_in_training', 'A training shop prints on the screen only');
    }
    const { id } = savePrinter(store, ids, clock.now(), input);
    this.#worker.forget(id);
    return viewPrinter(this.#jobs.printer(id), this.#worker.state(id));
  }

  remove(id: string): null {
    removePrinter(this.#deps.store, id);
    this.#worker.forget(id);
    this.#simulators.delete(id);
    return null;
  }

  systemQueues = systemQueues;

  status(): PrintingStatus {
    const printers = this.#jobs.printers();
    const printer = printers.find((row) => row.is_default === 1);
    const { waiting, attention } = this.#jobs.counts();
    if (!printer) return { printer: null, state: 'none', trouble: null, waiting, attention };
    const seen = this.#worker.state(printer.id);
    const trouble = seen.is === 'trouble' ? seen.trouble : null;
    const state = trouble === null ? (waiting > 0 ? 'waiting' : 'ready') : 'trouble';
    return { printer: printer.name, state, trouble, waiting, attention };
  }

  jobs(limit: number): PrintJob[] {
    return this.#jobs.list(limit);
  }

  retry(id: string): PrintJob {
    this.#jobs.again(id, this.#deps.clock.now());
    return this.#jobs.view(id);
  }

  dismiss(id: string): null {
    this.#jobs.dismiss(id, this.#deps.clock.now());
    return null;
  }

  /**
   * There is one original of a document. While it waits, whoever wants it wants it now; when it may be on paper already, the next
   * is a duplicate and says so. A shift's report is the shop's own, and another one whenever it is read.
   *
   * @throws AppError `no_printer`, `not_found`
   */
  print(user: SignedIn, { kind, id, copy }: HandlerInput<'printing.print'>): PrintJob {
    const printer = this.#jobs.printers().find((row) => row.is_default === 1);
    if (!printer) throw new AppError('no_printer', 'This terminal has no printer');
    const label = labelOf(this.#deps.documents, kind, id, user.staffId);
    const job = { printerId: printer.id, kind, documentId: id, label, staffId: user.staffId };
    const original = copy === 'original' ? this.#jobs.original(kind, id) : undefined;
    if (!original) return this.#add({ ...job, copy });
    if (mayBeOnPaper(original)) return this.#add({ ...job, copy: kind === 'shift' ? 'original' : 'duplicate' });
    if (original.state !== 'sending') {
      if (original.printer_id !== printer.id) this.#jobs.moveTo(original.id, printer.id);
      this.#jobs.again(original.id, this.#deps.clock.now());
    }
    return this.#jobs.view(original.id);
  }

  test(user: SignedIn, id: string): PrintJob {
    const printer = this.#jobs.printer(id);
    const of = { printerId: id, kind: 'test' as const, documentId: null, label: printer.name };
    return this.#add({ ...of, copy: 'original', staffId: user.staffId });
  }

  /** All portions or none. @throws AppError `not_found` (printer), and what the desk refuses */
  async printLabels(user: SignedIn, input: HandlerInput<'labels.print'>): Promise<{ labels: number; jobs: number }> {
    const { store, ids, clock } = this.#deps;
    const printer = this.#jobs.printer(input.printerId);
    const portions = await this.labels.portions(input, printer);
    const of = { printerId: printer.id, kind: 'labels' as const, copy: 'original' as const, staffId: user.staffId };
    store.transaction((tx) => {
      const at = clock.now();
      for (const { job, label } of portions) insertJob(tx, ids, { ...of, documentId: JSON.stringify(job), label, at });
    });
    return { labels: input.items.reduce((sum, { copies }) => sum + copies, 0), jobs: portions.length };
  }

  receipt({ staffId }: SignedIn, { kind, id, copy }: HandlerInput<'printing.receipt'>): ReceiptDocument {
    return this.#paper(kind, id, { copy, staffId });
  }

  paper(printerId: string) {
    const known = this.#simulators.get(printerId);
    if (!known?.simulator.papers.length) return null;
    const { simulator, at } = known;
    return { text: simulator.text, picture: `data:image/png;base64,${simulator.png().toString('base64')}`, at };
  }

  /** @throws AppError `not_found`, `bad_value` for a printer that really exists */
  simulate({ printerId, fault }: HandlerInput<'printing.simulate'>): null {
    const printer = this.#jobs.printer(printerId);
    if (printer.kind !== 'simulator') {
      throw new AppError('bad_value', 'A real printer suffers by itself', { field: 'printerId' });
    }
    // In the middle of a paper is where it hurts.
    this.#simulatorOf(printer).suffer(fault, fault === 'dies' ? 5 : 0);
    return null;
  }

  #add(job: Omit<NewJob, 'at'>): PrintJob {
    const { store, ids, clock } = this.#deps;
    const id = store.transaction((tx) => insertJob(tx, ids, { ...job, at: clock.now() }));
    return this.#jobs.view(id);
  }

  async #encode(job: JobRow, printer: PrinterRow): Promise<Uint8Array> {
    // With the tables of every code page: loaded by the first paper, not by the start.
    const { encodeKick, encodeReceipt } = await import('./escpos');
    const { settings } = this.#deps;
    const { profile, width } = printer;
    if (job.kind === 'labels') return this.labels.encode(labelJob().parse(JSON.parse(job.document_id ?? '')), printer);
    if (isLabelProfile(profile)) {
      if (job.kind === 'test') return this.labels.encodeTest(printer);
      throw new Error('A label printer prints labels only');
    }
    const dialect = { profile: profiles[profile], width };
    if (job.kind === 'drawer') return encodeKick(dialect);
    if (job.kind === 'test') {
      const { columns } = dialect.profile.paper[printer.width];
      return encodeReceipt(testPage(settings(), printer.name, columns, job.created_at), dialect, this.#raster);
    }
    const paper = this.#paper(job.kind, job.document_id ?? '', { copy: job.copy, staffId: job.staff_id });
    return encodeReceipt(paper, dialect, this.#raster);
  }

  /** Every paper of a document comes from here, so that none of a training shop is without its mark. */
  #paper(kind: PaperKind, id: string, how: { readonly copy: Copy; readonly staffId: string }): ReceiptDocument {
    const { documents, settings, store } = this.#deps;
    const paper = paperOf(documents, settings(), kind, id, how);
    return store.isSandbox ? trainingPaper(paper) : paper;
  }

  /** A simulator is what its printer says it is; a change of profile or width is a new one. */
  #simulatorOf({ id, profile, width }: PrinterRow): PrinterSimulator {
    if (isLabelProfile(profile)) throw new Error('The printer on the screen speaks ESC/POS');
    const made = `${profile} ${width}`;
    let known = this.#simulators.get(id);
    const at = this.#deps.clock.now();
    if (known?.made !== made) known = { simulator: new PrinterSimulator(profiles[profile], width), made, at };
    this.#simulators.set(id, { ...known, at });
    return known.simulator;
  }
}

/** The last wall before paper and drawers that are real. */
function reachable({ isSandbox }: Store, printer: PrinterRow): PrinterRow {
  if (isSandbox && printer.kind !== 'simulator') throw new Error('A training shop reached for a real printer');
  return printer;
}

function laterByTimer(run: () => void, ms: number): () => void {
  const timer = setTimeout(run, ms);
  timer.unref();
  return () => clearTimeout(timer);
}
