import type { CellKind, ReportColumn, ReportRow, ReportSpec } from '@shared/reports';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from '../../ui/office';
import styles from './reports.module.css';
import { useCellText } from './useCellText';

const widths: Readonly<Record<CellKind, string>> = {
  text: 'minmax(104px, 2fr)',
  word: 'minmax(84px, 1fr)',
  unit: '56px',
  day: 'minmax(96px, 1fr)',
  time: '150px',
  hour: 'minmax(64px, 1fr)',
  count: 'minmax(60px, 1fr)',
  money: 'minmax(104px, 1fr)',
  quantity: 'minmax(76px, 1fr)',
  rate: '72px',
};

/** A document's number is read whole or not at all. */
const numberWidth = 'minmax(150px, 1fr)';
const isNumber = ({ key }: ReportColumn) => key === 'number' || key === 'bill';

const atEnd: ReadonlySet<CellKind> = new Set<CellKind>(['count', 'money', 'quantity', 'rate']);

/** The columns of a report's table; a narrow screen leaves the minor ones out. */
export function useReportColumns(spec: ReportSpec, isNarrow: boolean): readonly Column<ReportRow>[] {
  const { t } = useTranslation('reports');
  const text = useCellText();
  return useMemo(
    () =>
      spec.columns.flatMap((column, index): Column<ReportRow>[] => {
        if (isNarrow && column.minor) return [];
        const { key, kind } = column;
        const cell = ({ cells }: ReportRow) => {
          const value = cells[index] ?? null;
          if (kind !== 'money' || typeof value !== 'number' || value > 0) return text(column, value);
          return <span className={value < 0 ? styles.loss : styles.zero}>{text(column, value)}</span>;
        };
        return [
          {
            key,
            title: t(`columns.${key}`),
            width: isNumber(column) ? numberWidth : widths[kind],
            align: atEnd.has(kind) ? 'end' : 'start',
            sortable: true,
            cell,
          },
        ];
      }),
    [spec, isNarrow, t, text],
  );
}
