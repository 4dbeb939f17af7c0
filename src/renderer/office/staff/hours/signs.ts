import type { DayMark } from '@shared/contract';

/** What stands in a day of which there are no hours to say. */
export const signOf: Readonly<Record<DayMark, string>> = {
  full: '0:00',
  half: '0:00',
  short: '0:00',
  open: '?',
  here: '●',
  off: '–',
  absent: '✕',
  none: '·',
};
