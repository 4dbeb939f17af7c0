import type { Page, StockMovement } from '@shared/contract';
import { type Quantity, quantity, subQuantity } from '@shared/money';
import type { Reads } from '../../store';

type MovementRow = Omit<StockMovement, 'balance'>;

/**
 * A product's movements, newest first, each with the stock after it. The first page costs the same however long the
 * history is: the newest balance and the count are kept with the level, and only what a page skips is added up.
 */
export function stockHistory(reads: Reads, productId: string, offset: number, limit: number): Page<StockMovement> {
  const level = reads
    .sql<[string], { quantity: Quantity; movements: number }>(
      'SELECT quantity, movements FROM stock_level WHERE product_id = ?',
    )
    .get(productId);
  if (!level) return { rows: [], total: 0 };
  let balance = subQuantity(level.quantity, skipped(reads, productId, offset));
  const rows = page(reads, productId, offset, limit).map((row) => {
    const movement: StockMovement = { ...row, balance };
    balance = subQuantity(balance, row.quantity);
    return movement;
  });
  return { rows, total: level.movements };
}

function skipped(reads: Reads, productId: string, offset: number): Quantity {
  if (offset === 0) return quantity(0);
  const sum = reads
    .sql<[string, number], { quantity: number | null }>(
      `SELECT sum(quantity) AS quantity FROM
         (SELECT quantity FROM stock_movement WHERE product_id = ? ORDER BY at DESC, id DESC LIMIT ?)`,
    )
    .get(productId, offset);
  return quantity(sum?.quantity ?? 0);
}

function page(reads: Reads, productId: string, offset: number, limit: number): MovementRow[] {
  return reads
    .sql<[string, number, number], MovementRow>(
      `SELECT m.id, m.quantity, m.reason, m.document_id AS documentId, m.note, m.at, s.name AS staff,
         CASE m.document_type
           WHEN 'bill' THEN (SELECT number FROM bill WHERE id = m.document_id)
           WHEN 'bill_return' THEN (SELECT number FROM bill_return WHERE id = m.document_id)
         END AS documentNumber
       FROM (SELECT id FROM stock_movement WHERE product_id = ? ORDER BY at DESC, id DESC LIMIT ? OFFSET ?) AS page
       CROSS JOIN stock_movement AS m ON m.id = page.id
       LEFT JOIN staff AS s ON s.id = m.staff_id
       ORDER BY m.at DESC, m.id DESC`,
    )
    .all(productId, limit, offset);
}
