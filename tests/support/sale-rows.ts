import type { Day } from '@shared/clock';
import type { Row } from '@shared/entities';
import type { Money, Quantity } from '@shared/money';

/** Rows as the shop would write them, with only what a store test varies left open. */
const day = '2026-11-21' as Day; // proof: written out as a day
const money = (value: number) => value as Money; // proof: a literal integer of minor units
const quantity = (value: number) => value as Quantity; // proof: a literal integer of thousandths

export function productRow(id: string, fields: Partial<Row<'product'>> = {}): Row<'product'> {
  return {
    id,
    name: `Product ${id}`,
    sku: null,
    brand_id: null,
    category_id: null,
    hsn: null,
    unit: 'piece' as Row<'product'>['unit'], // proof: a unit code of the money module
    price: money(1000),
    mrp: null,
    tax_class_id: null,
    reorder_level: null,
    reorder_quantity: null,
    track_stock: 1,
    by_weight: 0,
    favourite: 0,
    negative_stock: null,
    active: 1,
    created_at: 0,
    barcodes: [],
    units: [],
    ...fields,
  };
}

export function movementRow(id: string, productId: string, thousandths: number): Row<'stock_movement'> {
  return {
    id,
    product_id: productId,
    quantity: quantity(thousandths),
    reason: 'sale',
    document_type: 'bill',
    document_id: 'b',
    line_no: 1,
    note: null,
    at: 0,
    day,
    staff_id: 's',
    terminal_id: 't',
  };
}

export function customerRow(id: string, fields: Partial<Row<'customer'>> = {}): Row<'customer'> {
  return {
    id,
    name: `Customer ${id}`,
    phone: null,
    gstin: null,
    state_code: null,
    address: null,
    email: null,
    credit_limit: null,
    credit_days: null,
    opening_balance: money(0),
    note: null,
    created_at: 0,
    ...fields,
  };
}

/** A cash sale of one piece of each product: the bill with lines and two tax components each, payment, cash. */
export function saleRows(id: string, number: string, productIds: readonly string[]) {
  const net = 1000;
  const tax = 180;
  const count = productIds.length;
  const total = money(count * (net + tax));
  const who = { staff_id: 's', terminal_id: 't', shift_id: null };
  const bill: Row<'bill'> = {
    id,
    number,
    series: 'A',
    sequence: 1,
    financial_year: '2026-27',
    at: 0,
    day,
    ...who,
    customer_id: null,
    customer_name: null,
    currency: 'INR' as Row<'bill'>['currency'], // proof: a currency code of the money module
    tax_regime: 'india_gst',
    prices_include_tax: 0,
    rounding_method: 'line',
    place: 'intra',
    subtotal: money(count * net),
    line_discount: money(0),
    bill_discount: money(0),
    charges: money(0),
    taxable: money(count * net),
    cgst: money((count * tax) / 2),
    sgst: money((count * tax) / 2),
    igst: money(0),
    cess: money(0),
    tax: money(count * tax),
    round_off: money(0),
    total,
    cash_rounding: money(0),
    paid: total,
    change_given: money(0),
    due: money(0),
    note: null,
    cart_id: null,
    lines: productIds.map((productId, index) => ({
      line_no: index + 1,
      product_id: productId,
      name: `Product ${productId}`,
      sku: null,
      barcode: '8901234567890',
      hsn: '190590',
      unit: 'piece' as Row<'product'>['unit'], // proof: a unit code of the money module
      quantity: quantity(1000),
      stock_quantity: quantity(1000),
      unit_price: money(net),
      gross: money(net),
      discount: money(0),
      net: money(net),
      bill_discount_share: money(0),
      taxable: money(net),
      tax: money(tax),
      total: money(net + tax),
      charge: 0,
      note: null,
      list_price: money(net),
    })),
    taxes: productIds.flatMap((_, index) =>
      (['cgst', 'sgst'] as const).map((kind, position) => ({
        line_no: index + 1,
        position,
        kind,
        rate: 90_000 as Row<'bill'>['taxes'][number]['rate'], // proof: 9 % in parts per million
        per_unit: 0 as Row<'bill'>['taxes'][number]['per_unit'], // proof: no tax per unit
        compound: 0 as const,
        amount: money(tax / 2),
      })),
    ),
  };
  const movements = productIds.map((productId, index) => ({
    ...movementRow(`${id}:${index + 1}`, productId, -1000),
    document_id: id,
    line_no: index + 1,
  }));
  const payment: Row<'payment'> = {
    id: `${id}:p1`,
    bill_id: id,
    return_id: null,
    void_id: null,
    customer_id: null,
    method: 'cash',
    amount: total,
    tendered: total,
    reference: null,
    at: 0,
    day,
    ...who,
  };
  const cash: Row<'cashbook_entry'> = {
    id: `${id}:c1`,
    amount: total,
    category: 'sale',
    reason: null,
    document_type: 'bill',
    document_id: id,
    at: 0,
    day,
    ...who,
  };
  return { bill, movements, payment, cash };
}
