import { type BulkResult, bulkReasons } from '@shared/contract';
import { z } from 'zod';
import type { Store } from '../../store';
import { columnOf } from './products';

const pendingKey = 'bulk';
const finishedKey = 'bulk.finished';

/** Changes that are remembered, and can be undone: their plans stay on the disk. */
const remembered = 10;

const fields = Object.keys(columnOf) as [keyof typeof columnOf, ...(keyof typeof columnOf)[]]; // proof: its own keys

const result = z.object({
  requestId: z.string(),
  changed: z.number().int(),
  same: z.number().int(),
  refused: z.number().int(),
  left: z.number().int(),
  refusals: z.array(z.object({ id: z.string(), name: z.string(), reason: z.enum(bulkReasons) })),
}) satisfies z.ZodType<BulkResult>;

const pending = z.object({
  result,
  field: z.enum(fields),
  actor: z.string(),
  plan: z.string(),
  /** Place in the plan to go on from, bytes. */
  at: z.number().int(),
  /** Lines of the plan behind it, and all of them. */
  done: z.number().int(),
  total: z.number().int(),
  /** Lines that changed nothing; an undo has nothing to give back there. */
  untouched: z.array(z.number().int()),
  /** The change that this one takes back. */
  undoes: z.string().nullable(),
});

/** A bulk edit that has been decided. Its record is the decision. */
export type PendingBulk = z.output<typeof pending>;

const finished = pending
  .omit({ at: true })
  .extend({ /** The request that took it back. */ undoneBy: z.string().nullable() });
export type FinishedBulk = z.output<typeof finished>;

export function readPendingBulk(store: Store): PendingBulk | null {
  const text = store.meta.get(pendingKey);
  if (text === undefined || text === '') return null;
  return pending.parse(JSON.parse(text));
}

/** Inside a mutation it is part of its transaction: products and place move together or not at all. */
export function savePendingBulk(store: Store, state: PendingBulk): void {
  store.meta.set(pendingKey, JSON.stringify(state));
}

export function dropPendingBulk(store: Store): void {
  store.meta.set(pendingKey, '');
}

/** Newest first. */
export function readFinishedBulks(store: Store): FinishedBulk[] {
  const text = store.meta.get(finishedKey);
  return text === undefined ? [] : z.array(finished).parse(JSON.parse(text));
}

/** What became of it is kept, so that the same request is never done again. Returns plans that nobody needs any more. */
export function finishBulk(store: Store, { at: _, ...state }: PendingBulk): string[] {
  const before = readFinishedBulks(store).filter((each) => each.result.requestId !== state.result.requestId);
  const all = [{ ...state, undoneBy: null }, ...before].map((each) =>
    each.result.requestId === state.undoes && state.result.left === 0
      ? { ...each, undoneBy: state.result.requestId }
      : each,
  );
  store.transaction(() => {
    store.meta.set(finishedKey, JSON.stringify(all.slice(0, remembered)));
    store.meta.set(pendingKey, '');
  });
  return all.slice(remembered).map(({ plan }) => plan);
}
