import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { BulkPreview, BulkProgress, BulkResult, HandlerInput } from '@shared/contract';
import { AppError } from '@shared/errors';
import type { ShopDeps } from '../deps';
import { readPlan, writePlan } from '../imports';
import { applyBulk, refuseGone } from './apply';
import { type BulkRequest, type BulkStep, bulkPlanJob, bulkPreviewJob } from './preview';
import {
  dropPendingBulk,
  type FinishedBulk,
  finishBulk,
  type PendingBulk,
  readFinishedBulks,
  readPendingBulk,
  savePendingBulk,
} from './record';

/** How often the screen hears of progress, ms. */
const reportEvery = 100;

interface Meter {
  done: number;
  total: number;
  /** By a person; what is written stays, and the rest is left. */
  stopped: boolean;
}

/** What is being planned or written. */
interface Work extends Meter {
  readonly key: string;
  readonly ended: Promise<BulkResult>;
}

/** The one bulk edit that a terminal can be at. */
export class BulkDesk {
  readonly #deps: ShopDeps;
  readonly #onProgress: (progress: BulkProgress) => void;
  #work: Work | null = null;
  #closing = false;

  constructor(deps: ShopDeps, onProgress: (progress: BulkProgress) => void) {
    this.#deps = deps;
    this.#onProgress = onProgress;
  }

  preview({ selection, change, offset, limit }: HandlerInput<'bulk.preview'>): Promise<BulkPreview> {
    return this.#deps.store.readers.run(bulkPreviewJob, { ...this.#request({ selection, change }), offset, limit });
  }

  /** @throws AppError `bulk_stale` when it is not what was previewed, `busy`, `not_found` (what they were to be given) */
  async run({ requestId, selection, change, stamp }: HandlerInput<'bulk.run'>, actor: string): Promise<BulkResult> {
    return this.#once(requestId, async (work) => {
      await this.#endPending(work, ({ result }) => result.requestId === requestId);
      const known = this.#finished(requestId);
      if (known) return known.result;
      if (change.field !== 'price' && typeof change.to !== 'boolean')
        refuseGone(this.#deps.store, change.field, change.to);
      const plan = this.#planPath(requestId);
      const request = { ...this.#request({ selection, change }), plan, stamp };
      const planned = await this.#deps.store.readers.run(bulkPlanJob, request);
      if (planned === null) throw new AppError('bulk_stale', 'The products are no longer as they were shown');
      const { steps, ...counts } = planned;
      const result: BulkResult = { requestId, ...counts, refusals: [...counts.refusals], changed: 0, left: steps };
      return this.#decide({ result, field: change.field, actor, plan, total: steps, undoes: null }, work);
    });
  }

  /** Once it was undone it answers with what became of that. @throws AppError `not_found` for what nobody remembers, `busy` */
  async undo(requestId: string, actor: string): Promise<BulkResult> {
    return this.#once(`undo ${requestId}`, async (work) => {
      await this.#endPending(work, ({ undoes }) => undoes === requestId);
      const undone = this.#finished(requestId);
      const again = undone?.undoneBy && this.#finished(undone.undoneBy);
      if (again) return again.result;
      if (!undone || !existsSync(undone.plan)) {
        throw new AppError('not_found', `No bulk edit ${requestId}`, { entity: 'bulk_edit', id: requestId });
      }
      const own = this.#deps.ids.next();
      const plan = this.#planPath(own);
      const total = await planBack(undone, plan);
      const result: BulkResult = { requestId: own, changed: 0, same: 0, refused: 0, left: total, refusals: [] };
      return this.#decide({ result, field: undone.field, actor, plan, total, undoes: requestId }, work);
    });
  }

  /** Nothing to stop is no mistake: it was over just then. */
  stop(requestId: string): void {
    const work = this.#work;
    if (work && (work.key === requestId || work.key === `undo ${requestId}`)) work.stopped = true;
  }

  progress(): BulkProgress | null {
    return this.#work && { requestId: keyId(this.#work.key), done: this.#work.done, total: this.#work.total };
  }

  /**
   * Goes on with a change that a crash or a full disk cut short; null when there is none, or when one is being written,
   * which ends it first. Plans that nobody needs are cleared away.
   */
  async resume(): Promise<BulkResult | null> {
    if (this.#work) return null;
    const pending = readPendingBulk(this.#deps.store);
    await this.#sweep(pending);
    // Somebody may have begun another meanwhile.
    if (!pending || this.#work) return null;
    if (!existsSync(pending.plan)) {
      dropPendingBulk(this.#deps.store);
      throw new Error(
        `The plan of a bulk edit is gone after ${pending.done} of ${pending.total} products: ${pending.plan}`,
      );
    }
    return this.#once(pending.result.requestId, async (work) => this.#write(pending, work));
  }

  /**
   * What was cut short comes before any other change. It goes on to its end whatever becomes of the one that waits for it,
   * unless it is this very one that is asked for again.
   */
  async #endPending(work: Work, isAskedFor: (pending: PendingBulk) => boolean): Promise<void> {
    const pending = readPendingBulk(this.#deps.store);
    if (!pending) return;
    if (existsSync(pending.plan)) {
      await this.#write(pending, isAskedFor(pending) ? work : { done: 0, total: 0, stopped: false });
    } else dropPendingBulk(this.#deps.store);
  }

  /** A process that dies between a plan and its decision leaves the plan behind. */
  async #sweep(pending: PendingBulk | null): Promise<void> {
    const needed = new Set([pending, ...readFinishedBulks(this.#deps.store)].map((each) => each?.plan));
    const folder = this.#folder();
    const files = await readdir(folder).catch((): string[] => []);
    if (this.#work) return;
    await dropFiles(files.map((file) => join(folder, file)).filter((file) => !needed.has(file)));
  }

  /** Before the shop file is closed: stops between two transactions; the next start goes on. */
  async close(): Promise<void> {
    this.#closing = true;
    await this.#work?.ended.catch(() => {});
  }

  #request({ selection, change }: Pick<BulkRequest, 'selection' | 'change'>): BulkRequest {
    const { tax_regime, prices_include_tax, time_zone } = this.#deps.settings();
    const settings = { tax_regime, prices_include_tax, time_zone };
    return { selection, change, settings, now: this.#deps.clock.now() };
  }

  /** One at a time; who asks for the same again while it is being done hears what becomes of it. */
  #once(key: string, work: (work: Work) => Promise<BulkResult>): Promise<BulkResult> {
    if (this.#work?.key === key) return this.#work.ended;
    if (this.#work) throw new AppError('busy', 'A bulk edit is running');
    const { promise, resolve, reject } = Promise.withResolvers<BulkResult>();
    const own: Work = { key, ended: promise, done: 0, total: 0, stopped: false };
    this.#work = own;
    const reports = setInterval(() => {
      const progress = this.progress();
      if (progress) this.#onProgress(progress);
    }, reportEvery);
    reports.unref();
    work(own)
      .finally(() => {
        clearInterval(reports);
        this.#work = null;
      })
      .then(resolve, reject);
    return promise;
  }

  async #decide(decided: Omit<PendingBulk, 'at' | 'done' | 'untouched'>, work: Work): Promise<BulkResult> {
    const pending: PendingBulk = { ...decided, at: 0, done: 0, untouched: [] };
    savePendingBulk(this.#deps.store, pending);
    return this.#write(pending, work);
  }

  async #write(pending: PendingBulk, meter: Meter): Promise<BulkResult> {
    meter.total = pending.total;
    const state = await applyBulk(this.#deps, pending, (done) => {
      meter.done = done;
      return meter.stopped || this.#closing;
    });
    if (this.#closing && state.done < state.total && !meter.stopped)
      throw new AppError('cancelled', 'The shop was closed');
    await dropFiles(finishBulk(this.#deps.store, state));
    return state.result;
  }

  #finished(requestId: string): FinishedBulk | undefined {
    return readFinishedBulks(this.#deps.store).find(({ result }) => result.requestId === requestId);
  }

  #planPath(requestId: string): string {
    return join(this.#folder(), `${requestId}.jsonl`);
  }

  #folder(): string {
    return join(dirname(this.#deps.store.file), 'bulk');
  }
}

/** The change is made, and told so, also where a file of it stays behind: the next start clears it away. */
async function dropFiles(files: readonly string[]): Promise<void> {
  await Promise.all(files.map((file) => rm(file, { force: true }).catch(() => {})));
}

const keyId = (key: string): string => key.replace(/^undo /, '');

/** The plan that gives back what a change took, where it took anything; returns how many lines it has. */
async function planBack({ plan, done, untouched }: FinishedBulk, path: string): Promise<number> {
  const skipped = new Set(untouched);
  const back = await writePlan<BulkStep>(path);
  let line = 0;
  let lines = 0;
  for await (const block of readPlan<BulkStep>(plan, 0)) {
    for (const { row } of block) {
      const isOurs = line < done && !skipped.has(line);
      line++;
      if (!isOurs) continue;
      lines++;
      await back.add({ ...row, before: row.after, after: row.before });
    }
  }
  await back.finish();
  return lines;
}
