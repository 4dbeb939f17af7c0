import { addDays, type Day, isDay } from '@shared/clock';
import type { ReportQuestion } from '@shared/contract';
import { reportSpecs } from '@shared/reports';
import { badValue } from '../text';

/** Two civil days of the shop, both within. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
}

/**
 * The days that a question is about. Nothing given is today; a report of this moment has no days, and is told today's.
 *
 * @throws AppError `bad_value` with the `field`
 */
export function periodOf({ report, from, to }: ReportQuestion, today: Day): Period {
  const last = checkedDay('to', to ?? today);
  const { period } = reportSpecs[report];
  if (period === 'now') return { from: today, to: today };
  if (period === 'day') return { from: last, to: last };
  const first = checkedDay('from', from ?? last);
  if (first > last) throw badValue('to', 'The last day is before the first', { reason: 'order' });
  return { from: first, to: last };
}

function checkedDay(field: 'from' | 'to', text: string): Day {
  if (!isDay(text)) throw badValue(field, `No such day: ${text}`, { reason: 'day' });
  return text;
}

/** A part of a period: a whole month that is over, or days of one that is not, or not whole. */
export interface Span extends Period {
  /** `YYYY-MM` of a whole month that is over; null otherwise. */
  readonly month: string | null;
}

/** The period cut at the ends of its months, in order. */
export function spansOf({ from, to }: Period, today: Day): Span[] {
  const spans: Span[] = [];
  for (let first = from; first <= to; ) {
    const end = lastOfMonth(first);
    const last = end < to ? end : to;
    const isWhole = first.endsWith('-01') && last === end && last < today;
    spans.push({ from: first, to: last, month: isWhole ? first.slice(0, 7) : null });
    first = addDays(last, 1);
  }
  return spans;
}

export const firstOfMonth = (day: Day): Day => `${day.slice(0, 8)}01` as Day; // proof: a day's own year and month

function lastOfMonth(day: Day): Day {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10) as Day; // proof: an ISO date is YYYY-MM-DD
}
