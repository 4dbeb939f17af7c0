import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLive } from '../../live';
import { categoryPaths } from './tree';

interface Props {
  readonly width: number;
  /** Null: any. */
  readonly value: string | null;
  readonly onChange: (categoryId: string | null) => void;
}

/** Narrows a list of products to a category, found by typing a part of its path. */
export function CategoryFilter({ width, value, onChange }: Props) {
  const { t } = useTranslation();
  const categories = useLive('catalogue.categories', {});
  return (
    <Select
      w={width}
      searchable
      clearable
      allowDeselect={false}
      aria-label={t('office.products.category')}
      placeholder={t('office.products.anyCategory')}
      clearButtonProps={{ 'aria-label': t('office.products.anyCategory') }}
      nothingFoundMessage={t('office.products.noSuch')}
      data={categoryPaths(categories.data ?? [])}
      value={value}
      onChange={onChange}
    />
  );
}
