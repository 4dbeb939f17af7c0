import { priceBill, priceReturn, stockQuantity } from '@shared/bill';
import { dayOf } from '@shared/clock';
import type { BillReturn, RefundMethod, SignedIn } from '@shared/contract';
import type { ShopDeps } from '../deps';
import { refusing } from '../refusals';
import { settingColumns } from './bill-row';
import { viewReturn } from './bill-view';
import { billCustomer } from './cart-customer';
import { billSettings } from './cart-pricing';
import { issueCreditNote } from './credit-note';
import { billProduct, goodsOf, type NewLine } from './goods';
import type { TaxRates } from './tax-rates';

export interface ReturnWithoutBill {
  /** Quantities above zero; what comes back. */
  readonly lines: readonly NewLine[];
  readonly customerId: string | null;
  readonly reason: string;
  readonly refund: RefundMethod;
}

/**
 * Goods come back and nobody has the bill: priced as they would be sold now (or by the price given), then turned into a
 * credit note that names no bill.
 *
 * @throws AppError `not_found`, `bad_bill`
 */
export function returnWithoutBill(
  deps: ShopDeps,
  rates: TaxRates,
  user: SignedIn,
  { lines, customerId, reason, refund }: ReturnWithoutBill,
): BillReturn {
  const { store } = deps;
  const shop = deps.settings();
  const made = store.mutate({ name: 'sale.returnWithoutBill', kind: 'fact', actor: user.staffId }, (m) => {
    const customer = customerId === null ? null : billCustomer(store, customerId);
    const day = dayOf(m.at, shop.time_zone);
    const brought = lines.map((line) => {
      const product = billProduct(store, line.productId);
      return { product, goods: goodsOf(store, product, line) };
    });
    const sold = refusing(() =>
      priceBill({
        settings: billSettings(shop, customer),
        lines: brought.map(({ product, goods }) => ({
          quantity: goods.quantity,
          unitPrice: goods.unit_price,
          taxes: rates.on(product.tax_class_id, day),
          hsn: product.hsn ?? undefined,
          unit: goods.unit,
        })),
      }),
    );
    const all = brought.map(({ goods }, line) => ({ line, quantity: goods.quantity }));
    return issueCreditNote(m, deps, user, {
      id: deps.ids.next(),
      bill: null,
      customer,
      settings: settingColumns(sold),
      priced: priceReturn(sold, [], all),
      goods: brought.map(({ product, goods }) => ({
        bill_line_no: null,
        product_id: product.id,
        name: product.name,
        sku: product.sku,
        hsn: product.hsn,
        barcode: goods.barcode,
        unit: goods.unit,
        unit_price: goods.unit_price,
        note: null,
        stockQuantity: refusing(() => stockQuantity(goods.quantity, goods.factor)),
        counted: product.track_stock === 1,
        restock: true,
      })),
      reason,
      refund,
      exchange: null,
    });
  });
  return viewReturn(store, made.value.note.id);
}
