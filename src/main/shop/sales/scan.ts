import type { CodeLookup, ScanResult } from '@shared/contract';
import { QUANTITY_SCALE, type Quantity, roundedRatio, quantity as toQuantity } from '@shared/money';
import { findByCode } from '../catalogue';
import type { ShopDeps } from '../deps';
import type { CartDesk } from './cart-desk';
import { timesOf } from './cart-lines';
import type { NewLine, SoldBy } from './goods';

/** A code at the counter: one product goes on the bill, anything else is told. */
export function scan(
  deps: ShopDeps,
  desk: CartDesk,
  staffId: string,
  code: string,
  times: Quantity | undefined,
): ScanResult {
  const found = findByCode(deps.store, code, deps.settings());
  switch (found.kind) {
    case 'product':
      return { outcome: 'added', ...desk.add(staffId, [scannedLine(found, code, times)]) };
    case 'ambiguous':
      return { outcome: 'ambiguous', code, products: found.products, cart: desk.read(staffId) };
    default:
      return { outcome: found.kind, code, cart: desk.read(staffId) };
  }
}

type Found = Extract<CodeLookup, { kind: 'product' }>;

function scannedLine(found: Found, barcode: string, times: Quantity | undefined): NewLine {
  const { product, unit } = found;
  const line = { productId: product.id, barcode, quantity: timesOf(times, found.quantity) };
  if (found.price !== null) return { ...line, soldBy: labelledPack(found, found.price) };
  return unit ? { ...line, soldBy: unit } : line;
}

/**
 * A pack whose label names its price: sold as one pack at exactly that price, so that the bill ties to the label; its
 * content, for the stock, is what the price buys. A product without a price gives no content: one unit leaves.
 */
function labelledPack({ product }: Found, price: NonNullable<Found['price']>): SoldBy {
  const content = product.price > 0 ? roundedRatio(price, QUANTITY_SCALE, 0, 0, product.price) : QUANTITY_SCALE;
  return { unit: 'PKT', factor: toQuantity(Math.max(content, 1)), price };
}
