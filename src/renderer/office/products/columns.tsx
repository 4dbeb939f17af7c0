import type { ProductSummary } from '@shared/contract';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shop';
import { StockBar } from '../../ui';
import type { Column } from '../../ui/office';
import { RowName, Tag } from '../parts';
import styles from './products.module.css';

export function useProductColumns(): readonly Column<ProductSummary>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(
    () => [
      {
        key: 'name',
        title: t('office.products.name'),
        width: 'minmax(220px, 3fr)',
        sortable: true,
        cell: (product) => <NameCell product={product} />,
      },
      {
        key: 'category',
        title: t('office.products.category'),
        width: 'minmax(100px, 1fr)',
        cell: (product) => product.category,
      },
      {
        key: 'brand',
        title: t('office.products.brand'),
        width: 'minmax(90px, 1fr)',
        cell: (product) => product.brand,
      },
      {
        key: 'stock',
        title: t('office.products.stock'),
        width: '168px',
        sortable: true,
        cell: (product) => <StockBar product={product} />,
      },
      {
        key: 'price',
        title: t('office.products.price'),
        width: '120px',
        align: 'end',
        sortable: true,
        cell: (product) => <span className={styles.price}>{format.money(product.price)}</span>,
      },
    ],
    [t, format],
  );
}

function NameCell({ product }: { product: ProductSummary }) {
  const { t } = useTranslation();
  const codes = [product.sku, product.barcode].filter((code) => code !== null).join(' · ');
  return (
    <>
      <RowName name={product.name}>
        {product.deleted && <Tag>{t('office.products.deleted')}</Tag>}
        {!product.deleted && !product.active && <Tag>{t('office.products.inactive')}</Tag>}
      </RowName>
      {codes && <div className={styles.codes}>{codes}</div>}
    </>
  );
}
