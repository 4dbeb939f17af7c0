import type { BulkField, BulkRow, BulkValue } from '@shared/contract';
import { money, quantity, type Rate, tenthsOfPercent } from '@shared/money';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shop';
import type { Column } from '../../../ui/office';
import { RowName } from '../../parts';
import styles from './bulk.module.css';

/** Old beside new, of a price with its margin, and what stands against it. */
export function usePreviewColumns(field: BulkField): readonly Column<BulkRow>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(() => {
    const isNumber = field === 'price' || field === 'reorderLevel';
    const words = (value: BulkValue, { unit }: BulkRow): string => {
      switch (field) {
        case 'price':
          return typeof value === 'number' ? format.money(money(value)) : '–';
        case 'reorderLevel':
          return typeof value === 'number' ? format.quantityOf(quantity(value), unit ?? '') : '–';
        case 'favourite':
        case 'active':
          return t(value === true ? `office.bulk.on.${field}` : `office.bulk.off.${field}`);
        default:
          return typeof value === 'string' ? value : t(`office.bulk.noneOf.${field}`);
      }
    };
    const margin = (rate: Rate | null) => (rate === null ? '–' : format.rate(tenthsOfPercent(rate)));
    const values: Column<BulkRow>[] = (['before', 'after'] as const).map((side) => ({
      key: side,
      title: t(`office.bulk.${side}`),
      width: isNumber ? '116px' : 'minmax(110px, 1.2fr)',
      align: isNumber ? 'end' : 'start',
      cell: (row) => <span className={styles[side]}>{row.name === '' ? '–' : words(row[side], row)}</span>,
    }));
    const margins: Column<BulkRow> = {
      key: 'margin',
      title: t('office.bulk.margins'),
      width: '132px',
      align: 'end',
      cell: (row) =>
        row.margin !== null && row.marginBefore !== null && row.margin !== row.marginBefore
          ? `${margin(row.marginBefore)} → ${margin(row.margin)}`
          : margin(row.margin),
    };
    return [
      {
        key: 'name',
        title: t('office.products.name'),
        width: 'minmax(160px, 2fr)',
        cell: (row) => <RowName name={row.name === '' ? t('office.bulk.unknown') : row.name} />,
      },
      ...values,
      ...(field === 'price' ? [margins] : []),
      {
        key: 'note',
        title: t('office.bulk.note'),
        width: 'minmax(150px, 1.4fr)',
        cell: (row) => <Note row={row} />,
      },
    ];
  }, [field, t, format]);
}

function Note({ row: { verdict, reason, warnings } }: { readonly row: BulkRow }) {
  const { t } = useTranslation();
  if (reason !== null) return <span data-kind="refused">{t(`office.bulk.reasons.${reason}`)}</span>;
  if (verdict === 'same') return t('office.bulk.same');
  const all = warnings.map((warning) => t(`office.bulk.warnings.${warning}`)).join(' · ');
  return (
    <span data-kind="warned" title={all}>
      {all}
    </span>
  );
}
