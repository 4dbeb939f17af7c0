import { type BulkField, type BulkReason, bulkLimits } from '@shared/contract';
import { AppError } from '@shared/errors';
import type { FieldsOf, Mutation } from '../../store';
import { editProduct, refuseMissing } from '../catalogue';
import type { ShopDeps } from '../deps';
import { type PlannedRow, readPlan } from '../imports';
import { gone, unfit } from './judge';
import type { BulkStep } from './preview';
import { columnOf, productNow, type Stored } from './products';
import { type PendingBulk, savePendingBulk } from './record';

/** How long one transaction may keep the counter waiting, ms; its commit comes on top. */
const sliceMs = 4;

/**
 * Makes the changes of a plan, a few at a time, each slice a transaction that also moves the place to go on from: between
 * two slices the counter sells. The same way as an import: docs/import.md.
 *
 * @param onSlice told how far it is; true stops it there
 * @returns where it ended
 * @throws DatabaseProblem when the file cannot be written; what is left is written by the next call
 */
export async function applyBulk(
  deps: ShopDeps,
  pending: PendingBulk,
  onSlice: (done: number) => boolean,
): Promise<PendingBulk> {
  let state = pending;
  for await (const block of readPlan<BulkStep>(pending.plan, pending.at)) {
    let rows = block;
    while (rows.length > 0) {
      if (onSlice(state.done)) return state;
      const slice = applySlice(deps, state, rows);
      state = slice.state;
      rows = slice.rest;
      await deps.store.roomInLog();
      await new Promise<void>((resolve) => setImmediate(resolve));
    }
  }
  return state;
}

function applySlice(deps: ShopDeps, before: PendingBulk, rows: readonly PlannedRow<BulkStep>[]) {
  const intent = { name: 'product.edit', kind: 'request', actor: before.actor } as const;
  const { value } = deps.store.mutateRepeatable(intent, (m) => {
    const started = performance.now();
    const result = { ...before.result, refusals: [...before.result.refusals] };
    const state = { ...before, result, untouched: [...before.untouched] };
    let used = 0;
    for (const { row, next } of rows) {
      const outcome = applyStep(m, deps, before.field, row);
      if (outcome === 'changed') result.changed++;
      else {
        state.untouched.push(state.done);
        if (outcome === 'same') result.same++;
        else {
          result.refused++;
          const { id, name } = row;
          if (result.refusals.length < bulkLimits.refusals) result.refusals.push({ id, name, reason: outcome });
        }
      }
      result.left--;
      state.done++;
      state.at = next;
      used++;
      if (performance.now() - started > sliceMs) break;
    }
    savePendingBulk(deps.store, state);
    return { state, rest: rows.slice(used) };
  });
  return value;
}

/** Judged anew, because the shop went on since: a product is changed only if it still has what it had. */
function applyStep(m: Mutation, deps: ShopDeps, field: BulkField, step: BulkStep): 'changed' | 'same' | BulkReason {
  const { store } = deps;
  const product = productNow(store, step.id);
  const now = product[columnOf[field]];
  const reason = gone(product);
  if (reason !== null) return reason;
  if (now === step.after) return 'same';
  if (now !== step.before) return 'changed_since';
  const misfit = groupGone(deps, field, step.after) ?? unfit(deps.settings(), product, field, step.after);
  if (misfit !== null) return misfit;
  // proof: the plan has values of this column, as the schema or the store gave them
  const fields = { [columnOf[field]]: step.after } as FieldsOf<'product'>;
  return editProduct(m, deps, step.id, fields, undefined) ? 'changed' : 'same';
}

function groupGone({ store }: ShopDeps, field: BulkField, value: Stored): BulkReason | null {
  try {
    refuseGone(store, field, value);
    return null;
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return 'group_gone';
    throw error;
  }
}

/** @throws AppError `not_found` for a category, brand or tax class that is not there */
export function refuseGone(store: ShopDeps['store'], field: BulkField, value: Stored): void {
  if (typeof value !== 'string') return;
  if (field === 'category' || field === 'brand') refuseMissing(store, field, value);
  if (field === 'taxClass') refuseMissing(store, 'tax_class', value);
}
