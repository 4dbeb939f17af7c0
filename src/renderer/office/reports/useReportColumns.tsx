import { quantity } from '@shared/money';
import type { CellKind, ReportColumn, ReportRow, ReportSpec } from '@shared/reports';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shop';
import { type Column, leastWidth } from '../../ui/office';
import { useKept } from '../useKept';
import styles from './reports.module.css';
import { isLoss, useCellText } from './useCellText';

const widths: Readonly<Record<CellKind, string>> = {
  text: 'minmax(104px, 2fr)',
  word: 'minmax(84px, 1fr)',
  unit: '56px',
  day: 'minmax(104px, 1fr)',
  time: '150px',
  hour: 'minmax(64px, 1fr)',
  count: 'minmax(64px, 1fr)',
  money: 'minmax(104px, 1fr)',
  quantity: 'minmax(84px, 1fr)',
  rate: '72px',
};

/** Names need more than a text usually does, codes less; a document's number is read whole or not at all. */
const widthOf: Partial<Record<ReportColumn['key'], string>> = {
  product: 'minmax(160px, 3fr)',
  customer: 'minmax(140px, 3fr)',
  sku: 'minmax(84px, 1fr)',
  phone: 'minmax(100px, 1fr)',
  number: 'minmax(150px, 1fr)',
  bill: 'minmax(150px, 1fr)',
};

const atEnd: ReadonlySet<CellKind> = new Set<CellKind>(['count', 'money', 'quantity', 'rate']);

type Key = ReportColumn['key'];

interface ReportTableColumn extends Column<ReportRow> {
  readonly key: Key;
  /** Among the first to give way. */
  readonly isMinor: boolean;
}

export interface ReportColumns {
  readonly shown: readonly Column<ReportRow>[];
  /** All that there are, in their order. */
  readonly all: readonly { readonly key: Key; readonly title: string; readonly isShown: boolean }[];
  readonly onShow: (key: Key, isShown: boolean) => void;
  /** Null while nobody has chosen: then the columns are those that have room. */
  readonly onUsual: (() => void) | null;
}

/**
 * The columns of a report's table. Those for which there is no room give way, the minor ones first; whoever wants others
 * chooses them, and the table then scrolls if it has to.
 *
 * @param room px
 */
export function useReportColumns(report: string, spec: ReportSpec, room: number): ReportColumns {
  const { t } = useTranslation('reports');
  const text = useCellText();
  const format = useFormat();
  const [chosen, setChosen] = useKept<readonly Key[] | null>(`reports.columns.${report}`, null);
  const columns = useMemo(() => {
    const unitAt = spec.columns.findIndex(({ kind }) => kind === 'unit');
    return spec.columns.flatMap((column, index): ReportTableColumn[] => {
      const { key, kind } = column;
      // A quantity says its unit itself.
      if (kind === 'unit') return [];
      const cell = ({ cells }: ReportRow) => {
        const value = cells[index] ?? null;
        const unit = cells[unitAt];
        if (kind === 'quantity' && typeof value === 'number' && typeof unit === 'string') {
          const words = format.quantityOf(quantity(value), unit);
          return value === 0 ? <span className={styles.zero}>{words}</span> : words;
        }
        if (kind !== 'money' || typeof value !== 'number' || value > 0) return text(column, value);
        return (
          <span className={value === 0 ? styles.zero : isLoss(column, value) ? styles.loss : ''}>
            {text(column, value)}
          </span>
        );
      };
      return [
        {
          key,
          title: t(`columns.${key}`),
          width: widthOf[key] ?? widths[kind],
          align: atEnd.has(kind) ? 'end' : 'start',
          sortable: true,
          isMinor: column.minor === true,
          cell,
        },
      ];
    });
  }, [spec, t, text, format]);
  const keys = chosen ?? fitting(columns, room);
  return {
    shown: columns.filter(({ key }) => keys.includes(key)),
    all: columns.map(({ key, title }) => ({ key, title, isShown: keys.includes(key) })),
    onShow: (key, on) => setChosen(on ? [...keys, key] : keys.filter((each) => each !== key)),
    onUsual: chosen === null ? null : () => setChosen(null),
  };
}

/** Leaves minor columns out, the last first, until the others have room. */
function fitting(columns: readonly ReportTableColumn[], room: number): readonly Key[] {
  let kept = [...columns];
  while (leastWidth(kept.map(({ width }) => width)) > room) {
    const last = kept.findLast(({ isMinor }) => isMinor);
    if (!last) break;
    kept = kept.filter((each) => each !== last);
  }
  return kept.map(({ key }) => key);
}
