import type { Change, OrderPush, Topic } from '@shared/contract';
import type { OrderStage } from '@shared/orders';
import type { Reads } from '../../store';

interface Move {
  readonly id: string;
  readonly from: OrderStage | null;
  readonly to: OrderStage;
}

/** A topic's rows that changed; where so many did that nobody says which, there are no events. */
const idsOf = (changes: readonly Change[], topic: Topic) => changes.find((change) => change.topic === topic)?.ids ?? [];

/** The events of orders that lie in what has changed. */
export function orderEvents(reads: Reads, changes: readonly Change[]): OrderPush[] {
  const [moved, edited, advances, bills] = (['order_stage', 'sales_order', 'order_payment', 'order_bill'] as const).map(
    (topic) => idsOf(changes, topic),
  );
  const undone = idsOf(changes, 'payment').filter((id) => id.endsWith(':undo'));
  // Most of what changes has to do with no order.
  if ([moved, edited, advances, bills, undone].every((ids = []) => ids.length === 0)) return [];
  const moves = reads
    .sql<[string], Move>(
      `SELECT order_id AS id, from_stage AS "from", to_stage AS "to" FROM order_stage
       WHERE id IN (SELECT value FROM json_each(?)) ORDER BY at, id`,
    )
    .all(JSON.stringify(moved));
  const orders = reads
    .sql<[string], { id: string; deleted: 0 | 1 }>(
      `SELECT id, deleted_at IS NOT NULL AS deleted FROM sales_order WHERE id IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(edited));
  const paid = reads
    .sql<[string, string], { id: string }>(
      `SELECT DISTINCT order_id AS id FROM order_payment AS a WHERE id IN (SELECT value FROM json_each(?))
         OR id || ':undo' IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(advances), JSON.stringify(undone));
  const billed = reads
    .sql<[string], { id: string }>(
      'SELECT DISTINCT order_id AS id FROM order_bill WHERE id IN (SELECT value FROM json_each(?))',
    )
    .all(JSON.stringify(bills));
  const hasMoved = new Set(moves.map(({ id }) => id));
  const updated = new Set(
    [...billed, ...orders.filter(({ id, deleted }) => deleted === 0 && !hasMoved.has(id))].map(({ id }) => id),
  );
  return [
    ...moves.flatMap(({ id, from, to }): OrderPush[] => [
      ...(from === null ? [{ type: 'order:created', id } as const] : []),
      { type: 'order:stage_change', id, from, to },
    ]),
    ...orders.flatMap(({ id, deleted }): OrderPush[] => (deleted === 1 ? [{ type: 'order:deleted', id }] : [])),
    ...[...updated].map((id): OrderPush => ({ type: 'order:status_update', id })),
    ...paid.map(({ id }): OrderPush => ({ type: 'order:payment_update', id })),
  ];
}
