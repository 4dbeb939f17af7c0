import type { ImportResult } from '@shared/contract';
import type { Mutation } from '../../store';
import { createProduct, editProduct } from '../catalogue';
import type { ShopDeps } from '../deps';
import { changedFields, newFields } from './changes';
import { GroupNames, makeGroups } from './groups';
import { findKnown, readKnown } from './known-product';
import { finishPending, type Pending, savePending } from './pending';
import { type PlannedRow, readPlan } from './plan';
import type { ImportRow } from './read-row';
import { CellProblem } from './values';

/** How long one transaction of an import may keep the counter waiting, ms; its commit comes on top. */
const sliceMs = 4;

/**
 * Writes the rows of a plan, a few at a time, each slice a transaction that also moves the place to go on from: between
 * two slices the counter sells. It is called for an import that has been decided, now or before a crash, and goes on
 * until all of it is written.
 *
 * @param onRows told how many rows of all are behind it; what it throws stops the import between two slices
 * @throws DatabaseProblem when the file cannot be written; what is left is written by the next call
 */
export async function applyPlan(
  deps: ShopDeps,
  pending: Pending,
  onRows: (done: number) => void,
): Promise<Omit<ImportResult, 'ms'>> {
  const names = new GroupNames(deps.store);
  let state = pending;
  for await (const block of readPlan<ImportRow>(pending.plan, pending.at)) {
    let rows = block;
    while (rows.length > 0) {
      names.forget();
      const slice = applySlice(deps, names, state, rows);
      state = slice.state;
      rows = slice.rest;
      onRows(state.done);
      await deps.store.roomInLog();
      await nextTurn();
    }
  }
  finishPending(deps.store);
  const { created, updated, unchanged, skipped } = state;
  return { created, updated, unchanged, skipped };
}

/** Lets everything that waits (a scan, a click) have its turn. */
const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

function applySlice(deps: ShopDeps, names: GroupNames, before: Pending, rows: PlannedRow<ImportRow>[]) {
  const intent = { name: 'catalogue.import', kind: 'request', actor: before.actor } as const;
  const { value } = deps.store.mutateRepeatable(intent, (m) => {
    const started = performance.now();
    const state = { ...before };
    let used = 0;
    for (const { row, next } of rows) {
      state[applyRow(m, deps, names, row)]++;
      state.done++;
      state.at = next;
      used++;
      if (performance.now() - started > sliceMs) break;
    }
    savePending(deps.store, state);
    return { state, rest: rows.slice(used) };
  });
  return value;
}

/**
 * Judged anew, because the shop went on since the check: a product that was there may be gone, a code may be taken. What
 * no longer fits is counted as skipped.
 */
function applyRow(
  m: Mutation,
  deps: ShopDeps,
  names: GroupNames,
  row: ImportRow,
): 'created' | 'updated' | 'unchanged' | 'skipped' {
  const { store, ids } = deps;
  const { tax_regime, prices_include_tax } = deps.settings();
  try {
    const id = findKnown(store, row);
    if (id === undefined) {
      newFields(row, { brandId: null, categoryId: null });
      const fields = newFields(row, makeGroups(m, ids, names, row));
      createProduct(m, deps, { id: ids.next(), fields, cost: row.cost, openingStock: row.stock });
      return 'created';
    }
    const mrpBinds = tax_regime === 'india_gst' && prices_include_tax === 1;
    const known = readKnown(store, id);
    changedFields(row, known, { brandId: null, categoryId: null }, mrpBinds);
    const { fields, cost } = changedFields(row, known, makeGroups(m, ids, names, row), mrpBinds);
    return editProduct(m, deps, id, fields, cost) ? 'updated' : 'unchanged';
  } catch (error) {
    if (error instanceof CellProblem) return 'skipped';
    throw error;
  }
}
