import type { PayRow } from '@shared/contract';
import { useTranslation } from 'react-i18next';
import { clockText } from '../hours/MonthSheet';

/** What of somebody's work is paid: hours by the hour, else days, of which half ones are. */
export function useWorked(): (row: PayRow) => string {
  const { t } = useTranslation();
  return ({ rule, halves, minutes }) => {
    if (!rule || rule.kind === 'none') return t('office.wages.noRule');
    if (rule.kind === 'hourly') return clockText(minutes);
    const rest = halves % 2;
    const whole = (halves - rest) / 2;
    const days = rest === 0 ? String(whole) : `${whole === 0 ? '' : whole}½`;
    return t('office.wages.days', { days });
  };
}
