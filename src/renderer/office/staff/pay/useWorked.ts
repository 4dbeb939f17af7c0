import type { PayRow } from '@shared/contract';
import { useTranslation } from 'react-i18next';
import { clockText } from '../hours/MonthSheet';

/** What of somebody's work is paid: hours by the hour, else days, of which half ones are. */
export function useWorked(): (row: PayRow) => string {
  const { t } = useTranslation();
  return ({ rule, halves, worked, minutes }) => {
    if (!rule || rule.kind === 'none') return t('office.wages.noRule');
    if (rule.kind === 'hourly') return clockText(minutes);
    const days = inDays(halves);
    if (rule.kind !== 'monthly' || !rule.lessAbsent || worked === halves) return t('office.wages.days', { days });
    return t('office.wages.daysOf', { days, worked: inDays(worked), off: inDays(halves - worked) });
  };
}

function inDays(halves: number): string {
  const rest = halves % 2;
  const whole = (halves - rest) / 2;
  return rest === 0 ? String(whole) : `${whole === 0 ? '' : whole}½`;
}
