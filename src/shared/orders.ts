/** The way of an order, in order; `cancelled` ends it wherever it stands. */
export const orderStages = ['placed', 'accepted', 'preparing', 'ready', 'delivered', 'cancelled'] as const;
export type OrderStage = (typeof orderStages)[number];

/** Ready or handed over, and it costs something: what comes next is its bill. */
export const needsBill = (order: { stage: OrderStage; billId: string | null; total: number }): boolean =>
  (order.stage === 'ready' || order.stage === 'delivered') && order.billId === null && order.total !== 0;

/** The stage after or before; null at either end, and for what was cancelled. */
export function stageBeside(stage: OrderStage, by: 1): Exclude<OrderStage, 'placed' | 'cancelled'> | null;
export function stageBeside(stage: OrderStage, by: 1 | -1): Exclude<OrderStage, 'cancelled'> | null;
export function stageBeside(stage: OrderStage, by: 1 | -1): Exclude<OrderStage, 'cancelled'> | null {
  const next = stage === 'cancelled' ? undefined : orderStages[orderStages.indexOf(stage) + by];
  return next === undefined || next === 'cancelled' ? null : next;
}
