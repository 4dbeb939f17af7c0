import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shop';
import { failureWords, toast } from '../../ui';
import { useCart, useCartStore } from '../cart';
import { CounterDialog } from './CounterDialog';
import styles from './dialogs.module.css';

interface Props {
  readonly onClose: () => void;
  /** Once it is put aside. */
  readonly onHeld?: () => void;
}

/** Puts the bill aside under a name: the customer's, or the time unless somebody types one. */
export function HoldDialog({ onClose, onHeld }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const store = useCartStore();
  const customer = useCart((state) => state.cart?.customer?.name ?? null);
  const [name, setName] = useState(() => customer ?? t('counter.hold.usual', { time: format.time(Date.now()) }));
  const [refused, setRefused] = useState<string | null>(null);
  const submit = async () => {
    const failure = await store.hold({ name: name.trim() });
    if (failure) return setRefused(failureWords(failure));
    toast.done(() => t('counter.hold.done', { name: name.trim() }));
    onClose();
    onHeld?.();
  };
  return (
    <CounterDialog opened onClose={onClose} title={t('counter.hold.title')} size="sm">
      <form
        className={styles.stack}
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') void submit();
        }}
      >
        <TextInput
          data-autofocus
          size="lg"
          autoComplete="off"
          maxLength={100}
          label={t('counter.hold.name')}
          description={t('counter.hold.hint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={name}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => {
            setName(event.currentTarget.value);
            setRefused(null);
          }}
          error={refused}
        />
        <Button type="submit" size="md" disabled={name.trim() === ''}>
          {t('counter.hold.set')}
        </Button>
      </form>
    </CounterDialog>
  );
}
