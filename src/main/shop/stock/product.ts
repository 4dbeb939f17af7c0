import type { Row } from '@shared/entities';
import { AppError } from '@shared/errors';
import type { Reads } from '../../store';

/** A product as far as moving its stock goes. */
export type StockProduct = Pick<
  Row<'product'>,
  'id' | 'name' | 'unit' | 'track_stock' | 'reorder_level' | 'negative_stock'
> & { deleted_at: number | null };

/** Deleted ones too: goods may come back after their product is gone. @throws AppError `not_found` */
export function stockProduct(reads: Reads, id: string): StockProduct {
  const row = reads
    .sql<[string], StockProduct>(
      `SELECT id, name, unit, track_stock, reorder_level, negative_stock, deleted_at FROM product WHERE id = ?`,
    )
    .get(id);
  if (!row) throw new AppError('not_found', `No product ${id}`, { entity: 'product', id });
  return row;
}
