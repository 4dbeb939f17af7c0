import type { PurchaseSummary } from '@shared/contract';
import { IconFilePencil, IconTruckDelivery } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { useLive } from '../../../live';
import { useFormat } from '../../../shop';
import { EmptyState } from '../../../ui';
import { type Column, Page, VirtualTable } from '../../../ui/office';
import { CreateButton, DayRange, daysQuery, NothingFound, RowName, Tag } from '../../parts';
import { SearchField } from '../../SearchField';
import { useKept } from '../../useKept';
import { StockSections } from '../StockSections';
import styles from '../stock.module.css';
import { useBegin } from './useBegin';

const noFilter = { text: '', from: '', to: '' };

/** Goods received, the newest first; above them the bills that are still being typed in here. */
export function PurchaseList() {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const [filter, setFilter] = useKept('purchases.filter', noFilter);
  const columns = useColumns();
  const begin = useBegin();
  const text = filter.text.trim();
  const query = { ...(text === '' ? {} : { text }), ...daysQuery(filter) };
  const isFiltered = Object.keys(query).length > 0;
  return (
    <Page
      title={t('office.purchases.title')}
      note={<StockSections />}
      actions={<CreateButton onCreate={() => void begin.run({})}>{t('office.purchases.create')}</CreateButton>}
      filters={
        <>
          <SearchField
            label={t('office.purchases.searchFor')}
            value={filter.text}
            onChange={(next) => setFilter({ ...filter, text: next })}
          />
          <DayRange from={filter.from} to={filter.to} onChange={(days) => setFilter({ ...filter, ...days })} />
        </>
      }
    >
      <div className={styles.page}>
        <Drafts />
        <div className={styles.rest}>
          <VirtualTable
            label={t('office.purchases.title')}
            call="purchases.list"
            topic="purchase"
            filter={query}
            columns={columns}
            isMuted={({ reversed }) => reversed}
            onOpen={({ id }) => navigate(`/stock/purchases/${id}`)}
            empty={
              isFiltered ? (
                <NothingFound
                  title={t('office.purchases.nothingFound')}
                  showAll={t('office.purchases.showAll')}
                  onShowAll={() => setFilter(noFilter)}
                />
              ) : (
                <EmptyState icon={<IconTruckDelivery size={40} stroke={1.5} />} title={t('office.purchases.none')}>
                  {t('office.purchases.noneHint')}
                </EmptyState>
              )
            }
          />
        </div>
      </div>
    </Page>
  );
}

function Drafts() {
  const { t } = useTranslation();
  const format = useFormat();
  const drafts = useLive('purchases.drafts', {}).data ?? [];
  if (drafts.length === 0) return null;
  return (
    <nav className={styles.drafts} aria-label={t('office.purchases.drafts')}>
      {drafts.map(({ id, supplier, billNumber, lines, updatedAt }) => (
        <Link key={id} href={`/stock/purchases/draft/${id}`} className={styles.draft ?? ''}>
          <IconFilePencil size={18} stroke={1.6} aria-hidden="true" />
          <Tag>{t('office.purchases.isDraft')}</Tag>
          <strong className={styles.draftName}>{supplier ?? t('office.purchases.noSupplier')}</strong>
          <span>{[billNumber, t('office.purchases.lineCount', { count: lines })].filter(Boolean).join(' · ')}</span>
          <span className={styles.quiet}>{format.dateTime(updatedAt)}</span>
        </Link>
      ))}
    </nav>
  );
}

function useColumns(): readonly Column<PurchaseSummary>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(
    () => [
      {
        key: 'supplier',
        title: t('office.purchases.supplier'),
        width: 'minmax(200px, 3fr)',
        cell: ({ supplier, reversed, twice }) => (
          <RowName name={supplier}>
            {reversed && <Tag>{t('office.purchases.reversed')}</Tag>}
            {twice && <Tag tone="attention">{t('office.purchases.twice')}</Tag>}
          </RowName>
        ),
      },
      {
        key: 'number',
        title: t('office.purchases.billNumber'),
        width: 'minmax(130px, 1fr)',
        cell: ({ billNumber }) => billNumber,
      },
      { key: 'day', title: t('office.purchases.billDay'), width: '130px', cell: ({ billDay }) => format.day(billDay) },
      { key: 'at', title: t('office.purchases.received'), width: '150px', cell: ({ at }) => format.dateTime(at) },
      {
        key: 'total',
        title: t('office.purchases.total'),
        width: '140px',
        align: 'end',
        cell: ({ total }) => <span className={styles.amount}>{format.money(total)}</span>,
      },
    ],
    [t, format],
  );
}
