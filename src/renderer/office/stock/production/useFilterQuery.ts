import { addDays, dayOf } from '@shared/clock';
import type { DayPart } from '@shared/day-parts';
import { useTill } from '../../../shop';

export const whens = ['today', 'week', 'all'] as const;
export type When = (typeof whens)[number];

/** What a filter means today, as the part of a query. */
export function useFilterQuery(filter: { readonly when: When; readonly part: DayPart | null }): {
  from?: string;
  part?: DayPart;
} {
  const { shop } = useTill();
  const { when, part } = filter;
  const today = dayOf(Date.now(), shop.timeZone);
  return {
    ...(when !== 'all' && { from: when === 'today' ? today : addDays(today, -6) }),
    ...(part !== null && { part }),
  };
}
