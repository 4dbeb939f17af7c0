import { drawerLimit, type Money } from '@shared/money';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../shop';

/**
 * More cash than a drawer holds is asked back once: `warning` says so under the field, and the same amount entered again
 * counts. `confirm` is what main wants to hear of it.
 */
export function useLargeCash(amount: Money | null) {
  const { t } = useTranslation();
  const format = useFormat();
  const [asked, setAsked] = useState<Money | null>(null);
  const isLarge = amount !== null && amount > drawerLimit(format.currency);
  const isConfirmed = isLarge && asked === amount;
  return {
    warning: isConfirmed ? t('counter.shift.large', { amount: format.money(amount) }) : null,
    confirm: isConfirmed ? (['cash_limit'] as const) : ([] as const),
    /** True when the amount may go; false: it was asked back just now. */
    check: (): boolean => {
      if (!isLarge || isConfirmed) return true;
      setAsked(amount);
      return false;
    },
  };
}
