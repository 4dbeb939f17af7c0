import type { CurrencyCode, UnitCode } from '../money';
import { document, ledger, part } from './define';
import {
  added,
  addedLike,
  count,
  day,
  fineMoney,
  flag,
  id,
  money,
  optional,
  quantity,
  rate,
  ref,
  text,
  time,
} from './fields';
import type { RoundingMethod, TaxRegime } from './shop';

/** Place of supply against the shop's state: decides CGST + SGST or IGST. */
export type Place = 'intra' | 'inter';
/** Ways in which money itself changes hands. */
export type MoneyMethod = 'cash' | 'card' | 'upi' | 'bank';
/** `on_account` is no payment but what stays due; `exchange` is what goods brought back pay of new ones. */
export type PaymentMethod = MoneyMethod | 'on_account' | 'store_credit' | 'exchange';
/** Why cash moved. `closing` takes what was counted out of a shift's book, after `over_short` made book and count agree. */
export type CashCategory =
  | 'sale'
  | 'refund'
  | 'void'
  | 'paid_in'
  | 'paid_out'
  | 'float'
  | 'due_received'
  | 'supplier_paid'
  | 'staff_paid'
  | 'over_short'
  | 'closing';
/** A component as it was charged; `gst` has become `cgst` and `sgst`, or `igst`. */
export type ChargedTaxKind = 'cgst' | 'sgst' | 'igst' | 'cess' | 'vat' | 'sales_tax';

const who = { staff_id: id(), terminal_id: id(), shift_id: optional(id()) };

const header = {
  number: text(),
  series: text(),
  sequence: count(),
  financial_year: text(),
  at: time(),
  day: day(),
  ...who,
  customer_id: optional(ref('customer')),
  customer_name: optional(text()),
  currency: text<CurrencyCode>(),
  tax_regime: text<TaxRegime>(),
  prices_include_tax: flag(),
  rounding_method: text<RoundingMethod>(),
  place: text<Place>(),
};

/** Every amount is stored as it was on the day; nothing is ever computed again from rates. */
export const amounts = {
  subtotal: money(),
  line_discount: money(),
  bill_discount: money(),
  charges: money(),
  taxable: money(),
  cgst: money(),
  sgst: money(),
  igst: money(),
  cess: money(),
  tax: money(),
  round_off: money(),
  total: money(),
};

const line = {
  line_no: count(),
  product_id: optional(ref('product')),
  name: text(),
  sku: optional(text()),
  barcode: optional(text()),
  hsn: optional(text()),
  unit: text<UnitCode>(),
  quantity: quantity(),
  /** Quantity in the product's own stock unit: a box of 12 sells one and takes twelve. */
  stock_quantity: quantity(),
  unit_price: money(),
  gross: money(),
  discount: money(),
  net: money(),
  /** This line's part of the bill discount. */
  bill_discount_share: money(),
  taxable: money(),
  tax: money(),
  total: money(),
  charge: flag(),
  note: optional(text()),
};

export const lineTax = {
  line_no: count(),
  position: count(),
  kind: text<ChargedTaxKind>(),
  /** The component's own rate: 9 % for each half of an 18 % GST. */
  rate: rate(),
  per_unit: fineMoney(),
  compound: flag(),
  amount: money(),
};

export const bill = document(
  { scope: 'shop', change: 'sell', tellsLoss: true },
  {
    ...header,
    ...amounts,
    /** Tender adjustment for cash, never part of total or tax. */
    cash_rounding: money(),
    paid: money(),
    change_given: money(),
    due: money(),
    note: optional(text()),
    /** The open bill that it was: approvals given before the payment name that one. */
    cart_id: added(optional(id()), null),
  },
  {
    /** `list_price` is what the catalogue said; `unit_price` differs where somebody changed it. */
    lines: part('bill_line', 'bill_id', ['line_no'], {
      ...line,
      list_price: addedLike(money(), 'unit_price'),
    }),
    taxes: part('bill_line_tax', 'bill_id', ['line_no', 'position'], lineTax),
  },
);

/**
 * A credit note. Quantities and amounts are negative: the exact negative of what was paid for that part, so that a
 * bill and all its returns sum to zero. `bill_id` is null only for goods brought back without their bill.
 */
export const bill_return = document(
  { scope: 'shop', change: 'return', tellsLoss: true },
  {
    ...header,
    ...amounts,
    /** What the coins made more or less of the part given back in cash. */
    cash_rounding: money(),
    bill_id: optional(ref('bill')),
    bill_number: optional(text()),
    /** The bill of the new goods, when these came back in exchange. */
    exchange_bill_id: added(optional(ref('bill')), null),
    reason: text(),
    note: optional(text()),
  },
  {
    lines: part('bill_return_line', 'return_id', ['line_no'], {
      ...line,
      bill_line_no: optional(count()),
      /** 0: damaged, and not back on the shelf; the line's note says why. */
      restock: added(flag(), 1),
    }),
    taxes: part('bill_return_line_tax', 'return_id', ['line_no', 'position'], lineTax),
  },
);

/**
 * A bill taken back as a whole on its own day: its money, stock, cash and khata go the other way. The id is made from the
 * bill's, so a bill has one.
 */
export const bill_void = document(
  { scope: 'shop', change: 'sell' },
  {
    bill_id: ref('bill'),
    bill_number: text(),
    reason: text(),
    approved_by: optional(id()),
    at: time(),
    day: day(),
    ...who,
  },
  {},
);

/**
 * Money that settled a bill (positive, change already taken off) or a due (of no document), or was given back for a return
 * or a void (negative).
 */
export const payment = ledger(
  { scope: 'shop', change: 'sell' },
  {
    bill_id: optional(ref('bill')),
    return_id: optional(ref('bill_return')),
    void_id: added(optional(ref('bill_void')), null),
    customer_id: optional(ref('customer')),
    method: text<PaymentMethod>(),
    amount: money(),
    /** What was handed over. */
    tendered: money(),
    reference: optional(text()),
    at: time(),
    day: day(),
    ...who,
  },
);

/** Cash in (positive) or out (negative) of a drawer, with the document or the reason that moved it. */
export const cashbook_entry = ledger(
  { scope: 'shop', change: 'sell' },
  {
    amount: money(),
    category: text<CashCategory>(),
    reason: optional(text()),
    document_type: optional(text()),
    document_id: optional(id()),
    at: time(),
    day: day(),
    ...who,
  },
);

/** `payment_back` is a payment taken back; `void` takes back a bill or a purchase. */
export type KhataKind = 'bill' | 'payment' | 'payment_back' | 'credit_note' | 'void' | 'purchase' | 'adjustment';

/**
 * The khata: what a customer owes (positive) and pays (negative), and what the shop owes a supplier (positive) and pays
 * (negative); the balance is the sum.
 */
export const party_transaction = ledger(
  { scope: 'shop', change: 'sell' },
  {
    party_type: text<'customer' | 'supplier'>(),
    party_id: id(),
    kind: text<KhataKind>(),
    amount: money(),
    document_type: optional(text()),
    document_id: optional(id()),
    due_day: optional(day()),
    note: optional(text()),
    at: time(),
    day: day(),
    ...who,
  },
);
