import { Button } from '@mantine/core';
import type { Brand } from '@shared/contract';
import { IconPlus, IconTag } from '@tabler/icons-react';
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
import { useRemoval } from './useRemoval';

export function Brands() {
  const { t } = useTranslation();
  const mayEdit = useMay('catalogue.edit');
  const brands = useLive('catalogue.brands', {});
  const remove = useRemoval('catalogue.removeBrand');
  const [editing, setEditing] = useState<Brand | 'new' | null>(null);
  useShortcut('create', () => setEditing('new'), mayEdit);
  const list = brands.data ?? [];
  const create = (
    <Button
      leftSection={<IconPlus size={18} />}
      rightSection={<Keycap of="create" />}
      onClick={() => setEditing('new')}
    >
      {t('office.catalogue.newBrand')}
    </Button>
  );
  return (
    <Page title={t('office.products.title')} note={<Sections />} actions={mayEdit && create}>
      {brands.state === 'failed' && <FailureState failure={brands.failure} onRetry={brands.retry} />}
      {brands.state === 'loading' && <Skeletons />}
      {brands.state === 'ready' && list.length === 0 && (
        <EmptyState icon={<IconTag size={40} stroke={1.5} />} title={t('office.catalogue.noBrands')}>
          {t('office.catalogue.noBrandsHint')}
        </EmptyState>
      )}
      {list.length > 0 && (
        <RecordTable
          label={t('office.products.sections.brands')}
          columns={[{ title: t('office.catalogue.products'), align: 'end', width: '140px' }]}
          rows={list.map(({ id, name, active, products }) => ({ id, name, active, cells: [products] }))}
          mayEdit={mayEdit}
          onEdit={(id) => setEditing(list.find((brand) => brand.id === id) ?? null)}
          onRemove={(id) => void remove(id, list.find((brand) => brand.id === id)?.name ?? '')}
        />
      )}
      {editing && <BrandDialog brand={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </Page>
  );
}

function BrandDialog({ brand, onClose }: { brand: Brand | null; onClose: () => void }) {
  const { t } = useTranslation();
  const form = useForm({ name: brand?.name ?? '', active: brand?.active ?? true });
  const command = useCommand('catalogue.saveBrand', {
    onRefused: (failure) => {
      const found = refusedField(failure, form.draft, { already_exists: 'name' });
      if (found) form.isReady(found);
      return found !== null;
    },
  });
  const save = async () => {
    const name = form.draft.name.trim();
    const outcome = await command.run({ ...(brand ? { id: brand.id } : {}), name, active: form.draft.active });
    if (!outcome.ok) return;
    toast.done(t('office.savedNamed', { name }));
    onClose();
  };
  return (
    <NameDialog
      title={brand ? t('office.catalogue.editBrand') : t('office.catalogue.newBrand')}
      form={form}
      command={command}
      activeHint={t('office.catalogue.activeHint')}
      onSave={() => void save()}
      onClose={onClose}
    />
  );
}
