import { z } from 'zod';
import type { Row } from '../entities';
import type { Money, Quantity } from '../money';
import { query } from './call';
import type { Page } from './catalogue';
import { id, limit, offset } from './inputs';

/** Records whose changes can be looked at. A product's cost is told with the product. */
export const recordKinds = ['product', 'customer', 'supplier'] as const;
export type RecordKind = (typeof recordKinds)[number];

/** What stood in a field. Null: nothing. */
export type FieldValue =
  | null
  | { readonly text: string }
  /** Another record that this till does not have: it stands there, but nobody can say its name. */
  | { readonly missing: true }
  /** A word of the program's own, such as a rule's name: the screen has its translation. */
  | { readonly word: string }
  | { readonly texts: readonly string[] }
  | { readonly money: Money }
  | { readonly quantity: Quantity }
  | { readonly count: number }
  | { readonly yes: boolean }
  | { readonly units: readonly { readonly unit: string; readonly factor: Quantity; readonly price: Money }[] };

/** What is told of a record: columns of the registry, `cost` of a product, and `removed`, which is yes or no. */
export type ChangedField =
  | Exclude<keyof Row<'product'> | keyof Row<'customer'> | keyof Row<'supplier'>, 'id' | 'created_at'>
  | 'cost'
  | 'removed';

/** One field of a record, from what to what, by whom and where. */
export interface RecordChange {
  readonly id: string;
  readonly at: number;
  /** Null: by the program (`byProgram`), or by somebody this till has never heard of. */
  readonly staff: string | null;
  readonly byProgram: boolean;
  readonly terminal: string | null;
  readonly field: ChangedField;
  readonly before: FieldValue;
  readonly after: FieldValue;
}

export const historyCalls = {
  /** Newest first. Two tills that changed one field at the same time both stand here: what lost was replaced by what won. */
  'history.changes': query<Page<RecordChange>>()({
    permission: 'reports.view',
    input: () => z.strictObject({ kind: z.enum(recordKinds), id, offset: offset.default(0), limit }),
  }),
} as const;
