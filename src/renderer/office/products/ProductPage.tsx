import { Alert, Button } from '@mantine/core';
import type { Product } from '@shared/contract';
import { IconAdjustmentsHorizontal, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useCommand, useLive } from '../../live';
import { useFormat, useMay } from '../../shop';
import { FailureState, StockBar, toast } from '../../ui';
import { Page } from '../../ui/office';
import { Changes } from '../changes';
import { useForm } from '../form';
import { LabelsButton } from '../labels';
import { LeaveGuard } from '../leave/LeaveGuard';
import { AdjustStock, StockHistory } from '../movements';
import { BackButton, PageTabs } from '../parts';
import { Skeletons } from '../Skeletons';
import { draftOf } from './draft';
import { ProductForm } from './ProductForm';
import styles from './products.module.css';
import { useSaveProduct } from './useSaveProduct';

/** `/products/<id>`: everything about one product. Notifications lead here. */
export function ProductPage({ id }: { id: string }) {
  const { t } = useTranslation();
  const product = useLive('catalogue.product', { id });
  if (product.data) return <ProductEditor product={product.data} />;
  return (
    <Page title={t('office.products.one')} actions={<ToList />}>
      {product.state === 'failed' ? (
        <FailureState failure={product.failure} onRetry={product.retry} />
      ) : (
        <Skeletons rows={8} />
      )}
    </Page>
  );
}

function ProductEditor({ product }: { product: Product }) {
  const { t } = useTranslation();
  const format = useFormat();
  const mayEdit = useMay('catalogue.edit');
  const mayAdjust = useMay('stock.edit');
  const mayAudit = useMay('reports.view');
  const [tab, setTab] = useState<'details' | 'history' | 'changes'>('details');
  const [adjusting, setAdjusting] = useState(false);
  const form = useForm(draftOf(product));
  const { save, pending } = useSaveProduct(form, (saved) => form.restart(draftOf(saved)), product.id);
  const { remove, restore } = useRemoval(product);
  return (
    <Page
      title={product.name}
      note={
        <div className={styles.facts}>
          <strong>{format.money(product.price)}</strong>
          <StockBar product={product} />
          {product.category && <span>{product.category}</span>}
        </div>
      }
      actions={
        <>
          <ToList />
          {!product.deleted && <LabelsButton choose={async () => [{ productId: product.id, copies: 1 }]} />}
          {mayAdjust && product.trackStock && !product.deleted && (
            <Button
              variant="default"
              leftSection={<IconAdjustmentsHorizontal size={18} stroke={1.6} />}
              onClick={() => setAdjusting(true)}
            >
              {t('office.stock.adjust')}
            </Button>
          )}
          {mayEdit && !product.deleted && (
            <Button variant="default" leftSection={<IconTrash size={18} stroke={1.6} />} onClick={remove}>
              {t('common.remove')}
            </Button>
          )}
        </>
      }
    >
      <div className={styles.page}>
        {product.deleted && (
          <Alert color="yellow" title={t('office.products.deletedTitle')}>
            {t('office.products.deletedText')}{' '}
            {mayEdit && (
              <Button size="compact-sm" variant="default" onClick={restore}>
                {t('common.restore')}
              </Button>
            )}
          </Alert>
        )}
        <PageTabs
          value={tab}
          onChange={setTab}
          tabs={[
            {
              name: 'details',
              title: t('office.products.details'),
              content: <ProductForm form={form} isNew={false} pending={pending} onSave={save} />,
            },
            {
              name: 'history',
              title: t('office.stock.history'),
              content: tab === 'history' && <StockHistory product={product} />,
            },
            ...(mayAudit
              ? [
                  {
                    name: 'changes' as const,
                    title: t('office.changes.title'),
                    content: tab === 'changes' && <Changes kind="product" id={product.id} unit={product.unit} />,
                  },
                ]
              : []),
          ]}
        />
      </div>
      {adjusting && <AdjustStock product={product} onClose={() => setAdjusting(false)} />}
      <LeaveGuard dirty={form.dirty} />
    </Page>
  );
}

function useRemoval({ id, name }: Product) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const removal = useCommand('catalogue.removeProduct');
  const restoration = useCommand('catalogue.restoreProduct');
  const restore = async () => {
    if ((await restoration.run({ id })).ok) toast.done(() => t('common.restored', { name }));
  };
  const remove = async () => {
    if (!(await removal.run({ id })).ok) return;
    toast.undo(
      () => t('common.removed', { name }),
      () => void restore(),
    );
    navigate('/products');
  };
  return { remove: () => void remove(), restore: () => void restore() };
}

function ToList() {
  const { t } = useTranslation();
  return <BackButton to="/products">{t('office.products.toList')}</BackButton>;
}
