import type { Supplier } from '@shared/contract';
import { IconTruckDelivery } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { EmptyState } from '../../../ui';
import { type Column, Page, VirtualTable } from '../../../ui/office';
import { useOwed } from '../../khata';
import { CreateButton, NothingFound } from '../../parts';
import { SearchField } from '../../SearchField';
import { useKept } from '../../useKept';
import { StockSections } from '../StockSections';
import styles from '../stock.module.css';
import { SupplierDialog } from './SupplierDialog';

/** Whom the shop buys from, and what it owes them. */
export function SupplierList() {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const [search, setSearch] = useKept('suppliers.search', '');
  const [creating, setCreating] = useState(false);
  const columns = useColumns();
  const text = search.trim();
  const newOne = <CreateButton onCreate={() => setCreating(true)}>{t('office.suppliers.create')}</CreateButton>;
  return (
    <Page
      title={t('office.suppliers.title')}
      note={<StockSections />}
      actions={newOne}
      filters={<SearchField label={t('office.suppliers.searchFor')} value={search} onChange={setSearch} />}
    >
      <VirtualTable
        label={t('office.suppliers.title')}
        call="suppliers.list"
        topic="supplier"
        filter={text === '' ? {} : { text }}
        columns={columns}
        onOpen={({ id }) => navigate(`/stock/suppliers/${id}`)}
        empty={
          text === '' ? (
            <EmptyState icon={<IconTruckDelivery size={40} stroke={1.5} />} title={t('office.suppliers.none')}>
              {t('office.suppliers.noneHint')}
            </EmptyState>
          ) : (
            <NothingFound
              title={t('office.suppliers.nothingFound')}
              showAll={t('office.suppliers.showAll')}
              onShowAll={() => setSearch('')}
            />
          )
        }
      />
      {creating && <SupplierDialog supplier={null} onClose={() => setCreating(false)} />}
    </Page>
  );
}

function useColumns(): readonly Column<Supplier>[] {
  const { t } = useTranslation();
  const owed = useOwed('supplier');
  return useMemo(
    () => [
      {
        key: 'name',
        title: t('office.customers.name'),
        width: 'minmax(200px, 3fr)',
        cell: ({ name }) => (
          <span className={styles.name} title={name}>
            {name}
          </span>
        ),
      },
      { key: 'phone', title: t('office.customers.phone'), width: 'minmax(130px, 1fr)', cell: ({ phone }) => phone },
      { key: 'gstin', title: t('office.customers.gstin'), width: 'minmax(160px, 1fr)', cell: ({ gstin }) => gstin },
      {
        key: 'balance',
        title: t('office.khata.balance'),
        width: 'minmax(160px, 1fr)',
        align: 'end',
        cell: ({ balance }) => <span className={styles.amount}>{owed(balance)}</span>,
      },
    ],
    [t, owed],
  );
}
