import type { HandlerInput } from '@shared/contract';
import type { RegisterName, Row } from '@shared/entities';
import { AppError } from '@shared/errors';
import { checkUnitDecimals, isUnit, type UnitCode, unitDecimals } from '@shared/money';
import type { Reads } from '../../store';
import type { ShopDeps } from '../deps';
import { badValue, checkField, cleanCode, cleanName } from '../text';
import { checkBarcode, refuseTakenCodes } from './find-conflicts';
import { createProduct, editProduct, type ProductFields } from './write-product';

type SaveProduct = HandlerInput<'catalogue.saveProduct'>;

/**
 * Adds or edits a product; returns its id.
 *
 * @throws AppError `bad_barcode`, `duplicate_barcode`, `duplicate_sku`, `bad_value` with the `field`, `not_found`
 * (brand, category, tax class, the product itself), `deleted`
 */
export function saveProduct(deps: ShopDeps, input: SaveProduct, actor: string): string {
  const { store } = deps;
  const fields = checkFields(deps, input);
  const id = input.id ?? deps.ids.next();
  store.mutate({ name: input.id ? 'product.edit' : 'product.create', kind: 'request', actor }, (m) => {
    refuseMissing(store, 'brand', fields.brand_id);
    refuseMissing(store, 'category', fields.category_id);
    refuseMissing(store, 'tax_class', fields.tax_class_id);
    const codes = [...fields.barcodes, ...fields.units].flatMap(({ barcode }) => barcode ?? []);
    refuseTakenCodes(store, id, fields.sku, codes);
    if (input.id === undefined) {
      createProduct(m, deps, { id, fields, cost: input.cost, openingStock: input.openingStock ?? null });
    } else {
      editProduct(m, deps, id, fields, input.cost);
    }
  });
  return id;
}

/** Everything about a product that can be judged without looking at other records. */
function checkFields(deps: ShopDeps, input: SaveProduct): ProductFields {
  const { unit } = input;
  if (!isUnit(unit)) throw badValue('unit', `No unit ${unit}`);
  if (input.byWeight && unitDecimals(unit) === 0) throw badValue('unit', `Nothing is weighed in ${unit}`);
  for (const field of ['reorderLevel', 'reorderQuantity', 'openingStock'] as const) {
    const value = input[field];
    if (value !== null && value !== undefined) checkField(field, () => checkUnitDecimals(value, unit, field));
  }
  if (input.openingStock && !input.trackStock) {
    throw badValue('openingStock', 'What is not counted has no opening stock');
  }
  if (input.openingStock && input.id !== undefined) {
    throw badValue('openingStock', 'A known product is adjusted, not opened again');
  }
  checkMrp(deps, input);
  const barcodes = unique(input.barcodes.map((barcode) => checkBarcode(barcode.trim())));
  const units = checkUnits(input, unit);
  const unitBarcodes = units.flatMap(({ barcode }) => barcode ?? []);
  const twice = unitBarcodes.find((barcode, index) => {
    return barcodes.includes(barcode) || unitBarcodes.indexOf(barcode) !== index;
  });
  if (twice !== undefined) throw badValue('units', 'One barcode stands for two units', { barcode: twice });
  return {
    name: cleanName(input.name),
    sku: cleanCode(input.sku),
    brand_id: input.brandId,
    category_id: input.categoryId,
    hsn: input.hsn,
    unit,
    price: input.price,
    mrp: input.mrp,
    tax_class_id: input.taxClassId,
    reorder_level: input.reorderLevel,
    reorder_quantity: input.reorderQuantity,
    track_stock: input.trackStock ? 1 : 0,
    by_weight: input.byWeight ? 1 : 0,
    favourite: input.favourite ? 1 : 0,
    negative_stock: input.negativeStock,
    active: input.active ? 1 : 0,
    barcodes: barcodes.map((barcode, position) => ({ position, barcode })),
    units,
  };
}

function checkUnits(input: SaveProduct, base: UnitCode): Row<'product'>['units'] {
  const seen = new Set<string>([base]);
  return input.units.map(({ unit, factor, price, barcode }, position) => {
    if (!isUnit(unit)) throw badValue(`units[${position}].unit`, `No unit ${unit}`);
    if (seen.has(unit)) throw badValue(`units[${position}].unit`, `${unit} is there already`);
    seen.add(unit);
    if (factor <= 0) throw badValue(`units[${position}].factor`, 'A unit holds more than nothing');
    checkField(`units[${position}].factor`, () => checkUnitDecimals(factor, base));
    return { position, unit, factor, price, barcode: barcode === null ? null : checkBarcode(barcode.trim()) };
  });
}

export function checkMrp(deps: ShopDeps, { price, mrp }: Pick<SaveProduct, 'price' | 'mrp'>): void {
  if (isAboveMrp(deps.settings(), { price, mrp })) {
    throw badValue('price', 'The price is above the MRP', mrp === null ? {} : { mrp });
  }
}

/** Legal Metrology (Packaged Commodities) Rules 2011, rule 18(2): nobody sells above the retail price on the pack. */
export function isAboveMrp(
  { tax_regime, prices_include_tax }: Pick<Row<'business_settings'>, 'tax_regime' | 'prices_include_tax'>,
  { price, mrp }: Pick<SaveProduct, 'price' | 'mrp'>,
): boolean {
  return mrp !== null && tax_regime === 'india_gst' && prices_include_tax === 1 && price > mrp;
}

export function refuseMissing(
  reads: Reads,
  entity: Extract<RegisterName, 'brand' | 'category' | 'tax_class'>,
  id: string | null,
) {
  if (id === null) return;
  const row = reads.sql<[string]>(`SELECT 1 FROM ${entity} WHERE id = ? AND deleted_at IS NULL`).get(id);
  if (!row) throw new AppError('not_found', `No ${entity} ${id}`, { entity, id });
}

const unique = (values: readonly string[]): string[] => [...new Set(values)];
