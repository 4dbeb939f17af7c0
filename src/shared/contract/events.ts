import type { EntityName } from '../entities';
import type { ImportProgress } from './imports';

/** What can change: an entity, or one of the terminal's own derived things. */
export type Topic = EntityName | 'cart' | 'stock_level' | 'printing' | 'system';

/** Something changed; ask again for what you show. No `ids` means "any of them". */
export interface Change {
  topic: Topic;
  ids?: readonly string[];
  /** Goes up by one per transaction of this terminal. */
  seq: number;
}

/** Everything main pushes. One channel, tagged. */
export type PushEvent =
  | { type: 'changes'; changes: readonly Change[] }
  | { type: 'import:progress'; progress: ImportProgress }
  /** The person clicked a notification or a menu item: go there. */
  | { type: 'navigate'; to: string };
