import type { ApprovalAction } from '../approvals';
import type { CurrencyCode } from '../money';
import { document, ledger, part } from './define';
import { count, day, id, money, optional, rate, text, time } from './fields';
import type { CashCategory, ChargedTaxKind, PaymentMethod } from './sales';

const who = { staff_id: id(), terminal_id: id() };

/** The opening of a shift: of one drawer, which is one terminal's, from its float to its closing. */
export const cash_shift = ledger(
  { scope: 'shop', change: 'sell' },
  { opening_float: money(), note: optional(text()), at: time(), day: day(), ...who },
);

/**
 * The Z report: a shift's figures as they were when it was closed. Its id is the shift's, so a shift has one closing.
 * Returns and voids are zero or negative; taxes, round-off and net are those of sales, returns and voids together.
 */
export const shift_close = document(
  { scope: 'shop', change: 'shift.close', extends: 'cash_shift' },
  {
    number: text(),
    series: text(),
    sequence: count(),
    financial_year: text(),
    at: time(),
    day: day(),
    ...who,
    opened_at: time(),
    opened_by: id(),
    currency: text<CurrencyCode>(),
    opening_float: money(),
    bills: count(),
    sales: money(),
    /** Given on the sales of the shift. */
    discount: money(),
    returns: count(),
    returned: money(),
    voids: count(),
    voided: money(),
    taxable: money(),
    tax: money(),
    round_off: money(),
    net: money(),
    /** What coins made more or less of the bills. */
    cash_rounding: money(),
    /** Gone on customers' accounts, what returns and voids took off them again subtracted. */
    on_account: money(),
    /** Of the payments, what settled dues and no bill of the moment. */
    dues_received: money(),
    drawer_openings: count(),
    expected: money(),
    counted: money(),
    /** counted − expected. */
    difference: money(),
    /** Of what was counted, what stays in the drawer for the next shift. */
    left_float: optional(money()),
    note: optional(text()),
  },
  {
    counts: part('shift_close_count', 'shift_id', ['denomination'], { denomination: money(), count: count() }),
    payments: part('shift_close_payment', 'shift_id', ['method'], {
      method: text<PaymentMethod>(),
      count: count(),
      amount: money(),
    }),
    taxes: part('shift_close_tax', 'shift_id', ['kind', 'rate'], {
      kind: text<ChargedTaxKind>(),
      rate: rate(),
      taxable: money(),
      amount: money(),
    }),
    cash: part('shift_close_cash', 'shift_id', ['category'], {
      category: text<CashCategory>(),
      count: count(),
      amount: money(),
    }),
  },
);

/** The drawer opened without money of a bill: by whom and why. */
export const drawer_opening = ledger(
  { scope: 'shop', change: 'sell' },
  {
    reason: text(),
    document_type: optional(text()),
    document_id: optional(id()),
    at: time(),
    day: day(),
    ...who,
    shift_id: optional(id()),
  },
);

/** Somebody allowed what another's role does not: written in the mutation that it allowed. */
export const approval = ledger(
  { scope: 'shop', change: 'sell' },
  {
    action: text<ApprovalAction>(),
    approver_id: id(),
    /** Who asked. */
    staff_id: id(),
    document_type: text(),
    document_id: id(),
    /** JSON: what was allowed and how much of it. */
    detail: text(),
    at: time(),
    day: day(),
    terminal_id: id(),
    shift_id: optional(id()),
  },
);
