import { z } from 'zod';
import type { Money } from '../money';
import { query } from './call';

/** What a text finds of the shop's records: a few of each kind, best first. What a role may not see is empty. */
export interface Found {
  readonly products: readonly FoundProduct[];
  readonly customers: readonly FoundParty[];
  readonly suppliers: readonly FoundParty[];
  /** By number, or by the number of a credit note of theirs; the newest first. */
  readonly bills: readonly FoundBill[];
}

export interface FoundProduct {
  readonly id: string;
  readonly name: string;
  readonly price: Money;
}

export interface FoundParty {
  readonly id: string;
  readonly name: string;
  readonly phone: string | null;
}

export interface FoundBill {
  readonly id: string;
  readonly number: string;
  readonly at: number;
  readonly total: Money;
}

export const findCalls = {
  'find.everywhere': query<Found>()({
    permission: 'member',
    // At most `limit` of each kind.
    input: () => z.strictObject({ text: z.string().max(100), limit: z.int().min(1).max(10).default(5) }),
  }),
} as const;
