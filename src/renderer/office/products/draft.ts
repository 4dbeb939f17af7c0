import { readBarcode } from '@shared/codes';
import type { CallInput, Product } from '@shared/contract';
import type { NegativeStockRule } from '@shared/entities';
import type { Money, Quantity, UnitCode } from '@shared/money';
import type { FieldErrors } from '../form';
import type { WordsFor } from '../words';

export interface UnitDraft {
  /** Tells the rows of the form apart; nothing else. */
  readonly key: number;
  readonly unit: UnitCode;
  readonly factor: Quantity | null;
  readonly price: Money | null;
  readonly barcode: string;
}

/** A product as it stands in the form: what is not filled in is empty or null. */
export interface ProductDraft {
  readonly name: string;
  readonly sku: string;
  readonly barcodes: readonly string[];
  readonly brandId: string | null;
  readonly categoryId: string | null;
  readonly hsn: string;
  readonly unit: UnitCode;
  readonly units: readonly UnitDraft[];
  readonly price: Money | null;
  readonly mrp: Money | null;
  readonly cost: Money | null;
  readonly taxClassId: string | null;
  readonly trackStock: boolean;
  readonly reorderLevel: Quantity | null;
  readonly reorderQuantity: Quantity | null;
  readonly negativeStock: NegativeStockRule | null;
  readonly openingStock: Quantity | null;
  readonly byWeight: boolean;
  readonly favourite: boolean;
  readonly active: boolean;
}

/** A product that nobody has described yet; its barcode is known when a scan brought the person here. */
export const newDraft = (barcode: string): ProductDraft => ({
  name: '',
  sku: '',
  barcodes: barcode === '' ? [] : [barcode],
  brandId: null,
  categoryId: null,
  hsn: '',
  unit: 'PCS',
  units: [],
  price: null,
  mrp: null,
  cost: null,
  taxClassId: null,
  trackStock: true,
  reorderLevel: null,
  reorderQuantity: null,
  negativeStock: null,
  openingStock: null,
  byWeight: false,
  favourite: false,
  active: true,
});

export const draftOf = (product: Product): ProductDraft => ({
  name: product.name,
  sku: product.sku ?? '',
  barcodes: product.barcodes,
  brandId: product.brandId,
  categoryId: product.categoryId,
  hsn: product.hsn ?? '',
  unit: product.unit,
  units: product.units.map((unit, key) => ({ ...unit, key, barcode: unit.barcode ?? '' })),
  price: product.price,
  mrp: product.mrp,
  cost: product.cost,
  taxClassId: product.taxClassId,
  trackStock: product.trackStock,
  reorderLevel: product.reorderLevel,
  reorderQuantity: product.reorderQuantity,
  negativeStock: product.negativeStock,
  openingStock: null,
  byWeight: product.byWeight,
  favourite: product.favourite,
  active: product.active,
});

const orNull = (text: string): string | null => text.trim() || null;

/** What is asked of main; null while something without which it cannot be asked is missing. */
export function inputOf(draft: ProductDraft, id?: string): CallInput<'catalogue.saveProduct'> | null {
  const { price, openingStock, ...rest } = draft;
  const units = draft.units.flatMap(({ unit, factor, price: of, barcode }) =>
    factor === null || of === null ? [] : [{ unit, factor, price: of, barcode: orNull(barcode) }],
  );
  if (price === null || units.length < draft.units.length) return null;
  return {
    ...rest,
    ...(id === undefined ? {} : { id }),
    ...(id === undefined && openingStock !== null && draft.trackStock ? { openingStock } : {}),
    name: draft.name.trim(),
    sku: orNull(draft.sku),
    hsn: orNull(draft.hsn),
    barcodes: [...draft.barcodes],
    price,
    units,
  };
}

/** The code with a wrong check digit, if there is one: misread or mistyped. */
export const damagedCode = (codes: readonly string[]): string | undefined =>
  codes.find((code) => !readBarcode(code).ok);

export function findErrors(draft: ProductDraft, t: WordsFor): FieldErrors<ProductDraft> {
  const damaged = damagedCode(draft.barcodes);
  return {
    ...(draft.name.trim() === '' ? { name: t('office.products.missing.name') } : {}),
    ...(draft.price === null ? { price: t('office.products.missing.price') } : {}),
    ...(damaged === undefined ? {} : { barcodes: t('office.products.damaged', { code: damaged }) }),
    ...(/^(\d{4,8})?$/.test(draft.hsn.trim()) ? {} : { hsn: t('office.products.badHsn') }),
    ...(draft.units.some((unit) => unitErrors(unit, draft, t).any) ? { units: t('office.products.missing.unit') } : {}),
  };
}

/** What is wrong with a unit's row. */
export function unitErrors({ key, unit, factor, price, barcode }: UnitDraft, draft: ProductDraft, t: WordsFor) {
  const isTwice = unit === draft.unit || draft.units.some((other) => other.key < key && other.unit === unit);
  const wrong = {
    unit: isTwice ? t('office.products.sameUnit') : undefined,
    factor: factor === null || factor === 0 ? t('office.products.missing.factor') : undefined,
    price: price === null ? t('office.products.missing.price') : undefined,
    barcode: barcode !== '' && damagedCode([barcode]) ? t('office.products.damaged', { code: barcode }) : undefined,
  };
  return { ...wrong, any: Object.values(wrong).some((words) => words !== undefined) };
}
