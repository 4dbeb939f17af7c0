import type { HandlerInput, SignedIn } from '@shared/contract';
import type { Row } from '@shared/entities';
import { negQuantity } from '@shared/money';
import type { ShopDeps } from '../deps';
import { stampOf } from '../documents';
import { moveStock, stockProduct } from '../stock';
import { cleanName } from '../text';
import { madeLine, movementOf } from './log';
import { readProduction } from './read';

/** A log has one reversal, and its id says so: two tills that take back one log collide. */
const reversalOf = (logId: string): string => `${logId}:reversed`;

type Moved = Pick<Row<'stock_movement'>, 'product_id' | 'quantity' | 'reason'>;

/**
 * Takes a log back as a whole: each of its movements goes the other way. The log stays as it was. What was sold of the goods
 * meanwhile stays sold: the level may go below nothing, and says so. A second time nothing happens.
 *
 * @throws AppError `not_found`
 */
export function reverseProduction(deps: ShopDeps, user: SignedIn, input: HandlerInput<'production.reverse'>): void {
  const { store } = deps;
  const { id: logId, reason } = input;
  const { reversed, lines } = readProduction(store, logId);
  if (reversed) return;
  const id = reversalOf(logId);
  store.mutate({ name: 'production.reverse', kind: 'fact', actor: user.staffId, whole: true }, (m) => {
    const stamp = stampOf(m, user, deps.settings());
    m.put('production_reversal', { id, log_id: logId, reason: cleanName(reason), ...stamp });
    // What really moved: goods that were not counted then did not.
    const moved = store.sql<[string], Moved>('SELECT product_id, quantity, reason FROM stock_movement WHERE id = ?');
    for (const lineNo of [madeLine, ...lines.map((line) => line.lineNo)]) {
      const there = moved.get(movementOf(logId, lineNo));
      if (!there) continue;
      const source = { documentType: 'production_reversal', documentId: id, lineNo };
      const by = { quantity: negQuantity(there.quantity), reason: there.reason, note: cleanName(reason) };
      const back = { id: movementOf(id, lineNo), ...by, source };
      moveStock(m, deps, stockProduct(store, there.product_id), back, stamp);
    }
  });
}
