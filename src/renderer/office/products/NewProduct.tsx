import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useLocation, useSearch } from 'wouter';
import { useCommand } from '../../live';
import { Page } from '../../ui/office';
import { useForm } from '../form';
import { LeaveGuard } from '../leave/LeaveGuard';
import { newDraft } from './draft';
import { ProductForm } from './ProductForm';
import styles from './products.module.css';
import { useSaveProduct } from './useSaveProduct';

/** `/products/new`, or `/products/new?barcode=…` from a counter that did not know the code. */
export function NewProduct() {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const barcode = useBarcodeOfAddress();
  const [source] = useState(() => newDraft(barcode));
  const form = useForm(source);
  const addLine = useCommand('sales.addLine');
  const { save, pending } = useSaveProduct(form, async ({ id }) => {
    // What is saved is not lost by leaving.
    flushSync(() => form.restart(form.draft));
    // It was scanned to be sold.
    if (barcode !== '') await addLine.run({ productId: id });
    navigate(barcode === '' ? `/products/${id}` : '/', { replace: true });
  });
  useEffect(() => form.ref.current?.querySelector('input')?.focus(), [form.ref]);
  return (
    <Page
      title={form.draft.name.trim() || t('office.products.newTitle')}
      note={barcode === '' ? t('office.products.newHint') : t('office.products.newFromScan', { code: barcode })}
    >
      <div className={styles.form}>
        <ProductForm
          form={form}
          isNew
          pending={pending}
          onSave={save}
          onCancel={() => navigate(barcode === '' ? '/products' : '/')}
        />
      </div>
      <LeaveGuard dirty={form.dirty} />
    </Page>
  );
}

/** Taken out of the address once read: the hash router would carry it on to every other screen. */
function useBarcodeOfAddress(): string {
  const search = useSearch();
  const [barcode] = useState(() => (new URLSearchParams(search).get('barcode') ?? '').trim().slice(0, 64));
  useEffect(() => {
    if (location.search !== '') history.replaceState(null, '', `${location.pathname}${location.hash}`);
  }, []);
  return barcode;
}
