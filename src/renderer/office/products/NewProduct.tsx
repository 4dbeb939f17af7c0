import { parseQuantity, type Quantity } from '@shared/money';
import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useLocation, useSearch } from 'wouter';
import { useCommand } from '../../live';
import { failureWords, toast } from '../../ui';
import { Page } from '../../ui/office';
import { useForm } from '../form';
import { LeaveGuard } from '../leave/LeaveGuard';
import { newDraft } from './draft';
import { ProductForm } from './ProductForm';
import styles from './products.module.css';
import { useSaveProduct } from './useSaveProduct';

/**
 * `/products/new`; from a counter that did not know a code `/products/new?barcode=…`, or a name `/products/new?sell&name=…`:
 * then what is saved is on the bill, `times` of it, and the counter is back. Where the bill refuses it, the product's own
 * page follows: there is what it lacks.
 */
export function NewProduct() {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const { barcode, name, times, isForBill } = useAddress();
  const [source] = useState(() => ({ ...newDraft(barcode), name }));
  const form = useForm(source);
  const addLine = useCommand('sales.addLine', { onRefused: () => true });
  /** One save, one product: it stands here a moment longer, until it is on the bill. */
  const isSaved = useRef(false);
  const { save, pending } = useSaveProduct(form, async ({ id, name: saved }) => {
    isSaved.current = true;
    // What is saved is not lost by leaving.
    flushSync(() => form.restart(form.draft));
    // It was asked for to be sold.
    const added = isForBill
      ? await addLine.run({ productId: id, ...(times === null ? {} : { quantity: times }) })
      : null;
    navigate(added?.ok ? '/' : `/products/${id}`, { replace: true });
    if (added?.ok !== false) return;
    const { failure } = added;
    toast.partly(() =>
      failure.code === 'stock_blocked'
        ? t('office.products.notOnBillStock', { name: saved })
        : t('office.products.notOnBill', { name: saved, reason: failureWords(failure) }),
    );
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
          pending={pending || addLine.pending}
          onSave={() => {
            if (!isSaved.current) save();
          }}
          onCancel={() => navigate(isForBill ? '/' : '/products')}
        />
      </div>
      <LeaveGuard dirty={form.dirty} />
    </Page>
  );
}

/** What the counter sent along. Taken out of the address once read: the hash router would carry it on to every other screen. */
function useAddress(): {
  readonly barcode: string;
  readonly name: string;
  readonly times: Quantity | null;
  readonly isForBill: boolean;
} {
  const search = useSearch();
  const [sent] = useState(() => {
    const params = new URLSearchParams(search);
    const barcode = (params.get('barcode') ?? '').trim().slice(0, 64);
    // As the counter reads it: pieces are checked where the product is known.
    const times = parseQuantity(params.get('times') ?? '', 'KG');
    return {
      barcode,
      times: times.ok && times.value > 0 ? times.value : null,
      name: (params.get('name') ?? '').trim().slice(0, 200),
      isForBill: barcode !== '' || params.has('sell'),
    };
  });
  useEffect(() => {
    if (location.search !== '') history.replaceState(null, '', `${location.pathname}${location.hash}`);
  }, []);
  return sent;
}
