import { z } from 'zod';

/** Why a request was refused, or a fact put aside. The renderer owns the words. */
export const refusalCodes = [
  'not_allowed',
  'not_found',
  'already_exists',
  'bad_value',
  'unknown_entity',
  'missing_reference',
  'duplicate_number',
  'unreadable',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

const params = z.record(z.string(), z.union([z.string(), z.number()]));

/** What became of a mutation; stored with it, so that asking again gives the same answer. */
export const outcomeSchema = z.discriminatedUnion('status', [
  z.strictObject({
    /** It is in the log. `flag` says that it would have been refused were it not a fact. */
    status: z.literal('ok'),
    seq: z.int().positive(),
    flag: z.enum(refusalCodes).optional(),
  }),
  z.strictObject({
    /** It is in the log, but some of its edits lost to concurrent ones. */
    status: z.literal('superseded'),
    seq: z.int().positive(),
    lost: z.array(z.strictObject({ entity: z.string(), id: z.string(), unit: z.string() })),
  }),
  z.strictObject({ status: z.literal('rejected'), code: z.enum(refusalCodes), params }),
  z.strictObject({ status: z.literal('quarantined'), code: z.enum(refusalCodes), params }),
]);
export type Outcome = z.infer<typeof outcomeSchema>;
