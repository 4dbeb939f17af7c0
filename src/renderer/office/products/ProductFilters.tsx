import { Select, Switch } from '@mantine/core';
import type { CallInput } from '@shared/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../../live';
import type { Sorting } from '../../ui/office';
import { CategoryFilter } from '../catalogue/CategoryFilter';
import { SearchField } from '../SearchField';
import styles from './products.module.css';

type Query = CallInput<'catalogue.products'>;
export type StockFilter = NonNullable<Query['stock']>;

export interface ProductFilter {
  readonly text: string;
  readonly categoryId: string | null;
  readonly brandId: string | null;
  readonly stock: StockFilter;
  readonly deleted: boolean;
}

export const noFilter: ProductFilter = { text: '', categoryId: null, brandId: null, stock: 'any', deleted: false };

export const isFiltered = ({ text, categoryId, brandId, stock, deleted }: ProductFilter): boolean =>
  text.trim() !== '' || categoryId !== null || brandId !== null || stock !== 'any' || deleted;

const sortable = (by: string): NonNullable<Query['sort']> => (by === 'price' || by === 'stock' ? by : 'name');

export const productQuery = (filter: ProductFilter, sorting: Sorting) => ({
  ...(filter.text.trim() === '' ? {} : { text: filter.text.trim() }),
  ...(filter.categoryId === null ? {} : { categoryId: filter.categoryId }),
  ...(filter.brandId === null ? {} : { brandId: filter.brandId }),
  stock: filter.stock,
  deleted: filter.deleted,
  sort: sortable(sorting.by),
  descending: sorting.descending,
});

const stockFilters: readonly StockFilter[] = ['any', 'low', 'out', 'negative'];

interface Props {
  readonly value: ProductFilter;
  readonly onChange: (filter: ProductFilter) => void;
  /** How many there are. */
  readonly children: ReactNode;
}

export function ProductFilters({ value, onChange, children }: Props) {
  const { t } = useTranslation();
  const brands = useLive('catalogue.brands', {});
  const change = (part: Partial<ProductFilter>) => onChange({ ...value, ...part });
  return (
    <>
      <SearchField label={t('office.products.searchFor')} value={value.text} onChange={(text) => change({ text })} />
      <CategoryFilter width={150} value={value.categoryId} onChange={(categoryId) => change({ categoryId })} />
      <Select
        w={130}
        searchable
        clearable
        allowDeselect={false}
        aria-label={t('office.products.brand')}
        placeholder={t('office.products.anyBrand')}
        clearButtonProps={{ 'aria-label': t('office.products.anyBrand') }}
        nothingFoundMessage={t('office.products.noSuch')}
        data={(brands.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={value.brandId}
        onChange={(brandId) => change({ brandId })}
      />
      <Select
        w={130}
        allowDeselect={false}
        aria-label={t('office.products.stock')}
        data={stockFilters.map((stock) => ({ value: stock, label: t(`office.products.stockFilter.${stock}`) }))}
        value={value.stock}
        onChange={(stock) => change({ stock: stock ?? 'any' })}
      />
      <Switch
        label={t('office.products.showDeleted')}
        checked={value.deleted}
        onChange={(event) => change({ deleted: event.currentTarget.checked })}
      />
      <span className={styles.count} role="status">
        {children}
      </span>
    </>
  );
}
