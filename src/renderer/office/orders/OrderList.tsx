import type { CallInput, OrderRow } from '@shared/contract';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useFormat } from '../../shop';
import { type Column, VirtualTable } from '../../ui/office';
import { RowName, Tag } from '../parts';
import { DueTag } from './DueTag';
import styles from './orders.module.css';
import { useOrderWords } from './useOrderWords';

export type OrderQuery = Pick<CallInput<'orders.list'>, 'text' | 'when'>;

/** Orders one below the other, by the time they are due. */
export function OrderList({ query, empty }: { query: OrderQuery; empty: ReactNode }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const columns = useColumns();
  return (
    <VirtualTable
      label={t('office.orders.title')}
      call="orders.list"
      topic="sales_order"
      filter={query}
      columns={columns}
      isMuted={({ stage }) => stage === 'cancelled'}
      onOpen={({ id }) => navigate(`/orders/${id}`)}
      empty={empty}
    />
  );
}

function useColumns(): readonly Column<OrderRow>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useOrderWords();
  return useMemo(
    () => [
      {
        key: 'customer',
        title: t('office.orders.customer'),
        width: 'minmax(150px, 2fr)',
        cell: (order) => (
          <RowName name={order.name}>
            <DueTag due={order.due} />
          </RowName>
        ),
      },
      { key: 'goods', title: t('office.orders.goods'), width: 'minmax(120px, 3fr)', cell: ({ goods }) => goods },
      { key: 'due', title: t('office.orders.due'), width: '150px', cell: (order) => words.due(order) },
      {
        key: 'stage',
        title: t('office.orders.stage'),
        width: '120px',
        cell: ({ stage }) => <Tag>{t(`office.orders.stages.${stage}`)}</Tag>,
      },
      { key: 'payment', title: t('office.orders.payment'), width: '150px', cell: (order) => words.payment(order) },
      {
        key: 'total',
        title: t('office.orders.total'),
        width: '110px',
        align: 'end',
        cell: ({ total }) => <span className={styles.amount}>{format.money(total)}</span>,
      },
    ],
    [t, format, words],
  );
}
