import type { ReportPage } from '@shared/contract';
import { addMoney, type Money, money } from '@shared/money';
import { type ReportColumn, type ReportId, reportSpecs } from '@shared/reports';
import { useTranslation } from 'react-i18next';
import styles from './reports.module.css';
import { isLoss, useCellText } from './useCellText';

/** The sums of all rows, the one that the report is about in large. */
export function Sums({ report, totals, roundOff }: { report: ReportId } & Pick<ReportPage, 'totals' | 'roundOff'>) {
  const { t } = useTranslation('reports');
  const text = useCellText();
  const spec = reportSpecs[report];
  const sums = spec.columns
    .map((column, index) => ({ column, sum: totals[index] ?? null }))
    .filter(({ sum }) => sum !== null);
  const main = sums.find(({ column }) => column.key === spec.chart?.value) ?? sums.at(-1);
  if (!main) return null;
  const rest = sums.filter((each) => each !== main);
  const more = roundOff === null || typeof main.sum !== 'number' ? [] : netOf(money(main.sum), roundOff);
  return (
    <dl className={styles.sums}>
      {[main, ...rest, ...more].map(({ column, sum }) => (
        <div key={column.key} className={styles.sum} data-main={column === main.column || undefined}>
          <dt>{t(`columns.${column.key}`)}</dt>
          <dd data-loss={isLoss(column, sum) || undefined} data-none={sum === 0 || undefined}>
            {text(column, sum)}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Lines added up are net sales but for what bills were rounded by: so that they can be held against the sales by day. */
function netOf(lines: Money, roundOff: Money): { column: Pick<ReportColumn, 'key' | 'kind'>; sum: Money }[] {
  return [
    { column: { key: 'roundOff', kind: 'money' }, sum: roundOff },
    { column: { key: 'net', kind: 'money' }, sum: addMoney(lines, roundOff) },
  ];
}
