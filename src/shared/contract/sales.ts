import { z } from 'zod';
import type { ChargedTaxKind, PaymentMethod } from '../entities';
import type { CurrencyCode, Money, Quantity, Rate, UnitCode } from '../money';
import { command, query } from './call';
import type { Page, ProductSummary } from './catalogue';
import { code, day, empty, id, limit, limits, money, name, offset, percent, quantity, searchText } from './inputs';

/** A discount as a person gives it; null is none. */
export type Discount = { percent: Rate } | { amount: Money } | null;

/** The open bill, priced. Every figure comes from the one arithmetic; the screen computes nothing. */
export interface Cart {
  id: string;
  /** Goes up with every change; `sales.complete` names the revision that was on screen. */
  revision: number;
  lines: CartLine[];
  customer: { id: string; name: string; phone: string | null } | null;
  discount: Discount;
  currency: CurrencyCode;
  totals: {
    /** Pieces and kilos added up make no sense; this is the number of lines. */
    lines: number;
    subtotal: Money;
    discount: Money;
    taxable: Money;
    tax: Money;
    roundOff: Money;
    total: Money;
    /** What a customer who pays all in cash hands over. */
    cashDue: Money;
  };
  note: string | null;
  updatedAt: number;
}

export interface CartLine {
  lineNo: number;
  productId: string;
  name: string;
  sku: string | null;
  unit: UnitCode;
  quantity: Quantity;
  unitPrice: Money;
  discount: Discount;
  discountAmount: Money;
  tax: Money;
  /** Combined rates in words' order: "18 %", "5 % + cess". */
  taxes: { kind: ChargedTaxKind; rate: Rate; amount: Money }[];
  /** What the line adds to the bill before the bill discount, on the price the shelf shows. */
  net: Money;
  /** Stock now (null where it is not counted), and whether this bill takes it below zero against the shop's wish. */
  stock: Quantity | null;
  oversells: boolean;
  note: string | null;
}

/** What a scan did. `lineNo` is the line to light up. */
export type ScanResult =
  | { outcome: 'added'; lineNo: number; cart: Cart }
  | { outcome: 'ambiguous'; code: string; products: ProductSummary[]; cart: Cart }
  | { outcome: 'unknown' | 'damaged'; code: string; cart: Cart };

export interface BillPayment {
  method: PaymentMethod;
  amount: Money;
  tendered: Money;
  reference: string | null;
}

export interface BillTaxLine {
  kind: ChargedTaxKind;
  rate: Rate;
  taxable: Money;
  amount: Money;
}

export interface HsnRow {
  hsn: string;
  unit: UnitCode;
  rate: Rate;
  quantity: Quantity;
  taxable: Money;
  cgst: Money;
  sgst: Money;
  igst: Money;
  cess: Money;
}

export interface BillLine {
  lineNo: number;
  productId: string | null;
  name: string;
  hsn: string | null;
  unit: UnitCode;
  quantity: Quantity;
  unitPrice: Money;
  discount: Money;
  /** This line's part of the bill discount. */
  billDiscountShare: Money;
  net: Money;
  taxable: Money;
  tax: Money;
  total: Money;
  charge: boolean;
  /** Of `quantity`, what has not come back. */
  returnable: Quantity;
}

/** A completed bill as it is stored: receipt, reprint and return all read this. */
export interface Bill {
  id: string;
  number: string;
  at: number;
  day: string;
  cashier: string;
  terminal: string;
  customer: { id: string; name: string } | null;
  currency: CurrencyCode;
  pricesIncludeTax: boolean;
  lines: BillLine[];
  taxes: BillTaxLine[];
  hsn: HsnRow[];
  payments: BillPayment[];
  subtotal: Money;
  lineDiscount: Money;
  billDiscount: Money;
  charges: Money;
  taxable: Money;
  tax: Money;
  roundOff: Money;
  total: Money;
  cashRounding: Money;
  paid: Money;
  change: Money;
  due: Money;
  returns: { id: string; number: string; at: number; total: Money }[];
  note: string | null;
}

export interface BillSummary {
  id: string;
  number: string;
  at: number;
  customer: string | null;
  cashier: string;
  lines: number;
  total: Money;
  due: Money;
  /** What came back, negative or zero. */
  returned: Money;
}

/** A credit note as it is stored: quantities and amounts are negative. */
export interface BillReturn {
  id: string;
  number: string;
  billId: string | null;
  billNumber: string | null;
  at: number;
  reason: string;
  currency: CurrencyCode;
  lines: BillLine[];
  taxable: Money;
  tax: Money;
  roundOff: Money;
  total: Money;
  /** What the coins made more or less of the part given back in cash. */
  cashRounding: Money;
  /** Of the total, what was taken off the customer's account instead of being given back; zero or negative. */
  onAccount: Money;
  refunds: BillPayment[];
}

/** What stands on the "done" screen: the sale is durable when this arrives. */
export interface Completed {
  billId: string;
  number: string;
  total: Money;
  paid: Money;
  change: Money;
  due: Money;
}

/** Lines keep their numbers while others go, so numbers run higher than there are lines. */
const lineNo = z.number().int().min(1).max(1_000_000);
const discount = z.union([z.strictObject({ percent }), z.strictObject({ amount: money }), z.null()]);
const paymentMethod = z.enum(['cash', 'card', 'upi', 'bank', 'on_account']);

export const salesCalls = {
  'sales.cart': query<Cart>()({ permission: 'sell', input: empty }),
  /** A code from the scanner or typed in full. Adds up with an equal line. */
  'sales.scan': command<ScanResult>()({
    permission: 'sell',
    input: z.strictObject({ code, quantity: quantity.optional() }),
  }),
  'sales.addLine': command<{ lineNo: number; cart: Cart }>()({
    permission: 'sell',
    input: z.strictObject({
      productId: id,
      quantity: quantity.optional(),
      unitIndex: z.number().int().min(0).max(20).optional(),
    }),
  }),
  'sales.setQuantity': command<Cart>()({ permission: 'sell', input: z.strictObject({ lineNo, quantity }) }),
  'sales.setDiscount': command<Cart>()({
    permission: 'sell',
    /** Without `lineNo` it is the bill's discount. */
    input: z.strictObject({ lineNo: lineNo.optional(), discount }),
  }),
  'sales.removeLine': command<Cart>()({ permission: 'sell', input: z.strictObject({ lineNo }) }),
  /** Puts back what `removeLine` or `clear` took, as long as nothing else was done since. */
  'sales.undo': command<Cart>()({ permission: 'sell', input: empty }),
  'sales.clear': command<Cart>()({ permission: 'sell', input: empty }),
  'sales.setCustomer': command<Cart>()({ permission: 'sell', input: z.strictObject({ customerId: id.nullable() }) }),
  /** One transaction: when it answers, the bill is on the disk with its number. */
  'sales.complete': command<Completed>()({
    permission: 'sell',
    input: z.strictObject({
      cartId: id,
      revision: z.number().int().min(0),
      payments: z
        .array(z.strictObject({ method: paymentMethod, amount: money, reference: z.string().max(100).optional() }))
        .max(20),
    }),
  }),
  'sales.bills': query<Page<BillSummary>>()({
    permission: 'sell',
    input: z.strictObject({
      text: searchText.optional(),
      from: day.optional(),
      to: day.optional(),
      offset: offset.default(0),
      limit,
    }),
  }),
  'sales.bill': query<Bill>()({ permission: 'sell', input: z.strictObject({ id }) }),
  'sales.return': command<BillReturn>()({
    permission: 'return',
    input: z.strictObject({
      /** Made by the caller, once for what it means to do: asking again answers what the first call answered. */
      returnId: id,
      billId: id,
      lines: z.array(z.strictObject({ lineNo, quantity })).min(1).max(limits.linesPerBill),
      reason: name,
      refund: z.enum(['cash', 'card', 'upi', 'bank']),
    }),
  }),
} as const;
