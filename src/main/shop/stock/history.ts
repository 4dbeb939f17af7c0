import type { Page, StockMovement } from '@shared/contract';
import { type Quantity, quantity, subQuantity } from '@shared/money';
import type { Reads } from '../../store';
import type { Span } from './days';

type MovementRow = Omit<StockMovement, 'balance'>;

/**
 * A product's movements in a span of time, newest first, each with the stock after it. The first page costs the same
 * however long the history is: the newest balance is kept with the level, and only what lies above a page is added up, from
 * an index that holds all it needs.
 */
export function stockHistory(
  reads: Reads,
  productId: string,
  span: Span,
  offset: number,
  limit: number,
): Page<StockMovement> {
  const total = countMovements(reads, productId, span);
  if (total === 0) return { rows: [], total };
  let balance = subQuantity(levelAt(reads, productId, span.until), skipped(reads, productId, span, offset));
  const rows = page(reads, productId, span, offset, limit).map((row) => {
    const movement: StockMovement = { ...row, balance };
    balance = subQuantity(balance, row.quantity);
    return movement;
  });
  return { rows, total };
}

/** The level before everything that moved at that instant or later. */
export function levelAt(reads: Reads, productId: string, instant: number): Quantity {
  const row = reads
    .sql<[string, string, number], { quantity: number }>(
      `SELECT coalesce((SELECT quantity FROM stock_level WHERE product_id = ?), 0)
         - coalesce((SELECT sum(quantity) FROM stock_movement WHERE product_id = ? AND at >= ?), 0) AS quantity`,
    )
    .get(productId, productId, instant);
  return quantity(row?.quantity ?? 0);
}

function countMovements(reads: Reads, productId: string, { since, until }: Span): number {
  const everything = since === Number.MIN_SAFE_INTEGER && until === Number.MAX_SAFE_INTEGER;
  const count = everything
    ? reads.sql<[string], { n: number }>('SELECT movements AS n FROM stock_level WHERE product_id = ?').get(productId)
    : reads
        .sql<[string, number, number], { n: number }>(
          'SELECT count(*) AS n FROM stock_movement WHERE product_id = ? AND at >= ? AND at < ?',
        )
        .get(productId, since, until);
  return count?.n ?? 0;
}

function skipped(reads: Reads, productId: string, { since, until }: Span, offset: number): Quantity {
  if (offset === 0) return quantity(0);
  const sum = reads
    .sql<[string, number, number, number], { quantity: number | null }>(
      `SELECT sum(quantity) AS quantity FROM (SELECT quantity FROM stock_movement
         WHERE product_id = ? AND at >= ? AND at < ? ORDER BY at DESC, id DESC LIMIT ?)`,
    )
    .get(productId, since, until, offset);
  return quantity(sum?.quantity ?? 0);
}

function page(reads: Reads, productId: string, { since, until }: Span, offset: number, limit: number): MovementRow[] {
  return reads
    .sql<[string, number, number, number, number], MovementRow>(
      `SELECT m.id, m.quantity, m.reason, m.document_id AS documentId, m.note, m.at, s.name AS staff,
         CASE m.document_type
           WHEN 'bill' THEN (SELECT number FROM bill WHERE id = m.document_id)
           WHEN 'bill_return' THEN (SELECT number FROM bill_return WHERE id = m.document_id)
           WHEN 'purchase' THEN (SELECT supplier_number FROM purchase WHERE id = m.document_id)
           WHEN 'purchase_reversal' THEN (SELECT p.supplier_number FROM purchase_reversal AS r
             JOIN purchase AS p ON p.id = r.purchase_id WHERE r.id = m.document_id)
           WHEN 'production_log' THEN (SELECT name FROM production_log WHERE id = m.document_id)
           WHEN 'production_reversal' THEN (SELECT g.name FROM production_reversal AS r
             JOIN production_log AS g ON g.id = r.log_id WHERE r.id = m.document_id)
           WHEN 'stock_count_close' THEN (SELECT k.name FROM stock_count_close AS e
             JOIN stock_count AS k ON k.id = e.count_id WHERE e.id = m.document_id)
         END AS documentNumber
       FROM (SELECT id FROM stock_movement WHERE product_id = ? AND at >= ? AND at < ?
         ORDER BY at DESC, id DESC LIMIT ? OFFSET ?) AS page
       CROSS JOIN stock_movement AS m ON m.id = page.id
       LEFT JOIN staff AS s ON s.id = m.staff_id
       ORDER BY m.at DESC, m.id DESC`,
    )
    .all(productId, since, until, limit, offset);
}
