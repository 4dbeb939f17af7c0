import { financialYear } from '@shared/bill';
import { addDays, type Day } from '@shared/clock';
import type { ReportWords } from '@shared/reports';

export interface Days {
  readonly from: string;
  readonly to: string;
}

export type PeriodName = Exclude<keyof ReportWords['periods'], 'other'>;

/** The days that are asked for again and again, as of one of them. */
export function usualPeriods(today: Day): Readonly<Record<PeriodName, Days>> {
  const yesterday = addDays(today, -1);
  const firstOfMonth = first(today);
  const lastMonth = addDays(firstOfMonth, -1);
  const year = financialYear(today);
  const lastYear = financialYear(addDays(year.from, -1));
  return {
    today: { from: today, to: today },
    yesterday: { from: yesterday, to: yesterday },
    week: { from: addDays(today, -6), to: today },
    month: { from: firstOfMonth, to: today },
    lastMonth: { from: first(lastMonth), to: lastMonth },
    quarter: { from: addDays(today, -89), to: today },
    year: { from: year.from, to: today },
    lastYear: { from: lastYear.from, to: lastYear.to },
  };
}

const first = (day: Day): Day => `${day.slice(0, 8)}01` as Day; // proof: a day's own year and month
