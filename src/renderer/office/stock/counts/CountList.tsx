import type { CountSummary } from '@shared/contract';
import { IconClipboardList } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useFormat, useMay } from '../../../shop';
import { EmptyState } from '../../../ui';
import { type Column, Page, VirtualTable } from '../../../ui/office';
import { CreateButton, RowName, Tag } from '../../parts';
import { StockSections } from '../StockSections';
import { BeginDialog } from './BeginDialog';

/** Sheets on which the stock is counted, the newest first. */
export function CountList() {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const mayBegin = useMay('stock.edit');
  const [beginning, setBeginning] = useState(false);
  const columns = useColumns();
  return (
    <Page
      title={t('office.counts.title')}
      note={<StockSections />}
      actions={mayBegin && <CreateButton onCreate={() => setBeginning(true)}>{t('office.counts.create')}</CreateButton>}
    >
      <VirtualTable
        label={t('office.counts.title')}
        call="counts.list"
        topic="stock_count"
        filter={{}}
        columns={columns}
        isMuted={({ state }) => state === 'cancelled'}
        onOpen={({ id, state }) => navigate(`/stock/counts/${id}${state === 'open' || !mayBegin ? '' : '/review'}`)}
        empty={
          <EmptyState icon={<IconClipboardList size={40} stroke={1.5} />} title={t('office.counts.none')}>
            {t(mayBegin ? 'office.counts.noneHint' : 'office.counts.noneYet')}
          </EmptyState>
        }
      />
      {beginning && <BeginDialog onClose={() => setBeginning(false)} />}
    </Page>
  );
}

function useColumns(): readonly Column<CountSummary>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(
    () => [
      {
        key: 'name',
        title: t('office.counts.name'),
        width: 'minmax(200px, 3fr)',
        cell: ({ name, state }) => (
          <RowName name={name}>
            {state === 'open' ? (
              <Tag tone="accent">{t('office.counts.states.open')}</Tag>
            ) : (
              <Tag>{t(`office.counts.states.${state}`)}</Tag>
            )}
          </RowName>
        ),
      },
      {
        key: 'what',
        title: t('office.counts.what'),
        width: 'minmax(180px, 1fr)',
        cell: ({ what, of }) => of ?? t(`office.counts.scopes.${what}`),
      },
      {
        key: 'products',
        title: t('office.counts.counted'),
        width: '130px',
        align: 'end',
        cell: ({ products }) => format.count(products),
      },
      {
        key: 'last',
        title: t('office.counts.last'),
        width: '150px',
        cell: ({ lastAt }) => lastAt !== null && format.dateTime(lastAt),
      },
      { key: 'at', title: t('office.counts.begun'), width: '150px', cell: ({ at }) => format.dateTime(at) },
    ],
    [t, format],
  );
}
