import { Button, Select } from '@mantine/core';
import { dayOf } from '@shared/clock';
import type { BillSummary } from '@shared/contract';
import type { Money } from '@shared/money';
import { IconReceipt } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useFormat, useTill } from '../../shop';
import { EmptyState } from '../../ui';
import { type Column, MoneyInput, Page, VirtualTable } from '../../ui/office';
import { DayRange, type Days, daysQuery, NothingFound } from '../parts';
import { SearchField } from '../SearchField';
import { useKept } from '../useKept';
import styles from './bills.module.css';

interface BillFilter extends Days {
  readonly text: string;
  /** None of the usual periods: the two days stand in fields of their own. */
  readonly isOther: boolean;
  readonly state: BillState;
  readonly least: Money | null;
  readonly most: Money | null;
}

/** Two days of one's own. */
const other = 'other';

const states = ['all', 'due', 'returned', 'voided'] as const;
type BillState = (typeof states)[number];

const noFilter: BillFilter = { text: '', isOther: false, from: '', to: '', state: 'all', least: null, most: null };
const msPerDay = 86_400_000;

/** Every bill of the shop, the newest first. */
export function BillList() {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const [filter, setFilter] = useKept('bills.filter', noFilter);
  const columns = useColumns();
  const text = filter.text.trim();
  const query = {
    ...(text === '' ? {} : { text }),
    ...daysQuery(filter),
    ...(filter.state === 'all' ? {} : { state: filter.state }),
    ...(filter.least === null ? {} : { least: filter.least }),
    ...(filter.most === null ? {} : { most: filter.most }),
  };
  const isFiltered = Object.keys(query).length > 0;
  return (
    <Page
      title={t('office.bills.title')}
      filters={
        <>
          <SearchField
            label={t('office.bills.searchFor')}
            value={filter.text}
            onChange={(next) => setFilter({ ...filter, text: next })}
          />
          <PeriodField filter={filter} onChange={setFilter} />
          {filter.isOther && (
            <DayRange from={filter.from} to={filter.to} onChange={(days) => setFilter({ ...filter, ...days })} />
          )}
          <Select
            w={150}
            aria-label={t('office.bills.state')}
            allowDeselect={false}
            data={states.map((state) => ({ value: state, label: t(`office.bills.states.${state}`) }))}
            value={filter.state}
            onChange={(value) => setFilter({ ...filter, state: states.find((state) => state === value) ?? 'all' })}
          />
          <MoneyInput
            w={130}
            aria-label={t('office.bills.least')}
            placeholder={t('office.bills.least')}
            value={filter.least}
            onChange={(least) => setFilter({ ...filter, least })}
          />
          <MoneyInput
            w={130}
            aria-label={t('office.bills.most')}
            placeholder={t('office.bills.most')}
            value={filter.most}
            onChange={(most) => setFilter({ ...filter, most })}
          />
        </>
      }
    >
      <VirtualTable
        label={t('office.bills.title')}
        call="sales.bills"
        topic="bill"
        filter={query}
        columns={columns}
        onOpen={(bill) => navigate(`/bills/${bill.id}`)}
        empty={
          isFiltered ? (
            <NothingFound
              title={t('office.bills.nothingFound')}
              showAll={t('office.bills.showAll')}
              onShowAll={() => setFilter(noFilter)}
            >
              {t('office.bills.nothingFoundHint')}
            </NothingFound>
          ) : (
            <EmptyState
              icon={<IconReceipt size={40} stroke={1.5} />}
              title={t('office.bills.none')}
              action={<Button onClick={() => navigate('/')}>{t('office.bills.toCounter')}</Button>}
            >
              {t('office.bills.noneHint')}
            </EmptyState>
          )
        }
      />
    </Page>
  );
}

interface PeriodProps {
  readonly filter: BillFilter;
  readonly onChange: (filter: BillFilter) => void;
}

/** The periods that are asked for every day; anything else is two days in the fields beside it. */
function PeriodField({ filter, onChange }: PeriodProps) {
  const { t } = useTranslation();
  const { shop } = useTill();
  const today = dayOf(Date.now(), shop.timeZone);
  const before = (days: number) =>
    new Date(Date.parse(`${today}T00:00:00Z`) - days * msPerDay).toISOString().slice(0, 10);
  const periods = [
    { value: 'all', label: t('office.bills.allDays'), from: '', to: '' },
    { value: 'today', label: t('office.bills.today'), from: today, to: today },
    { value: 'yesterday', label: t('office.bills.yesterday'), from: before(1), to: before(1) },
    { value: 'week', label: t('office.bills.week'), from: before(6), to: today },
    { value: 'month', label: t('office.bills.month'), from: `${today.slice(0, 8)}01`, to: today },
  ];
  const chosen = filter.isOther
    ? other
    : periods.find(({ from, to }) => from === filter.from && to === filter.to)?.value;
  return (
    <Select
      w={150}
      aria-label={t('office.bills.period')}
      allowDeselect={false}
      data={[
        ...periods.map(({ value, label }) => ({ value, label })),
        { value: other, label: t('office.bills.otherPeriod') },
      ]}
      value={chosen ?? null}
      onChange={(value) => {
        const period = periods.find((each) => each.value === value);
        if (period) onChange({ ...filter, isOther: false, from: period.from, to: period.to });
        else if (value === other) onChange({ ...filter, isOther: true });
      }}
    />
  );
}

function useColumns(): readonly Column<BillSummary>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(
    () => [
      {
        key: 'number',
        title: t('office.bills.number'),
        width: 'minmax(124px, 1.2fr)',
        cell: ({ number, voided }) => (
          <>
            <span className={styles.number} data-voided={voided || undefined}>
              {number}
            </span>
            {voided && <span className={styles.void}>{t('office.bills.isVoid')}</span>}
          </>
        ),
      },
      { key: 'at', title: t('office.bills.at'), width: '124px', cell: ({ at }) => format.dateTime(at) },
      {
        key: 'customer',
        title: t('office.bills.customer'),
        width: 'minmax(110px, 2fr)',
        cell: ({ customer }) => customer,
      },
      { key: 'cashier', title: t('office.bills.cashier'), width: 'minmax(80px, 1fr)', cell: ({ cashier }) => cashier },
      {
        key: 'total',
        title: t('office.bills.total'),
        width: '108px',
        align: 'end',
        cell: ({ total, voided }) => (
          <span className={styles.total} data-voided={voided || undefined}>
            {format.money(total)}
          </span>
        ),
      },
      {
        key: 'due',
        title: t('office.bills.due'),
        width: '100px',
        align: 'end',
        cell: ({ due }) => due > 0 && <span className={styles.due}>{format.money(due)}</span>,
      },
      {
        key: 'returned',
        title: t('office.bills.returned'),
        width: '104px',
        align: 'end',
        // Of a void bill nothing can come back.
        cell: ({ returned, voided }) =>
          !voided && returned < 0 && <span className={styles.returned}>{format.money(returned)}</span>,
      },
    ],
    [t, format],
  );
}
