/** Alerts: raised and resolved inside the transaction that changes the stock, listed, acknowledged, notified once. */
import type { Alert } from '@shared/contract';
import { actorOf } from '../actor';
import type { Handlers } from '../call';
import type { ShopDeps } from '../deps';

export { type Cause, stopWatching, type Watched, watchLevel, watchReorderLevel } from './crossings';
export { dueNotices, type Notice, type NoticeProduct, noticeShown } from './notices';
export { OversoldReview } from './oversold';
export { ReturnedTwiceReview } from './returned-twice';

const columns = `a.id, a.kind, a.state, a.product_id AS productId, p.name AS product, p.unit, a.quantity,
  s.quantity AS stock, a.threshold, a.raised_at AS raisedAt`;
const joins = `LEFT JOIN product AS p ON p.id = a.product_id
  LEFT JOIN stock_level AS s ON s.product_id = a.product_id`;

/** What else is raised needs attention (`main/network/attention.ts`), and is no matter of one product's stock. */
const ofStock = `a.kind <> 'returned_twice'`;

export function alertHandlers({ store }: ShopDeps): Handlers<'alerts.list' | 'alerts.acknowledge'> {
  return {
    'alerts.list': ({ state, offset, limit }) => {
      const where = state === 'open' ? `WHERE a.state = 'open' AND ${ofStock}` : `WHERE ${ofStock}`;
      const rows = store
        .sql<[number, number], Alert>(
          `SELECT ${columns} FROM alert AS a ${joins} ${where} ORDER BY a.raised_at DESC, a.rowid DESC LIMIT ? OFFSET ?`,
        )
        .all(limit, offset);
      const open = count(`SELECT count(*) AS n FROM alert AS a WHERE a.state = 'open' AND ${ofStock}`);
      const total = () => count(`SELECT count(*) AS n FROM alert AS a WHERE ${ofStock}`);
      return { rows, open, total: state === 'open' ? open : total() };
    },
    'alerts.acknowledge': ({ ids }, context) => {
      const { staffId } = actorOf(context);
      store.mutate({ name: 'alert.acknowledge', kind: 'request', actor: staffId }, (m) => {
        const stateOf = m.local<[string], { state: Alert['state'] }>('SELECT state FROM alert WHERE id = ?');
        for (const id of new Set(ids)) {
          // One that has resolved itself, or that somebody else has seen, stays as it is.
          if (stateOf.get(id)?.state !== 'open') continue;
          m.set('alert', id, { state: 'acknowledged', acknowledged_by: staffId, acknowledged_at: m.at });
        }
      });
      return null;
    },
  };

  function count(text: string): number {
    return store.sql<[], { n: number }>(text).get()?.n ?? 0;
  }
}
