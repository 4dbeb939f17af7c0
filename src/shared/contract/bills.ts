import { z } from 'zod';
import type { ChargedTaxKind, PaymentMethod } from '../entities';
import type { CurrencyCode, Money, Quantity, Rate, UnitCode } from '../money';
import { command, query } from './call';
import type { Page } from './catalogue';
import { approval, code, day, id, limit, money, name, offset, plain, returnedLines, searchText } from './inputs';
import { moneyMethod } from './payments';

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
  /** What the catalogue said; differs from `unitPrice` where somebody changed it. */
  listPrice: Money;
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
  /** Of a credit note: the goods are back on the shelf. */
  restocked: boolean;
  note: string | null;
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
  /** When what is due is to be paid. */
  dueDay: string | null;
  returns: { id: string; number: string; at: number; total: Money }[];
  voided: { at: number; by: string; reason: string } | null;
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
  voided: boolean;
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
  /** Amounts are negative. `exchange` is what paid for the new goods. */
  refunds: BillPayment[];
  customer: { id: string; name: string } | null;
  cashier: string;
  terminal: string;
  /** The bill of the new goods, of an exchange. */
  exchangeBillId: string | null;
}

/** What goods would bring that come back now: zero or above, nothing is done yet. */
export interface ReturnWorth {
  /** The part of each line that comes back, as it was paid for. */
  lines: { lineNo: number; amount: Money }[];
  /** Taken off what is still owed for the bill. */
  offAccount: Money;
  /** The rest, which is given back. */
  left: Money;
  /** The rest in coins that exist, if all of it is given back in cash. */
  cash: Money;
}

/** A bill taken back as a whole. */
export interface BillVoid {
  id: string;
  billId: string;
  billNumber: string;
  at: number;
  reason: string;
  cashier: string;
  terminal: string;
  approvedBy: string | null;
  currency: CurrencyCode;
  total: Money;
  /** What went off the customer's account again; zero or negative. */
  onAccount: Money;
  /** Amounts are negative. */
  refunds: BillPayment[];
  /** Cash goes out: the drawer opens. */
  drawer: boolean;
}

export type RefundMethod = 'cash' | 'card' | 'upi' | 'bank' | 'store_credit' | 'on_account';

const refundMethod = z.union([moneyMethod, z.enum(['store_credit', 'on_account'])]);

/** Bills as they were, and what is done to them afterwards. */
export const billCalls = {
  'sales.bills': query<Page<BillSummary>>()({
    permission: 'sell',
    /** All of the conditions together. */
    input: () =>
      z.strictObject({
        /** A number, its end, a customer's name or phone. */
        text: searchText.optional(),
        number: searchText.optional(),
        customerId: id.optional(),
        phone: searchText.optional(),
        productId: id.optional(),
        from: day.optional(),
        to: day.optional(),
        least: money.optional(),
        most: money.optional(),
        state: z.enum(['all', 'due', 'returned', 'voided']).default('all'),
        offset: offset.default(0),
        limit,
      }),
  }),
  'sales.bill': query<Bill>()({ permission: 'sell', input: () => z.strictObject({ id }) }),
  /** The bill of a code scanned from a receipt: its number, or a credit note's; null when there is none. */
  'sales.findBill': query<{ billId: string; number: string } | null>()({
    permission: 'sell',
    input: () => z.strictObject({ code }),
  }),
  'sales.creditNote': query<BillReturn>()({ permission: 'sell', input: () => z.strictObject({ id }) }),
  /** Asked while somebody chooses what comes back, so that the amount is told before it is given. */
  'sales.returnWorth': query<ReturnWorth>()({
    permission: 'return',
    input: () => z.strictObject({ billId: id, lines: returnedLines }),
  }),
  'sales.return': command<BillReturn>()({
    permission: 'return',
    input: () =>
      z.strictObject({
        /** Made by the caller, once for what it means to do: asking again answers what the first call answered. */
        returnId: id,
        billId: id,
        lines: returnedLines,
        reason: name,
        /**
         * How it goes back, after what is still owed for the bill was taken off: all in one way, or in parts that come to
         * exactly that.
         */
        refund: z.union([
          refundMethod,
          z
            .array(z.strictObject({ method: refundMethod, amount: money, reference: plain(100).optional() }))
            .min(1)
            .max(10),
        ]),
        /** Whose store credit it becomes, of a bill without a customer. */
        customerId: id.optional(),
        approval: approval.optional(),
      }),
  }),
  /** On the bill's own day, as long as nothing of it came back: everything it did is undone. Later it is a return. */
  'sales.void': command<BillVoid>()({
    permission: 'sell',
    input: () => z.strictObject({ billId: id, reason: name, approval: approval.optional() }),
  }),
} as const;
