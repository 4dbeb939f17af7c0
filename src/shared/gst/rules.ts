import type { Day } from '../clock';
import { type Money, money, type Rate, rate } from '../money';

/**
 * Above this an inter-state invoice to somebody without a GSTIN stands by itself in the return (table 5), minor units:
 * ₹2.5 lakh, since 1 August 2024 ₹1 lakh (notification 12/2024, central tax).
 */
export function largeInvoiceAbove(day: Day): Money {
  return money(day < '2024-08-01' ? 2_50_000_00 : 1_00_000_00);
}

/** The rates that a return has a row for, parts per million: 0.1 %, 0.25 %, 1 %, 1.5 % … */
const known: ReadonlySet<Rate> = new Set(
  [0, 1_000, 2_500, 10_000, 15_000, 30_000, 50_000, 60_000, 75_000, 120_000, 180_000, 280_000, 400_000].map(
    (partsPerMillion) => rate(partsPerMillion),
  ),
);

export function isReturnRate(combined: Rate): boolean {
  return known.has(combined);
}

/** HSN or SAC as a return takes it: four, six or eight digits; services begin with 99. */
export function isReturnHsn(code: string): boolean {
  return /^(\d{4}|\d{6}|\d{8})$/.test(code);
}

/** Services are not counted: their quantity is nothing, of no unit. */
export const isService = (hsn: string): boolean => hsn.startsWith('99');
