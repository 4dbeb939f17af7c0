import { Select } from '@mantine/core';
import type { Category } from '@shared/contract';
import { IconFolders, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../../live';
import { useMay } from '../../shop';
import { EmptyState, toast } from '../../ui';
import { useForm, useFormCommand } from '../form';
import { RowAction, useRemoval } from '../parts';
import { NameDialog } from './NameDialog';
import { RecordPage } from './RecordPage';
import { categoryPaths, categoryTree, withDescendants } from './tree';

type Editing = { readonly category: Category | null; readonly parentId: string | null };

/** The tree of categories. */
export function Categories() {
  const { t } = useTranslation();
  const mayEdit = useMay('catalogue.edit');
  const categories = useLive('catalogue.categories', {});
  const remove = useRemoval('catalogue.removeCategory');
  const [editing, setEditing] = useState<Editing | null>(null);
  const create = (parentId: string | null) => setEditing({ category: null, parentId });
  const list = categories.data ?? [];
  const tree = categoryTree(list);
  const depths = new Map(tree.map(({ category, depth }) => [category.id, depth]));
  return (
    <RecordPage
      records={categories}
      label={t('office.products.sections.categories')}
      columns={[
        {
          key: 'products',
          title: t('office.catalogue.products'),
          align: 'end',
          width: '140px',
          cell: ({ products }) => products,
        },
      ]}
      arrange={() => tree.map(({ category }) => category)}
      depthOf={({ id }) => depths.get(id) ?? 0}
      mayEdit={mayEdit}
      create={t('office.catalogue.newCategory')}
      onCreate={() => create(null)}
      onEdit={(category) => setEditing({ category, parentId: category.parentId })}
      onRemove={(id, name) => void remove(id, name)}
      extra={({ id, name }) => (
        <RowAction label={t('office.catalogue.addBelow', { name })} icon={IconPlus} onClick={() => create(id)} />
      )}
      empty={
        <EmptyState icon={<IconFolders size={40} stroke={1.5} />} title={t('office.catalogue.noCategories')}>
          {t('office.catalogue.noCategoriesHint')}
        </EmptyState>
      }
    >
      {editing && <CategoryDialog {...editing} all={list} onClose={() => setEditing(null)} />}
    </RecordPage>
  );
}

interface DialogProps extends Editing {
  readonly all: readonly Category[];
  readonly onClose: () => void;
}

function CategoryDialog({ category, parentId, all, onClose }: DialogProps) {
  const { t } = useTranslation();
  const form = useForm({ name: category?.name ?? '', parentId, active: category?.active ?? true });
  const command = useFormCommand('catalogue.saveCategory', form, {
    fields: { already_exists: 'name', category_cycle: 'parentId' },
  });
  // A category cannot lie inside itself.
  const closed = category ? withDescendants(all, category.id) : new Set<string>();
  const save = async () => {
    const { parentId: parent, active } = form.draft;
    const name = form.draft.name.trim();
    const outcome = await command.run({ ...(category ? { id: category.id } : {}), name, parentId: parent, active });
    if (outcome.ok) toast.done(() => t('office.savedNamed', { name }));
    return outcome.ok;
  };
  return (
    <NameDialog
      title={category ? t('office.catalogue.editCategory') : t('office.catalogue.newCategory')}
      form={form}
      pending={command.pending}
      activeHint={t('office.catalogue.activeHint')}
      onSave={save}
      onClose={onClose}
    >
      <Select
        label={t('office.catalogue.parent')}
        placeholder={t('office.catalogue.top')}
        searchable
        clearable
        allowDeselect={false}
        clearButtonProps={{ 'aria-label': t('office.catalogue.top') }}
        nothingFoundMessage={t('office.products.noSuch')}
        data={categoryPaths(all).filter(({ value }) => !closed.has(value))}
        value={form.draft.parentId}
        onChange={(parent) => form.set('parentId', parent)}
        error={form.errors.parentId}
      />
    </NameDialog>
  );
}
