import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { HandlerInput, ImportCheck, ImportPreview, ImportProgress, ImportResult } from '@shared/contract';
import { AppError } from '@shared/errors';
import type { ShopDeps } from '../deps';
import { applyPlan } from './apply';
import { checkJob, checkMapping } from './check';
import { Meter } from './meter';
import { finishPending, type Pending, readPending, savePending } from './pending';
import { previewJob, type Sighting, toPreview } from './preview';
import type { SourceChoice } from './source';

/** A file on its way into the catalogue. */
interface Current {
  readonly token: string;
  readonly path: string;
  readonly meter: Meter;
  sighting: Sighting;
  /** Null until the whole file was checked; what `run` writes. */
  checked: { plan: string; rows: number } | null;
  busy: boolean;
}

/** How often the screen hears of progress, ms. */
const reportEvery = 100;

/** The one import that a terminal can be at. */
export class ImportDesk {
  readonly #deps: ShopDeps;
  readonly #onProgress: (progress: ImportProgress) => void;
  #current: Current | null = null;
  /** What is being written; settles when it is, or when it was stopped. */
  #writing: { readonly meter: Meter; readonly ended: Promise<unknown> } | null = null;

  constructor(deps: ShopDeps, onProgress: (progress: ImportProgress) => void) {
    this.#deps = deps;
    this.#onProgress = onProgress;
  }

  /** Looks at a file. @throws AppError `busy`, `file_unreadable`, `file_format`, `file_too_large` */
  async open(path: string): Promise<ImportPreview> {
    if (this.#writing || this.#current?.busy) throw busy();
    await this.#drop();
    const token = this.#deps.ids.next();
    const meter = new Meter();
    const sighting = await this.#look(path, {});
    this.#current = { token, path, meter, sighting, checked: null, busy: false };
    return toPreview(token, path, sighting);
  }

  /** Looks again, with what the person chose. @throws AppError as `open`, and `file_encoding`, `import_stale` */
  async reread({ token, ...choice }: HandlerInput<'import.reread'>): Promise<ImportPreview> {
    const current = this.#find(token);
    return this.#exclusively(current, async () => {
      await this.#discardPlan(current);
      current.sighting = await this.#look(current.path, choice);
      return toPreview(token, current.path, current.sighting);
    });
  }

  /** Reads the whole file. @throws AppError `import_columns`, `import_stale`, `cancelled`, and those of the file */
  async check({ token, mapping }: HandlerInput<'import.check'>): Promise<ImportCheck> {
    const current = this.#find(token);
    const { source, header } = current.sighting;
    checkMapping(mapping, header.columns.length);
    return this.#exclusively(current, async () => {
      await this.#discardPlan(current);
      const { currency, tax_regime, prices_include_tax, time_zone } = this.#deps.settings();
      const plan = this.#planPath(token);
      const result = await this.#deps.store.readers.run(checkJob, {
        source,
        header,
        mapping,
        settings: { currency, tax_regime, prices_include_tax, time_zone },
        plan,
        meter: current.meter.buffer,
        now: this.#deps.clock.now(),
      });
      current.checked = { plan, rows: result.creates + result.updates };
      return result;
    });
  }

  /** Writes what the last check found good. Decided by one small transaction; from then on it is written to its end. */
  async run(token: string, actor: string): Promise<ImportResult> {
    const current = this.#find(token);
    const { checked } = current;
    if (!checked) throw stale();
    return this.#exclusively(current, async () => {
      current.meter.throwIfCancelled();
      // One that a full disk cut short comes first: its rows were promised.
      await this.resume();
      const counts = { created: 0, updated: 0, unchanged: 0, skipped: 0 };
      const pending: Pending = { plan: checked.plan, actor, at: 0, done: 0, total: checked.rows, ...counts };
      savePending(this.#deps.store, pending);
      const result = await this.#write(pending, current.meter);
      this.#current = null;
      return result;
    });
  }

  /**
   * Goes on with an import that a crash or a full disk cut short; null when there is none. Of one whose plan is gone (a
   * shop file that was put back from a backup, or moved without its folder) what is written stays and the rest is lost.
   */
  async resume(): Promise<ImportResult | null> {
    const { store } = this.#deps;
    const pending = readPending(store);
    if (!pending || this.#writing) return null;
    if (!existsSync(pending.plan)) {
      finishPending(store);
      throw new Error(`The plan of an import is gone after ${pending.done} of ${pending.total} rows: ${pending.plan}`);
    }
    return this.#write(pending, new Meter());
  }

  /** Before it is decided: nothing was written and nothing will be. @throws AppError `busy` once it is being written */
  async cancel(token: string): Promise<void> {
    const current = this.#find(token);
    if (this.#writing) throw busy();
    current.meter.cancel();
    if (!current.busy) await this.#drop();
  }

  progress(): ImportProgress | null {
    return this.#current?.busy ? this.#current.meter.read(this.#current.token) : null;
  }

  /** Before the shop file is closed: stops what is running, between two transactions. */
  async close(): Promise<void> {
    this.#current?.meter.cancel();
    this.#writing?.meter.cancel();
    await this.#writing?.ended.catch(() => {});
  }

  async #write(pending: Pending, meter: Meter): Promise<ImportResult> {
    const started = performance.now();
    meter.start('writing', pending.total);
    const ended = applyPlan(this.#deps, pending, (done) => meter.report(done));
    this.#writing = { meter, ended };
    try {
      const counts = await ended;
      await rm(pending.plan, { force: true });
      return { ...counts, ms: Math.round(performance.now() - started) };
    } finally {
      this.#writing = null;
    }
  }

  #look(path: string, choice: SourceChoice): Promise<Sighting> {
    return this.#deps.store.readers.run(previewJob, { path, choice });
  }

  /** @throws AppError `import_stale` for a token of another time */
  #find(token: string): Current {
    if (this.#current?.token !== token) throw stale();
    return this.#current;
  }

  async #exclusively<T>(current: Current, work: () => Promise<T>): Promise<T> {
    if (current.busy || this.#writing) throw busy();
    current.busy = true;
    const reports = setInterval(() => this.#onProgress(current.meter.read(current.token)), reportEvery);
    reports.unref();
    try {
      return await work();
    } catch (error) {
      if (error instanceof AppError && error.code === 'cancelled') this.#current = null;
      throw error;
    } finally {
      current.busy = false;
      clearInterval(reports);
    }
  }

  #planPath(token: string): string {
    return join(dirname(this.#deps.store.file), 'imports', `${token}.jsonl`);
  }

  async #discardPlan(current: Current): Promise<void> {
    const plan = current.checked?.plan;
    current.checked = null;
    if (plan !== undefined) await rm(plan, { force: true });
  }

  async #drop(): Promise<void> {
    const current = this.#current;
    this.#current = null;
    if (current) await this.#discardPlan(current);
  }
}

const busy = () => new AppError('busy', 'An import is running');
const stale = () => new AppError('import_stale', 'That file is no longer the one being imported');
