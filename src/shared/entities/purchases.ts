import type { CurrencyCode, UnitCode } from '../money';
import type { Access } from './define';
import { document, ledger, part, register } from './define';
import { added, count, day, flag, id, money, optional, quantity, ref, text, time } from './fields';
import { amounts, lineTax, type MoneyMethod, type Place } from './sales';
import type { RoundingMethod, TaxRegime } from './shop';

/** To every till: goods are received where they are brought, and that till goes on showing what it received. */
const access: Access = { scope: 'shop', change: 'stock.edit' };

export const supplier = register(access, {
  name: text(),
  phone: optional(text()),
  gstin: optional(text()),
  state_code: optional(text()),
  address: optional(text()),
  email: added(optional(text()), null),
  /** What the shop owed when the khata began. */
  opening_balance: money(),
  note: optional(text()),
  created_at: time(),
});

const who = { at: time(), day: day(), staff_id: id(), terminal_id: id() };

/** Goods received, with the supplier's bill for them. What was wrong in it is taken back as a whole by a reversal. */
export const purchase = document(
  access,
  {
    supplier_id: ref('supplier'),
    supplier_name: text(),
    supplier_gstin: optional(text()),
    /**
     * The bill's, as it stands on the paper. Not `bill_number`, which names a bill of this shop and is given anew with it
     * (`numbering`).
     */
    supplier_number: text(),
    bill_day: day(),
    due_day: optional(day()),
    ...who,
    currency: text<CurrencyCode>(),
    tax_regime: text<TaxRegime>(),
    prices_include_tax: flag(),
    rounding_method: text<RoundingMethod>(),
    place: text<Place>(),
    /** The tax is claimed back, so it is no part of what the goods cost. */
    input_credit: flag(),
    ...amounts,
    note: optional(text()),
  },
  {
    lines: part('purchase_line', 'purchase_id', ['line_no'], {
      line_no: count(),
      product_id: ref('product'),
      name: text(),
      sku: optional(text()),
      hsn: optional(text()),
      unit: text<UnitCode>(),
      quantity: quantity(),
      /** In the product's own stock unit: a box of 12 brings twelve. */
      stock_quantity: quantity(),
      unit_price: money(),
      gross: money(),
      discount: money(),
      net: money(),
      bill_discount_share: money(),
      taxable: money(),
      tax: money(),
      total: money(),
      /** What the goods of this line cost the shop: `taxable`, or `total` where the tax is not claimed back. */
      cost: money(),
    }),
    taxes: part('purchase_line_tax', 'purchase_id', ['line_no', 'position'], lineTax),
  },
);

/** A purchase taken back as a whole. The id is made from the purchase's, so a purchase has one. */
export const purchase_reversal = document(access, { purchase_id: ref('purchase'), reason: text(), ...who }, {});

/** Money that went to a supplier; below zero what came back of it: a payment that is taken back leaves both rows. */
export const supplier_payment = ledger(access, {
  supplier_id: ref('supplier'),
  method: text<MoneyMethod>(),
  amount: money(),
  reference: optional(text()),
  ...who,
  shift_id: optional(id()),
});
