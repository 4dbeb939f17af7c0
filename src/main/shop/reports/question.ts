import type { Day } from '@shared/clock';
import type { ReportId, ReportRow } from '@shared/reports';
import type { Reads } from '../../store';
import type { Period } from './period';

/** What a month came to, for the writing connection to keep. */
export interface MonthSums {
  readonly part: string;
  readonly month: string;
  readonly mark: string;
  /** JSON. */
  readonly rows: string;
}

/** A report that is being counted: for which days, and as seen from when. */
export interface Asked {
  readonly report: ReportId;
  readonly period: Period;
  readonly now: number;
  /** The civil day of `now`. */
  readonly today: Day;
  readonly timeZone: string;
  /** Gathers what is to be kept of months that are over. */
  readonly found: MonthSums[];
}

/** A question as it goes to a thread. */
export type Question = Omit<Asked, 'found' | 'report'> & {
  /** Changes whenever something has committed that a report may be made of. */
  readonly stamp: number;
};

/** Fills a report's rows, in any order. Runs on a reader thread. */
export type ReportQuery = (reads: Reads, asked: Asked) => ReportRow[];
