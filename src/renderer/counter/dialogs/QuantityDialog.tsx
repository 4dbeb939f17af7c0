import { Button } from '@mantine/core';
import type { CartLine } from '@shared/contract';
import type { Quantity } from '@shared/money';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureWords } from '../../ui';
import { QuantityInput } from '../../ui/office';
import { useCartStore } from '../cart';
import { CounterDialog } from './CounterDialog';
import styles from './dialogs.module.css';

/** A number and Enter. */
export function QuantityDialog({ line, onClose }: { line: CartLine; onClose: () => void }) {
  const { t } = useTranslation();
  const store = useCartStore();
  const [value, setValue] = useState<Quantity | null>(line.quantity);
  const [refused, setRefused] = useState<string | null>(null);
  const submit = async () => {
    if (value === null || value <= 0) return;
    const failure = await store.setQuantity(line.lineNo, value);
    if (failure) setRefused(failureWords(failure));
    else onClose();
  };
  return (
    <CounterDialog opened onClose={onClose} title={t('counter.quantityDialog.title', { name: line.name })} size="sm">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <QuantityInput
          data-autofocus
          size="lg"
          className={styles.number ?? ''}
          label={t('counter.quantity')}
          unit={line.unit}
          value={value}
          onChange={(next) => {
            setValue(next);
            setRefused(null);
          }}
          onFocus={(event) => event.currentTarget.select()}
          error={value === 0 ? t('common.number.zero') : refused}
        />
        <Button type="submit" size="md" fullWidth className={styles.submit ?? ''} disabled={!value}>
          {t('counter.quantityDialog.set')}
        </Button>
      </form>
    </CounterDialog>
  );
}
