import { z } from 'zod';
import type { Money } from '../money';
import { command, query } from './call';
import type { Page } from './catalogue';
import { id, limit, offset, party, searchText, signedMoney } from './inputs';

export interface Supplier {
  id: string;
  name: string;
  phone: string | null;
  gstin: string | null;
  stateCode: string | null;
  address: string | null;
  email: string | null;
  /** What the shop owed when the khata began; below zero the supplier did. */
  openingBalance: Money;
  note: string | null;
  /** What the shop owes: opening balance and khata added up. */
  balance: Money;
  deleted: boolean;
}

export const supplierCalls = {
  'suppliers.list': query<Page<Supplier>>()({
    permission: 'stock.edit',
    input: () => z.strictObject({ text: searchText.optional(), offset: offset.default(0), limit }),
  }),
  'suppliers.get': query<Supplier>()({ permission: 'stock.edit', input: () => z.strictObject({ id }) }),
  'suppliers.save': command<Supplier>()({
    permission: 'stock.edit',
    input: () =>
      z.strictObject({
        ...party,
        openingBalance: signedMoney,
      }),
  }),
  'suppliers.remove': command<null>()({ permission: 'stock.edit', input: () => z.strictObject({ id }) }),
  'suppliers.restore': command<null>()({ permission: 'stock.edit', input: () => z.strictObject({ id }) }),
} as const;
