import { dayOf } from '@shared/clock';
import { useTranslation } from 'react-i18next';
import { useTill } from '../../shop';

/** When somebody was reminded, in days: `Reminded 3 days ago`. */
export function useReminded(): (at: number) => string {
  const { t } = useTranslation();
  const { shop } = useTill();
  return (at) => {
    const day = (instant: number) => Date.parse(dayOf(instant, shop.timeZone));
    const days = Math.round((day(Date.now()) - day(at)) / 86_400_000);
    if (days <= 0) return t('office.khata.remindedToday');
    return days === 1 ? t('office.khata.remindedYesterday') : t('office.khata.reminded', { count: days });
  };
}
