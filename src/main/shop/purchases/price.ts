import { type PricedBill, priceBill, type SellingUnit, sellingUnit } from '@shared/bill';
import { type Day, isDay } from '@shared/clock';
import type { DraftContent, PurchaseTotals } from '@shared/contract';
import type { Place, Row } from '@shared/entities';
import { ArithmeticError, addMoney, type Money, type UnitCode, ZERO } from '@shared/money';
import type { Reads } from '../../store';
import { readUnits } from '../catalogue';
import { placeOfSupply, type TaxRates } from '../sales';

/** A product as a purchase reads it. */
export type BoughtProduct = Pick<
  Row<'product'>,
  'id' | 'name' | 'sku' | 'hsn' | 'unit' | 'price' | 'tax_class_id' | 'reorder_level' | 'negative_stock' | 'track_stock'
> & { deleted_at: number | null };

export function boughtProduct(reads: Reads, id: string): BoughtProduct | undefined {
  return reads
    .sql<[string], BoughtProduct>(
      `SELECT id, name, sku, hsn, unit, price, tax_class_id, reorder_level, negative_stock, track_stock, deleted_at
       FROM product WHERE id = ?`,
    )
    .get(id);
}

/** The units that a product comes in; its own first. */
export function unitsOf(reads: Reads, product: BoughtProduct): SellingUnit[] {
  const list = { base: { unit: product.unit, price: product.price }, others: readUnits(reads, product.id) };
  return [sellingUnit(list, product.unit), ...list.others];
}

/** @throws ArithmeticError `wrong_unit` */
export function unitOf<U extends { readonly unit: string }>(units: readonly U[], unit: UnitCode, field: string): U {
  const found = units.find((each) => each.unit === unit);
  if (!found) throw new ArithmeticError('wrong_unit', field, `not counted by ${unit}`);
  return found;
}

/**
 * The supplier's bill by the one bill arithmetic; what the supplier rounded it by comes on top.
 *
 * @throws ArithmeticError for what cannot be right, with the field
 */
export function pricePurchase(
  settings: Row<'business_settings'>,
  rates: TaxRates,
  content: DraftContent,
  place: Place,
): PricedBill {
  const day = billDay(content);
  const priced = priceBill({
    settings: {
      currency: settings.currency,
      regime: settings.tax_regime,
      pricesIncludeTax: content.pricesIncludeTax,
      place,
      rounding: settings.rounding_method,
      roundOff: ZERO,
      cashRounding: ZERO,
    },
    lines: content.lines.map((line) => ({
      quantity: line.quantity,
      unitPrice: line.unitPrice,
      discount: line.discount === 0 ? undefined : { percent: line.discount },
      taxes: rates.on(line.taxClassId, day),
      unit: line.unit,
    })),
    billDiscount: content.discount === 0 ? undefined : { amount: content.discount },
  });
  const total = addMoney(priced.total, content.roundOff);
  if (total < 0) throw new ArithmeticError('negative', 'roundOff', 'a bill is not below zero');
  return { ...priced, roundOff: content.roundOff, total };
}

function billDay({ billDay: day }: DraftContent): Day {
  if (!isDay(day)) throw new ArithmeticError('bad_value', 'billDay', `no such day: ${day}`);
  return day;
}

/** The sums as a page shows them. */
export function totalsOf({ lines, ...priced }: PricedBill): PurchaseTotals {
  const taxes = new Map<PurchaseTotals['taxes'][number]['kind'], Money>();
  for (const { kind, amount } of lines.flatMap(({ components }) => components)) {
    taxes.set(kind, addMoney(taxes.get(kind) ?? ZERO, amount));
  }
  return {
    subtotal: priced.subtotal,
    discount: addMoney(priced.lineDiscount, priced.billDiscount),
    taxable: priced.taxable,
    taxes: [...taxes].map(([kind, amount]) => ({ kind, amount })),
    roundOff: priced.roundOff,
    total: priced.total,
  };
}

/** Where the goods come from, against where the shop is. */
export function placeOf(reads: Reads, settings: Row<'business_settings'>, supplierId: string | null): Place {
  const supplier =
    supplierId === null
      ? undefined
      : reads
          .sql<[string], Pick<Row<'supplier'>, 'gstin' | 'state_code'>>(
            'SELECT gstin, state_code FROM supplier WHERE id = ?',
          )
          .get(supplierId);
  return placeOfSupply(settings, supplier ?? null);
}
