import { z } from 'zod';
import type { Money, Quantity, Rate } from '../money';
import { command, query } from './call';
import { day } from './inputs';

/** What goods cost before tax, and what taxes came to: minor units, net of what was returned. */
export interface GstFigures {
  taxable: Money;
  cgst: Money;
  sgst: Money;
  igst: Money;
  cess: Money;
}

/** Tables of GSTR-1: 4, 5, 7, 9B to registered and to others, 8. */
export type GstTable = 'b2b' | 'b2cl' | 'b2cs' | 'cdnr' | 'cdnur' | 'nil';

/**
 * What is wrong in the data. `stops`: no return can be made of it. Otherwise a return can be made, and this says what of it
 * the portal may refuse or an accountant will ask about.
 */
export interface GstProblem {
  kind:
    | 'shop_gstin'
    | 'customer_gstin'
    | 'place_unknown'
    | 'hsn_missing'
    | 'rate_unknown'
    | 'other_regime'
    | 'numbers_missing';
  stops: boolean;
  /** The record to be put right; `name` is what people know it by. */
  about: { type: 'settings' | 'customer' | 'product' | 'bill' | 'series'; id: string; name: string };
  /** How many documents, or numbers, it touches. */
  count: number;
  /** What these come to before tax. */
  amount: Money;
}

/** A period as a GST return sees it. */
export interface GstReturn {
  /** `MMYYYY` when the days are a month or a quarter: only of those there is a GSTR-1. */
  code: string | null;
  gstin: string | null;
  bills: number;
  notes: number;
  /** Bills less what was returned, with tax and round-off. */
  value: Money;
  sums: GstFigures;
  /** By combined GST rate; null is what has no GST at all. */
  rates: (GstFigures & { rate: Rate | null })[];
  /** Those that have anything in them. */
  tables: (GstFigures & { table: GstTable; documents: number })[];
  /** The first of them, by side and code; `hsnRows` is how many there are. `unit` is a unit quantity code. */
  hsn: (GstFigures & { side: 'b2b' | 'b2c'; hsn: string; unit: string; rate: Rate; quantity: Quantity })[];
  hsnRows: number;
  /** By series: the first and the last number. */
  issued: { kind: 'bill' | 'note'; series: string; from: string; to: string; total: number; cancelled: number }[];
  /** The first of them, what stops before what does not; `problemCount` is how many there are. */
  problems: GstProblem[];
  problemCount: number;
}

export const gstFormats = ['gstr1', 'tally'] as const;
export type GstFormat = (typeof gstFormats)[number];

const days = { from: day, to: day };

export const gstCalls = {
  /** Null where the shop does not charge India's GST. @throws `bad_value` with the `field` */
  'reports.gst': query<GstReturn | null>()({ permission: 'reports.view', input: () => z.strictObject(days) }),
  /**
   * GSTR-1 as JSON for the portal, or vouchers as XML for Tally. Asks where to; `file` is null when the person cancelled.
   *
   * @throws `bad_value` with the `field`: of GSTR-1 also days that are no return period (`reason: 'period'`);
   *   `return_incomplete` for a GSTR-1 that a problem stops; `file_not_written`
   */
  'reports.exportGst': command<{ file: string | null }>()({
    permission: 'reports.view',
    input: () => z.strictObject({ ...days, format: z.enum(gstFormats) }),
  }),
} as const;
