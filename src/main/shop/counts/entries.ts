import { stockQuantity } from '@shared/bill';
import type { CountEntry, Counted, CountScan, HandlerInput, Page, SignedIn } from '@shared/contract';
import type { CountEntryKind } from '@shared/entities';
import { AppError } from '@shared/errors';
import { addQuantity, checkUnitDecimals, QUANTITY_SCALE, type Quantity, quantity } from '@shared/money';
import type { Mutation, Reads } from '../../store';
import { findByCode } from '../catalogue';
import type { ShopDeps } from '../deps';
import { stampOf } from '../documents';
import { refusing } from '../refusals';
import { type StockProduct, stockProduct } from '../stock';
import { badValue } from '../text';
import { onSheet, openSheet, type Sheet } from './sheet';
import { type Tally, talliesOf } from './tally';

/** What is written down: one entry, at once and for good. */
interface Entry {
  readonly kind: CountEntryKind;
  readonly quantity: Quantity;
  /** When it was counted, where that was not now. */
  readonly countedAt?: number;
}

/**
 * Writes one entry. It is a fact: somebody stood there and counted.
 *
 * @throws AppError `not_found`, `count_closed`, `deleted`; `bad_value` for what is not on the sheet, or would be below zero
 */
function write(
  deps: ShopDeps,
  user: SignedIn,
  { countId, productId }: { readonly countId: string; readonly productId: string },
  entryOf: (product: StockProduct, tally: Tally | undefined) => Entry,
): Counted {
  const { store, ids } = deps;
  return store.mutate({ name: 'count.entry', kind: 'fact', actor: user.staffId }, (m: Mutation) => {
    const sheet = openSheet(store, countId);
    const product = productOn(store, sheet, productId);
    const [before] = talliesOf(store, countId, productId);
    const entry = entryOf(product, before);
    refusing(() => checkUnitDecimals(entry.quantity, product.unit));
    if (entry.kind === 'add' && addQuantity(before?.counted ?? quantity(0), entry.quantity) < 0) {
      throw badValue('quantity', 'Fewer than none cannot be counted', { reason: 'negative' });
    }
    const level = levelOf(store, productId);
    m.put('stock_count_entry', {
      id: ids.next(),
      count_id: countId,
      product_id: productId,
      kind: entry.kind,
      quantity: entry.quantity,
      counted_at: entry.countedAt ?? m.at,
      level,
      ...stampOf(m, user, deps.settings()),
    });
    const [after] = talliesOf(store, countId, productId);
    return {
      productId,
      name: product.name,
      unit: product.unit,
      quantity: entry.quantity,
      counted: after?.counted ?? null,
      expected: sheet.blind === 1 ? null : level,
    };
  }).value;
}

function productOn(reads: Reads, sheet: Sheet, productId: string): StockProduct {
  const product = stockProduct(reads, productId);
  if (product.deleted_at !== null) {
    throw new AppError('deleted', `${product.name} is deleted`, { entity: 'product', id: productId });
  }
  if (!isOn(reads, sheet, productId)) {
    throw badValue('productId', `${product.name} is not on this sheet`, { reason: 'elsewhere' });
  }
  return product;
}

function isOn(reads: Reads, sheet: Sheet, productId: string): boolean {
  const { sql, values } = onSheet(sheet);
  return (
    reads.sql<string[]>(`SELECT 1 FROM product AS p WHERE p.id = ? AND ${sql}`).get(productId, ...values) !== undefined
  );
}

const levelOf = (reads: Reads, productId: string): Quantity =>
  quantity(
    reads.sql<[string], { quantity: number }>('SELECT quantity FROM stock_level WHERE product_id = ?').get(productId)
      ?.quantity ?? 0,
  );

/** One more of what was scanned; a box is what is in it. */
export function scanEntry(
  deps: ShopDeps,
  user: SignedIn,
  { countId, code, times }: HandlerInput<'counts.scan'>,
): CountScan {
  const found = findByCode(deps.store, code, deps.settings());
  if (found.kind !== 'product') return { outcome: found.kind, code };
  const { product, unit } = found;
  if (!isOn(deps.store, openSheet(deps.store, countId), product.id))
    return { outcome: 'elsewhere', name: product.name };
  const one = quantity(QUANTITY_SCALE);
  const each = unit ? unit.factor : (found.quantity ?? one);
  const counted = write(deps, user, { countId, productId: product.id }, () => ({
    kind: 'add',
    quantity: refusing(() => stockQuantity(times ?? one, each)),
  }));
  return { outcome: 'counted', ...counted };
}

export const addEntry = (deps: ShopDeps, user: SignedIn, input: HandlerInput<'counts.add'>): Counted =>
  write(deps, user, input, () => ({ kind: 'add', quantity: input.quantity }));

export const setEntry = (deps: ShopDeps, user: SignedIn, input: HandlerInput<'counts.set'>): Counted =>
  write(deps, user, input, () => ({ kind: 'set', quantity: input.quantity }));

export const clearEntry = (deps: ShopDeps, user: SignedIn, input: HandlerInput<'counts.clear'>): Counted =>
  write(deps, user, input, () => ({ kind: 'clear', quantity: quantity(0) }));

/** What one of them counted stands, and is judged by the moment at which they did. @throws AppError `not_found` */
export const takeEntry = (deps: ShopDeps, user: SignedIn, input: HandlerInput<'counts.take'>): Counted =>
  write(deps, user, input, (_, tally) => {
    const share = tally?.shares.find(
      ({ staff_id, terminal_id }) => staff_id === input.staffId && terminal_id === input.terminalId,
    );
    if (!share) throw new AppError('not_found', 'They have not counted it', { entity: 'stock_count_entry' });
    if (share.quantity < 0) throw badValue('quantity', 'Fewer than none cannot be counted', { reason: 'negative' });
    return { kind: 'set', quantity: share.quantity, countedAt: share.at };
  });

/** The newest first. */
export function listEntries(reads: Reads, input: HandlerInput<'counts.entries'>): Page<CountEntry> {
  const { countId, productId, offset, limit } = input;
  const where = `e.count_id = ?${productId === undefined ? '' : ' AND e.product_id = ?'}`;
  const values = productId === undefined ? [countId] : [countId, productId];
  const rows = reads
    .sql<(string | number)[], CountEntry>(
      `SELECT e.id, e.product_id AS productId, p.name, p.unit, e.kind, e.quantity, s.name AS staff, t.name AS terminal, e.at
       FROM stock_count_entry AS e JOIN product AS p ON p.id = e.product_id
       LEFT JOIN staff AS s ON s.id = e.staff_id LEFT JOIN terminal AS t ON t.id = e.terminal_id
       WHERE ${where} ORDER BY e.at DESC, e.id DESC LIMIT ? OFFSET ?`,
    )
    .all(...values, limit, offset);
  const total = reads
    .sql<string[], { n: number }>(`SELECT count(*) AS n FROM stock_count_entry AS e WHERE ${where}`)
    .get(...values);
  return { rows, total: total?.n ?? 0 };
}
