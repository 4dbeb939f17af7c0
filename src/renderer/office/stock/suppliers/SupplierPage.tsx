import { Alert, Button } from '@mantine/core';
import type { Supplier, SupplierEntry } from '@shared/contract';
import { IconEdit, IconNotebook, IconTrash, IconTruckDelivery } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { useCommand, useLive } from '../../../live';
import { useFormat } from '../../../shop';
import { EmptyState, FailureState, toast } from '../../../ui';
import { type Column, Page, VirtualTable } from '../../../ui/office';
import { useRemoval } from '../../parts';
import { Skeletons } from '../../Skeletons';
import { BackButton } from '../BackButton';
import { useBegin } from '../purchases/useBegin';
import styles from '../stock.module.css';
import { SupplierDialog } from './SupplierDialog';

/** `/stock/suppliers/<id>`: what is owed, and how it came to be. */
export function SupplierPage({ id }: { id: string }) {
  const { t } = useTranslation();
  const supplier = useLive('suppliers.get', { id });
  if (supplier.data) return <Khata supplier={supplier.data} />;
  return (
    <Page
      title={t('office.suppliers.title')}
      actions={<BackButton to="/stock/suppliers">{t('office.suppliers.toList')}</BackButton>}
    >
      {supplier.state === 'failed' ? (
        <FailureState failure={supplier.failure} onRetry={supplier.retry} />
      ) : (
        <Skeletons rows={8} />
      )}
    </Page>
  );
}

function Khata({ supplier }: { supplier: Supplier }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [, navigate] = useLocation();
  const [editing, setEditing] = useState(false);
  const remove = useRemoval('suppliers.remove');
  const restore = useCommand('suppliers.restore');
  const begin = useBegin();
  const columns = useColumns();
  const onRestore = async () => {
    if ((await restore.run({ id: supplier.id })).ok) toast.done(t('common.restored', { name: supplier.name }));
  };
  const onRemove = async () => {
    if (await remove(supplier.id, supplier.name)) navigate('/stock/suppliers');
  };
  return (
    <Page
      title={supplier.name}
      note={
        <div className={styles.facts}>
          <span>
            {t('office.suppliers.balance')} <strong>{format.money(supplier.balance)}</strong>
          </span>
          {supplier.phone && <span>{supplier.phone}</span>}
          {supplier.gstin && <span>{supplier.gstin}</span>}
        </div>
      }
      actions={
        <>
          <BackButton to="/stock/suppliers">{t('office.suppliers.toList')}</BackButton>
          {!supplier.deleted && (
            <>
              <Button
                variant="default"
                leftSection={<IconTrash size={18} stroke={1.6} />}
                onClick={() => void onRemove()}
              >
                {t('common.remove')}
              </Button>
              <Button
                variant="default"
                leftSection={<IconEdit size={18} stroke={1.6} />}
                onClick={() => setEditing(true)}
              >
                {t('office.suppliers.edit')}
              </Button>
              <Button
                leftSection={<IconTruckDelivery size={18} stroke={1.6} />}
                loading={begin.pending}
                onClick={() => void begin.run({ supplierId: supplier.id })}
              >
                {t('office.purchases.create')}
              </Button>
            </>
          )}
        </>
      }
    >
      <div className={styles.page}>
        {supplier.deleted && (
          <Alert color="yellow" title={t('office.suppliers.deletedTitle')}>
            {t('office.suppliers.deletedText')}{' '}
            <Button size="compact-sm" variant="default" onClick={() => void onRestore()}>
              {t('common.restore')}
            </Button>
          </Alert>
        )}
        <div className={styles.rest}>
          <VirtualTable
            label={t('office.suppliers.khata')}
            call="suppliers.khata"
            filter={{ supplierId: supplier.id }}
            columns={columns}
            empty={
              <EmptyState icon={<IconNotebook size={32} stroke={1.5} />} title={t('office.suppliers.noKhata')}>
                {t('office.suppliers.noKhataHint')}
              </EmptyState>
            }
          />
        </div>
      </div>
      {editing && <SupplierDialog supplier={supplier} onClose={() => setEditing(false)} />}
    </Page>
  );
}

function useColumns(): readonly Column<SupplierEntry>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(
    () => [
      { key: 'at', title: t('office.stock.at'), width: '132px', cell: ({ at }) => format.dateTime(at) },
      {
        key: 'kind',
        title: t('office.suppliers.kind'),
        width: 'minmax(100px, 1fr)',
        cell: ({ kind }) => t(`office.suppliers.kinds.${kind}`),
      },
      {
        key: 'bill',
        title: t('office.purchases.billNumber'),
        width: 'minmax(130px, 1fr)',
        cell: ({ purchaseId, billNumber }) =>
          purchaseId === null ? (
            billNumber
          ) : (
            <Link href={`/stock/purchases/${purchaseId}`} className={styles.link ?? ''}>
              {billNumber}
            </Link>
          ),
      },
      {
        key: 'due',
        title: t('office.purchases.dueDay'),
        width: '110px',
        cell: ({ dueDay }) => dueDay !== null && format.day(dueDay),
      },
      {
        key: 'amount',
        title: t('office.suppliers.amount'),
        width: '140px',
        align: 'end',
        cell: ({ amount }) => `${amount > 0 ? '+' : ''}${format.money(amount)}`,
      },
      {
        key: 'balance',
        title: t('office.suppliers.balanceAfter'),
        width: '150px',
        align: 'end',
        cell: ({ balance }) => <span className={styles.amount}>{format.money(balance)}</span>,
      },
    ],
    [t, format],
  );
}
