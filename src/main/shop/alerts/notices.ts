import type { AlertKind } from '@shared/entities';
import type { Quantity, UnitCode } from '@shared/money';
import type { Store } from '../../store';

export interface NoticeProduct {
  readonly id: string;
  readonly name: string;
  readonly unit: UnitCode;
  /** Stock when the alert was raised, thousandths. */
  readonly quantity: Quantity;
}

/** One native notification that this terminal owes: all products that crossed the same threshold. */
export interface Notice {
  readonly kind: AlertKind;
  /** In the order in which the alerts were raised. */
  readonly products: readonly NoticeProduct[];
  /** For `noticeShown`. Covers milder alerts of the same products too: "out of stock" has said "low". */
  readonly alertIds: readonly string[];
}

const gravest: readonly AlertKind[] = ['oversold', 'out_of_stock', 'low_stock'];

interface Row extends NoticeProduct {
  readonly alertId: string;
  readonly kind: AlertKind;
}

/**
 * What is to be shown now, gravest first. It stands in the file from the sale's own transaction on, so a crash between
 * the commit and the notification forgets nothing: ask again at the next start.
 */
export function dueNotices(store: Store): Notice[] {
  const rows = store
    .sql<[], Row>(
      `SELECT a.id AS alertId, a.kind, a.quantity, p.id, p.name, p.unit
       FROM alert_notice AS n JOIN alert AS a ON a.id = n.alert_id JOIN product AS p ON p.id = a.product_id
       ORDER BY a.raised_at, a.rowid`,
    )
    .all();
  const said = new Map<string, Notice & { products: NoticeProduct[]; alertIds: string[] }>();
  const notices: Notice[] = [];
  for (const kind of gravest) {
    const notice = { kind, products: [] as NoticeProduct[], alertIds: [] as string[] };
    for (const { alertId, kind: rowKind, ...product } of rows) {
      if (rowKind !== kind) continue;
      const graver = said.get(product.id);
      (graver ?? notice).alertIds.push(alertId);
      if (graver) continue;
      notice.products.push(product);
      said.set(product.id, notice);
    }
    if (notice.products.length > 0) notices.push(notice);
  }
  return notices;
}

/** Call it once the system has shown the notification. Unknown ids are fine: the alert has resolved meanwhile. */
export function noticeShown(store: Store, alertIds: readonly string[]): void {
  store.transaction((tx) => {
    const remove = tx.local<[string]>('DELETE FROM alert_notice WHERE alert_id = ?');
    for (const id of alertIds) remove.run(id);
  });
}
