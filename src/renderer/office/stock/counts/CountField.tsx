import { QUANTITY_SCALE, type Quantity, quantity } from '@shared/money';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { readTimes } from '../../../counter/find';
import { ProductPicker } from '../../parts';

interface Props {
  readonly ref: RefObject<HTMLInputElement | null>;
  readonly search: string;
  readonly onSearch: (text: string) => void;
  readonly onAdd: (productId: string, times: Quantity) => void;
}

/** Counts by any part of the name, with `12*` before it twelve. It does not say how many there should be. */
export function CountField({ ref, search, onSearch, onAdd }: Props) {
  const { t } = useTranslation();
  const { times, text } = readTimes(search);
  return (
    <ProductPicker
      ref={ref}
      size="md"
      label={t('office.counts.field')}
      typed={search}
      text={text}
      onType={onSearch}
      onPick={(productId) => onAdd(productId, times ?? quantity(QUANTITY_SCALE))}
      nameOf={({ name, brand }) => [name, brand].filter(Boolean).join(' · ')}
    />
  );
}
