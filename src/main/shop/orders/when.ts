import { type Day, dayOf } from '@shared/clock';
import type { OrderRow } from '@shared/contract';
import type { OrderStage } from '@shared/orders';

/** Now, as the shop's wall shows it. */
export interface Now {
  readonly day: Day;
  /** `HH:MM`. */
  readonly time: string;
}

const formats = new Map<string, Intl.DateTimeFormat>();

export function nowIn(at: number, timeZone: string): Now {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
    formats.set(timeZone, format);
  }
  return { day: dayOf(at, timeZone), time: format.format(at) };
}

interface Due {
  readonly stage: OrderStage;
  readonly dueDay: string;
  readonly dueTime: string | null;
}

/** Without a time an order is late the day after. What was handed over or cancelled is neither late nor for any day. */
export function dueOf({ stage, dueDay, dueTime }: Due, { day, time }: Now): OrderRow['due'] {
  if (stage === 'delivered' || stage === 'cancelled') return null;
  if (dueDay < day || (dueDay === day && dueTime !== null && dueTime < time)) return 'overdue';
  return dueDay === day ? 'today' : 'later';
}
