import type { ReportPage } from '@shared/contract';
import { type ReportColumn, type ReportId, type ReportWords, reportSpecs } from '@shared/reports';
import { useTranslation } from 'react-i18next';
import { Bars, Rows } from './chart';
import styles from './reports.module.css';
import { useCellText } from './useCellText';

/** As many as there is room for beside the sums. */
const rowsInSight = 5;

/** The report's own picture: bars in order for days and hours, the highest for everything else. */
export function ReportChart({ report, chart }: { report: ReportId; chart: ReportPage['chart'] }) {
  const { t } = useTranslation('reports');
  const text = useCellText();
  const { chart: spec, columns } = reportSpecs[report];
  if (!spec) return null;
  const columnOf = (key: ReportColumn['key']) =>
    columns.find((column) => column.key === key) ?? { key, kind: 'text' as const };
  const value = columnOf(spec.value);
  // proof: every report with a picture has a title for it (words.test.ts)
  const title = t(`chartTitles.${report as keyof ReportWords['chartTitles']}`);
  const label = t('chart', { title });
  const bars = chart.map((bar) => ({
    key: String(bar.label),
    title: text(columnOf(spec.label), bar.label),
    value: bar.value,
    text: text(value, bar.value),
  }));
  if (spec.rows === 'top') {
    return (
      <div className={styles.chart}>
        <Rows title={title} label={label} bars={bars.slice(0, rowsInSight)} />
      </div>
    );
  }
  const most = bars.reduce((a, b) => (b.value > a.value ? b : a), bars[0] ?? { title: '', value: 0, text: '' });
  return (
    <div className={styles.chart}>
      <Bars
        title={title}
        label={label}
        bars={bars.map((bar) => ({ ...bar, title: `${bar.title}: ${bar.text}` }))}
        axis={{
          first: bars[0]?.title ?? '',
          last: bars.length > 1 ? (bars.at(-1)?.title ?? '') : '',
        }}
        note={bars.length > 1 ? t('highest', { name: most.title, value: most.text }) : ''}
      />
    </div>
  );
}
