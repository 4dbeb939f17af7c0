import type { OrderRow } from '@shared/contract';
import { timeWords } from '@shared/when';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shop';

/** When an order is for and how it is paid, in words. */
export function useOrderWords() {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(
    () => ({
      /** `22 Nov, 5:30 pm`, as the shop's wall shows it; with its year where that is not this one. */
      due({ dueDay, dueTime }: Pick<OrderRow, 'dueDay' | 'dueTime'>): string {
        if (dueTime === null) return format.day(dueDay);
        const form = dueDay.startsWith(`${new Date().getFullYear()}-`) ? 'dateTime' : 'dateYearTime';
        return timeWords(Date.parse(`${dueDay}T${dueTime}Z`), form, format.locale, 'UTC');
      },
      payment: ({ payment, advance }: Pick<OrderRow, 'payment' | 'advance'>) =>
        t(`office.orders.payments.${payment}`, { amount: format.money(advance) }),
    }),
    [t, format],
  );
}
