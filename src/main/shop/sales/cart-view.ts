import { type PricedBill, stockQuantity } from '@shared/bill';
import type { Cart, CartExchange, CartLine } from '@shared/contract';
import type { Row } from '@shared/entities';
import { addMoney, addQuantity, maxMoney, minMoney, type Quantity, quantity, subMoney, ZERO } from '@shared/money';
import { refusing } from '../refusals';
import type { BillCustomer } from './cart-customer';
import { storedDiscount } from './cart-pricing';
import type { CartLineOfProduct, CartRow } from './cart-rows';
import type { OrderOfCart } from './order-bill';

export interface ToShow {
  readonly cart: CartRow;
  readonly lines: readonly CartLineOfProduct[];
  readonly customer: BillCustomer | null;
  /** Null for a cart without lines. */
  readonly priced: PricedBill | null;
  readonly exchange: CartExchange | null;
  readonly order: OrderOfCart | null;
}

const noTotals = {
  subtotal: ZERO,
  taxable: ZERO,
  tax: ZERO,
  roundOff: ZERO,
  total: ZERO,
  cashDue: ZERO,
  lineDiscount: ZERO,
  billDiscount: ZERO,
};

/** The cart as the counter paints it. */
export function viewCart(
  settings: Row<'business_settings'>,
  { cart, lines, customer, priced, exchange, order }: ToShow,
): Cart {
  const wanted = stockWanted(lines);
  const totals = priced ?? noTotals;
  const credit = exchange?.credit ?? ZERO;
  const advance = minMoney(order?.advance ?? ZERO, maxMoney(ZERO, subMoney(totals.total, credit)));
  return {
    id: cart.id,
    revision: cart.revision,
    lines: lines.map((line, index) => viewLine(settings, line, priced?.lines[index], wanted)),
    customer: customer && { id: customer.id, name: customer.name, phone: customer.phone },
    discount: storedDiscount(cart),
    currency: settings.currency,
    totals: {
      lines: lines.length,
      subtotal: totals.subtotal,
      discount: addMoney(totals.lineDiscount, totals.billDiscount),
      taxable: totals.taxable,
      tax: totals.tax,
      roundOff: totals.roundOff,
      total: totals.total,
      credit,
      advance,
      toPay: subMoney(subMoney(totals.total, credit), advance),
      cashDue: totals.cashDue,
    },
    exchange,
    order: order && { id: order.id, number: order.number },
    note: cart.note,
    updatedAt: cart.updated_at,
  };
}

function viewLine(
  settings: Row<'business_settings'>,
  line: CartLineOfProduct,
  priced: PricedBill['lines'][number] | undefined,
  wanted: ReadonlyMap<string, Quantity>,
): CartLine {
  if (!priced) throw new Error(`Line ${line.line_no} has no price`);
  const isAllowed = (line.negative_stock ?? settings.negative_stock) === 'allow';
  return {
    lineNo: line.line_no,
    productId: line.product_id,
    name: line.name,
    sku: line.sku,
    unit: line.unit,
    quantity: line.quantity,
    unitPrice: line.unit_price,
    listPrice: line.list_price,
    discount: storedDiscount(line),
    discountAmount: priced.discount,
    tax: priced.tax,
    taxes: priced.components.map(({ kind, rate, amount }) => ({ kind, rate, amount })),
    net: priced.net,
    stock: line.track_stock === 1 ? (line.stock ?? quantity(0)) : null,
    oversells: !isAllowed && isShort(line, wanted),
    note: line.note,
  };
}

/** What the whole cart takes of each product, in stock units: two lines of one product share its stock. */
export function stockWanted(lines: readonly CartLineOfProduct[]): ReadonlyMap<string, Quantity> {
  const wanted = new Map<string, Quantity>();
  for (const line of lines) {
    const taken = refusing(() => stockQuantity(line.quantity, line.factor));
    wanted.set(line.product_id, addQuantity(wanted.get(line.product_id) ?? quantity(0), taken));
  }
  return wanted;
}

/** This cart takes more of the line's product than there is. */
export function isShort(line: CartLineOfProduct, wanted: ReadonlyMap<string, Quantity>): boolean {
  return line.track_stock === 1 && (line.stock ?? 0) < (wanted.get(line.product_id) ?? 0);
}
