import type { ImportField } from '@shared/contract';
import type { CurrencyCode, Money, Quantity, UnitCode } from '@shared/money';
import type { FindTax } from './tax-names';
import {
  CellProblem,
  cellText,
  readAmount,
  readBarcodes,
  readCode,
  readHsn,
  readName,
  readStock,
  readUnit,
} from './values';

/** What one row of the file says about a product. Null: nothing, so a known product keeps what it has. */
export interface ImportRow {
  readonly row: number;
  readonly name: string | null;
  readonly sku: string | null;
  readonly barcodes: readonly string[];
  readonly price: Money | null;
  readonly mrp: Money | null;
  readonly cost: Money | null;
  readonly unit: UnitCode | null;
  /** From the top of the tree down. */
  readonly category: readonly string[];
  readonly brand: string | null;
  readonly hsn: string | null;
  /** The class's id. */
  readonly tax: string | null;
  readonly stock: Quantity | null;
  readonly reorderLevel: Quantity | null;
}

/** What reading a row needs to know of the shop. */
export interface RowRules {
  readonly currency: CurrencyCode;
  readonly findTax: FindTax;
  /** The law knows a highest price, and it is the MRP. */
  readonly mrpBinds: boolean;
}

/**
 * Reads one row. Throws the first CellProblem there is.
 *
 * @param knownUnit the unit of the product that the row's codes belong to, for quantities without a unit of their own
 */
export function readRow(
  row: number,
  cells: readonly string[],
  mapping: readonly (ImportField | null)[],
  rules: RowRules,
  knownUnit: (sku: string | null, barcodes: readonly string[]) => UnitCode | null,
): ImportRow {
  const cell = (field: ImportField): string => {
    const column = mapping.indexOf(field);
    return column < 0 ? '' : (cells[column] ?? '');
  };
  const orNull = (text: string): string | null => (text === '' ? null : text);

  const name = orNull(readName('name', cell('name')));
  const sku = orNull(readCode('sku', cell('sku')));
  const barcodes = readBarcodes(cell('barcode'));
  const ownUnit = readUnit(cell('unit'));
  const unit = ownUnit ?? knownUnit(sku, barcodes) ?? 'PCS';
  const price = readAmount('price', cell('price'), rules.currency);
  const mrp = readAmount('mrp', cell('mrp'), rules.currency);
  if (rules.mrpBinds && price !== null && mrp !== null && price > mrp) {
    throw new CellProblem('price', 'bad_value', { mrp });
  }
  const tax = cellText('tax', cell('tax'));
  return {
    row,
    name,
    sku,
    barcodes,
    price,
    mrp,
    cost: readAmount('cost', cell('cost'), rules.currency),
    unit: ownUnit,
    category: readName('category', cell('category'))
      .split('>')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
    brand: orNull(readName('brand', cell('brand'))),
    hsn: readHsn(cell('hsn')),
    tax: tax === '' ? null : rules.findTax(tax),
    stock: readStock('stock', cell('stock'), unit),
    reorderLevel: readStock('reorderLevel', cell('reorderLevel'), unit),
  };
}
