import { addDays, type Day, isDay } from '../clock';

/** What a GST return is about: a calendar month, or a quarter of those who file quarterly (QRMP). */
export interface ReturnPeriod {
  readonly kind: 'month' | 'quarter';
  readonly from: Day;
  readonly to: Day;
  /** As the return names it, `MMYYYY`: a quarter goes by its last month. */
  readonly code: string;
}

/** The return of these days; null when they are no whole month and no whole quarter. */
export function returnPeriodOf(from: string, to: string): ReturnPeriod | null {
  if (!isDay(from) || !isDay(to)) return null;
  const found = [monthOf(from), quarterOf(from)].find((period) => period.from === from && period.to === to);
  return found ?? null;
}

export function monthOf(day: Day): ReturnPeriod {
  return periodOf('month', Number(day.slice(0, 4)), Number(day.slice(5, 7)), 1);
}

/** Quarters of the financial year are quarters of the calendar: it begins in April. */
export function quarterOf(day: Day): ReturnPeriod {
  const month = Number(day.slice(5, 7));
  return periodOf('quarter', Number(day.slice(0, 4)), month - ((month - 1) % 3), 3);
}

/** The period before. */
export function periodBefore({ kind, from }: ReturnPeriod): ReturnPeriod {
  const day = addDays(from, -1);
  return kind === 'month' ? monthOf(day) : quarterOf(day);
}

/** So many of a kind, the newest first: the one that `today` is in. */
export function recentPeriods(kind: ReturnPeriod['kind'], today: Day, count: number): ReturnPeriod[] {
  const periods = [kind === 'month' ? monthOf(today) : quarterOf(today)];
  for (let last = periods[0]; last !== undefined && periods.length < count; last = periods.at(-1)) {
    periods.push(periodBefore(last));
  }
  return periods;
}

function periodOf(kind: ReturnPeriod['kind'], year: number, month: number, months: number): ReturnPeriod {
  const last = month + months - 1;
  return {
    kind,
    from: `${digits(year, 4)}-${digits(month, 2)}-01` as Day, // proof: written as YYYY-MM-DD
    to: new Date(Date.UTC(year, last, 0)).toISOString().slice(0, 10) as Day, // proof: an ISO date is YYYY-MM-DD
    code: digits(last, 2) + digits(year, 4),
  };
}

const digits = (value: number, width: number): string => String(value).padStart(width, '0');
