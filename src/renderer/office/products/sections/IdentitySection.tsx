import { TagsInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCommand, useLive } from '../../../live';
import { categoryPaths } from '../../catalogue/tree';
import { Cell, CreatableSelect, type Form, FormSection } from '../../form';
import { damagedCode, type ProductDraft } from '../draft';

/** What it is, and how it is found. */
export function IdentitySection({ form: { draft, errors, set } }: { form: Form<ProductDraft> }) {
  const { t } = useTranslation();
  const damaged = damagedCode(draft.barcodes);
  return (
    <FormSection title={t('office.products.identity')} note={t('office.products.identityHint')}>
      <Cell span={12}>
        <TextInput
          label={t('office.products.name')}
          required
          maxLength={200}
          value={draft.name}
          onChange={(event) => set('name', event.currentTarget.value)}
          error={errors.name}
        />
      </Cell>
      <Cell>
        <CategoryField value={draft.categoryId} onChange={(id) => set('categoryId', id)} error={errors.categoryId} />
      </Cell>
      <Cell>
        <BrandField value={draft.brandId} onChange={(id) => set('brandId', id)} error={errors.brandId} />
      </Cell>
      <Cell span={8}>
        <TagsInput
          data-takes-scans
          label={t('office.products.barcodes')}
          description={t('office.products.barcodesHint')}
          maxTags={50}
          maxLength={64}
          openOnFocus={false}
          value={[...draft.barcodes]}
          onChange={(codes) => set('barcodes', codes)}
          error={damaged === undefined ? errors.barcodes : t('office.products.damaged', { code: damaged })}
        />
      </Cell>
      <Cell span={4}>
        <TextInput
          label={t('office.products.sku')}
          description={t('office.products.skuHint')}
          maxLength={64}
          value={draft.sku}
          onChange={(event) => set('sku', event.currentTarget.value)}
          error={errors.sku}
        />
      </Cell>
    </FormSection>
  );
}

interface RefProps {
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
  readonly error: string | undefined;
}

function CategoryField(props: RefProps) {
  const { t } = useTranslation();
  const categories = useLive('catalogue.categories', {});
  const save = useCommand('catalogue.saveCategory');
  const create = async (name: string) => {
    const outcome = await save.run({ name, parentId: null, active: true });
    return outcome.ok ? outcome.value.id : null;
  };
  return (
    <CreatableSelect
      label={t('office.products.category')}
      data={categoryPaths(categories.data ?? [])}
      onCreate={create}
      {...props}
    />
  );
}

function BrandField(props: RefProps) {
  const { t } = useTranslation();
  const brands = useLive('catalogue.brands', {});
  const save = useCommand('catalogue.saveBrand');
  const create = async (name: string) => {
    const outcome = await save.run({ name, active: true });
    return outcome.ok ? outcome.value.id : null;
  };
  return (
    <CreatableSelect
      label={t('office.products.brand')}
      data={(brands.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      onCreate={create}
      {...props}
    />
  );
}
