import type { ProductSummary } from '@shared/contract';
import type { Reads } from '../../store';
import { type SummaryRow, summaryColumns, summaryJoins, toSummary } from './summary';

/** The counter's tiles: favourites on sale, by name; of one category and what lies below it when one is given. */
export function listFavourites(reads: Reads, categoryId: string | undefined, limit: number): ProductSummary[] {
  const within =
    categoryId === undefined
      ? ''
      : `AND p.category_id IN (WITH RECURSIVE below (id) AS (
           SELECT ? UNION SELECT c.id FROM category AS c JOIN below ON c.parent_id = below.id) SELECT id FROM below)`;
  return reads
    .sql<[(string | number)[]], SummaryRow>(
      `SELECT ${summaryColumns} FROM product AS p ${summaryJoins}
       WHERE p.favourite = 1 AND p.deleted_at IS NULL AND p.active = 1 ${within}
       ORDER BY p.name COLLATE NOCASE LIMIT ?`,
    )
    .all(categoryId === undefined ? [limit] : [categoryId, limit])
    .map(toSummary);
}
