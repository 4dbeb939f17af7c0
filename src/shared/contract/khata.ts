import { z } from 'zod';
import type { KhataKind, MoneyMethod } from '../entities';
import type { Money } from '../money';
import { command, query } from './call';
import type { Page } from './catalogue';
import { confirm, day, id, limit, money, name, note, offset, plain, signedMoney } from './inputs';
import { moneyMethod } from './payments';

/** Whose khata it is. A customer's balance is what they owe the shop, a supplier's what the shop owes them. */
export type PartyKind = 'customer' | 'supplier';

/** A line of a khata: one shape, a customer's or a supplier's. */
export interface KhataEntry {
  id: string;
  kind: KhataKind;
  at: number;
  day: string;
  /** Above zero more is owed, below zero less. */
  amount: Money;
  /** What was owed after it. */
  balance: Money;
  /** The number of the bill, the credit note or the supplier's bill. */
  number: string | null;
  /** The bill or purchase that it leads to. */
  document: { type: 'bill' | 'purchase'; id: string } | null;
  dueDay: string | null;
  note: string | null;
  /** Of a payment. */
  method: MoneyMethod | null;
  reference: string | null;
  /** The payment to take back; null for what is none, and for one that was taken back. */
  paymentId: string | null;
}

/** What is owed by how late it is: not due yet, up to 30, 60 and 90 days late, and more. */
export type Ages = [notDue: Money, late30: Money, late60: Money, late90: Money, later: Money];

/** A khata at one glance. */
export interface KhataSummary {
  balance: Money;
  /** Together the balance, when that is above zero; else nothing. */
  ages: Ages;
  overdue: Money;
  /** The day until which the oldest open due was to be paid. */
  oldestDue: string | null;
  /** Of a customer with a limit, what is left of it; below zero: over it. */
  creditLeft: Money | null;
  /** When a customer was last reminded, and by whom. */
  reminded: { at: number; by: string } | null;
}

/** A khata's period in sums: opening + debits − credits = closing. */
export interface StatementSums {
  opening: Money;
  /** What raised it; zero or more. */
  raised: Money;
  /** What lowered it; zero or more. */
  lowered: Money;
  closing: Money;
  entries: number;
  /** Of what is in it, as of its last day, or of today where it has none. */
  ages: Ages;
}

/** A reminder as it will be sent. */
export interface Reminder {
  text: string;
  /** Where it goes: digits with the country in front; null when the person has to choose. */
  phone: string | null;
  email: string | null;
}

/** A statement as a file, and whether the message that it goes with was opened. */
export interface SavedStatement {
  /** Null when the person would rather not. */
  file: string | null;
  /** False where none was to be, and where no program on this computer opens one: the file is there all the same. */
  messageOpened: boolean;
}

const days = { from: day.optional(), to: day.optional() };
const ofParty = z.strictObject({ id });
const rows = z.strictObject({ id, ...days, offset: offset.default(0), limit });
const period = z.strictObject({ id, ...days });
/** As a file; by mail or messenger the text is opened there too, and the person attaches the file. */
const file = z.strictObject({ id, ...days, by: z.enum(['file', 'whatsapp', 'mail']) });
const takeBack = z.strictObject({ paymentId: id, reason: name });
const adjust = z.strictObject({
  /** Made by the caller, once for what it means to do. */
  entryId: id,
  id,
  /** Above zero more is owed. */
  amount: signedMoney,
  reason: name,
});

export const khataCalls = {
  /** The newest first. */
  'customerKhata.entries': query<Page<KhataEntry>>()({ permission: 'member', input: () => rows }),
  'customerKhata.summary': query<KhataSummary>()({ permission: 'member', input: () => ofParty }),
  'customerKhata.statement': query<StatementSums>()({ permission: 'member', input: () => period }),
  'customerKhata.saveStatement': command<SavedStatement>()({ permission: 'member', input: () => file }),
  /** The money goes back the way it came. @throws `already_reversed`, `shift_required` for cash */
  'customerKhata.takeBack': command<null>()({ permission: 'khata.edit', input: () => takeBack }),
  'customerKhata.adjust': command<null>()({ permission: 'khata.edit', input: () => adjust }),
  'customerKhata.reminder': query<Reminder>()({ permission: 'sell', input: () => ofParty }),
  /** Opens the message and puts on record that it was. */
  'customerKhata.remind': command<null>()({
    permission: 'sell',
    input: () => z.strictObject({ id, by: z.enum(['whatsapp', 'mail']) }),
  }),

  'supplierKhata.entries': query<Page<KhataEntry>>()({ permission: 'stock.edit', input: () => rows }),
  'supplierKhata.summary': query<KhataSummary>()({ permission: 'stock.edit', input: () => ofParty }),
  'supplierKhata.statement': query<StatementSums>()({ permission: 'stock.edit', input: () => period }),
  'supplierKhata.saveStatement': command<SavedStatement>()({ permission: 'stock.edit', input: () => file }),
  /** Money to a supplier; cash comes out of the drawer of this till's open shift. More than is owed is an `advance`. */
  'supplierKhata.pay': command<null>()({
    permission: 'khata.edit',
    input: () =>
      z.strictObject({
        /** Made by the caller, once for what it means to do. */
        paymentId: id,
        id,
        amount: money,
        method: moneyMethod,
        reference: plain(100).optional(),
        note: note.optional(),
        confirm,
      }),
  }),
  'supplierKhata.takeBack': command<null>()({ permission: 'khata.edit', input: () => takeBack }),
  'supplierKhata.adjust': command<null>()({ permission: 'khata.edit', input: () => adjust }),
} as const;
