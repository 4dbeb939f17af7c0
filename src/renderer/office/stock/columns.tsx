import type { ProductSummary } from '@shared/contract';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shop';
import { StockBar } from '../../ui';
import type { Column } from '../../ui/office';
import styles from './stock.module.css';

/** A product as far as its stock goes. The level has a bar, a figure and a word: none of them needs the colour. */
export function useLevelColumns(): readonly Column<ProductSummary>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(
    () => [
      {
        key: 'name',
        title: t('office.products.name'),
        width: 'minmax(200px, 3fr)',
        sortable: true,
        cell: ({ name, sku, barcode }) => (
          <>
            <div className={styles.name}>{name}</div>
            <div className={styles.codes}>{[sku, barcode].filter((code) => code !== null).join(' · ')}</div>
          </>
        ),
      },
      {
        key: 'category',
        title: t('office.products.category'),
        width: 'minmax(110px, 1fr)',
        cell: ({ category }) => category,
      },
      {
        key: 'stock',
        title: t('office.stock.level'),
        width: 'minmax(190px, 2fr)',
        sortable: true,
        cell: (product) => (
          <div className={styles.level}>
            <StockBar product={product} />
          </div>
        ),
      },
      {
        key: 'reorder',
        title: t('office.stock.reorderAt'),
        width: '120px',
        align: 'end',
        cell: ({ reorderLevel, unit }) => reorderLevel !== null && format.quantityOf(reorderLevel, unit),
      },
    ],
    [t, format],
  );
}
