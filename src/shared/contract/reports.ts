import { z } from 'zod';
import type { PaymentMethod } from '../entities';
import type { Money, Quantity } from '../money';
import { exportFormats, type ReportId, reportIds } from '../report-ids';
import type { Cell, ReportRow } from '../reports';

import { command, query } from './call';
import type { Page } from './catalogue';
import { day, empty, limit, offset } from './inputs';

/** A part of a report's rows, with what is true of all of them. */
export interface ReportPage extends Page<ReportRow> {
  /** One for each column; null where a sum would mean nothing. */
  totals: Cell[];
  /** Of all bills in these days, for a report that is made of lines: with it their total comes to net sales. Else null. */
  roundOff: Money | null;
  /** Bars of the report's chart, in their order. */
  chart: { label: Cell; value: number }[];
  /** When it was counted. */
  at: number;
}

/** A day, up to a moment. */
export interface DayFigures {
  day: string;
  bills: number;
  /** Bills less what was returned; voided bills are in none. */
  net: Money;
  returned: Money;
  /** Of a bill, rounded; zero without bills. */
  average: Money;
  /** Net sales before tax less today's cost. Null: no cost of what was sold is known, or the role sees none. */
  profit: Money | null;
  /** Net sales before tax of goods whose cost is not known; in no profit. */
  uncosted: Money;
  /** 24 of them, by the hour of the shop's clock. */
  hours: Money[];
}

/** What the owner wants to know on walking in. */
export interface Dashboard {
  at: number;
  today: DayFigures;
  /** Up to the same time of day. */
  yesterday: DayFigures;
  lastWeek: DayFigures;
  /** What was kept today, by kind. */
  payments: { method: PaymentMethod; amount: Money }[];
  top: { id: string; name: string; unit: string; sold: Quantity; net: Money }[];
  stock: { oversold: number; out: number; low: number };
  khata: { owed: Money; overdue: Money; customers: number };
  /** Drawers with a shift open, and what should be in them. */
  drawers: { open: number; expected: Money };
  /** Nothing was ever sold here. */
  isNew: boolean;
}

const question = {
  report: z.enum(reportIds),
  /** Both days count. A report of one day takes `to`; one of this moment takes neither. */
  from: day.optional(),
  to: day.optional(),
};

export type { ExportFormat, ReportId } from '../report-ids';

export const reportCalls = {
  /** @throws `bad_value` with the `field`: a day that is none, or `to` before `from` */
  'reports.page': query<ReportPage>()({
    permission: 'reports.view',
    input: () =>
      z.strictObject({
        ...question,
        /** A column's key; otherwise the report's own order. */
        sort: z.string().max(40).optional(),
        descending: z.boolean().optional(),
        offset: offset.default(0),
        limit,
      }),
  }),
  'reports.dashboard': query<Dashboard>()({ permission: 'reports.view', input: () => empty }),
  /** Asks where to; `file` is null when the person cancelled. `shortened`: a PDF has only so many of the rows. */
  'reports.export': command<{ file: string | null; shortened: number | null }>()({
    permission: 'reports.view',
    input: () => z.strictObject({ ...question, format: z.enum(exportFormats) }),
  }),
} as const;

/** Of which report a page is. */
export type ReportQuestion = { readonly report: ReportId; readonly from?: string; readonly to?: string };
