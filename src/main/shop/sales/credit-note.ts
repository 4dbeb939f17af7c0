import type { PricedReturn } from '@shared/bill';
import type { SignedIn } from '@shared/contract';
import type { Row } from '@shared/entities';
import { negMoney, negQuantity, type Quantity } from '@shared/money';
import type { Mutation } from '../../store';
import { watchLevel } from '../alerts';
import type { ShopDeps } from '../deps';
import { amountColumns, type settingColumns, taxRows } from './bill-row';
import { billProduct } from './goods';
import { creditNoteSeries, takeNumber } from './numbers';
import { putRefund, type RefundMethod, splitRefund } from './refund';
import { stampOf } from './stamp';

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
  readonly refund: RefundMethod;
}

/** Writes a credit note with everything that follows from it into the open transaction; returns its id. */
export function issueCreditNote(m: Mutation, deps: ShopDeps, user: SignedIn, note: CreditNote): string {
  const shop = deps.settings();
  const stamp = stampOf(m, user, shop);
  const { id, bill, customer, priced } = note;
  const refund = splitRefund(deps.store, shop, priced.total, bill, note.refund);
  const row: Row<'bill_return'> = {
    id,
    ...takeNumber(m, creditNoteSeries(deps.terminal().series), stamp.day),
    ...stamp,
    shift_id: null,
    customer_id: customer?.id ?? null,
    customer_name: customer?.name ?? null,
    ...note.settings,
    ...amountColumns(priced),
    cash_rounding: negMoney(refund.rounding),
    bill_id: bill?.id ?? null,
    bill_number: bill?.number ?? null,
    reason: note.reason,
    note: null,
    lines: priced.lines.map((line, index) => noteLine(goodsAt(note, index), line, index + 1)),
    taxes: priced.lines.flatMap((line, index) => taxRows(line.components, index + 1)),
  };
  m.put('bill_return', row);
  putRefund(m, stamp, row, refund);
  const cause = { documentType: 'bill_return', documentId: id };
  for (const [index, line] of row.lines.entries()) {
    if (!goodsAt(note, index).counted || line.product_id === null) continue;
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
  return id;
}

function goodsAt(note: CreditNote, index: number): ReturnedGoods {
  const goods = note.goods[index];
  if (!goods) throw new Error(`No goods for line ${index} of a credit note`);
  return goods;
}

function noteLine(goods: ReturnedGoods, priced: PricedReturn['lines'][number], lineNo: number): NoteLine {
  const { stockQuantity, counted: _counted, ...same } = goods;
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
  };
}
