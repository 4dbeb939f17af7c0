import '../report-words';
import { Button, SegmentedControl } from '@mantine/core';
import type { Dashboard as Figures } from '@shared/contract';
import { IconBasket, IconChartBar } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useLive } from '../../live';
import { useFormat, useMay } from '../../shop';
import { EmptyState, FailureState } from '../../ui';
import { Page } from '../../ui/office';
import { Skeletons } from '../Skeletons';
import { useKept } from '../useKept';
import { Drawers, Khata, Payments, Stock, Top } from './Cards';
import styles from './dashboard.module.css';
import { Headline, type Versus } from './Headline';
import { Hours } from './Hours';

/** What the owner wants to know on walking in, and it moves while they look. */
export default function Dashboard() {
  const { t } = useTranslation('reports');
  const [, navigate] = useLocation();
  const format = useFormat();
  const [versus, setVersus] = useKept<Versus>('dashboard.versus', 'lastWeek');
  const live = useLive('reports.dashboard', {});
  useEveryMinute();
  const figures = live.data;
  const isNew = figures?.isNew === true;
  return (
    <Page
      title={t('dashboard.title')}
      note={figures && !isNew && t('dashboard.against', { day: format.day(figures[versus].day) })}
      actions={
        <>
          {figures && !isNew && (
            <SegmentedControl
              aria-label={t('dashboard.versus')}
              value={versus}
              onChange={(value) => setVersus(value === 'yesterday' ? 'yesterday' : 'lastWeek')}
              data={(['yesterday', 'lastWeek'] as const).map((value) => ({ value, label: t(`dashboard.${value}`) }))}
            />
          )}
          <Button variant="default" leftSection={<IconChartBar size={18} />} onClick={() => navigate('/reports')}>
            {t('dashboard.all')}
          </Button>
        </>
      }
    >
      {live.state === 'failed' && !figures && <FailureState failure={live.failure} onRetry={live.retry} />}
      {live.state === 'loading' && <Skeletons rows={8} />}
      {figures && (isNew ? <NothingYet /> : <Today figures={figures} versus={versus} />)}
    </Page>
  );
}

function Today({ figures, versus }: { figures: Figures; versus: Versus }) {
  const { t } = useTranslation('reports');
  const then = figures[versus];
  const isQuiet = [...figures.today.hours, ...then.hours].every((amount) => amount === 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard has to be able to
    <section className={styles.root} aria-label={t('dashboard.title')} tabIndex={0}>
      <Headline today={figures.today} then={then} versus={versus} />
      <div className={styles.middle} data-quiet={isQuiet || undefined}>
        <Hours today={figures.today} then={then} versus={versus} />
        <Top top={figures.top} />
      </div>
      <div className={styles.cards}>
        <Payments payments={figures.payments} />
        <Stock stock={figures.stock} />
        <Khata khata={figures.khata} />
        <Drawers drawers={figures.drawers} />
      </div>
    </section>
  );
}

function NothingYet() {
  const { t } = useTranslation('reports');
  const [, navigate] = useLocation();
  const maySell = useMay('sell');
  return (
    <EmptyState
      icon={<IconBasket size={40} stroke={1.5} />}
      title={t('dashboard.emptyTitle')}
      action={maySell && <Button onClick={() => navigate('/')}>{t('toCounter')}</Button>}
    >
      {t('dashboard.emptyText')}
    </EmptyState>
  );
}

/** "Up to the same time" moves by itself, and at midnight today is another day. */
function useEveryMinute(): void {
  const client = useQueryClient();
  useEffect(() => {
    const timer = setInterval(() => void client.invalidateQueries({ queryKey: ['reports.dashboard'] }), 60_000);
    return () => clearInterval(timer);
  }, [client]);
}
