import { SegmentedControl } from '@mantine/core';
import type { CallInput, StockSummary } from '@shared/contract';
import { IconPackages } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useLive } from '../../live';
import { useFormat } from '../../shop';
import { EmptyState } from '../../ui';
import { Page, VirtualTable } from '../../ui/office';
import { CategoryFilter } from '../catalogue/CategoryFilter';
import { NothingFound, useScannedProduct } from '../parts';
import { SearchField } from '../SearchField';
import { useKept } from '../useKept';
import { useLevelColumns } from './columns';
import { StockSections } from './StockSections';
import styles from './stock.module.css';

type Query = CallInput<'stock.levels'>;
type State = NonNullable<Query['state']>;

interface Filter {
  readonly text: string;
  readonly categoryId: string | null;
  readonly state: State;
}

const noFilter: Filter = { text: '', categoryId: null, state: 'any' };
const states: readonly State[] = ['any', 'low', 'out', 'oversold'];
const countOf: Record<State, keyof StockSummary> = { any: 'counted', low: 'low', out: 'out', oversold: 'oversold' };

/** How much of everything there is, and what is short. */
export function StockLevels() {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const [filter, setFilter] = useKept('stock.filter', noFilter);
  const [sorting, setSorting] = useKept('stock.sorting', { by: 'name', descending: false });
  const summary = useLive('stock.summary', {}, { keep: true }).data;
  const columns = useLevelColumns();
  const change = (part: Partial<Filter>) => setFilter({ ...filter, ...part });
  const open = (id: string) => navigate(`/stock/${id}`);
  useScannedProduct(open, (code) => setFilter({ ...noFilter, text: code }));

  const text = filter.text.trim();
  const query = {
    ...(text === '' ? {} : { text }),
    ...(filter.categoryId === null ? {} : { categoryId: filter.categoryId }),
    state: filter.state,
    sort: sorting.by === 'stock' ? ('stock' as const) : ('name' as const),
    descending: sorting.descending,
  };
  return (
    <Page
      title={t('office.stock.title')}
      note={<StockSections />}
      filters={
        <>
          <SearchField
            label={t('office.products.searchFor')}
            value={filter.text}
            onChange={(next) => change({ text: next })}
          />
          <CategoryFilter width={180} value={filter.categoryId} onChange={(categoryId) => change({ categoryId })} />
          <SegmentedControl
            aria-label={t('office.stock.state')}
            data={states.map((state) => ({
              value: state,
              label: <StateLabel state={state} count={summary?.[countOf[state]]} />,
            }))}
            value={filter.state}
            onChange={(state) => change({ state: states.find((each) => each === state) ?? 'any' })}
          />
        </>
      }
    >
      <VirtualTable
        label={t('office.stock.title')}
        call="stock.levels"
        topic="product"
        filter={query}
        columns={columns}
        sorting={sorting}
        onSort={setSorting}
        rowHeight={52}
        isMuted={(product) => !product.active}
        onOpen={(product) => open(product.id)}
        empty={<NoLevels filter={filter} onShowAll={() => setFilter(noFilter)} />}
      />
    </Page>
  );
}

function StateLabel({ state, count }: { state: State; count: number | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      {t(`office.stock.states.${state}`)}
      {count !== undefined && <span className={styles.count}> {format.count(count)}</span>}
    </>
  );
}

function NoLevels({ filter, onShowAll }: { filter: Filter; onShowAll: () => void }) {
  const { t } = useTranslation();
  if (filter.text.trim() !== '' || filter.categoryId !== null) {
    return (
      <NothingFound
        title={t('office.products.nothingFound')}
        showAll={t('office.products.clearFilters')}
        onShowAll={onShowAll}
      >
        {t('office.products.nothingFoundHint')}
      </NothingFound>
    );
  }
  const isGood = filter.state !== 'any';
  return (
    <EmptyState
      icon={<IconPackages size={40} stroke={1.5} />}
      title={t(isGood ? 'office.stock.noneSuch' : 'office.stock.nothing')}
    >
      {t(isGood ? 'office.stock.noneSuchHint' : 'office.stock.nothingHint')}
    </EmptyState>
  );
}
