import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
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

/** What is being planned or written. */
interface Work {
  readonly key: string;
  readonly ended: Promise<BulkResult>;
  done: number;
  total: number;
  /** By a person; what is written stays, and the rest is left. */
  stopped: boolean;
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
    return this.#once(requestId, async () => {
      await this.resume();
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
      return this.#decide({ result, field: change.field, actor, plan, total: steps, undoes: null });
    });
  }

  /** Once it was undone it answers with what became of that. @throws AppError `not_found` for what nobody remembers, `busy` */
  async undo(requestId: string, actor: string): Promise<BulkResult> {
    return this.#once(`undo ${requestId}`, async () => {
      await this.resume();
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
      return this.#decide({ result, field: undone.field, actor, plan, total, undoes: requestId });
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
   * Goes on with a change that a crash or a full disk cut short; null when there is none. It comes before any other: what
   * is asked for again may be this very one.
   */
  async resume(): Promise<BulkResult | null> {
    const { store } = this.#deps;
    const pending = readPendingBulk(store);
    if (!pending) return null;
    if (!existsSync(pending.plan)) {
      dropPendingBulk(store);
      throw new Error(
        `The plan of a bulk edit is gone after ${pending.done} of ${pending.total} products: ${pending.plan}`,
      );
    }
    if (this.#work) return this.#write(pending, this.#work);
    return this.#once(pending.result.requestId, async (work) => this.#write(pending, work));
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

  async #decide(decided: Omit<PendingBulk, 'at' | 'done' | 'untouched'>): Promise<BulkResult> {
    const pending: PendingBulk = { ...decided, at: 0, done: 0, untouched: [] };
    savePendingBulk(this.#deps.store, pending);
    if (!this.#work) throw new Error('It is decided within its work');
    return this.#write(pending, this.#work);
  }

  async #write(pending: PendingBulk, work: Work): Promise<BulkResult> {
    work.total = pending.total;
    const state = await applyBulk(this.#deps, pending, (done) => {
      work.done = done;
      return work.stopped || this.#closing;
    });
    if (this.#closing && state.done < state.total && !work.stopped)
      throw new AppError('cancelled', 'The shop was closed');
    const forgotten = finishBulk(this.#deps.store, state);
    await Promise.all(forgotten.map((plan) => rm(plan, { force: true })));
    return state.result;
  }

  #finished(requestId: string): FinishedBulk | undefined {
    return readFinishedBulks(this.#deps.store).find(({ result }) => result.requestId === requestId);
  }

  #planPath(requestId: string): string {
    return join(dirname(this.#deps.store.file), 'bulk', `${requestId}.jsonl`);
  }
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
