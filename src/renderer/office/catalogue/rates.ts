import { dayOf } from '@shared/clock';
import type { TaxClass, TaxComponent } from '@shared/contract';
import { fineToDecimal } from '@shared/money';
import type { Format } from '../../shop';
import type { WordsFor } from '../words';

export interface Speaking {
  readonly t: WordsFor;
  readonly format: Format;
}

/** `GST 28% + Cess 12%`, `Cess ₹1.591 each`. */
export function componentWords(components: readonly TaxComponent[], { t, format }: Speaking): string {
  const each = components.map(({ kind, rate, perUnit }) => {
    const parts = [
      ...(rate > 0 || perUnit === 0 ? [format.rate(rate)] : []),
      ...(perUnit > 0
        ? [
            t('office.taxes.perUnitWords', {
              amount: fineToDecimal(perUnit, format.currency),
              currency: format.currency,
            }),
          ]
        : []),
    ];
    return `${t(`common.tax.${kind}`)} ${parts.join(' + ')}`;
  });
  return each.length === 0 ? t('office.taxes.nothing') : each.join(' + ');
}

export type Period = TaxClass['rates'][number];

/** `GST 18% from 22 Sep 2025`. */
export function periodWords(period: Period, speaking: Speaking): string {
  const rates = componentWords(period.components, speaking);
  return speaking.t('office.taxes.from', { rates, day: speaking.format.day(period.effectiveFrom) });
}

/** The periods with the latest first, and which of them holds on a day. */
export function periodsOn(taxClass: TaxClass, day: string): { period: Period; holds: boolean }[] {
  const latest = taxClass.rates.toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1));
  const current = latest.find(({ effectiveFrom }) => effectiveFrom <= day);
  return latest.map((period) => ({ period, holds: period === current }));
}

export const today = (timeZone: string): string => dayOf(Date.now(), timeZone);

/** What is charged today, in words; empty when nothing has begun yet. */
export function rateNow(taxClass: TaxClass, timeZone: string, speaking: Speaking): string {
  const current = periodsOn(taxClass, today(timeZone)).find(({ holds }) => holds);
  return current ? periodWords(current.period, speaking) : '';
}
