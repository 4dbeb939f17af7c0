import { z } from 'zod';
import type { Language } from '../entities';
import type { Money, Quantity, UnitCode } from '../money';
import { command, query } from './call';
import { empty, id, money, note } from './inputs';

/** The customer's screen of this machine. */
export interface CustomerDisplay {
  on: boolean;
  /** For when nothing is being sold; empty: the page's own words. */
  message: string;
  /**
   * Where it is: on a screen of its own, in a window beside the till's because there is only one screen, or (although it is
   * on) nowhere, because somebody closed it or it failed again and again.
   */
  place: 'off' | 'screen' | 'window' | 'closed' | 'failed';
}

/** All that a customer gets to see; nothing else of the shop is sent to that window. */
export interface DisplayView {
  /** Null before the first run is over. */
  shop: { name: string; country: string; currency: string; language: Language } | null;
  /** Nothing that is shown is real. */
  training: boolean;
  screen: DisplayScreen;
}

export type DisplayScreen =
  /** `logo` as `packBitmap` writes it. */
  | { show: 'idle'; message: string; logo: string | null }
  | ({ show: 'bill' } & DisplayBill)
  /** Below zero `due` is given back. `code` is what the customer's payment app reads: exactly its amount. */
  | {
      show: 'pay';
      due: Money;
      total: Money;
      received: Money;
      saved: Money;
      code: { link: string; amount: Money } | null;
    }
  | ({ show: 'done' } & DisplayDone);

export interface DisplayBill {
  /** The last of them, in the bill's order. */
  lines: DisplayLine[];
  /** How many came before these. */
  earlier: number;
  /** The line that changed last. */
  latest: number | null;
  /** Taken off lines and bill. */
  saved: Money;
  /** On top of the prices; null where the prices include it. */
  tax: Money | null;
  /** What goods that came back pay. */
  credit: Money;
  /** What was paid before for the order that it is the bill of. */
  advance: Money;
  /** Below zero it is given back. */
  toPay: Money;
}

export interface DisplayLine {
  lineNo: number;
  name: string;
  unit: UnitCode;
  quantity: Quantity;
  /** Of one unit. */
  price: Money;
  saved: Money;
  amount: Money;
}

export interface DisplayDone {
  total: Money;
  /** What was handed over. */
  received: Money;
  change: Money;
  /** Of this bill, to be paid later. */
  due: Money;
  /** Given back in an exchange. */
  refunded: Money;
  saved: Money;
  /** Ms until it is to be asked again. */
  forMs: number;
}

export const displayCalls = {
  /** For the customer's window alone, which may call nothing else. */
  'display.view': query<DisplayView>()({ permission: 'public', from: 'display', input: () => empty }),
  /**
   * What the counter is doing; main knows the bill. Only which parts of it have been taken is known to the counter alone:
   * `received`, what is `left`, and what of that is asked for by UPI. Never more than the bill.
   */
  'display.tell': command<null>()({
    permission: 'sell',
    input: () =>
      z
        .strictObject({
          mode: z.enum(['sell', 'pay', 'done']),
          received: money.optional(),
          left: money.optional(),
          upi: money.optional(),
          billId: id.optional(),
        })
        .refine(({ mode, billId }) => (mode === 'done') === (billId !== undefined), 'a bill is done, and only a bill')
        .refine(
          ({ mode, received, left, upi }) => mode === 'pay' || (received ?? left ?? upi) === undefined,
          'amounts are to be paid',
        ),
  }),
  'system.display': query<CustomerDisplay>()({ permission: 'member', input: () => empty }),
  /** Kept on this machine. Switched on again, it is opened again wherever it was closed. */
  'system.setDisplay': command<CustomerDisplay>()({
    permission: 'settings.edit',
    input: () => z.strictObject({ on: z.boolean(), message: note.max(120) }),
  }),
} as const;
