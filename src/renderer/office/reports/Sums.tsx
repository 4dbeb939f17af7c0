import { type Cell, type ReportId, reportSpecs } from '@shared/reports';
import { useTranslation } from 'react-i18next';
import styles from './reports.module.css';
import { useCellText } from './useCellText';

/** The sums of all rows, the one that the report is about in large. */
export function Sums({ report, totals }: { report: ReportId; totals: readonly Cell[] }) {
  const { t } = useTranslation('reports');
  const text = useCellText();
  const spec = reportSpecs[report];
  const sums = spec.columns
    .map((column, index) => ({ column, sum: totals[index] ?? null }))
    .filter(({ sum }) => sum !== null);
  const main = sums.find(({ column }) => column.key === spec.chart?.value) ?? sums.at(-1);
  if (!main) return null;
  return (
    <dl className={styles.sums}>
      {[main, ...sums.filter((each) => each !== main)].map(({ column, sum }) => (
        <div key={column.key} className={styles.sum} data-main={column === main.column || undefined}>
          <dt>{t(`columns.${column.key}`)}</dt>
          <dd data-loss={(column.kind === 'money' && Number(sum) < 0) || undefined}>{text(column, sum)}</dd>
        </div>
      ))}
    </dl>
  );
}
