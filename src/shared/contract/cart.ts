import { z } from 'zod';
import type { ChargedTaxKind } from '../entities';
import type { ErrorCode } from '../errors';
import type { CurrencyCode, Money, Quantity, Rate, UnitCode } from '../money';
import type { RefundMethod } from './bills';
import { command, query } from './call';
import type { ProductSummary } from './catalogue';
import {
  approval,
  code,
  confirm,
  day,
  empty,
  id,
  lineNo,
  money,
  name,
  note,
  percent,
  plain,
  quantity,
  returnedLines,
} from './inputs';
import { moneyMethod } from './payments';

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
    /** What the goods brought back in exchange pay; zero without any. */
    credit: Money;
    /** Of what was paid before for the order that this is the bill of, what it pays; zero without any. */
    advance: Money;
    /** total − credit − advance: below zero it is given back. */
    toPay: Money;
    /** What a customer who pays all in cash hands over; never below zero. */
    cashDue: Money;
  };
  exchange: CartExchange | null;
  /** The order that it is the bill of. */
  order: { id: string; number: string } | null;
  note: string | null;
  updatedAt: number;
}

/** Goods of an earlier bill that come back and pay for the new ones. */
export interface CartExchange {
  billId: string;
  billNumber: string;
  reason: string;
  lines: ExchangeLine[];
  /** What they pay: their price less what was still owed for them. */
  credit: Money;
  /** Why they can no longer come back (they did meanwhile, the bill is void); the exchange is then to be taken off. */
  problem: ErrorCode | null;
}

export interface ExchangeLine {
  /** Of the bill. */
  lineNo: number;
  name: string;
  unit: UnitCode;
  quantity: Quantity;
  amount: Money;
  restock: boolean;
}

export interface CartLine {
  lineNo: number;
  productId: string;
  name: string;
  sku: string | null;
  unit: UnitCode;
  quantity: Quantity;
  unitPrice: Money;
  /** What the catalogue said when the line was added; differs from `unitPrice` where somebody changed it. */
  listPrice: Money;
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

/** An open bill put aside, on whichever terminal. */
export interface HeldBill {
  id: string;
  name: string;
  note: string | null;
  terminal: string;
  /** Put aside on this terminal. */
  mine: boolean;
  staff: string;
  customer: string | null;
  lines: number;
  total: Money;
  heldAt: number;
}

/** What stands on the "done" screen: the sale is durable when this arrives. */
export interface Completed {
  billId: string;
  number: string;
  total: Money;
  paid: Money;
  change: Money;
  due: Money;
  /** Cash went in or out: the drawer opens. */
  drawer: boolean;
  /** The exchange's credit note. */
  creditNote: CompletedNote | null;
}

export interface CompletedNote {
  id: string;
  number: string;
  total: Money;
  /** Of the bill's `paid`, what the note paid. */
  exchanged: Money;
  /** What was given back beside the new goods, and how; null where that is nothing. */
  refunded: Money;
  refundedBy: RefundMethod | null;
}

const discount = z.union([z.strictObject({ percent }), z.strictObject({ amount: money }), z.null()]);

/** The open bill, from the first scan until it is paid or put aside. */
export const cartCalls = {
  'sales.cart': query<Cart>()({ permission: 'sell', input: () => empty }),
  /** A code from the scanner or typed in full. Adds up with an equal line. */
  'sales.scan': command<ScanResult>()({
    permission: 'sell',
    input: () => z.strictObject({ code, quantity: quantity.optional() }),
  }),
  'sales.addLine': command<{ lineNo: number; cart: Cart }>()({
    permission: 'sell',
    input: () =>
      z.strictObject({
        productId: id,
        quantity: quantity.optional(),
        unitIndex: z.number().int().min(0).max(20).optional(),
      }),
  }),
  'sales.setQuantity': command<Cart>()({ permission: 'sell', input: () => z.strictObject({ lineNo, quantity }) }),
  'sales.setDiscount': command<Cart>()({
    permission: 'sell',
    /** Without `lineNo` it is the bill's discount. Beyond the role's limit it needs an approval. */
    input: () => z.strictObject({ lineNo: lineNo.optional(), discount, approval: approval.optional() }),
  }),
  /** The price of one unit; null puts the catalogue's back. */
  'sales.setPrice': command<Cart>()({
    permission: 'sell',
    input: () => z.strictObject({ lineNo, price: money.nullable(), approval: approval.optional() }),
  }),
  /** Without `lineNo` it is the bill's note. */
  'sales.setNote': command<Cart>()({
    permission: 'sell',
    input: () => z.strictObject({ lineNo: lineNo.optional(), note: note.nullable() }),
  }),
  'sales.removeLine': command<Cart>()({ permission: 'sell', input: () => z.strictObject({ lineNo }) }),
  /** Puts back what `removeLine` or `clear` took, as long as nothing else was done since. */
  'sales.undo': command<Cart>()({ permission: 'sell', input: () => empty }),
  'sales.clear': command<Cart>()({ permission: 'sell', input: () => empty }),
  'sales.setCustomer': command<Cart>()({
    permission: 'sell',
    input: () => z.strictObject({ customerId: id.nullable() }),
  }),
  /** Goods of an earlier bill that come back for new ones; null: none after all. */
  'sales.setExchange': command<Cart>()({
    permission: 'return',
    input: () =>
      z.strictObject({
        exchange: z.strictObject({ billId: id, lines: returnedLines, reason: name }).nullable(),
      }),
  }),

  /** Puts the open bill aside under a name; answers a new one. */
  'sales.hold': command<Cart>()({ permission: 'sell', input: () => z.strictObject({ name, note: note.optional() }) }),
  'sales.held': query<HeldBill[]>()({ permission: 'sell', input: () => empty }),
  /** Takes a held bill up again; the open one must be empty. */
  'sales.recall': command<Cart>()({ permission: 'sell', input: () => z.strictObject({ id }) }),
  'sales.dropHeld': command<null>()({ permission: 'sell', input: () => z.strictObject({ id }) }),
  /** Takes `dropHeld` back. */
  'sales.restoreHeld': command<null>()({ permission: 'sell', input: () => z.strictObject({ id }) }),

  /** What a payment app reads: `upi://pay?…` with exactly this amount. Null where the shop has no UPI id. */
  'sales.upiLink': query<{ link: string } | null>()({
    permission: 'sell',
    input: () => z.strictObject({ amount: money, reference: id }),
  }),
  /**
   * One transaction: when it answers, the bill is on the disk with its number. With an exchange, the credit note too: its
   * credit pays first, `payments` the rest; `refund` says how what is left of the credit goes back.
   */
  'sales.complete': command<Completed>()({
    permission: 'sell',
    input: () =>
      z.strictObject({
        cartId: id,
        revision: z.number().int().min(0),
        payments: z
          .array(
            z.strictObject({
              method: z.enum(['cash', 'card', 'upi', 'bank', 'on_account', 'store_credit']),
              amount: money,
              reference: plain(100).optional(),
            }),
          )
          .max(20),
        /** When what goes on account is to be paid; the customer's usual days unless given. */
        dueDay: day.optional(),
        refund: z.union([moneyMethod, z.literal('store_credit')]).default('cash'),
        approvals: z.array(approval).max(10).default([]),
        confirm,
      }),
  }),
} as const;
