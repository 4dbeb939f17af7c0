import type { OrderRow } from '@shared/contract';
import { useTranslation } from 'react-i18next';
import { Tag } from '../parts';

/** Of an order that is late, or for today; nothing for any other. */
export function DueTag({ due }: Pick<OrderRow, 'due'>) {
  const { t } = useTranslation();
  if (due === 'overdue') return <Tag tone="attention">{t('office.orders.overdue')}</Tag>;
  if (due === 'today') return <Tag tone="accent">{t('office.orders.today')}</Tag>;
  return null;
}
