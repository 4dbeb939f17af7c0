import type { OrderStage } from '../orders';

/**
 * What has happened to an order, at this till or at another. A push like any: it may be lost or come twice, so a screen asks
 * for what it shows (`changes`) and hears these to act on them.
 */
export type OrderPush =
  | { type: 'order:created' | 'order:deleted'; id: string }
  /** `from` is null where it was placed. */
  | { type: 'order:stage_change'; id: string; from: OrderStage | null; to: OrderStage }
  /** Anything else of the order itself: what, for whom, by when; that it became a bill. */
  | { type: 'order:status_update'; id: string }
  /** Money was taken for it, or given back. */
  | { type: 'order:payment_update'; id: string };
