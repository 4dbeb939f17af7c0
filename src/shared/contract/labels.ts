import { z } from 'zod';
import { labelKinds, labelsPerSheet, mostLabels, rollSizeNames, sheetNames, sheets } from '../label-media';
import type { LabelCode, PlacedLabel } from '../labels';
import type { Money, UnitCode } from '../money';
import { labelProfileNames } from '../printers';
import { command, query } from './call';
import { day, id } from './inputs';

/** The most products in one go; their copies have a bound of their own. */
export const mostLabelProducts = 1_000;

/** A product as far as its label goes. */
export interface LabelItem {
  id: string;
  name: string;
  unit: UnitCode;
  price: Money;
  /** What its barcode says; null when it has neither a barcode nor a SKU that can be one. */
  code: LabelCode | null;
  /** `price`: it has none yet; `gone`: it was removed. Neither is printed. */
  problem: 'price' | 'gone' | null;
}

const design = z.strictObject({ kind: z.enum(labelKinds), bars: z.boolean(), packedOn: day.nullable() });
const sheet = z.enum(sheetNames);
const size = z.enum(rollSizeNames);
/** At most 10 000 copies of all together: main adds them up. */
const items = z
  .array(z.strictObject({ productId: id, copies: z.number().int().min(1).max(mostLabels) }))
  .min(1)
  .max(mostLabelProducts);
/** The person knows that some of them have no code, or one that is too long, and wants them all the same. */
const withoutCode = z.boolean().default(false);
const wanted = { design, items, withoutCode };

/** What of a wanted label is kept in the queue until it is printed. */
export const labelJob = () => z.strictObject({ design, size, items });
export type LabelJob = z.infer<ReturnType<typeof labelJob>>;

/**
 * All that change something on paper check everything first and refuse as a whole: `labels_too_many` (most), `labels_no_code` and
 * `labels_no_price` (name, count), `labels_code_long` (name, count), `labels_gone` (count).
 */
export const labelCalls = {
  /** In the order of the ids; unknown ones are left out. */
  'labels.products': query<LabelItem[]>()({
    permission: 'member',
    input: () => z.strictObject({ ids: z.array(id).max(mostLabelProducts) }),
  }),
  /** One label as it will be, in hundredths of a millimetre. @throws `not_found` */
  'labels.preview': query<PlacedLabel>()({
    permission: 'member',
    input: () => z.strictObject({ productId: id, design, on: z.union([sheet, size]) }),
  }),
  /** A page of the printer's own; `file` is null when the person cancelled. `begin` is the first sticker that is still there. */
  'labels.savePdf': command<{ file: string | null; sheets: number }>()({
    permission: 'member',
    input: () =>
      z
        .strictObject({ ...wanted, sheet, begin: z.number().int().min(1) })
        .refine((input) => input.begin <= labelsPerSheet(sheets[input.sheet]), 'no such sticker'),
  }),
  /** For a label printer that this till cannot reach. */
  'labels.saveZpl': command<{ file: string | null }>()({
    permission: 'member',
    input: () => z.strictObject({ ...wanted, size, printer: z.enum(labelProfileNames) }),
  }),
  /** Into the queue of a printer, in portions. @throws also `not_found`, and `labels_too_wide` where the roll is narrower */
  'labels.print': command<{ labels: number; jobs: number }>()({
    permission: 'member',
    input: () => z.strictObject({ ...wanted, size, printerId: id }),
  }),
} as const;
