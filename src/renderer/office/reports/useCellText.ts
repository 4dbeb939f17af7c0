import { money, quantity, rate } from '@shared/money';
import type { Cell, ReportColumn } from '@shared/reports';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shop';

/** How a report's cells read in the person's language. */
export function useCellText(): (column: Pick<ReportColumn, 'key' | 'kind'>, cell: Cell) => string {
  const { t, i18n } = useTranslation('reports');
  const format = useFormat();
  return useMemo(() => {
    const word = (path: string) => {
      // A code of a later version stands for itself.
      const key = path as 'values.method.cash'; // proof: looked for first
      return i18n.exists(path, { ns: 'reports' }) ? t(key) : null;
    };
    return ({ key, kind }, cell) => {
      if (cell === null) return word(`none.${key}`) ?? '';
      if (typeof cell === 'string') {
        if (kind === 'word') return word(`values.${key}.${cell}`) ?? cell;
        if (kind === 'unit') return format.unit(cell);
        return kind === 'day' ? format.day(cell) : cell;
      }
      switch (kind) {
        case 'money':
          return format.money(money(cell));
        case 'quantity':
          return format.quantity(quantity(cell));
        case 'rate':
          return format.rate(rate(cell));
        case 'time':
          return format.dateTime(cell);
        case 'hour':
          return format.hour(cell);
        default:
          return format.count(cell);
      }
    };
  }, [t, i18n, format]);
}

/** Money that is gone. A bill that was rounded down has lost nothing. */
export const isLoss = ({ key, kind }: Pick<ReportColumn, 'key' | 'kind'>, cell: Cell): boolean =>
  kind === 'money' && key !== 'roundOff' && Number(cell) < 0;
