import type { Brand } from '@shared/contract';
import { IconTag } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../../live';
import { useMay } from '../../shop';
import { EmptyState, toast } from '../../ui';
import { useForm, useFormCommand } from '../form';
import { useRemoval } from '../parts';
import { NameDialog } from './NameDialog';
import { RecordPage } from './RecordPage';

export function Brands() {
  const { t } = useTranslation();
  const mayEdit = useMay('catalogue.edit');
  const brands = useLive('catalogue.brands', {});
  const remove = useRemoval('catalogue.removeBrand');
  const [editing, setEditing] = useState<Brand | 'new' | null>(null);
  return (
    <RecordPage
      records={brands}
      label={t('office.products.sections.brands')}
      columns={[
        {
          key: 'products',
          title: t('office.catalogue.products'),
          align: 'end',
          width: '140px',
          cell: ({ products }) => products,
        },
      ]}
      mayEdit={mayEdit}
      create={t('office.catalogue.newBrand')}
      onCreate={() => setEditing('new')}
      onEdit={setEditing}
      onRemove={(id, name) => void remove(id, name)}
      empty={
        <EmptyState icon={<IconTag size={40} stroke={1.5} />} title={t('office.catalogue.noBrands')}>
          {t('office.catalogue.noBrandsHint')}
        </EmptyState>
      }
    >
      {editing && <BrandDialog brand={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </RecordPage>
  );
}

function BrandDialog({ brand, onClose }: { brand: Brand | null; onClose: () => void }) {
  const { t } = useTranslation();
  const form = useForm({ name: brand?.name ?? '', active: brand?.active ?? true });
  const command = useFormCommand('catalogue.saveBrand', form, { fields: { already_exists: 'name' } });
  const save = async () => {
    const name = form.draft.name.trim();
    const outcome = await command.run({ ...(brand ? { id: brand.id } : {}), name, active: form.draft.active });
    if (outcome.ok) toast.done(() => t('office.savedNamed', { name }));
    return outcome.ok;
  };
  return (
    <NameDialog
      title={brand ? t('office.catalogue.editBrand') : t('office.catalogue.newBrand')}
      form={form}
      pending={command.pending}
      activeHint={t('office.catalogue.activeHint')}
      onSave={save}
      onClose={onClose}
    />
  );
}
