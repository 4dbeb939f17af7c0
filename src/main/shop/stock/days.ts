import { addDays, isDay, startOfDay } from '@shared/clock';
import { badValue } from '../text';

/** Instants, ms: `since` is within, `until` is not. */
export interface Span {
  readonly since: number;
  readonly until: number;
}

/**
 * The instants between the first of one civil day and the last of another; an end that is not given is open.
 *
 * @throws AppError `bad_value` with the `field`
 */
export function spanOf(days: { from?: string | undefined; to?: string | undefined }, timeZone: string): Span {
  const { from, to } = days;
  if (from !== undefined && !isDay(from)) throw badValue('from', `No such day: ${from}`, { reason: 'day' });
  if (to !== undefined && !isDay(to)) throw badValue('to', `No such day: ${to}`, { reason: 'day' });
  if (from !== undefined && to !== undefined && from > to) {
    throw badValue('to', 'The last day is before the first', { reason: 'order' });
  }
  return {
    since: from === undefined ? Number.MIN_SAFE_INTEGER : startOfDay(from, timeZone),
    until: to === undefined ? Number.MAX_SAFE_INTEGER : startOfDay(addDays(to, 1), timeZone),
  };
}
