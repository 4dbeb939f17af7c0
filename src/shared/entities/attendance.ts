import type { Access } from './define';
import { ledger, register } from './define';
import { count, day, flag, id, money, optional, ref, text, time } from './fields';
import type { Month } from './months';
import type { MoneyMethod } from './sales';

const who = { staff_id: id(), terminal_id: id() };

export type ClockKind = 'in' | 'out';

/**
 * Somebody came or went. `day` is the shop's day of `time`. `at` is when it was written: the same, but where a manager
 * added what was forgotten, and then there is a `reason`.
 */
export const attendance = ledger(
  { scope: 'shop', change: 'member', changeWith: { reason: 'attendance.edit' } },
  {
    person_id: ref('staff'),
    kind: text<ClockKind>(),
    time: time(),
    day: day(),
    reason: optional(text()),
    at: time(),
    ...who,
  },
);

/** What an entry should have said: another time, or (null) that it was never so. Of several the latest by `(at, id)`
 * holds, and `at` is later than that of each one that was known where it was written, whatever the clock says. */
export const attendance_correction = ledger(
  { scope: 'shop', change: 'attendance.edit' },
  {
    entry_id: ref('attendance'),
    time: optional(time()),
    day: optional(day()),
    reason: text(),
    at: time(),
    ...who,
  },
);

/** From `from_day` until the next: of several of one day the latest by `(at, id)` holds; `at` as of corrections. */
export const work_rule = ledger(
  { scope: 'shop', change: 'pay.edit' },
  {
    person_id: ref('staff'),
    from_day: day(),
    /** A day of so many minutes is a whole one. */
    full_minutes: count(),
    /** From so many on it is half a day. */
    half_minutes: count(),
    /** 1 Monday to 7 Sunday; null: none. */
    weekly_off: optional(count()),
    at: time(),
    ...who,
  },
);

/** For offices alone, as what goods cost is; they are never edited. */
const pay: Access = { scope: 'office', change: 'pay.edit' };

/** `none`: from this day on no pay is reckoned. */
export type PayKind = 'monthly' | 'daily' | 'hourly' | 'none';

/** What work is worth from `from_day` until the next: of several of one day the latest by `(at, id)` holds; `at` as above. */
export const pay_rule = register(pay, {
  person_id: ref('staff'),
  from_day: day(),
  kind: text<PayKind>(),
  /** For a month, a day or an hour. */
  amount: money(),
  /** Of monthly pay: what was not worked is not paid. */
  less_absent: flag(),
  at: time(),
  ...who,
});

/** `advance` and `wage` are money that was paid; `bonus` and `deduction` change what is to be paid. */
export type StaffPaymentKind = 'advance' | 'wage' | 'bonus' | 'deduction';

/** Beside the work: above zero, or below where one is taken back (`<id>:undo`). */
export const staff_payment = register(pay, {
  person_id: ref('staff'),
  kind: text<StaffPaymentKind>(),
  amount: money(),
  /** `YYYY-MM`: in which pay sheet it stands. */
  month: text<Month>(),
  /** Of money. */
  method: optional(text<MoneyMethod>()),
  note: optional(text()),
  at: time(),
  day: day(),
  ...who,
  shift_id: optional(id()),
});
