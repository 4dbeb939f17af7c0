import type { RecipeSummary } from '@shared/contract';
import { IconBook2 } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useFormat } from '../../../shop';
import { EmptyState } from '../../../ui';
import { type Column, Page, VirtualTable } from '../../../ui/office';
import { CreateButton, NothingFound, RowName, Tag } from '../../parts';
import { SearchField } from '../../SearchField';
import { useKept } from '../../useKept';
import { StockSections } from '../StockSections';
import styles from './production.module.css';
import { RecipeDialog } from './RecipeDialog';
import { useBatchCost } from './useBatchCost';

/** What is made here, and of what. */
export function RecipeList() {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const [search, setSearch] = useKept('recipes.search', '');
  const [creating, setCreating] = useState(false);
  const columns = useColumns();
  const text = search.trim();
  return (
    <Page
      title={t('office.recipes.title')}
      note={<StockSections />}
      actions={<CreateButton onCreate={() => setCreating(true)}>{t('office.recipes.create')}</CreateButton>}
      filters={<SearchField label={t('office.recipes.searchFor')} value={search} onChange={setSearch} />}
    >
      <VirtualTable
        label={t('office.recipes.title')}
        call="recipes.list"
        topic="recipe"
        filter={text === '' ? {} : { text }}
        columns={columns}
        isMuted={({ removed }) => removed}
        onOpen={({ id }) => navigate(`/stock/recipes/${id}`)}
        empty={
          text === '' ? (
            <EmptyState icon={<IconBook2 size={40} stroke={1.5} />} title={t('office.recipes.none')}>
              {t('office.recipes.noneHint')}
            </EmptyState>
          ) : (
            <NothingFound
              title={t('office.recipes.nothingFound')}
              showAll={t('office.recipes.showAll')}
              onShowAll={() => setSearch('')}
            />
          )
        }
      />
      {creating && <RecipeDialog onClose={() => setCreating(false)} />}
    </Page>
  );
}

function useColumns(): readonly Column<RecipeSummary>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const batchCost = useBatchCost();
  return useMemo(
    () => [
      {
        key: 'name',
        title: t('office.recipes.product'),
        width: 'minmax(200px, 3fr)',
        cell: ({ name, circular, twice, removed }) => (
          <RowName name={name}>
            {circular && <Tag tone="attention">{t('office.recipes.circular')}</Tag>}
            {twice && <Tag tone="attention">{t('office.recipes.twice')}</Tag>}
            {removed && <Tag>{t('office.recipes.gone')}</Tag>}
          </RowName>
        ),
      },
      {
        key: 'batch',
        title: t('office.recipes.batch'),
        width: '170px',
        align: 'end',
        cell: ({ batch, unit }) => format.quantityOf(batch, unit),
      },
      {
        key: 'ingredients',
        title: t('office.recipes.ingredients'),
        width: '120px',
        align: 'end',
        cell: ({ ingredients }) => format.count(ingredients),
      },
      {
        key: 'cost',
        title: t('office.recipes.batchCost'),
        width: '150px',
        align: 'end',
        cell: ({ cost }) => <span className={styles.amount}>{batchCost(cost)}</span>,
      },
    ],
    [t, format, batchCost],
  );
}
