import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** Whole minutes in words: `8 h 05 min`. */
export function useHours(): (minutes: number) => string {
  const { t } = useTranslation();
  return useCallback(
    (minutes) => {
      const rest = minutes % 60;
      return t('clock.hours', { h: (minutes - rest) / 60, m: String(rest).padStart(2, '0') });
    },
    [t],
  );
}
