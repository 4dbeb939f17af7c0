import type { Order, OrderEvent } from '@shared/contract';
import type { MoneyMethod } from '@shared/entities';
import { type Money, maxMoney, money, multiply, negMoney, subMoney, ZERO } from '@shared/money';
import type { OrderStage } from '@shared/orders';
import type { Reads } from '../../store';
import { findOrder, linesOf, type OrderReads, orZero, toRow } from './rows';
import { nowIn } from './when';

/** A removed one too. @throws AppError `not_found` */
export function viewOrder(reads: OrderReads, id: string): Order {
  const { store, settings, clock } = reads;
  const found = findOrder(store, id);
  const lines = linesOf(store, id);
  const row = toRow(reads, found, lines, nowIn(clock.now(), settings().time_zone));
  const name = (table: 'staff' | 'terminal', of: string) =>
    store.sql<[string], { name: string }>(`SELECT name FROM ${table} WHERE id = ?`).get(of)?.name ?? '';
  const history = historyOf(store, id);
  return {
    ...row,
    address: found.address,
    note: found.note,
    lines: lines.map((line) => ({
      lineNo: line.line_no,
      productId: line.product_id,
      name: line.name,
      unit: line.unit,
      quantity: line.quantity,
      unitPrice: line.unit_price,
      listPrice: line.list_price,
      amount: orZero(() => multiply(line.unit_price, line.quantity)),
      note: line.note,
    })),
    toPay: row.billId === null ? maxMoney(ZERO, subMoney(row.total, row.advance)) : ZERO,
    currency: settings().currency,
    by: name('staff', found.staff_id),
    terminal: name('terminal', found.terminal_id),
    deleted: found.deleted_at !== null,
    history,
    paidByOthers: paidByOthers(store, id),
    bills: history
      .flatMap((event) => (event.kind === 'bill' && !event.voided ? [{ id: event.billId, number: event.number }] : []))
      .reverse(),
  };
}

function paidByOthers(reads: Reads, id: string): Order['paidByOthers'] {
  return reads
    .sql<[string], Order['paidByOthers'][number]>(
      `SELECT c.id AS customerId, c.name, sum(p.amount) AS amount
       FROM sales_order AS o JOIN order_payment AS a ON a.order_id = o.id JOIN payment AS p ON p.id = a.id
         JOIN customer AS c ON c.id = p.customer_id
       WHERE o.id = ? AND p.customer_id IS NOT o.customer_id
         AND NOT EXISTS (SELECT 1 FROM payment AS u WHERE u.id = a.id || ':undo')
       GROUP BY c.id ORDER BY c.name, c.id`,
    )
    .all(id)
    .map((row) => ({ ...row, amount: money(row.amount) }));
}

interface EventRow {
  readonly id: string;
  readonly at: number;
  readonly by: string;
  readonly terminal: string;
  readonly kind: OrderEvent['kind'];
  readonly from_stage: OrderStage | null;
  readonly to_stage: OrderStage;
  readonly reason: string | null;
  readonly amount: Money;
  readonly method: MoneyMethod;
  readonly bill_id: string;
  readonly number: string;
  readonly undone: 0 | 1;
}

/** Everything that happened to it, the newest first: moves, advances and what came back of them, bills. */
function historyOf(reads: Reads, id: string): OrderEvent[] {
  return reads
    .sql<[{ id: string }], EventRow>(
      `SELECT e.*, coalesce(s.name, '') AS "by", coalesce(t.name, '') AS terminal FROM (
         SELECT id, at, staff_id, terminal_id, 'stage' AS kind, from_stage, to_stage, reason,
           NULL AS amount, NULL AS method, NULL AS bill_id, NULL AS number, 0 AS undone
         FROM order_stage WHERE order_id = @id
         UNION ALL
         SELECT p.id, p.at, p.staff_id, p.terminal_id, 'advance', NULL, NULL, NULL, p.amount, p.method, NULL, NULL,
           EXISTS (SELECT 1 FROM payment AS u WHERE u.id = a.id || ':undo')
         FROM order_payment AS a JOIN payment AS p ON p.id = a.id WHERE a.order_id = @id
         UNION ALL
         SELECT u.id, u.at, u.staff_id, u.terminal_id, 'refund', NULL, NULL, NULL, u.amount, u.method, NULL, NULL, 0
         FROM order_payment AS a JOIN payment AS u ON u.id = a.id || ':undo' WHERE a.order_id = @id
         UNION ALL
         SELECT ob.id, ob.at, ob.staff_id, ob.terminal_id, 'bill', NULL, NULL, NULL, NULL, NULL, b.id, b.number,
           EXISTS (SELECT 1 FROM bill_void AS v WHERE v.bill_id = b.id)
         FROM order_bill AS ob JOIN bill AS b ON b.id = ob.bill_id WHERE ob.order_id = @id
       ) AS e LEFT JOIN staff AS s ON s.id = e.staff_id LEFT JOIN terminal AS t ON t.id = e.terminal_id
       ORDER BY e.at DESC, e.id DESC`,
    )
    .all({ id })
    .map(toEvent);
}

function toEvent({ id, at, by, terminal, kind, ...row }: EventRow): OrderEvent {
  const same = { id, at, by, terminal };
  switch (kind) {
    case 'stage':
      return { ...same, kind, from: row.from_stage, to: row.to_stage, reason: row.reason };
    case 'advance':
      return { ...same, kind, amount: money(row.amount), method: row.method, back: row.undone === 1 };
    case 'refund':
      return { ...same, kind, amount: negMoney(money(row.amount)), method: row.method };
    case 'bill':
      return { ...same, kind, billId: row.bill_id, number: row.number, voided: row.undone === 1 };
  }
}
