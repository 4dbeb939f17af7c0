import type { ProductionSummary } from '@shared/contract';
import { IconChefHat } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useFormat, useMay } from '../../../shop';
import { EmptyState } from '../../../ui';
import { type Column, Page, VirtualTable } from '../../../ui/office';
import { CreateButton, RowName, Tag } from '../../parts';
import { useKept } from '../../useKept';
import { StockSections } from '../StockSections';
import { type Filter, Filters } from './Filters';
import { LogDialog } from './LogDialog';
import styles from './production.module.css';
import { useFilterQuery } from './useFilterQuery';

const noFilter: Filter = { when: 'today', part: null };

/** What was made, the newest first. */
export function ProductionList() {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const mayLog = useMay('stock.edit');
  const [filter, setFilter] = useKept('production.filter', noFilter);
  const [logging, setLogging] = useState(false);
  const query = useFilterQuery(filter);
  const columns = useColumns();
  return (
    <Page
      title={t('office.production.title')}
      note={<StockSections />}
      actions={mayLog && <CreateButton onCreate={() => setLogging(true)}>{t('office.production.create')}</CreateButton>}
      filters={<Filters filter={filter} onChange={setFilter} />}
    >
      <VirtualTable
        label={t('office.production.title')}
        call="production.list"
        topic="production_log"
        filter={query}
        columns={columns}
        isMuted={({ reversed }) => reversed}
        onOpen={({ id }) => navigate(`/stock/production/${id}`)}
        empty={
          <EmptyState icon={<IconChefHat size={40} stroke={1.5} />} title={t('office.production.none')}>
            {t(mayLog ? 'office.production.noneHint' : 'office.production.noneYet')}
          </EmptyState>
        }
      />
      {logging && <LogDialog onClose={() => setLogging(false)} />}
    </Page>
  );
}

function useColumns(): readonly Column<ProductionSummary>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(
    () => [
      {
        key: 'name',
        title: t('office.production.product'),
        width: 'minmax(150px, 3fr)',
        cell: ({ name, reversed }) => (
          <RowName name={name}>{reversed && <Tag>{t('office.production.reversed')}</Tag>}</RowName>
        ),
      },
      {
        key: 'quantity',
        title: t('office.production.made'),
        width: '100px',
        align: 'end',
        cell: ({ quantity, unit }) => <span className={styles.amount}>{format.quantityOf(quantity, unit)}</span>,
      },
      {
        key: 'when',
        title: t('office.production.when'),
        width: 'minmax(196px, 1fr)',
        cell: ({ madeDay, part }) =>
          t('office.production.dayAndPart', {
            day: format.day(madeDay),
            part: t(`office.production.parts.${part}`),
          }),
      },
      {
        key: 'madeBy',
        title: t('office.production.madeBy'),
        width: 'minmax(90px, 1fr)',
        cell: ({ madeBy }) => madeBy,
      },
      {
        key: 'at',
        title: t('office.production.written'),
        width: '156px',
        cell: ({ at }) => format.dateTime(at),
      },
    ],
    [t, format],
  );
}
