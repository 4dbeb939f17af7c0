import type { AlertKind, Row } from '@shared/entities';
import type { Quantity } from '@shared/money';
import type { LevelChange, Mutation } from '../../store';
import type { ShopDeps } from '../deps';
import { derivedId } from './derived-id';

/** A product and its reorder level, thousandths. */
export type ReorderLevel = Pick<Row<'product'>, 'id' | 'reorder_level'>;
/** A product as far as its alerts go. */
export type Watched = ReorderLevel & Pick<Row<'product'>, 'negative_stock'>;

/** The movement's document, so that an alert can be followed back to what caused it. */
export interface Cause {
  readonly documentType: string;
  readonly documentId: string;
}

/**
 * At which level each alert is on: stock at or below it. A product whose reorder level is zero is low when it is out,
 * which has an alert of its own; oversold begins one thousandth below nothing.
 */
function thresholds({ reorder_level }: Watched): [AlertKind, number][] {
  const always: [AlertKind, number][] = [
    ['out_of_stock', 0],
    ['oversold', -1],
  ];
  return reorder_level !== null && reorder_level > 0 ? [['low_stock', reorder_level], ...always] : always;
}

/**
 * Raises and resolves a product's alerts for one change of its level, inside the transaction that changes it: an alert
 * is never lost and never doubled. Each kind is raised once on the way from above its threshold to at or below it, and
 * resolved on the way back. A raised alert owes this terminal one native notification (`alert_notice`).
 */
export function watchLevel(
  m: Mutation,
  deps: Pick<ShopDeps, 'settings'>,
  product: Watched,
  { before, after }: LevelChange,
  cause?: Cause,
): void {
  const minds = (kind: AlertKind) => kind !== 'oversold' || mindsNegative(deps, product);
  for (const [kind, threshold] of thresholds(product)) {
    const was = before <= threshold;
    const is = after <= threshold;
    if (is && !was && minds(kind)) raise(m, product, kind, after, cause);
    else if (was && !is) resolve(m, product.id, [kind]);
  }
}

/** For an edit of the product's reorder level: stock stands still and the threshold moves. */
export function watchReorderLevel(m: Mutation, before: ReorderLevel, after: ReorderLevel, stock: Quantity): void {
  const low = (product: ReorderLevel) => (product.reorder_level ?? 0) > 0 && stock <= (product.reorder_level ?? 0);
  if (low(after) && !low(before)) raise(m, after, 'low_stock', stock);
  else if (low(before) && !low(after)) resolve(m, after.id, ['low_stock']);
}

/** For a product that is no longer sold or counted: nothing about its stock needs anybody any more. */
export function stopWatching(m: Mutation, productId: string): void {
  resolve(m, productId, ['low_stock', 'out_of_stock', 'oversold']);
}

function unresolved(m: Mutation, productId: string, kind: AlertKind): { id: string }[] {
  return m
    .local<[string, AlertKind], { id: string }>(
      `SELECT id FROM alert WHERE product_id = ? AND kind = ? AND state <> 'resolved'`,
    )
    .all(productId, kind);
}

/** Where stock is not counted, the rule is `allow`, and the first sale of each product would be oversold. */
export function mindsNegative(deps: Pick<ShopDeps, 'settings'>, { negative_stock }: Watched): boolean {
  return (negative_stock ?? deps.settings().negative_stock) !== 'allow';
}

/**
 * An alert's id follows from its product, its kind and how many there were before, so that terminals which raise the
 * same one at the same time raise one: the hub has it already when the second comes.
 */
function alertId(m: Mutation, productId: string, kind: AlertKind): string {
  const earlier =
    m
      .local<[string, AlertKind], { n: number }>('SELECT count(*) AS n FROM alert WHERE product_id = ? AND kind = ?')
      .get(productId, kind)?.n ?? 0;
  const isHere = m.local<[string], object>('SELECT 1 AS one FROM alert WHERE id = ?');
  // Not every earlier one is here: a hub that was restored has lost some, and the later ones came again.
  for (let n = earlier + 1; ; n++) {
    const id = derivedId([kind, productId, n]);
    if (!isHere.get(id)) return id;
  }
}

function raise(m: Mutation, product: ReorderLevel, kind: AlertKind, stock: Quantity, cause?: Cause): void {
  // Another terminal's alert for the same crossing may be here already.
  if (unresolved(m, product.id, kind).length === 0) open(m, product, kind, stock, cause);
}

/** @param stock the product's level now, thousandths */
export function open(m: Mutation, product: ReorderLevel, kind: AlertKind, stock: Quantity, cause?: Cause): void {
  const id = alertId(m, product.id, kind);
  m.put('alert', {
    id,
    kind,
    product_id: product.id,
    document_type: cause?.documentType ?? null,
    document_id: cause?.documentId ?? null,
    quantity: stock,
    threshold: kind === 'low_stock' ? product.reorder_level : null,
    state: 'open',
    raised_at: m.at,
    terminal_id: m.terminalId,
    acknowledged_by: null,
    acknowledged_at: null,
    resolved_at: null,
  });
  m.local<[string]>('INSERT INTO alert_notice (alert_id) VALUES (?)').run(id);
}

function resolve(m: Mutation, productId: string, kinds: readonly AlertKind[]): void {
  for (const kind of kinds) {
    for (const { id } of unresolved(m, productId, kind)) {
      m.set('alert', id, { state: 'resolved', resolved_at: m.at });
      // Nobody wants to hear of what is over.
      m.local<[string]>('DELETE FROM alert_notice WHERE alert_id = ?').run(id);
    }
  }
}
