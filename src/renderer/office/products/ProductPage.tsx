import { Alert, Button, Tabs } from '@mantine/core';
import type { Product } from '@shared/contract';
import { IconAdjustmentsHorizontal, IconArrowLeft, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useCommand, useLive } from '../../live';
import { useFormat, useMay } from '../../shop';
import { useShortcut } from '../../shortcuts';
import { FailureState, StockBar, toast } from '../../ui';
import { Page } from '../../ui/office';
import { useForm } from '../form';
import { LeaveGuard } from '../leave/LeaveGuard';
import { AdjustStock, StockHistory } from '../movements';
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
  const [tab, setTab] = useState<string | null>('details');
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
            <>
              <Button variant="default" leftSection={<IconTrash size={18} stroke={1.6} />} onClick={remove}>
                {t('common.remove')}
              </Button>
              <Button
                type="submit"
                form="product-form"
                loading={pending}
                disabled={!form.dirty}
                onClick={() => setTab('details')}
              >
                {t('common.save')}
              </Button>
            </>
          )}
        </>
      }
    >
      <Tabs value={tab} onChange={setTab} className={styles.tabs ?? ''}>
        {product.deleted && (
          <Alert color="yellow" mb="sm" title={t('office.products.deletedTitle')}>
            {t('office.products.deletedText')}{' '}
            {mayEdit && (
              <Button size="compact-sm" variant="default" onClick={restore}>
                {t('common.restore')}
              </Button>
            )}
          </Alert>
        )}
        <Tabs.List>
          <Tabs.Tab value="details">{t('office.products.details')}</Tabs.Tab>
          <Tabs.Tab value="history">{t('office.stock.history')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="details" className={styles.panel ?? ''}>
          <ProductForm form={form} id="product-form" isNew={false} onSave={save} />
        </Tabs.Panel>
        <Tabs.Panel value="history" className={styles.panel ?? ''}>
          {tab === 'history' && <StockHistory product={product} />}
        </Tabs.Panel>
      </Tabs>
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
    if ((await restoration.run({ id })).ok) toast.done(t('common.restored', { name }));
  };
  const remove = async () => {
    if (!(await removal.run({ id })).ok) return;
    toast.undo(t('common.removed', { name }), () => void restore());
    navigate('/products');
  };
  return { remove: () => void remove(), restore: () => void restore() };
}

function ToList() {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const back = () => navigate('/products');
  useShortcut('back', back);
  return (
    <Button variant="subtle" color="gray" leftSection={<IconArrowLeft size={18} />} onClick={back}>
      {t('office.products.toList')}
    </Button>
  );
}
