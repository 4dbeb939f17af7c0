import { z } from 'zod';
import type { MoneyMethod, PayKind, StaffPaymentKind } from '../entities';
import type { Money } from '../money';
import { command, query } from './call';
import { confirm, day, id, money, month, name, note } from './inputs';
import { moneyMethod } from './payments';

/** What holds from a day on: when a day counts, and what work is paid. */
export interface PayRule {
  id: string;
  from: string;
  kind: PayKind;
  /** For a month, a day or an hour. */
  amount: Money;
  /** Of monthly pay: what was not worked is not paid. */
  lessAbsent: boolean;
  fullMinutes: number;
  halfMinutes: number;
  /** 1 Monday to 7 Sunday. */
  weeklyOff: number | null;
}

/** A month of one person: carried + earned + bonus − deducted − advances − paid = to pay. */
export interface PayRow {
  /** The person's. */
  id: string;
  name: string;
  removed: boolean;
  /** What holds on the month's last day, or today; null: nobody said what they earn. */
  rule: PayRule | null;
  /** Paid half days. */
  halves: number;
  /** Those of them that were worked; the others are days off. */
  worked: number;
  /** Worked. */
  minutes: number;
  /** Days whose end nobody knows. */
  open: number;
  earned: Money;
  bonus: Money;
  deducted: Money;
  advances: Money;
  paid: Money;
  /** What earlier months left to pay; below zero: what was paid too much. */
  carried: Money;
  toPay: Money;
  /** What of `toPay` is still to be paid: what it left may have been paid in later sheets. */
  due: Money;
}

export interface PaySheet {
  month: string;
  people: PayRow[];
  /** The month is not over: it is what was earned up to today. */
  running: boolean;
}

export interface StaffPayment {
  id: string;
  kind: StaffPaymentKind;
  /** Below zero: taken back. */
  amount: Money;
  method: MoneyMethod | null;
  note: string | null;
  at: number;
  day: string;
  by: string | null;
  /** It was taken back, or takes another one back. */
  undone: boolean;
}

export interface PayAccount extends PayRow {
  month: string;
  payments: StaffPayment[];
  rules: PayRule[];
}

const minutesOfDay = z
  .number()
  .int()
  .min(0)
  .max(24 * 60);

/** Pay is for offices: at a counter that has joined a hub every one of these is refused (`office_only`). */
export const payCalls = {
  'pay.sheet': query<PaySheet>()({ permission: 'pay.edit', input: () => z.strictObject({ month }) }),
  'pay.account': query<PayAccount>()({ permission: 'pay.edit', input: () => z.strictObject({ staffId: id, month }) }),
  /** Holds from that day on, in the place of what was said of the same day before. */
  'pay.setRule': command<null>()({
    permission: 'pay.edit',
    input: () =>
      z.strictObject({
        ruleId: id,
        staffId: id,
        from: day,
        kind: z.enum(['monthly', 'daily', 'hourly', 'none']),
        amount: money,
        lessAbsent: z.boolean(),
        fullMinutes: minutesOfDay,
        halfMinutes: minutesOfDay,
        weeklyOff: z.number().int().min(1).max(7).nullable(),
      }),
  }),
  /**
   * Money to somebody on the staff. Cash comes out of the drawer of this till's open shift.
   *
   * @throws `overpaid`: a wage above what is to be paid, unless it is an `advance`; `shift_required`, `cash_limit`, `zero_payment`
   */
  'pay.pay': command<null>()({
    permission: 'pay.edit',
    input: () =>
      z.strictObject({
        /** Made by the caller, once for what it means to do. */
        paymentId: id,
        staffId: id,
        month,
        kind: z.enum(['advance', 'wage']),
        amount: money,
        method: moneyMethod,
        note: note.optional(),
        confirm,
      }),
  }),
  /** More or less to be paid, with its reason; no money moves. */
  'pay.adjust': command<null>()({
    permission: 'pay.edit',
    input: () =>
      z.strictObject({
        paymentId: id,
        staffId: id,
        month,
        kind: z.enum(['bonus', 'deduction']),
        amount: money,
        reason: name,
      }),
  }),
  /** By its exact negative; money goes back the way it came. @throws `already_reversed`, `shift_required` for cash */
  'pay.takeBack': command<null>()({
    permission: 'pay.edit',
    input: () => z.strictObject({ paymentId: id, reason: name }),
  }),
} as const;
