import type { Store } from '../../store';
import { isOwnTerminal } from '../documents';

/** Up to which place in the log this terminal has told of new orders. A fact about this file, not of the shop. */
const toldKey = 'notices.orders.told';
/** What is older is seen on the board. ms */
const newsForMs = 24 * 60 * 60_000;

/** New orders of other terminals that this one has not told of. */
export interface OrderNotice {
  readonly kind: 'new_order';
  readonly orders: readonly { readonly id: string; readonly name: string; readonly number: string }[];
}

interface Placed {
  readonly id: string;
  readonly name: string;
  readonly number: string;
  readonly terminal_id: string;
}

/**
 * What is to be shown now. It follows from the log and from how far it was told of, so a crash between the two forgets
 * nothing and tells nothing twice.
 */
export function dueOrderNotices(store: Store, now: number): OrderNotice[] {
  const told = Number(store.meta.get(toldKey) ?? 0);
  const orders = store
    .sql<[number, number], Placed>(
      `SELECT o.id, o.name, o.number, o.terminal_id FROM sales_order AS o
       JOIN register_version AS v ON v.entity = 'sales_order' AND v.entity_id = o.id AND v.unit = ''
       WHERE o.stage = 'placed' AND o.deleted_at IS NULL AND v.version > ? AND o.at > ? ORDER BY v.version`,
    )
    .all(told, now - newsForMs)
    .filter(({ terminal_id }) => !isOwnTerminal(store, store.terminalId, terminal_id))
    .map(({ id, name, number }) => ({ id, name, number }));
  return orders.length === 0 ? [] : [{ kind: 'new_order', orders }];
}

/** Call it once the system has shown the notification. Ids of anything else are fine. */
export function orderNoticeShown(store: Store, ids: readonly string[]): void {
  const row = store
    .sql<[string], { version: number | null }>(
      `SELECT max(version) AS version FROM register_version
       WHERE entity = 'sales_order' AND unit = '' AND entity_id IN (SELECT value FROM json_each(?))`,
    )
    .get(JSON.stringify(ids));
  const version = row?.version ?? null;
  if (version !== null && version > Number(store.meta.get(toldKey) ?? 0)) store.meta.set(toldKey, String(version));
}
