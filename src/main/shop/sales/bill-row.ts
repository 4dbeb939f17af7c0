import { type BillAmounts, type PricedBill, type PricedLine, stockQuantity } from '@shared/bill';
import type { Row } from '@shared/entities';
import type { CartLineOfProduct } from './cart-rows';

type BillLineRow = Row<'bill'>['lines'][number];
type BillTaxRow = Row<'bill'>['taxes'][number];

/** The sums of a bill or a credit note, as columns. */
export function amountColumns(amounts: BillAmounts) {
  return {
    subtotal: amounts.subtotal,
    line_discount: amounts.lineDiscount,
    bill_discount: amounts.billDiscount,
    charges: amounts.charges,
    taxable: amounts.taxable,
    cgst: amounts.cgst,
    sgst: amounts.sgst,
    igst: amounts.igst,
    cess: amounts.cess,
    tax: amounts.tax,
    round_off: amounts.roundOff,
    total: amounts.total,
  };
}

/** How the bill was priced, as columns: a return is priced the same way, whatever the settings are by then. */
export function settingColumns({ settings }: Pick<PricedBill, 'settings'>) {
  return {
    currency: settings.currency,
    tax_regime: settings.regime,
    prices_include_tax: settings.pricesIncludeTax ? 1 : 0,
    rounding_method: settings.rounding,
    place: settings.place,
  } as const;
}

/** Lines are numbered 1, 2, 3 … on the bill, whatever gaps the cart had. */
function billLine(line: CartLineOfProduct, priced: PricedLine, lineNo: number): BillLineRow {
  return {
    line_no: lineNo,
    product_id: line.product_id,
    name: line.name,
    sku: line.sku,
    barcode: line.barcode,
    hsn: line.hsn,
    unit: line.unit,
    quantity: line.quantity,
    stock_quantity: stockQuantity(line.quantity, line.factor),
    unit_price: line.unit_price,
    gross: priced.gross,
    discount: priced.discount,
    net: priced.net,
    bill_discount_share: priced.billDiscountShare,
    taxable: priced.taxable,
    tax: priced.tax,
    total: priced.total,
    charge: 0,
    note: line.note,
    list_price: line.list_price,
  };
}

export function taxRows(components: PricedLine['components'], lineNo: number): BillTaxRow[] {
  return components.map(({ kind, rate, perUnit, compound, amount }, position) => ({
    line_no: lineNo,
    position,
    kind,
    rate,
    per_unit: perUnit,
    compound: compound ? 1 : 0,
    amount,
  }));
}

/** All lines with their taxes. */
export function billParts(
  lines: readonly CartLineOfProduct[],
  priced: PricedBill,
): Pick<Row<'bill'>, 'lines' | 'taxes'> {
  const rows: BillLineRow[] = [];
  const taxes: BillTaxRow[] = [];
  lines.forEach((line, index) => {
    const amounts = priced.lines[index];
    if (!amounts) throw new Error(`Line ${line.line_no} has no price`);
    rows.push(billLine(line, amounts, index + 1));
    taxes.push(...taxRows(amounts.components, index + 1));
  });
  return { lines: rows, taxes };
}
