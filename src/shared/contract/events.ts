import type { EntityName } from '../entities';
import type { BulkProgress } from './bulk';
import type { ImportProgress } from './imports';
import type { LineReason } from './network';
import type { OrderPush } from './order-events';

/** What can change: an entity, or one of the terminal's own derived things. */
export type Topic =
  | EntityName
  | 'purchase_draft'
  | 'cart'
  | 'stock_level'
  | 'printing'
  | 'system'
  | 'network'
  | 'display';

/** Something changed; ask again for what you show. No `ids` means "any of them". */
export interface Change {
  topic: Topic;
  ids?: readonly string[];
  /** The latest rows that another terminal has made: marked as new for a while. */
  arrived?: readonly string[];
  /** Goes up by one per transaction of this terminal. */
  seq: number;
}

/** Everything main pushes. One channel, tagged. */
export type PushEvent =
  | { type: 'changes'; changes: readonly Change[] }
  | OrderPush
  | { type: 'import:progress'; progress: ImportProgress }
  | { type: 'bulk:progress'; progress: BulkProgress }
  /** The line to the hub; `network.status` has the rest. */
  | { type: 'sync:connected'; at: number }
  | { type: 'sync:heartbeat'; at: number; latency: number }
  | { type: 'sync:offline'; at: number; reason: LineReason | null }
  /** So many mutations were refused; `attention.list` says which. */
  | { type: 'sync:rejected'; count: number }
  /** Another till had taken this held bill up first; `terminal` is null when it had been dropped there. */
  | { type: 'sync:taken'; name: string; terminal: string | null }
  /** The person clicked a notification or a menu item: go there. */
  | { type: 'navigate'; to: string };
