import type { OrderRow } from '@shared/contract';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shop';

/** When an order is for and how it is paid, in words. */
export function useOrderWords() {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(
    () => ({
      due: ({ dueDay, dueTime }: Pick<OrderRow, 'dueDay' | 'dueTime'>) =>
        dueTime === null ? format.day(dueDay) : `${format.day(dueDay)}, ${format.clock(dueTime)}`,
      payment: ({ payment, advance }: Pick<OrderRow, 'payment' | 'advance'>) =>
        t(`office.orders.payments.${payment}`, { amount: format.money(advance) }),
    }),
    [t, format],
  );
}
