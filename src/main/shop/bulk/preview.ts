import { createHash } from 'node:crypto';
import {
  type BulkChange,
  type BulkField,
  type BulkPreview,
  type BulkRefusal,
  type BulkRow,
  type BulkSelection,
  type BulkValue,
  bulkLimits,
} from '@shared/contract';
import { type Reads, readerJob } from '../../store';
import { writePlan } from '../imports';
import { type BulkSettings, Judge, type Verdict } from './judge';
import { type BulkProduct, chosenProducts, type Stored } from './products';

export interface BulkRequest {
  readonly selection: BulkSelection;
  readonly change: BulkChange;
  readonly settings: BulkSettings;
  readonly now: number;
}

/** One product that will be changed. It is, if it still has what it had. */
export interface BulkStep {
  readonly id: string;
  readonly name: string;
  readonly before: Stored;
  readonly after: Stored;
}

/** What was decided: how many lines the plan has, and what became of the others. */
export interface BulkPlan {
  readonly steps: number;
  readonly same: number;
  readonly refused: number;
  readonly refusals: readonly BulkRefusal[];
}

interface Judged extends Verdict {
  readonly product: BulkProduct;
}

const rank = ({ verdict, warnings }: Judged): number =>
  verdict === 'refused' ? 0 : verdict === 'same' ? 3 : warnings.length > 0 ? 1 : 2;

function judgeAll(reads: Reads, { selection, change, settings, now }: BulkRequest) {
  const judge = new Judge(reads, change, settings, now);
  const hash = createHash('sha256').update(change.field);
  const all = chosenProducts(reads, selection).map((product): Judged => {
    const judged = { product, ...judge.of(product) };
    hash.update(`\n${JSON.stringify([product.id, judged.verdict, judged.before, judged.after])}`);
    return judged;
  });
  const ranks = Map.groupBy(all, rank);
  const judged = [0, 1, 2, 3].flatMap((each) => ranks.get(each) ?? []);
  const countOf = (each: number) => ranks.get(each)?.length ?? 0;
  return {
    judged,
    stamp: hash.digest('hex'),
    counts: { refused: countOf(0), warned: countOf(1), change: countOf(1) + countOf(2), same: countOf(3) },
  };
}

export const bulkPreviewJob = readerJob(
  'bulk.preview',
  (reads, request: BulkRequest & { readonly offset: number; readonly limit: number }): BulkPreview => {
    const { judged, stamp, counts } = judgeAll(reads, request);
    const tell = teller(reads, request.change.field);
    const rows = judged.slice(request.offset, request.offset + request.limit).map(
      ({ product: { id, name, sku, unit }, before, after, ...more }): BulkRow => ({
        id,
        name: name ?? '',
        sku,
        unit,
        before: tell(before),
        after: tell(after),
        ...more,
      }),
    );
    return { rows, total: judged.length, counts, stamp };
  },
);

/** Writes the plan of a change that was seen, to `plan`; null when it is no longer the one that was seen. */
export const bulkPlanJob = readerJob(
  'bulk.plan',
  async (
    reads,
    { plan: path, stamp: seen, ...request }: BulkRequest & { readonly plan: string; readonly stamp: string },
  ): Promise<BulkPlan | null> => {
    const { judged, stamp, counts } = judgeAll(reads, request);
    if (stamp !== seen) return null;
    const refusals: BulkRefusal[] = [];
    const plan = await writePlan<BulkStep>(path);
    try {
      for (const { product, verdict, reason, before, after } of judged) {
        const { id, name } = product;
        if (verdict === 'change') await plan.add({ id, name: name ?? '', before, after });
        if (reason !== null && refusals.length < bulkLimits.refusals) refusals.push({ id, name: name ?? '', reason });
      }
      await plan.finish();
    } catch (error) {
      await plan.discard();
      throw error;
    }
    return { steps: counts.change, same: counts.same, refused: counts.refused, refusals };
  },
);

/** Values as a person reads them: names instead of ids, switches instead of 0 and 1. */
function teller(reads: Reads, field: BulkField): (value: Stored) => BulkValue {
  if (field === 'favourite' || field === 'active') return (value) => value === 1;
  if (field === 'price' || field === 'reorderLevel') return (value) => value;
  const entity = { category: 'category', brand: 'brand', taxClass: 'tax_class' }[field];
  const names = new Map(
    reads
      .sql<[], { id: string; name: string }>(`SELECT id, name FROM ${entity}`)
      .all()
      .map(({ id, name }) => [id, name]),
  );
  return (value) => (value === null ? null : (names.get(String(value)) ?? null));
}
