/** Alerts: raised and resolved inside the transaction that changes the stock, listed, acknowledged, notified once. */
import type { Alert } from '@shared/contract';
import { actorOf } from '../actor';
import type { Handlers } from '../call';
import type { ShopDeps } from '../deps';

export { type Cause, stopWatching, type Watched, watchLevel, watchReorderLevel } from './crossings';
export { derivedId } from './derived-id';
export { DueReview } from './due-review';
export { dueNotices, type Notice, type NoticeProduct, noticeShown } from './notices';
export { OversoldReview } from './oversold';
export { ReturnedTwiceReview } from './returned-twice';

const columns = `a.id, a.kind, a.state, a.product_id AS productId, p.name AS product, p.unit, a.quantity,
  s.quantity AS stock, a.threshold, a.raised_at AS raisedAt`;
const joins = `LEFT JOIN product AS p ON p.id = a.product_id
  LEFT JOIN stock_level AS s ON s.product_id = a.product_id`;

/** What else is raised needs attention (`main/network/attention.ts`), and is no matter of one product's stock. */
const ofStock = `a.kind NOT IN ('returned_twice', 'order_billed_twice')`;

/** How grave a kind is: of a product that is both low and out it is enough to say that it is out. */
const gravity = (alert: 'a' | 'g') =>
  `CASE ${alert}.kind WHEN 'low_stock' THEN 1 WHEN 'out_of_stock' THEN 2 ELSE 3 END`;
/** An open alert that a graver one of the same product does not say already. */
const isGravest = `NOT (a.state = 'open' AND EXISTS (
  SELECT 1 FROM alert AS g
  WHERE g.product_id = a.product_id AND g.state <> 'resolved' AND ${gravity('g')} > ${gravity('a')}))`;

export function alertHandlers({ store }: ShopDeps): Handlers<'alerts.list' | 'alerts.acknowledge'> {
  return {
    'alerts.list': ({ state, offset, limit }) => {
      const listed = `${ofStock} AND ${isGravest}`;
      const isOpen = `a.state = 'open' AND ${listed}`;
      const where = `WHERE ${state === 'open' ? isOpen : listed}`;
      const rows = store
        .sql<[number, number], Alert>(
          `SELECT ${columns} FROM alert AS a ${joins} ${where} ORDER BY a.raised_at DESC, a.rowid DESC LIMIT ? OFFSET ?`,
        )
        .all(limit, offset);
      const open = count(`SELECT count(*) AS n FROM alert AS a WHERE ${isOpen}`);
      const total = () => count(`SELECT count(*) AS n FROM alert AS a WHERE ${listed}`);
      const oversold = count(`SELECT count(*) AS n FROM alert AS a WHERE ${isOpen} AND a.kind = 'oversold'`);
      return { rows, open, oversold, total: state === 'open' ? open : total() };
    },
    'alerts.acknowledge': ({ ids }, context) => {
      const { staffId } = actorOf(context);
      store.mutate({ name: 'alert.acknowledge', kind: 'request', actor: staffId }, (m) => {
        // With an alert the milder ones of its product are seen. One that has resolved itself, or that somebody else
        // has seen, stays as it is.
        const seenWith = m.local<[string, string], { id: string }>(
          `SELECT a.id FROM alert AS a JOIN alert AS g ON g.id = ? AND g.state = 'open'
           WHERE a.state = 'open' AND (a.id = ? OR (a.product_id = g.product_id AND ${gravity('a')} < ${gravity('g')}))`,
        );
        for (const each of new Set(ids)) {
          for (const { id } of seenWith.all(each, each)) {
            m.set('alert', id, { state: 'acknowledged', acknowledged_by: staffId, acknowledged_at: m.at });
          }
        }
      });
      return null;
    },
  };

  function count(text: string): number {
    return store.sql<[], { n: number }>(text).get()?.n ?? 0;
  }
}
