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

/**
 * `/products/new`; from a counter that did not know a code `/products/new?barcode=…`, or a name `/products/new?sell&name=…`:
 * then what is saved is on the bill, and the counter is back.
 */
export function NewProduct() {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const { barcode, name, isForBill } = useAddress();
  const [source] = useState(() => ({ ...newDraft(barcode), name }));
  const form = useForm(source);
  const addLine = useCommand('sales.addLine');
  const { save, pending } = useSaveProduct(form, async ({ id }) => {
    // What is saved is not lost by leaving.
    flushSync(() => form.restart(form.draft));
    // It was asked for to be sold.
    if (isForBill) await addLine.run({ productId: id });
    navigate(isForBill ? '/' : `/products/${id}`, { replace: true });
  });
  useEffect(() => form.ref.current?.querySelector('input')?.focus(), [form.ref]);
  const note =
    barcode !== ''
      ? t('office.products.newFromScan', { code: barcode })
      : t(isForBill ? 'office.products.newForBill' : 'office.products.newHint');
  return (
    <Page title={form.draft.name.trim() || t('office.products.newTitle')} note={note}>
      <div className={styles.form}>
        <ProductForm
          form={form}
          isNew
          pending={pending}
          onSave={save}
          onCancel={() => navigate(isForBill ? '/' : '/products')}
        />
      </div>
      <LeaveGuard dirty={form.dirty} />
    </Page>
  );
}

/** What the counter sent along. Taken out of the address once read: the hash router would carry it on to every other screen. */
function useAddress(): { readonly barcode: string; readonly name: string; readonly isForBill: boolean } {
  const search = useSearch();
  const [sent] = useState(() => {
    const params = new URLSearchParams(search);
    const barcode = (params.get('barcode') ?? '').trim().slice(0, 64);
    return {
      barcode,
      name: (params.get('name') ?? '').trim().slice(0, 200),
      isForBill: barcode !== '' || params.has('sell'),
    };
  });
  useEffect(() => {
    if (location.search !== '') history.replaceState(null, '', `${location.pathname}${location.hash}`);
  }, []);
  return sent;
}
