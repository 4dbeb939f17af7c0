import { ActionIcon, Button, Select } from '@mantine/core';
import type { Category } from '@shared/contract';
import { IconFolders, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, useLive } from '../../live';
import { useMay } from '../../shop';
import { Keycap, useShortcut } from '../../shortcuts';
import { EmptyState, FailureState, toast } from '../../ui';
import { Page } from '../../ui/office';
import { refusedField, useForm } from '../form';
import { Skeletons } from '../Skeletons';
import { NameDialog } from './NameDialog';
import { RecordTable } from './RecordTable';
import { Sections } from './Sections';
import { categoryPaths, categoryTree, withDescendants } from './tree';
import { useRemoval } from './useRemoval';

type Editing = { readonly category: Category | null; readonly parentId: string | null };

/** The tree of categories. */
export function Categories() {
  const { t } = useTranslation();
  const mayEdit = useMay('catalogue.edit');
  const categories = useLive('catalogue.categories', {});
  const remove = useRemoval('catalogue.removeCategory');
  const [editing, setEditing] = useState<Editing | null>(null);
  const create = (parentId: string | null) => setEditing({ category: null, parentId });
  useShortcut('create', () => create(null), mayEdit);
  const list = categories.data ?? [];
  const edit = (id: string) => {
    const category = list.find((each) => each.id === id);
    if (category) setEditing({ category, parentId: category.parentId });
  };
  return (
    <Page
      title={t('office.products.title')}
      note={<Sections />}
      actions={
        mayEdit && (
          <Button
            leftSection={<IconPlus size={18} />}
            rightSection={<Keycap of="create" />}
            onClick={() => create(null)}
          >
            {t('office.catalogue.newCategory')}
          </Button>
        )
      }
    >
      {categories.state === 'failed' && <FailureState failure={categories.failure} onRetry={categories.retry} />}
      {categories.state === 'loading' && <Skeletons />}
      {categories.state === 'ready' && list.length === 0 && (
        <EmptyState icon={<IconFolders size={40} stroke={1.5} />} title={t('office.catalogue.noCategories')}>
          {t('office.catalogue.noCategoriesHint')}
        </EmptyState>
      )}
      {list.length > 0 && (
        <RecordTable
          label={t('office.products.sections.categories')}
          columns={[{ title: t('office.catalogue.products'), align: 'end', width: '140px' }]}
          rows={categoryTree(list).map(({ category: { id, name, active, products }, depth }) => ({
            id,
            name,
            active,
            depth,
            cells: [products],
            extra: (
              <ActionIcon
                variant="subtle"
                color="gray"
                size={36}
                aria-label={t('office.catalogue.addBelow', { name })}
                onClick={() => create(id)}
              >
                <IconPlus size={18} stroke={1.6} />
              </ActionIcon>
            ),
          }))}
          mayEdit={mayEdit}
          onEdit={edit}
          onRemove={(id) => void remove(id, list.find((each) => each.id === id)?.name ?? '')}
        />
      )}
      {editing && <CategoryDialog {...editing} all={list} onClose={() => setEditing(null)} />}
    </Page>
  );
}

interface DialogProps extends Editing {
  readonly all: readonly Category[];
  readonly onClose: () => void;
}

function CategoryDialog({ category, parentId, all, onClose }: DialogProps) {
  const { t } = useTranslation();
  const form = useForm({ name: category?.name ?? '', parentId, active: category?.active ?? true });
  const command = useCommand('catalogue.saveCategory', {
    onRefused: (failure) => {
      const found = refusedField(failure, form.draft, { already_exists: 'name', category_cycle: 'parentId' });
      if (found) form.isReady(found);
      return found !== null;
    },
  });
  // A category cannot lie inside itself.
  const closed = category ? withDescendants(all, category.id) : new Set<string>();
  const save = async () => {
    const { parentId: parent, active } = form.draft;
    const name = form.draft.name.trim();
    const outcome = await command.run({ ...(category ? { id: category.id } : {}), name, parentId: parent, active });
    if (!outcome.ok) return;
    toast.done(t('office.savedNamed', { name }));
    onClose();
  };
  return (
    <NameDialog
      title={category ? t('office.catalogue.editCategory') : t('office.catalogue.newCategory')}
      form={form}
      command={command}
      activeHint={t('office.catalogue.activeHint')}
      onSave={() => void save()}
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
