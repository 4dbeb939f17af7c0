import type { ProductSummary } from '@shared/contract';
import type { Flag } from '@shared/entities';
import type { Reads } from '../../store';

/** Columns and joins of a {@link SummaryRow}: the one shape in which products are listed, found and scanned. */
export const summaryColumns = `p.id, p.name, p.sku, p.unit, p.price, p.mrp, p.track_stock, p.reorder_level, p.by_weight,
  p.active, p.deleted_at, b.name AS brand, c.name AS category, coalesce(s.quantity, 0) AS stock,
  (SELECT barcode FROM product_barcode WHERE product_id = p.id ORDER BY position LIMIT 1) AS barcode`;
export const summaryJoins = `LEFT JOIN brand AS b ON b.id = p.brand_id
  LEFT JOIN category AS c ON c.id = p.category_id
  LEFT JOIN stock_level AS s ON s.product_id = p.id`;

type Same = Pick<
  ProductSummary,
  'id' | 'name' | 'sku' | 'barcode' | 'brand' | 'category' | 'unit' | 'price' | 'mrp' | 'stock'
>;

export interface SummaryRow extends Same {
  track_stock: Flag;
  reorder_level: ProductSummary['reorderLevel'];
  by_weight: Flag;
  active: Flag;
  deleted_at: number | null;
}

export function toSummary(row: SummaryRow): ProductSummary {
  const { track_stock, reorder_level, by_weight, active, deleted_at, ...same } = row;
  return {
    ...same,
    trackStock: track_stock === 1,
    reorderLevel: reorder_level,
    byWeight: by_weight === 1,
    active: active === 1,
    deleted: deleted_at !== null,
  };
}

/** Deleted ones too. Undefined when there never was such a product. */
export function productSummary(reads: Reads, id: string): ProductSummary | undefined {
  const row = reads
    .sql<[string], SummaryRow>(`SELECT ${summaryColumns} FROM product AS p ${summaryJoins} WHERE p.id = ?`)
    .get(id);
  return row && toSummary(row);
}

/**
 * Several at once, in the order of the ids; unknown ones are left out. One statement for all: for a page of results that
 * is fifteen times faster than one by one.
 */
export function productSummaries(reads: Reads, ids: readonly string[]): ProductSummary[] {
  return reads
    .sql<[string], SummaryRow>(
      `SELECT ${summaryColumns} FROM json_each(?) AS wanted JOIN product AS p ON p.id = wanted.value ${summaryJoins}
       ORDER BY wanted.key`,
    )
    .all(JSON.stringify(ids))
    .map(toSummary);
}
