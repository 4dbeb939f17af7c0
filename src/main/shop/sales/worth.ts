import { priceBill } from '@shared/bill';
import { dayOf } from '@shared/clock';
import { type Money, type Quantity, type UnitCode, ZERO } from '@shared/money';
import type { Reads } from '../../store';
import type { ShopDeps } from '../deps';
import { refusing } from '../refusals';
import { billCustomer } from './cart-customer';
import { billSettings } from './cart-pricing';
import type { TaxRates } from './tax-rates';

/** Goods at a price; what is not in the catalogue has no tax class. */
export interface LineToPrice {
  readonly quantity: Quantity;
  readonly unitPrice: Money;
  readonly unit: UnitCode;
  readonly taxClassId: string | null;
}

/** What they would come to as a bill of today. @throws AppError for what the arithmetic refuses */
export function worthOf(
  { store, settings, clock }: Pick<ShopDeps, 'settings' | 'clock'> & { readonly store: Reads },
  rates: TaxRates,
  lines: readonly LineToPrice[],
  customerId: string | null,
): Money {
  if (lines.length === 0) return ZERO;
  const shop = settings();
  const day = dayOf(clock.now(), shop.time_zone);
  const customer = customerId === null ? null : billCustomer(store, customerId);
  const { total } = refusing(() =>
    priceBill({
      settings: billSettings(shop, customer),
      lines: lines.map(({ quantity, unitPrice, unit, taxClassId }) => ({
        quantity,
        unitPrice,
        unit,
        taxes: rates.on(taxClassId, day),
      })),
    }),
  );
  return total;
}
