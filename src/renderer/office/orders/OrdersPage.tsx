import { Button, SegmentedControl, Select } from '@mantine/core';
import type { CallInput } from '@shared/contract';
import { IconCake } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useScans } from '../../counter/scanner';
import { useLive } from '../../live';
import { EmptyState } from '../../ui';
import { Page } from '../../ui/office';
import { CreateButton, NothingFound } from '../parts';
import { SearchField } from '../SearchField';
import { useKept } from '../useKept';
import { Board } from './Board';
import { OrderDialog } from './OrderDialog';
import { OrderList } from './OrderList';
import styles from './orders.module.css';

const whens = ['all', 'overdue', 'unbilled', 'today', 'tomorrow', 'week'] as const;
type When = NonNullable<CallInput<'orders.list'>['when']>;
const noFilter = { text: '', when: 'all' as When };

/** `/orders`: all of them, by stage or one below the other. */
export function OrdersPage() {
  const { t } = useTranslation();
  const [view, setView] = useKept<'board' | 'list'>('orders.view', 'board');
  const [filter, setFilter] = useKept('orders.filter', noFilter);
  const [creating, setCreating] = useState(false);
  // The code of an order's QR: it finds the order wherever the focus is.
  useScans((code) => setFilter({ text: code, when: 'all' }));
  const text = filter.text.trim();
  const query = { ...(text === '' ? {} : { text }), when: filter.when };
  const isFiltered = text !== '' || filter.when !== 'all';
  const any = useLive('orders.list', { ...query, limit: 1 });
  const isEmpty = any.state === 'ready' && any.data.total === 0;
  const empty = isFiltered ? (
    <NothingFound
      title={t('office.orders.nothingFound')}
      showAll={t('office.orders.showAll')}
      onShowAll={() => setFilter(noFilter)}
    />
  ) : (
    <EmptyState icon={<IconCake size={40} stroke={1.5} />} title={t('office.orders.none')}>
      {t('office.orders.noneHint')}
    </EmptyState>
  );
  return (
    <Page
      title={t('office.orders.title')}
      actions={<CreateButton onCreate={() => setCreating(true)}>{t('office.orders.create')}</CreateButton>}
      filters={
        <>
          <SegmentedControl
            aria-label={t('office.orders.views')}
            value={view}
            onChange={(next) => setView(next === 'list' ? 'list' : 'board')}
            data={[
              { value: 'board', label: t('office.orders.board') },
              { value: 'list', label: t('office.orders.list') },
            ]}
          />
          <SearchField
            label={t('office.orders.search')}
            value={filter.text}
            onChange={(next) => setFilter({ ...filter, text: next })}
          />
          <Select
            aria-label={t('office.orders.when')}
            allowDeselect={false}
            data={whens.map((when) => ({ value: when, label: t(`office.orders.whens.${when}`) }))}
            value={filter.when}
            onChange={(next) => setFilter({ ...filter, when: whens.find((when) => when === next) ?? 'all' })}
          />
        </>
      }
    >
      <div className={styles.page}>
        {filter.when !== 'unbilled' && <Unbilled onShow={() => setFilter({ text: '', when: 'unbilled' })} />}
        <div className={styles.view}>
          {isEmpty ? empty : view === 'board' ? <Board query={query} /> : <OrderList query={query} empty={empty} />}
        </div>
      </div>
      {creating && <OrderDialog onClose={() => setCreating(false)} />}
    </Page>
  );
}

/** What was handed over without a bill is no sale yet and no tax: it is said, and does not wait to be looked for. */
function Unbilled({ onShow }: { onShow: () => void }) {
  const { t } = useTranslation();
  const orders = useLive('orders.list', { when: 'unbilled', limit: 1 }, { keep: true });
  const count = orders.data?.total ?? 0;
  if (count === 0) return null;
  return (
    <div className={styles.unbilled} role="status">
      {t('office.orders.unbilled', { count })}
      <Button variant="default" size="xs" onClick={onShow}>
        {t('office.orders.showUnbilled')}
      </Button>
    </div>
  );
}
