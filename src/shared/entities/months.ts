import type { Day } from '../clock';

/** `YYYY-MM`. */
export type Month = string & { readonly __brand: 'Month' };

export const monthOf = (of: Day): Month => of.slice(0, 7) as Month; // proof: a day's own year and month

/** Years in which people work and are paid: a slip of the year is no reason to reckon through the Middle Ages. */
const years = /^2[01]\d\d-/;

/** A month of 2000 to 2199. */
export const isMonth = (text: string): text is Month => years.test(text) && /^\d{4}-(0[1-9]|1[0-2])$/.test(text);

/** Whether a day is of 2000 to 2199. */
export const isStaffDay = (day: Day): boolean => years.test(day);
