import { Button } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { dayOf } from '@shared/clock';
import type { ReportPage as Answer, ReportQuestion } from '@shared/contract';
import { type ReportId, type ReportWords, reportSpecs } from '@shared/reports';
import { IconChartBar } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { firstPage, useLive } from '../../live';
import { useFormat, useTill } from '../../shop';
import { EmptyState, FailureState } from '../../ui';
import { Page, type Sorting, VirtualTable } from '../../ui/office';
import { BackButton } from '../parts';
import { Skeletons } from '../Skeletons';
import { useKept } from '../useKept';
import { ColumnChoice } from './ColumnChoice';
import { NothingInDays } from './NothingInDays';
import { PeriodField } from './PeriodField';
import { type Days, usualPeriods } from './period';
import { ReportChart } from './ReportChart';
import styles from './reports.module.css';
import { SaveAs } from './SaveAs';
import { Sums } from './Sums';
import { useReportColumns } from './useReportColumns';

/** `/reports/<id>`: figures that are loud, a picture of them, and all of the rows. */
export function ReportPage({ report }: { report: ReportId }) {
  const { t } = useTranslation('reports');
  const [, navigate] = useLocation();
  const format = useFormat();
  const spec = reportSpecs[report];
  const [days, setDays] = usePeriod();
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const { ref, width } = useElementSize();
  // What the table's frame and its scroll bar take. Before the first measure: the window without the rail.
  const columns = useReportColumns(report, spec, (width || window.innerWidth - 150) - 20);

  const question = useMemo((): ReportQuestion => {
    if (spec.period === 'now') return { report };
    return spec.period === 'day' ? { report, to: days.to } : { report, ...days };
  }, [report, spec, days]);
  const filter = { ...question, ...(sorting && { sort: sorting.by, descending: sorting.descending }) };
  const first = useLive('reports.page', firstPage<'reports.page'>(filter), { keep: true });
  const shown = first.data;

  return (
    <Page
      title={t(`names.${report}`)}
      note={spec.period === 'now' && shown && t('asOf', { time: format.dateTime(shown.at) })}
      actions={
        <>
          <BackButton to="/reports">{t('back')}</BackButton>
          {shown && shown.total > 0 && <ColumnChoice columns={columns} />}
          <SaveAs question={question} isEmpty={shown?.total === 0} />
        </>
      }
      filters={spec.period !== 'now' && <PeriodField value={days} onChange={setDays} single={spec.period === 'day'} />}
    >
      {first.state === 'failed' && !shown && <FailureState failure={first.failure} onRetry={first.retry} />}
      {first.state === 'loading' && <Skeletons rows={8} />}
      <div ref={ref} className={styles.report}>
        {shown && shown.total > 0 && hasFigures(shown) && <Overview report={report} answer={shown} />}
        {shown && (
          <div className={styles.table}>
            <VirtualTable<'reports.page'>
              label={t(`names.${report}`)}
              call="reports.page"
              filter={filter}
              columns={columns.shown}
              rowHeight={40}
              sorting={sorting ?? spec.order}
              onSort={setSorting}
              {...(spec.opens && {
                onOpen: (row) => {
                  const to = row.leads === undefined ? row.id : row.leads;
                  if (to) navigate(`${spec.opens}${to}`);
                },
              })}
              empty={<Nothing report={report} days={days} onChange={setDays} />}
            />
          </div>
        )}
      </div>
    </Page>
  );
}

/** One period for all reports: who has looked at last month goes on looking at it. */
function usePeriod(): [Days, (days: Days) => void] {
  const { shop } = useTill();
  return useKept<Days>('reports.days', usualPeriods(dayOf(Date.now(), shop.timeZone)).month);
}

/** A list of things to do has nothing to add up and no picture. */
const hasFigures = ({ totals, chart }: Answer) => chart.length > 0 || totals.some((sum) => sum !== null);

function Overview({ report, answer }: { report: ReportId; answer: Answer }) {
  return (
    <div className={styles.overview}>
      <Sums report={report} totals={answer.totals} roundOff={answer.roundOff} />
      {answer.chart.length > 0 && <ReportChart report={report} chart={answer.chart} />}
    </div>
  );
}

/** What there is nothing of; of most reports it is sales. */
const emptyWords: Partial<Record<ReportId, keyof ReportWords['emptyOf']>> = {
  payments: 'payments',
  discounts: 'discounts',
  returns: 'returns',
  taxes: 'tax',
  hsn: 'hsn',
  daybook: 'daybook',
  shifts: 'shifts',
  attendance: 'attendance',
  pay: 'pay',
  production: 'production',
};

interface NothingProps {
  readonly report: ReportId;
  readonly days: Days;
  readonly onChange: (days: Days) => void;
}

function Nothing({ report, days, onChange }: NothingProps) {
  const { t } = useTranslation('reports');
  if (
    report === 'stock' ||
    report === 'valuation' ||
    report === 'shortages' ||
    report === 'reorder' ||
    report === 'khata'
  ) {
    return (
      <EmptyState icon={<IconChartBar size={40} stroke={1.5} />} title={t('emptyNow')}>
        {t(`emptyNowHint.${report === 'valuation' ? 'stock' : report}`)}
      </EmptyState>
    );
  }
  const isDay = reportSpecs[report].period === 'day';
  return (
    <NothingInDays
      title={t(`emptyOf.${emptyWords[report] ?? 'sold'}`)}
      days={isDay ? { from: days.to, to: days.to } : days}
      instead={isDay ? ['today', 'yesterday'] : ['month', 'quarter', 'year', 'lastYear']}
      onChange={onChange}
      {...(report === 'production' && {
        begin: {
          words: t('productionHint'),
          action: (
            <Button component={Link} href="/stock/production" variant="default">
              {t('toProduction')}
            </Button>
          ),
        },
      })}
    />
  );
}
