import { dayOf } from '@shared/clock';
import type { Row } from '@shared/entities';
import type { Money, Quantity } from '@shared/money';
import type { FieldsOf, Mutation } from '../../store';
import { stopWatching, watchReorderLevel } from '../alerts';
import type { ShopDeps } from '../deps';
import { stockProduct } from '../stock';
import { readCost } from './read-product';

export type ProductFields = Omit<Row<'product'>, 'id' | 'created_at'>;

/** A product as new: its record, what it cost, and what is on the shelf (none: it was not counted). */
export interface NewProduct {
  readonly id: string;
  readonly fields: ProductFields;
  readonly cost: Money | null;
  readonly openingStock: Quantity | null;
}

/** Puts a new product inside an open mutation. Its codes and references have been checked. */
export function createProduct(m: Mutation, deps: ShopDeps, { id, fields, cost, openingStock }: NewProduct): void {
  m.put('product', { id, ...fields, created_at: m.at });
  if (cost !== null) m.put('product_cost', { id, cost, stated: cost, stated_at: 0 });
  if (openingStock === null || openingStock === 0) return;
  const level = m.move({
    id: deps.ids.next(),
    product_id: id,
    quantity: openingStock,
    reason: 'opening',
    document_type: null,
    document_id: null,
    line_no: null,
    note: null,
    at: m.at,
    day: dayOf(m.at, deps.settings().time_zone),
    staff_id: m.actor,
    terminal_id: m.terminalId,
  });
  // Less on the shelf than there should be is worth knowing from the first day; nothing at all was just not counted.
  watchReorderLevel(m, { id, reorder_level: null }, { id, reorder_level: fields.reorder_level }, level.after);
}

/**
 * Changes a product inside an open mutation and re-judges its stock alerts when what they look at changed.
 *
 * @param cost undefined leaves it alone
 * @returns whether anything changed
 */
export function editProduct(
  m: Mutation,
  deps: ShopDeps,
  id: string,
  fields: FieldsOf<'product'>,
  cost: Money | null | undefined,
): boolean {
  const before = stockProduct(deps.store, id);
  const changed = m.set('product', id, fields);
  const costChanged = cost !== undefined && stateCost(m, deps, id, cost);
  const after = stockProduct(deps.store, id);
  if (after.track_stock === 0) {
    if (before.track_stock === 1) stopWatching(m, id);
  } else if (changed.includes('reorder_level')) {
    watchReorderLevel(m, before, after, readLevel(deps, id));
  }
  return changed.length > 0 || costChanged;
}

/**
 * Somebody says what one stock unit costs; null: that nobody knows. It holds until goods are received, and their average
 * begins with it. False when it was so already.
 */
function stateCost(m: Mutation, deps: ShopDeps, id: string, cost: Money | null): boolean {
  if (readCost(deps.store, id) === cost) return false;
  // A till whose clock is ahead may have received goods "later": what is said now is said of them too.
  const last = deps.store
    .sql<[string], { at: number | null }>(
      'SELECT max(p.at) AS at FROM purchase_line AS l JOIN purchase AS p ON p.id = l.purchase_id WHERE l.product_id = ?',
    )
    .get(id)?.at;
  const stated = { stated: cost, stated_at: last == null ? 0 : Math.max(last, m.at) };
  if (cost === null) {
    m.set('product_cost', id, stated);
    return m.del('product_cost', id);
  }
  return writeCost(m, deps, id, cost, stated);
}

/**
 * Sets what one stock unit costs; null: nobody knows. False when it was so already.
 *
 * @param stated what somebody has said; left alone without it
 */
export function writeCost(
  m: Mutation,
  { store }: ShopDeps,
  id: string,
  cost: Money | null,
  stated?: Pick<Row<'product_cost'>, 'stated' | 'stated_at'>,
): boolean {
  const known = store
    .sql<[string], { deleted_at: number | null }>('SELECT deleted_at FROM product_cost WHERE id = ?')
    .get(id);
  if (cost === null) return known !== undefined && m.del('product_cost', id);
  if (!known) {
    m.put('product_cost', { id, cost, stated: null, stated_at: 0 });
    // After the record, not with it: so every till's history has it as said, from nothing.
    if (stated) m.set('product_cost', id, stated);
    return true;
  }
  const restored = known.deleted_at !== null && m.undel('product_cost', id);
  return m.set('product_cost', id, { cost, ...stated }).length > 0 || restored;
}

function readLevel({ store }: ShopDeps, id: string): Quantity {
  const row = store
    .sql<[string], { quantity: Quantity }>(
      'SELECT coalesce((SELECT quantity FROM stock_level WHERE product_id = ?), 0) AS quantity',
    )
    .get(id);
  if (!row) throw new Error('A select without a table has one row');
  return row.quantity;
}
