import type { Row } from '@shared/entities';
import type { LevelChange, Mutation } from '../../store';
import { type Cause, type Watched, watchLevel } from '../alerts';
import type { ShopDeps } from '../deps';
import type { Stamp } from '../documents';

/** What moves, and why. */
export interface Move extends Pick<Row<'stock_movement'>, 'id' | 'quantity' | 'reason'> {
  readonly note?: string | null;
  /** The document whose line moves it. */
  readonly source?: Cause & { readonly lineNo: number };
}

/**
 * The one way in which the office moves stock: a movement, with which the level changes, and the alerts that the level
 * raises or resolves. All of it in the open mutation.
 */
export function moveStock(m: Mutation, deps: ShopDeps, product: Watched, move: Move, stamp: Stamp): LevelChange {
  const { source } = move;
  const level = m.move({
    id: move.id,
    product_id: product.id,
    quantity: move.quantity,
    reason: move.reason,
    document_type: source?.documentType ?? null,
    document_id: source?.documentId ?? null,
    line_no: source?.lineNo ?? null,
    note: move.note ?? null,
    ...stamp,
  });
  watchLevel(m, deps, product, level, source);
  return level;
}
