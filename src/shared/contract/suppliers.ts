import { z } from 'zod';
import { type Money, money as toMoney } from '../money';
import { command, query } from './call';
import type { Page } from './catalogue';
import { id, limit, limits, name, note, offset, searchText } from './inputs';

export interface Supplier {
  id: string;
  name: string;
  phone: string | null;
  gstin: string | null;
  stateCode: string | null;
  address: string | null;
  /** What the shop owed when the khata began; below zero the supplier did. */
  openingBalance: Money;
  note: string | null;
  /** What the shop owes: opening balance and khata added up. */
  balance: Money;
  deleted: boolean;
}

/** A line of a supplier's khata. */
export interface SupplierEntry {
  id: string;
  kind: 'purchase' | 'void' | 'payment' | 'adjustment';
  /** Above zero the shop owes more. */
  amount: Money;
  /** What the shop owed after it. */
  balance: Money;
  purchaseId: string | null;
  billNumber: string | null;
  dueDay: string | null;
  note: string | null;
  at: number;
}

const signedMoney = z
  .number()
  .int()
  .min(-limits.money)
  .max(limits.money)
  .transform((value) => toMoney(value));

export const supplierCalls = {
  'suppliers.list': query<Page<Supplier>>()({
    permission: 'stock.edit',
    input: z.strictObject({ text: searchText.optional(), offset: offset.default(0), limit }),
  }),
  'suppliers.get': query<Supplier>()({ permission: 'stock.edit', input: z.strictObject({ id }) }),
  /** The newest first. */
  'suppliers.khata': query<Page<SupplierEntry>>()({
    permission: 'stock.edit',
    input: z.strictObject({ supplierId: id, offset: offset.default(0), limit }),
  }),
  'suppliers.save': command<Supplier>()({
    permission: 'stock.edit',
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
      openingBalance: signedMoney,
      note: note.nullable(),
    }),
  }),
  'suppliers.remove': command<null>()({ permission: 'stock.edit', input: z.strictObject({ id }) }),
  'suppliers.restore': command<null>()({ permission: 'stock.edit', input: z.strictObject({ id }) }),
} as const;
