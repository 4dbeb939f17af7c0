import { SegmentedControl, Select } from '@mantine/core';
import type { BulkField } from '@shared/contract';
import { useTranslation } from 'react-i18next';
import { useLive } from '../../../live';
import { QuantityInput } from '../../../ui/office';
import { categoryPaths } from '../../catalogue/tree';
import styles from './bulk.module.css';
import type { BulkDraft } from './change';

interface Props {
  readonly field: BulkField;
  readonly draft: BulkDraft;
  readonly onChange: (part: Partial<BulkDraft>) => void;
}

/** What all of them are to be given, of anything but the price. */
export function ValueFields({ field, draft, onChange }: Props) {
  const { t } = useTranslation();
  switch (field) {
    case 'price':
      return null;
    case 'category':
    case 'brand':
    case 'taxClass':
      return <GroupField field={field} value={draft.group} onChange={(group) => onChange({ group })} />;
    case 'reorderLevel':
      return (
        <QuantityInput
          data-autofocus
          className={styles.one ?? ''}
          label={t('office.products.reorderLevel')}
          description={t('office.bulk.levelHint')}
          // Kilos may be among them; main names the pieces that cannot be halved.
          unit="KG"
          rightSection={null}
          value={draft.level}
          onChange={(level) => onChange({ level })}
        />
      );
    case 'favourite':
    case 'active':
      return (
        <SegmentedControl
          fullWidth
          aria-label={t(`office.bulk.fields.${field}`)}
          value={draft.on === null ? '' : String(draft.on)}
          onChange={(on) => onChange({ on: on === 'true' })}
          data={[
            { value: 'true', label: t(`office.bulk.on.${field}`) },
            { value: 'false', label: t(`office.bulk.off.${field}`) },
          ]}
        />
      );
  }
}

interface GroupProps {
  readonly field: 'category' | 'brand' | 'taxClass';
  readonly value: string | null | undefined;
  readonly onChange: (id: string | null | undefined) => void;
}

/** Stands for "none": the select's own values are ids. */
const noneOf = 'none';

function GroupField({ field, value, onChange }: GroupProps) {
  const { t } = useTranslation();
  const categories = useLive('catalogue.categories', {}).data ?? [];
  const brands = useLive('catalogue.brands', {}).data ?? [];
  const taxClasses = useLive('catalogue.taxClasses', {}).data ?? [];
  const inUse = (all: readonly { id: string; name: string; active: boolean }[]) =>
    all.filter(({ active }) => active).map(({ id, name }) => ({ value: id, label: name }));
  const data = {
    category: () => categoryPaths(categories.filter(({ active }) => active)),
    brand: () => inUse(brands),
    taxClass: () => inUse(taxClasses),
  }[field]();
  return (
    <Select
      data-autofocus
      className={styles.one ?? ''}
      label={t(`office.products.${field}`)}
      searchable
      allowDeselect={false}
      placeholder={t('office.bulk.choose')}
      nothingFoundMessage={t('office.products.noSuch')}
      data={[{ value: noneOf, label: t(`office.bulk.noneOf.${field}`) }, ...data]}
      value={value === null ? noneOf : (value ?? null)}
      onChange={(id) => onChange(id === noneOf ? null : (id ?? undefined))}
    />
  );
}
