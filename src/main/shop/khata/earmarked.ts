import { type Money, money } from '@shared/money';
import type { Reads } from '../../store';

/** Of a bill, that nobody has taken it back. */
const stands = 'NOT EXISTS (SELECT 1 FROM bill_void AS v WHERE v.bill_id = b.bill_id)';

/** Whether an advance `a` of an order `o` waits for the order's bill. */
const waits = `o.stage <> 'cancelled' AND o.deleted_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM payment AS u WHERE u.id = a.id || ':undo')
      AND NOT EXISTS (SELECT 1 FROM order_bill AS b WHERE b.order_id = o.id AND ${stands})`;

/** Of a payment that is no advance null, else whether it waits for the bill of its order: an expression over its id. */
export const isEarmarked = (payment: string) => `(SELECT ${waits} FROM order_payment AS a
    JOIN payment AS p ON p.id = a.id JOIN sales_order AS o ON o.id = a.order_id AND o.customer_id = p.customer_id
    WHERE a.id = ${payment})`;

/** The bill that an advance has gone into: an expression over the payment's id. */
export const billOfAdvance = (payment: string) => `(SELECT b.bill_id FROM order_payment AS a
    JOIN payment AS p ON p.id = a.id JOIN sales_order AS o ON o.id = a.order_id AND o.customer_id = p.customer_id
    JOIN order_bill AS b ON b.order_id = o.id
    WHERE a.id = ${payment} AND NOT EXISTS (SELECT 1 FROM payment AS u WHERE u.id = a.id || ':undo') AND ${stands}
    ORDER BY b.at, b.id LIMIT 1)`;

/**
 * What a customer has paid for orders that are neither a bill yet nor cancelled, as an expression over a column with their
 * id. It lowers the khata like any payment, but it pays nothing else.
 */
export const earmarkedOf = (customer: string) => `coalesce((SELECT sum(p.amount)
    FROM sales_order AS o JOIN order_payment AS a ON a.order_id = o.id JOIN payment AS p ON p.id = a.id
    WHERE o.customer_id = ${customer} AND p.customer_id = o.customer_id AND ${waits}), 0)`;

/** The same of one customer, minor units. */
export function earmarked(reads: Reads, customerId: string): Money {
  const row = reads.sql<[string], { amount: number }>(`SELECT ${earmarkedOf('?')} AS amount`).get(customerId);
  return money(row?.amount ?? 0);
}
