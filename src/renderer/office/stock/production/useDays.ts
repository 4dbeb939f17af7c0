import { addDays, dayOf } from '@shared/clock';
import { useTill } from '../../../shop';

export const whens = ['today', 'week', 'all'] as const;
export type When = (typeof whens)[number];

/** The days that a filter means today, as the part of a query. */
export function useDays(when: When): { from?: string } {
  const { shop } = useTill();
  if (when === 'all') return {};
  const today = dayOf(Date.now(), shop.timeZone);
  return { from: when === 'today' ? today : addDays(today, -6) };
}
