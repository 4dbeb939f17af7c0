import type { GstReturn } from '@shared/contract';
import type { Days } from '../period';

/**
 * How far the GSTR-1 of some days is: `ready` to be filed, or why not. One of a period that is `running` can be written, to be
 * looked at; of the others there is none.
 */
export type GstState = 'ready' | 'running' | 'noPeriod' | 'stopped' | 'nothing';

export function stateOf({ code, problems, bills, notes }: GstReturn, days: Days, today: string): GstState {
  if (bills + notes === 0) return 'nothing';
  if (code === null) return 'noPeriod';
  if (problems.some(({ stops }) => stops)) return 'stopped';
  return days.to >= today ? 'running' : 'ready';
}
