import { type BillSettings, type Discount, type PricedBill, priceBill, type Tender } from '@shared/bill';
import { type Day, dayOf } from '@shared/clock';
import type { Row } from '@shared/entities';
import { type Money, minMoney, type Rate, ZERO } from '@shared/money';
import { refusing } from '../refusals';
import { type BillCustomer, placeOfSupply } from './cart-customer';
import type { CartLineOfProduct, CartRow } from './cart-rows';
import type { TaxRates } from './tax-rates';

/** The shop's settings as the arithmetic wants them, for a bill to this customer. */
export function billSettings(settings: Row<'business_settings'>, customer: BillCustomer | null): BillSettings {
  return {
    currency: settings.currency,
    regime: settings.tax_regime,
    pricesIncludeTax: settings.prices_include_tax === 1,
    place: placeOfSupply(settings, customer),
    rounding: settings.rounding_method,
    roundOff: settings.round_off_unit,
    cashRounding: settings.cash_rounding_unit,
  };
}

export interface ToPrice {
  readonly cart: CartRow;
  readonly lines: readonly CartLineOfProduct[];
  readonly customer: BillCustomer | null;
  readonly at: number;
  readonly payments?: readonly Tender[];
}

/** A cart with at least one line, priced. @throws AppError for what the arithmetic refuses */
export function priceCart(
  settings: Row<'business_settings'>,
  rates: TaxRates,
  { cart, lines, customer, at, payments }: ToPrice,
): PricedBill {
  const day: Day = dayOf(at, settings.time_zone);
  return refusing(() =>
    priceBill({
      settings: billSettings(settings, customer),
      lines: lines.map((line) => ({
        quantity: line.quantity,
        unitPrice: line.unit_price,
        discount: storedDiscount(line) ?? undefined,
        taxes: rates.on(line.tax_class_id, day),
        hsn: line.hsn ?? undefined,
        unit: line.unit,
      })),
      billDiscount: storedDiscount(cart) ?? undefined,
      payments,
    }),
  );
}

/**
 * The same with goods that come back and pay first, as a tender of their own: what is left of the bill is what coins
 * round. @throws AppError for what the arithmetic refuses
 */
export function priceWithCredit(
  settings: Row<'business_settings'>,
  rates: TaxRates,
  toPrice: ToPrice,
  credit: Money = ZERO,
): PricedBill {
  if (credit === 0) return priceCart(settings, rates, toPrice);
  const { total } = priceCart(settings, rates, { ...toPrice, payments: [] });
  const amount = minMoney(credit, total);
  const payments = [{ method: 'exchange', amount }, ...(toPrice.payments ?? [])];
  return priceCart(settings, rates, { ...toPrice, payments });
}

/** A discount out of its two columns, of which at most one is filled. */
export function storedDiscount(row: {
  readonly discount_percent: Rate | null;
  readonly discount_amount: Money | null;
}): Discount | null {
  if (row.discount_percent !== null) return { percent: row.discount_percent };
  if (row.discount_amount !== null) return { amount: row.discount_amount };
  return null;
}

/** The two columns of a discount. Nothing off is no discount. */
export function discountColumns(discount: Discount | null): {
  discount_percent: Rate | null;
  discount_amount: Money | null;
} {
  const percent = discount && 'percent' in discount && discount.percent > 0 ? discount.percent : null;
  const amount = discount && 'amount' in discount && discount.amount > 0 ? discount.amount : null;
  return { discount_percent: percent, discount_amount: amount };
}
