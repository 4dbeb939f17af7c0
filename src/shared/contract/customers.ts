import { z } from 'zod';
import type { CurrencyCode, Money } from '../money';
import { command, query } from './call';
import type { Page } from './catalogue';
import { confirm, id, limit, money, note, offset, party, plain, searchText } from './inputs';
import { moneyMethod } from './payments';

export interface Customer {
  id: string;
  name: string;
  phone: string | null;
  gstin: string | null;
  stateCode: string | null;
  address: string | null;
  email: string | null;
  creditLimit: Money | null;
  /** Days to pay a due; null: the shop's. */
  creditDays: number | null;
  note: string | null;
  /** What the customer owes: opening balance and khata added up. Below zero the shop owes. */
  balance: Money;
  /** What the customer can pay with: a balance below zero, as a positive amount, less advances for orders to come. */
  storeCredit: Money;
  deleted: boolean;
}

/** A due that is not settled; what was paid settles the oldest first. */
export interface Due {
  /** The bill, or a supplier's purchase; null for the opening balance and for a correction. */
  billId: string | null;
  number: string | null;
  day: string;
  dueDay: string | null;
  amount: Money;
  /** Of `amount`, what is not settled. */
  open: Money;
  overdue: boolean;
}

export interface CustomerAccount extends Customer {
  dues: Due[];
  overdue: Money;
}

/** A customer in the office's list. */
export interface CustomerRow extends Customer {
  overdue: Money;
  /** The day until which the oldest open due was to be paid. */
  oldestDue: string | null;
  remindedAt: number | null;
}

/** Money received from a customer for what they owe. */
export interface PaymentReceipt {
  id: string;
  at: number;
  customer: { id: string; name: string };
  amount: Money;
  method: 'cash' | 'card' | 'upi' | 'bank';
  reference: string | null;
  note: string | null;
  cashier: string;
  terminal: string;
  currency: CurrencyCode;
  /** What the customer owed right after it. */
  balance: Money;
  /** Cash went in: the drawer opens. */
  drawer: boolean;
}

export const customerCalls = {
  'customers.list': query<Page<Customer>>()({
    permission: 'member',
    input: () => z.strictObject({ text: searchText.optional(), offset: offset.default(0), limit }),
  }),
  /** With what is late of what they owe. All by name; a choice of them by how much it is, the most first. */
  'customers.accounts': query<Page<CustomerRow>>()({
    permission: 'member',
    input: () =>
      z.strictObject({
        text: searchText.optional(),
        only: z.enum(['all', 'owing', 'overdue', 'advance']).default('all'),
        offset: offset.default(0),
        limit,
      }),
  }),
  'customers.save': command<Customer>()({
    permission: 'customers.edit',
    input: () =>
      z.strictObject({
        ...party,
        creditLimit: money.nullable(),
        /** Stays as it is unless given. */
        creditDays: z.number().int().min(0).max(3650).nullable().optional(),
      }),
  }),
  'customers.get': query<CustomerAccount>()({ permission: 'member', input: () => z.strictObject({ id }) }),
  /** A payment of dues. More than is owed becomes store credit, when that is confirmed as an `advance`. */
  'customers.receive': command<PaymentReceipt>()({
    permission: 'sell',
    input: () =>
      z.strictObject({
        /** Made by the caller, once for what it means to do. */
        paymentId: id,
        customerId: id,
        amount: money,
        method: moneyMethod,
        reference: plain(100).optional(),
        note: note.optional(),
        confirm,
      }),
  }),
  'customers.payment': query<PaymentReceipt>()({ permission: 'sell', input: () => z.strictObject({ id }) }),
  'customers.remove': command<null>()({ permission: 'customers.edit', input: () => z.strictObject({ id }) }),
  'customers.restore': command<null>()({ permission: 'customers.edit', input: () => z.strictObject({ id }) }),
} as const;
