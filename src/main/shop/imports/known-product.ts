import type { ProductUnit } from '@shared/contract';
import type { Row } from '@shared/entities';
import type { Money } from '@shared/money';
import type { Reads } from '../../store';
import { holderOfBarcode, holderOfSku, readBarcodes, readCost, readUnits } from '../catalogue';
import type { ImportRow } from './read-row';
import { CellProblem } from './values';

type Stored = Pick<
  Row<'product'>,
  | 'id'
  | 'name'
  | 'sku'
  | 'hsn'
  | 'unit'
  | 'price'
  | 'mrp'
  | 'tax_class_id'
  | 'brand_id'
  | 'category_id'
  | 'reorder_level'
>;

/** A product that is in the catalogue already, as far as a row can change it. */
export interface KnownProduct extends Stored {
  readonly barcodes: readonly string[];
  readonly units: readonly ProductUnit[];
  readonly cost: Money | null;
}

type Identity = Pick<ImportRow, 'name' | 'sku' | 'barcodes'>;

/**
 * The product that a row is about: by SKU, else by barcode, else, when the row has neither, by its whole name, so that
 * the same list read twice does not make everything twice.
 *
 * @throws CellProblem when the codes of one row belong to two products
 */
export function findKnown(reads: Reads, { name, sku, barcodes }: Identity): string | undefined {
  let found = sku === null ? undefined : holderOfSku(reads, sku, '');
  for (const barcode of barcodes) {
    const holder = holderOfBarcode(reads, barcode, '');
    if (holder && found && holder.id !== found.id) {
      throw new CellProblem('barcode', 'duplicate_barcode', { barcode, product: holder.name });
    }
    found ??= holder;
  }
  if (sku === null && barcodes.length === 0 && name !== null) return byName(reads, name);
  return found?.id;
}

function byName(reads: Reads, name: string): string | undefined {
  return reads
    .sql<[string], { id: string }>(
      'SELECT id FROM product WHERE name = ? COLLATE NOCASE AND deleted_at IS NULL LIMIT 1',
    )
    .get(name)?.id;
}

export function readKnown(reads: Reads, id: string): KnownProduct {
  const stored = reads
    .sql<[string], Stored>(
      `SELECT id, name, sku, hsn, unit, price, mrp, tax_class_id, brand_id, category_id, reorder_level
       FROM product WHERE id = ?`,
    )
    .get(id);
  if (!stored) throw new Error('A product went away between two reads of one connection');
  return { ...stored, barcodes: readBarcodes(reads, id), units: readUnits(reads, id), cost: readCost(reads, id) };
}
