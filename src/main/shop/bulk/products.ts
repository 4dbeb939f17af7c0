import type { BulkField, BulkSelection } from '@shared/contract';
import type { Flag, Row } from '@shared/entities';
import type { Money, UnitCode } from '@shared/money';
import type { Reads } from '../../store';
import { productFilter } from '../catalogue';

/** A field of a product as it is stored: a number, an id, 0 or 1. */
export type Stored = number | string | null;

export const columnOf = {
  price: 'price',
  category: 'category_id',
  brand: 'brand_id',
  taxClass: 'tax_class_id',
  reorderLevel: 'reorder_level',
  favourite: 'favourite',
  active: 'active',
} as const satisfies Record<BulkField, keyof Row<'product'>>;

/** What of a product decides about a bulk edit. Without a name it is none of the shop's. */
export type BulkProduct = Pick<
  Row<'product'>,
  'id' | 'sku' | 'mrp' | 'tax_class_id' | 'brand_id' | 'category_id' | 'reorder_level'
> & {
  readonly name: string | null;
  readonly unit: UnitCode | null;
  readonly price: Money;
  readonly favourite: Flag;
  readonly active: Flag;
  readonly deleted_at: number | null;
  /** How many other units it is sold in. */
  readonly units: number;
  readonly cost: Money | null;
};

const columns = `p.name, p.sku, p.unit, coalesce(p.price, 0) AS price, p.mrp, p.tax_class_id, p.brand_id, p.category_id,
  p.reorder_level, p.favourite, p.active, p.deleted_at, k.cost,
  (SELECT count(*) FROM product_unit AS u WHERE u.product_id = p.id) AS units`;
const costs = 'LEFT JOIN product_cost AS k ON k.id = p.id AND k.deleted_at IS NULL';
const byId = `SELECT wanted.value AS id, ${columns} FROM json_each(?) AS wanted LEFT JOIN product AS p ON p.id = wanted.value
  ${costs}`;

/** All that are chosen, by name. */
export function chosenProducts(reads: Reads, selection: BulkSelection): BulkProduct[] {
  const byName = 'ORDER BY p.name COLLATE NOCASE, p.ref';
  if (selection.of === 'these') {
    const ids = JSON.stringify([...new Set(selection.ids)]);
    return reads.sql<[string], BulkProduct>(`${byId} ${byName}`).all(ids);
  }
  const { joins, where, values } = productFilter({ ...selection, deleted: false });
  const except = new Set(selection.except);
  return reads
    .sql<[string[]], BulkProduct>(`SELECT p.id, ${columns} FROM product AS p ${joins} ${costs} ${where} ${byName}`)
    .all(values)
    .filter(({ id }) => !except.has(id));
}

/** One as it is now. */
export function productNow(reads: Reads, id: string): BulkProduct {
  const row = reads.sql<[string], BulkProduct>(byId).get(JSON.stringify([id]));
  if (!row) throw new Error('A list of one has one row');
  return row;
}
