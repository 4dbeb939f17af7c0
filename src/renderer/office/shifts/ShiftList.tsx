import { Button } from '@mantine/core';
import { dayOf } from '@shared/clock';
import type { ShiftSummary } from '@shared/contract';
import { IconCash } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useFormat, useTill } from '../../shop';
import { EmptyState } from '../../ui';
import { type Column, Page, VirtualTable } from '../../ui/office';
import { DayRange, type Days, daysQuery } from '../parts';
import { useKept } from '../useKept';
import styles from './shifts.module.css';

const noFilter: Days = { from: '', to: '' };

/** Every shift of every till, the newest first: the Z archive. */
export function ShiftList() {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const [filter, setFilter] = useKept('shifts.filter', noFilter);
  const columns = useColumns();
  return (
    <Page
      title={t('counter.shifts.title')}
      note={t('counter.shifts.note')}
      filters={<DayRange {...filter} onChange={setFilter} />}
    >
      <VirtualTable
        label={t('counter.shifts.title')}
        call="shift.list"
        filter={daysQuery(filter)}
        columns={columns}
        onOpen={(shift) => navigate(`/shifts/${shift.id}`)}
        empty={
          <EmptyState
            icon={<IconCash size={40} stroke={1.5} />}
            title={t('counter.shifts.none')}
            action={<Button onClick={() => navigate('/')}>{t('office.bills.toCounter')}</Button>}
          >
            {t('counter.shifts.noneHint')}
          </EmptyState>
        }
      />
    </Page>
  );
}

function useColumns(): readonly Column<ShiftSummary>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const { shop } = useTill();
  return useMemo(
    () => [
      {
        key: 'number',
        title: t('counter.shifts.number'),
        width: 'minmax(140px, 1fr)',
        cell: ({ number }) =>
          number === null ? (
            <span className={styles.open}>{t('counter.shifts.open')}</span>
          ) : (
            <span className={styles.number}>{number}</span>
          ),
      },
      { key: 'terminal', title: t('counter.shifts.terminal'), width: '78px', cell: ({ terminal }) => terminal },
      {
        key: 'opened',
        title: t('counter.shifts.opened'),
        width: '124px',
        cell: ({ openedAt }) => format.dateTime(openedAt),
      },
      {
        key: 'closed',
        title: t('counter.shifts.closed'),
        width: '124px',
        // Nearly always the same day.
        cell: ({ openedAt, closedAt }) =>
          closedAt !== null &&
          (dayOf(openedAt, shop.timeZone) === dayOf(closedAt, shop.timeZone)
            ? format.time(closedAt)
            : format.dateTime(closedAt)),
      },
      {
        key: 'by',
        title: t('counter.shifts.by'),
        width: 'minmax(64px, 1fr)',
        cell: ({ openedBy, closedBy }) => closedBy ?? openedBy,
      },
      { key: 'bills', title: t('counter.shifts.bills'), width: '48px', align: 'end', cell: ({ bills }) => bills },
      {
        key: 'net',
        title: t('counter.shifts.net'),
        width: '96px',
        align: 'end',
        cell: ({ net }) => net !== null && format.money(net),
      },
      {
        key: 'difference',
        title: t('counter.shifts.difference'),
        width: '88px',
        align: 'end',
        cell: ({ difference }) =>
          difference !== null &&
          (difference === 0 ? (
            format.money(difference)
          ) : (
            <span className={difference > 0 ? styles.over : styles.short}>{format.money(difference)}</span>
          )),
      },
    ],
    [t, format, shop.timeZone],
  );
}
