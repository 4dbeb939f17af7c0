import { type DayPart, dayPartAt, dayParts } from '@shared/day-parts';
import type { Quantity } from '@shared/money';

export const isPart = (text: string | null): text is DayPart => dayParts.some((part) => part === text);

/** The part of the day that it is in the shop. */
export function partNow(timeZone: string): DayPart {
  const hour = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone }).format(Date.now());
  return dayPartAt(Number(hour));
}

/** A quantity that was not typed, or is none. */
export const isNothing = (quantity: Quantity | null): boolean => quantity === null || quantity === 0;
