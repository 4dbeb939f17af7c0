import { z } from 'zod';
import type { CashCategory, PaymentMethod } from '../entities';
import type { CurrencyCode, Money } from '../money';
import type { BillTaxLine } from './bills';
import { command, query } from './call';
import type { Page } from './catalogue';
import { approval, confirm, day, empty, id, limit, limits, money, name, note, offset } from './inputs';

/** The open shift of this terminal. */
export interface OpenShift {
  id: string;
  openedAt: number;
  by: string;
  float: Money;
}

/** What everybody at the drawer may know of a shift: whose it is, and how much there was to do. */
interface ShiftHead {
  id: string;
  terminal: string;
  openedAt: number;
  openedBy: string;
  currency: CurrencyCode;
  float: Money;
  bills: number;
  returns: number;
  voids: number;
  drawerOpenings: number;
  note: string | null;
}

/**
 * X report of an open shift, Z report of a closed one: the same figures, those of a Z as they were archived. `returned` and
 * `voided` are zero or negative; taxes, round-off and net are of sales, returns and voids together.
 */
export interface ShiftReport extends ShiftHead {
  state: 'open' | 'closed';
  /** Of the Z report. */
  number: string | null;
  closedAt: number | null;
  closedBy: string | null;
  sales: Money;
  discount: Money;
  returned: Money;
  voided: Money;
  taxable: Money;
  tax: Money;
  taxes: BillTaxLine[];
  roundOff: Money;
  /** sales + returned + voided = taxable + tax + roundOff. */
  net: Money;
  cashRounding: Money;
  /** By method, refunds taken off. */
  payments: { method: PaymentMethod; count: number; amount: Money }[];
  /** net + cashRounding = payments − duesReceived + onAccount. */
  onAccount: Money;
  duesReceived: Money;
  /** What moved the drawer, by reason. */
  cash: { category: CashCategory; count: number; amount: Money }[];
  /** What the drawer should hold. */
  expected: Money;
  counts: { denomination: Money; count: number }[];
  counted: Money | null;
  /** counted − expected; null while open. */
  difference: Money | null;
  leftFloat: Money | null;
}

/**
 * An open shift for whoever is to count it blind: no figure from which follows what the drawer should hold. Net sales, or
 * the taxes, would be one: less what was paid in other ways they are the cash.
 */
export interface BlindReport extends ShiftHead {
  state: 'blind';
  /** By method, refunds taken off; cash is not among them. */
  payments: { method: PaymentMethod; count: number; amount: Money }[];
}

export interface ShiftSummary {
  id: string;
  /** Null while it is open. */
  number: string | null;
  terminal: string;
  openedAt: number;
  openedBy: string;
  closedAt: number | null;
  closedBy: string | null;
  bills: number;
  /** Null, as `expected`: of an open shift that this person would have to count blind. */
  net: Money | null;
  expected: Money | null;
  counted: Money | null;
  difference: Money | null;
}

/** Money put into the drawer or taken out of it without a bill. */
export interface CashMovement {
  id: string;
  direction: 'in' | 'out';
  amount: Money;
  reason: string;
  at: number;
  by: string;
}

export const shiftCalls = {
  'shift.current': query<OpenShift | null>()({ permission: 'member', input: () => empty }),
  /** Ids are made by the caller, once for what it means to do: asking again answers what the first call did. */
  'shift.open': command<OpenShift>()({
    permission: 'sell',
    input: () => z.strictObject({ shiftId: id, float: money, note: note.optional(), confirm }),
  }),
  'shift.cash': command<CashMovement>()({
    permission: 'sell',
    input: () =>
      z.strictObject({
        entryId: id,
        direction: z.enum(['in', 'out']),
        amount: money,
        reason: name,
        confirm,
      }),
  }),
  /** The X report: of the open shift unless another is named. */
  'shift.report': query<ShiftReport | BlindReport>()({
    permission: 'sell',
    input: () => z.strictObject({ shiftId: id.optional() }),
  }),
  /** Counted by denominations; a denomination that is not named was not there. Answers the Z report. */
  'shift.close': command<ShiftReport>()({
    permission: 'shift.close',
    input: () =>
      z.strictObject({
        shiftId: id,
        counts: z
          .array(z.strictObject({ denomination: money, count: z.number().int().min(0).max(limits.countOfOneKind) }))
          .max(50),
        leftFloat: money.optional(),
        note: note.optional(),
        confirm,
      }),
  }),
  /** The Z archive, and the shifts that are open, newest first. */
  'shift.list': query<Page<ShiftSummary>>()({
    permission: 'reports.view',
    input: () => z.strictObject({ from: day.optional(), to: day.optional(), offset: offset.default(0), limit }),
  }),
  'shift.get': query<ShiftReport | BlindReport>()({
    permission: 'reports.view',
    input: () => z.strictObject({ shiftId: id }),
  }),

  /** Opens the drawer without a sale; on record before it opens. */
  'drawer.open': command<{ id: string }>()({
    permission: 'sell',
    input: () => z.strictObject({ openingId: id, reason: name, approval: approval.optional() }),
  }),
} as const;
