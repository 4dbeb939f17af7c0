import type { KhataSummary } from '@shared/contract';
import type { Reads } from '../../store';

/** The last time that somebody asked a customer for what they owe; null for never. */
export function lastReminder(reads: Reads, customerId: string): KhataSummary['reminded'] {
  const row = reads
    .sql<[string], { at: number; by: string }>(
      `SELECT r.at, coalesce(s.name, '') AS "by" FROM customer_reminder AS r LEFT JOIN staff AS s ON s.id = r.staff_id
       WHERE r.customer_id = ? ORDER BY r.at DESC, r.id DESC LIMIT 1`,
    )
    .get(customerId);
  return row ?? null;
}
