import { SegmentedControl } from '@mantine/core';
import type { CallInput, CustomerRow } from '@shared/contract';
import { IconUsers } from '@tabler/icons-react';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useFormat, useMay } from '../../shop';
import { EmptyState, toast } from '../../ui';
import { type Column, Page, VirtualTable } from '../../ui/office';
import { useOwed, useReminded } from '../khata';
import { CreateButton, NothingFound, Tag } from '../parts';
import { SearchField } from '../SearchField';
import { useKept } from '../useKept';
import { CustomerDialog } from './CustomerDialog';
import styles from './customers.module.css';
import type { CustomerDraft } from './draft';
import { takeBack, useTakenBack } from './taken-back';

type Only = NonNullable<CallInput<'customers.accounts'>['only']>;
const choices = ['all', 'owing', 'overdue', 'advance'] as const satisfies readonly Only[];

/** The shop's customers, what they owe and how late it is. */
export function CustomerList() {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const mayEdit = useMay('customers.edit');
  const [search, setSearch] = useKept('customers.search', '');
  const [only, setOnly] = useKept<Only>('customers.only', 'all');
  /** A new one; with what was typed before, when it comes back by "undo". */
  const [creating, setCreating] = useState<{ readonly draft?: CustomerDraft } | null>(null);
  const taken = useTakenBack('new');
  // One that is open already is closed first.
  if (taken && !creating) setCreating({ draft: taken });
  useEffect(() => {
    if (taken && creating?.draft === taken) takeBack('new', null);
  }, [taken, creating]);
  const columns = useColumns();
  const text = search.trim();
  const newOne = <CreateButton onCreate={() => setCreating({})}>{t('office.customers.create')}</CreateButton>;
  const onClose = (draft: CustomerDraft | null) => {
    setCreating(null);
    if (!draft) return;
    toast.undo(
      () => t('office.leave.dropped'),
      () => {
        takeBack('new', draft);
        navigate('/customers');
      },
    );
  };
  const showAll = () => {
    setSearch('');
    setOnly('all');
  };
  return (
    <Page
      title={t('office.customers.title')}
      actions={mayEdit && newOne}
      filters={
        <>
          <SearchField label={t('office.customers.searchFor')} value={search} onChange={setSearch} />
          <SegmentedControl
            aria-label={t('office.khata.which')}
            value={only}
            onChange={(value) => setOnly(choices.find((each) => each === value) ?? 'all')}
            data={choices.map((value) => ({ value, label: t(`office.khata.only.${value}`) }))}
          />
        </>
      }
    >
      <VirtualTable
        label={t('office.customers.title')}
        call="customers.accounts"
        topic="customer"
        filter={{ only, ...(text !== '' && { text }) }}
        columns={columns}
        onOpen={({ id }) => navigate(`/customers/${id}`)}
        empty={
          text === '' && only === 'all' ? (
            <EmptyState
              icon={<IconUsers size={40} stroke={1.5} />}
              title={t('office.customers.none')}
              action={mayEdit && newOne}
            >
              {t('office.customers.noneHint')}
            </EmptyState>
          ) : (
            <NothingFound
              title={
                text === '' && only !== 'all' ? t(`office.khata.noneOnly.${only}`) : t('office.customers.nothingFound')
              }
              showAll={t('office.customers.showAll')}
              onShowAll={showAll}
            >
              {text === '' && only !== 'all' && t(`office.khata.noneOnlyHint.${only}`)}
            </NothingFound>
          )
        }
      />
      {creating && <CustomerDialog customer={null} {...creating} onClose={onClose} />}
    </Page>
  );
}

const isOver = ({ balance, creditLimit }: Pick<CustomerRow, 'balance' | 'creditLimit'>): boolean =>
  creditLimit !== null && balance > creditLimit;

function useColumns(): readonly Column<CustomerRow>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const owed = useOwed('customer');
  const reminded = useReminded();
  return useMemo(
    () => [
      {
        key: 'name',
        title: t('office.customers.name'),
        width: 'minmax(180px, 3fr)',
        cell: ({ name, overdue, remindedAt, ...row }) => (
          <span className={styles.person}>
            <span className={styles.name} title={name}>
              {name}
            </span>
            {isOver(row) && <Tag tone="attention">{t('office.khata.overLimit')}</Tag>}
            {overdue > 0 && <Tag tone="attention">{t('office.khata.overdue')}</Tag>}
            {overdue > 0 && remindedAt !== null && <span className={styles.reminded}>{reminded(remindedAt)}</span>}
          </span>
        ),
      },
      { key: 'phone', title: t('office.customers.phone'), width: 'minmax(130px, 1fr)', cell: ({ phone }) => phone },
      { key: 'gstin', title: t('office.customers.gstin'), width: 'minmax(150px, 1fr)', cell: ({ gstin }) => gstin },
      {
        key: 'limit',
        title: t('office.customers.creditLimit'),
        width: '120px',
        align: 'end',
        cell: ({ creditLimit }) => creditLimit !== null && format.money(creditLimit),
      },
      {
        key: 'balance',
        title: t('office.khata.balance'),
        width: 'minmax(160px, 1fr)',
        align: 'end',
        cell: (row) => (
          <span
            className={styles.balance}
            data-over={isOver(row) || undefined}
            data-none={row.balance === 0 || undefined}
          >
            {owed(row.balance)}
          </span>
        ),
      },
    ],
    [t, format, owed, reminded],
  );
}
