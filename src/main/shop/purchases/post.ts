import { type PricedBill, stockQuantity } from '@shared/bill';
import { dayOf, isDay } from '@shared/clock';
import type { DraftContent, SignedIn } from '@shared/contract';
import type { Row } from '@shared/entities';
import { AppError } from '@shared/errors';
import type { ShopDeps } from '../deps';
import { stampOf } from '../documents';
import { refusing } from '../refusals';
import { amountColumns, settingColumns, taxRows } from '../sales';
import { moveStock } from '../stock';
import { readSupplier } from '../suppliers';
import { badValue, cleanName, cleanText } from '../text';
import { restateCosts } from './cost';
import type { DraftDesk } from './draft';
import { type BoughtProduct, boughtProduct, placeOf, pricePurchase, unitOf, unitsOf } from './price';
import { findTwin } from './twin';

type LineRow = Row<'purchase'>['lines'][number];

/**
 * Posts a draft: the document, the goods into stock, their cost as the new average and what the shop owes the supplier, in
 * one transaction in which the draft goes. It happened, so it is a fact: nobody refuses it later.
 *
 * @returns the purchase's id
 * @throws AppError `not_found`; `bad_value` with the `field` that is missing or cannot be; `bad_bill`; `deleted`;
 *   `duplicate_bill` with `number`, `day` and `supplier`; `too_many_lines`
 */
export function postPurchase(deps: ShopDeps, desk: DraftDesk, user: SignedIn, draftId: string): string {
  const { store, ids } = deps;
  const settings = deps.settings();
  const id = ids.next();
  store.mutate({ name: 'purchase.post', kind: 'fact', actor: user.staffId, whole: true }, (m) => {
    const draft = desk.content(draftId);
    const { supplier, billNumber } = complete(deps, draft, dayOf(m.at, settings.time_zone));
    const place = placeOf(store, settings, supplier.id);
    const goods = draft.lines.map(({ productId }) => productForStock(deps, productId));
    const priced = refusing(() => pricePurchase(settings, desk.rates, draft, place));
    const stamp = stampOf(m, user, settings);
    const lines = linesOf(deps, draft, goods, priced);
    m.put('purchase', {
      id,
      supplier_id: supplier.id,
      supplier_name: supplier.name,
      supplier_gstin: supplier.gstin,
      supplier_number: billNumber,
      bill_day: checkedDay('billDay', draft.billDay),
      due_day: draft.dueDay === null ? null : checkedDay('dueDay', draft.dueDay),
      ...stamp,
      ...settingColumns(priced),
      input_credit: draft.inputCredit ? 1 : 0,
      ...amountColumns(priced),
      note: cleanText(draft.note),
      lines,
      taxes: priced.lines.flatMap(({ components }, index) => taxRows(components, index + 1)),
    });
    for (const [index, line] of lines.entries()) {
      const product = goods[index];
      if (!product || product.track_stock === 0) continue;
      const source = { documentType: 'purchase', documentId: id, lineNo: line.line_no };
      const move = { id: `${id}:${line.line_no}`, quantity: line.stock_quantity, reason: 'purchase', source } as const;
      moveStock(m, deps, product, move, stamp);
    }
    restateCosts(m, deps, { products: goods.map((product) => product.id), because: [id] });
    m.put('party_transaction', {
      id: `${id}:due`,
      party_type: 'supplier',
      party_id: supplier.id,
      kind: 'purchase',
      amount: priced.total,
      document_type: 'purchase',
      document_id: id,
      due_day: draft.dueDay === null ? null : checkedDay('dueDay', draft.dueDay),
      note: null,
      ...stamp,
      shift_id: null,
    });
    m.local<[string]>('DELETE FROM purchase_draft WHERE id = ?').run(draftId);
    m.touch('purchase_draft', [draftId]);
  });
  return id;
}

/** What every purchase has, checked before anything is written. */
function complete({ store }: ShopDeps, draft: DraftContent, today: string) {
  const { supplierId, billDay, dueDay, lines } = draft;
  if (supplierId === null) throw badValue('supplierId', 'Whose bill is it?', { reason: 'missing' });
  const supplier = readSupplier(store, supplierId);
  if (supplier.deleted) {
    throw new AppError('deleted', `${supplier.name} is deleted`, { entity: 'supplier', id: supplierId });
  }
  const billNumber = cleanName(draft.billNumber);
  if (billNumber === '') throw badValue('billNumber', 'A bill has a number', { reason: 'missing' });
  if (checkedDay('billDay', billDay) > today) throw badValue('billDay', 'A bill of tomorrow', { reason: 'future' });
  if (dueDay !== null && checkedDay('dueDay', dueDay) < billDay) {
    throw badValue('dueDay', 'Due before it was written', { reason: 'order' });
  }
  if (lines.length === 0) throw badValue('lines', 'A purchase has goods', { reason: 'missing' });
  const twin = findTwin(store, supplierId, billNumber, billDay);
  if (twin) {
    const params = { number: twin.supplier_number, day: twin.bill_day, supplier: supplier.name, purchase: twin.id };
    throw new AppError('duplicate_bill', `Bill ${billNumber} is in the books already`, params);
  }
  return { supplier, billNumber };
}

function checkedDay(field: string, day: string) {
  if (!isDay(day)) throw badValue(field, `No such day: ${day}`, { reason: 'day' });
  return day;
}

function productForStock({ store }: ShopDeps, id: string): BoughtProduct {
  const product = boughtProduct(store, id);
  if (!product) throw new AppError('not_found', `No product ${id}`, { entity: 'product', id });
  if (product.deleted_at !== null) {
    throw new AppError('deleted', `${product.name} is deleted`, { entity: 'product', id, name: product.name });
  }
  return product;
}

function linesOf(
  { store }: ShopDeps,
  { lines, inputCredit }: DraftContent,
  goods: readonly BoughtProduct[],
  priced: PricedBill,
): LineRow[] {
  return lines.map((line, index) => {
    const product = goods[index];
    const amounts = priced.lines[index];
    if (!product || !amounts) throw new Error(`Line ${index + 1} has no product or no price`);
    const stock = refusing(() => {
      const { factor } = unitOf(unitsOf(store, product), line.unit, `lines[${index}].unit`);
      return stockQuantity(line.quantity, factor);
    });
    return {
      line_no: index + 1,
      product_id: product.id,
      name: product.name,
      sku: product.sku,
      hsn: product.hsn,
      unit: line.unit,
      quantity: line.quantity,
      stock_quantity: stock,
      unit_price: line.unitPrice,
      gross: amounts.gross,
      discount: amounts.discount,
      net: amounts.net,
      bill_discount_share: amounts.billDiscountShare,
      taxable: amounts.taxable,
      tax: amounts.tax,
      total: amounts.total,
      cost: inputCredit ? amounts.taxable : amounts.total,
    };
  });
}
