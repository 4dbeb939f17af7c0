import type { Product, ProductUnit } from '@shared/contract';
import type { Row } from '@shared/entities';
import { AppError } from '@shared/errors';
import type { Money } from '@shared/money';
import type { Role } from '@shared/roles';
import type { Reads } from '../../store';
import { productSummary } from './summary';

/**
 * What a product cost is not the cashier's business, nor the customer's who stands behind the screen. Every role of
 * `reports.view` is among these: reports, the dashboard and a record's changes tell costs.
 */
const costReaders: ReadonlySet<Role> = new Set<Role>(['owner', 'manager', 'stock_keeper', 'accountant']);

export const maySeeCost = (role: Role | undefined): boolean => role !== undefined && costReaders.has(role);

type More = Pick<
  Row<'product'>,
  'brand_id' | 'category_id' | 'tax_class_id' | 'hsn' | 'reorder_quantity' | 'favourite' | 'negative_stock'
>;

/** One product with all that is known of it, a removed one too. @throws AppError `not_found` */
export function readProduct(reads: Reads, id: string, role: Role | undefined): Product {
  const summary = productSummary(reads, id);
  const more = reads
    .sql<[string], More>(
      `SELECT brand_id, category_id, tax_class_id, hsn, reorder_quantity, favourite, negative_stock
       FROM product WHERE id = ?`,
    )
    .get(id);
  if (!summary || !more) throw noSuchProduct(id);
  return {
    ...summary,
    barcodes: readBarcodes(reads, id),
    units: readUnits(reads, id),
    brandId: more.brand_id,
    categoryId: more.category_id,
    taxClassId: more.tax_class_id,
    hsn: more.hsn,
    reorderQuantity: more.reorder_quantity,
    favourite: more.favourite === 1,
    negativeStock: more.negative_stock,
    cost: maySeeCost(role) ? readCost(reads, id) : null,
  };
}

export function readBarcodes(reads: Reads, productId: string): string[] {
  return reads
    .sql<[string], { barcode: string }>('SELECT barcode FROM product_barcode WHERE product_id = ? ORDER BY position')
    .all(productId)
    .map(({ barcode }) => barcode);
}

export function readUnits(reads: Reads, productId: string): ProductUnit[] {
  return reads
    .sql<[string], ProductUnit>(
      'SELECT unit, factor, price, barcode FROM product_unit WHERE product_id = ? ORDER BY position',
    )
    .all(productId);
}

/** What one stock unit cost, as far as it is known. */
export function readCost(reads: Reads, productId: string): Money | null {
  const row = reads
    .sql<[string], { cost: Money }>('SELECT cost FROM product_cost WHERE id = ? AND deleted_at IS NULL')
    .get(productId);
  return row?.cost ?? null;
}

export const noSuchProduct = (id: string) => new AppError('not_found', `No product ${id}`, { entity: 'product', id });
