import { Menu } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useCommand, useLive } from '../../../live';
import { toast } from '../../../ui';
import { Page } from '../../../ui/office';
import { PartyPage } from '../../khata';
import { BackButton, Loaded, useRemoval } from '../../parts';
import { useBegin } from '../purchases/useBegin';
import { SupplierDialog } from './SupplierDialog';

/** `/stock/suppliers/<id>`: what is owed, and how it came to be. */
export function SupplierPage({ id }: { id: string }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const supplier = useLive('suppliers.get', { id });
  const [editing, setEditing] = useState(false);
  const remove = useRemoval('suppliers.remove');
  const restore = useCommand('suppliers.restore');
  const begin = useBegin();
  const back = <BackButton to="/stock/suppliers">{t('office.suppliers.toList')}</BackButton>;
  if (!supplier.data) {
    return (
      <Page title={t('office.suppliers.title')} actions={back}>
        <Loaded of={supplier} rows={8}>
          {() => null}
        </Loaded>
      </Page>
    );
  }
  const { name, phone, gstin, deleted } = supplier.data;
  const onRestore = async () => {
    if ((await restore.run({ id })).ok) toast.done(() => t('common.restored', { name }));
  };
  const onRemove = async () => {
    if (await remove(id, name)) navigate('/stock/suppliers');
  };
  return (
    <>
      <PartyPage
        party={{ kind: 'supplier', id, name, phone, gstin, deleted }}
        back={back}
        onEdit={() => setEditing(true)}
        onRemove={() => void onRemove()}
        onRestore={() => void onRestore()}
        more={<Menu.Item onClick={() => void begin.run({ supplierId: id })}>{t('office.purchases.create')}</Menu.Item>}
      />
      {editing && <SupplierDialog supplier={supplier.data} onClose={() => setEditing(false)} />}
    </>
  );
}
