import type { PricedReturn } from '@shared/bill';
import type { SignedIn } from '@shared/contract';
import type { Row } from '@shared/entities';
import { type Money, negMoney, negQuantity, type Quantity, sumMoney, ZERO } from '@shared/money';
import type { Mutation } from '../../store';
import { watchLevel } from '../alerts';
import type { ShopDeps } from '../deps';
import { creditNoteSeries, shiftFor, stampOf, takeNumber } from '../documents';
import { amountColumns, type settingColumns, taxRows } from './bill-row';
import { billProduct } from './goods';
import { planRefund, putRefund, type WantedRefund } from './refund';

type NoteLine = Row<'bill_return'>['lines'][number];

/** The goods of one line that came back, beside its amounts. */
export type ReturnedGoods = Pick<
  NoteLine,
  'bill_line_no' | 'product_id' | 'name' | 'sku' | 'barcode' | 'hsn' | 'unit' | 'unit_price' | 'note'
> & {
  /** In stock units, above zero. */
  readonly stockQuantity: Quantity;
  /** Goods that were never counted out are not counted in. */
  readonly counted: boolean;
  /** False for what does not go back on the shelf. */
  readonly restock: boolean;
};

export interface CreditNote {
  readonly id: string;
  /** Null for goods brought back without their bill. */
  readonly bill: Pick<Row<'bill'>, 'id' | 'number' | 'due' | 'customer_id'> | null;
  readonly customer: { readonly id: string; readonly name: string } | null;
  readonly settings: ReturnType<typeof settingColumns>;
  readonly priced: PricedReturn;
  /** One for each line of `priced`. */
  readonly goods: readonly ReturnedGoods[];
  readonly reason: string;
  readonly refund: WantedRefund;
  /** The bill of the new goods, and what of this note pays for them. */
  readonly exchange: { readonly billId: string; readonly amount: Money } | null;
}

/** What came of it. */
export interface Issued {
  readonly note: Row<'bill_return'>;
  /** Given back in whatever way, beside what paid for new goods or was taken off the account. */
  readonly refunded: Money;
  /** That left the drawer. */
  readonly cash: Money;
}

/** Writes a credit note with everything that follows from it into the open transaction. */
export function issueCreditNote(m: Mutation, deps: ShopDeps, user: SignedIn, note: CreditNote): Issued {
  const shop = deps.settings();
  const stamp = stampOf(m, user, shop);
  const { id, bill, customer, priced, exchange } = note;
  const refund = planRefund(deps.store, shop, {
    total: priced.total,
    bill,
    customerId: customer?.id ?? null,
    wanted: note.refund,
    exchanged: exchange?.amount ?? ZERO,
  });
  const row: Row<'bill_return'> = {
    id,
    ...takeNumber(m, creditNoteSeries(deps.terminal().series), stamp.day),
    ...stamp,
    shift_id: shiftFor(deps),
    customer_id: customer?.id ?? null,
    customer_name: customer?.name ?? null,
    ...note.settings,
    ...amountColumns(priced),
    cash_rounding: negMoney(refund.rounding),
    bill_id: bill?.id ?? null,
    bill_number: bill?.number ?? null,
    exchange_bill_id: exchange?.billId ?? null,
    reason: note.reason,
    note: null,
    lines: priced.lines.map((line, index) => noteLine(goodsAt(note, index), line, index + 1)),
    taxes: priced.lines.flatMap((line, index) => taxRows(line.components, index + 1)),
  };
  m.put('bill_return', row);
  const cash = putRefund(m, stamp, row, refund);
  const cause = { documentType: 'bill_return', documentId: id };
  for (const [index, line] of row.lines.entries()) {
    const goods = goodsAt(note, index);
    if (!goods.counted || !goods.restock || line.product_id === null) continue;
    const level = m.move({
      id: `${id}:${line.line_no}`,
      product_id: line.product_id,
      quantity: negQuantity(line.stock_quantity),
      reason: 'return',
      document_type: cause.documentType,
      document_id: id,
      line_no: line.line_no,
      note: null,
      ...stamp,
    });
    watchLevel(m, deps, billProduct(deps.store, line.product_id), level, cause);
  }
  const given = refund.parts.filter(({ method }) => method !== 'exchange').map(({ amount }) => amount);
  return { note: row, refunded: sumMoney(given), cash };
}

function goodsAt(note: CreditNote, index: number): ReturnedGoods {
  const goods = note.goods[index];
  if (!goods) throw new Error(`No goods for line ${index} of a credit note`);
  return goods;
}

function noteLine(goods: ReturnedGoods, priced: PricedReturn['lines'][number], lineNo: number): NoteLine {
  const { stockQuantity, counted: _counted, restock, ...same } = goods;
  return {
    line_no: lineNo,
    ...same,
    quantity: priced.quantity,
    stock_quantity: negQuantity(stockQuantity),
    gross: priced.gross,
    discount: priced.discount,
    net: priced.net,
    bill_discount_share: priced.billDiscountShare,
    taxable: priced.taxable,
    tax: priced.tax,
    total: priced.total,
    charge: priced.charge ? 1 : 0,
    restock: restock ? 1 : 0,
  };
}
