import { z } from 'zod';
import type { Money } from '../money';
import { command, query } from './call';
import type { Page } from './catalogue';
import { id, limit, money, name, note, offset, searchText } from './inputs';

export interface Customer {
  id: string;
  name: string;
  phone: string | null;
  gstin: string | null;
  stateCode: string | null;
  address: string | null;
  email: string | null;
  creditLimit: Money | null;
  note: string | null;
  /** What the customer owes: opening balance and khata added up. */
  balance: Money;
  deleted: boolean;
}

export const customerCalls = {
  'customers.list': query<Page<Customer>>()({
    permission: 'member',
    input: z.strictObject({ text: searchText.optional(), offset: offset.default(0), limit }),
  }),
  'customers.save': command<Customer>()({
    permission: 'customers.edit',
    input: z.strictObject({
      id: id.optional(),
      name,
      phone: z
        .string()
        .regex(/^\+?[\d ()-]{4,20}$/)
        .nullable(),
      gstin: z.string().max(15).nullable(),
      stateCode: z
        .string()
        .regex(/^\d{2}$/)
        .nullable(),
      address: note.nullable(),
      email: z.string().max(200).nullable(),
      creditLimit: money.nullable(),
      note: note.nullable(),
    }),
  }),
  'customers.remove': command<null>()({ permission: 'customers.edit', input: z.strictObject({ id }) }),
  'customers.restore': command<null>()({ permission: 'customers.edit', input: z.strictObject({ id }) }),
} as const;
