import type { DraftLine } from '@shared/contract';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asFailure, call } from '../../../live';
import { useFormat } from '../../../shop';
import { toast } from '../../../ui';
import { ProductPicker, useScannedProduct } from '../../parts';

interface Props {
  readonly onAdd: (line: DraftLine) => void;
  /** No bill has more lines. */
  readonly isFull: boolean;
  readonly error: string | undefined;
}

/** Adds goods to a bill: by the scanner wherever the focus is, or by any part of the name. */
export function AddLine({ onAdd, isFull, error }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const field = useRef<HTMLInputElement>(null);
  const [search, setSearch] = useState('');
  const add = async (productId: string) => {
    setSearch('');
    if (isFull) return toast.attention(() => t('errors.too_many_lines'));
    try {
      onAdd(await call('purchases.newLine', { productId }));
    } catch (failure) {
      toast.refused(asFailure(failure));
    }
  };
  useScannedProduct(
    (id) => void add(id),
    (code) => {
      setSearch(code);
      field.current?.focus();
    },
  );
  return (
    <ProductPicker
      ref={field}
      label={t('office.purchases.addLine')}
      typed={search}
      text={search.trim()}
      onType={setSearch}
      onPick={(productId) => void add(productId)}
      nameOf={({ name, stock, unit }) => `${name} · ${format.quantityOf(stock, unit)}`}
      error={error}
    />
  );
}
