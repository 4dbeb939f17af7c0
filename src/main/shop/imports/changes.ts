import type { Row } from '@shared/entities';
import type { Money } from '@shared/money';
import type { ProductFields } from '../catalogue';
import type { KnownProduct } from './known-product';
import type { ImportRow } from './read-row';
import { CellProblem } from './values';

/** Ids of what a row names, already found or made. */
export interface RowGroups {
  readonly brandId: string | null;
  readonly categoryId: string | null;
}

export type ProductChanges = Partial<Omit<Row<'product'>, 'id'>>;

/**
 * A new product as the row describes it. Without a price it is sold at its MRP.
 *
 * @throws CellProblem `missing`: a product has a name and a price
 */
export function newFields(row: ImportRow, { brandId, categoryId }: RowGroups): ProductFields {
  const price = row.price ?? row.mrp;
  if (row.name === null) throw new CellProblem('name', 'missing');
  if (price === null) throw new CellProblem('price', 'missing');
  const unit = row.unit ?? 'PCS';
  return {
    name: row.name,
    sku: row.sku,
    brand_id: brandId,
    category_id: categoryId,
    hsn: row.hsn,
    unit,
    price,
    mrp: row.mrp,
    tax_class_id: row.tax,
    reorder_level: row.reorderLevel,
    reorder_quantity: null,
    track_stock: 1,
    by_weight: unit === 'KG' ? 1 : 0,
    favourite: 0,
    negative_stock: null,
    active: 1,
    barcodes: row.barcodes.map((barcode, position) => ({ position, barcode })),
    units: [],
  };
}

/**
 * What the row changes of a product that is there. An empty cell leaves its field alone; barcodes are added, never
 * taken away; the stock column is for new products, because a known one's stock is its movements.
 *
 * @throws CellProblem where the new price would be above the MRP that stays
 */
export function changedFields(
  row: ImportRow,
  known: KnownProduct,
  groups: RowGroups,
  mrpBinds: boolean,
): { fields: ProductChanges; cost: Money | undefined } {
  const fields: ProductChanges = {};
  const price = row.price ?? known.price;
  const mrp = row.mrp ?? known.mrp;
  if (mrpBinds && mrp !== null && price > mrp && (row.price !== null || row.mrp !== null)) {
    throw new CellProblem('price', 'bad_value', { mrp });
  }
  const foundByName = row.sku === null && row.barcodes.length === 0;
  if (row.name !== null && row.name !== known.name && !foundByName) fields.name = row.name;
  // It was found whatever its capitals, so capitals are no change.
  if (row.sku !== null && row.sku.toLowerCase() !== known.sku?.toLowerCase()) fields.sku = row.sku;
  if (row.hsn !== null && row.hsn !== known.hsn) fields.hsn = row.hsn;
  if (row.unit !== null && row.unit !== known.unit) fields.unit = row.unit;
  if (price !== known.price) fields.price = price;
  if (mrp !== known.mrp) fields.mrp = mrp;
  if (row.tax !== null && row.tax !== known.tax_class_id) fields.tax_class_id = row.tax;
  if (row.reorderLevel !== null && row.reorderLevel !== known.reorder_level) fields.reorder_level = row.reorderLevel;
  if (groups.brandId !== null && groups.brandId !== known.brand_id) fields.brand_id = groups.brandId;
  if (groups.categoryId !== null && groups.categoryId !== known.category_id) fields.category_id = groups.categoryId;
  const ofUnits = known.units.map(({ barcode }) => barcode);
  const added = row.barcodes.filter((barcode) => !known.barcodes.includes(barcode) && !ofUnits.includes(barcode));
  if (added.length > 0) {
    fields.barcodes = [...known.barcodes, ...added].map((barcode, position) => ({ position, barcode }));
  }
  return { fields, cost: row.cost !== null && row.cost !== known.cost ? row.cost : undefined };
}
