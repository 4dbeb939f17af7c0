import type { GstReturn } from '@shared/contract';
import type { Days } from '../period';

/**
 * How far the GSTR-1 of some days is: `ready` to be filed, or why not. One of a period that is `running` can be written, to be
 * looked at; so can that of a month or quarter without any document, which is `nil`; of the others there is none.
 */
export type GstState = 'ready' | 'running' | 'nil' | 'noPeriod' | 'stopped' | 'nothing';

export function stateOf(shown: GstReturn, days: Days, today: string): GstState {
  const { code, problems } = shown;
  const isOver = days.to < today;
  if (isEmpty(shown) && (code === null || !isOver)) return 'nothing';
  if (code === null) return 'noPeriod';
  if (problems.some(({ stops }) => stops)) return 'stopped';
  if (isEmpty(shown)) return 'nil';
  return isOver ? 'ready' : 'running';
}

/** No document at all: bills that were all voided have their numbers in table 13. */
export const isEmpty = ({ bills, notes, issued }: GstReturn): boolean => bills + notes + issued.length === 0;
