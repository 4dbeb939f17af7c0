import { Button, Textarea } from '@mantine/core';
import type { CartLine } from '@shared/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureWords } from '../../ui';
import { useCart, useCartStore } from '../cart';
import { CounterDialog } from './CounterDialog';
import styles from './dialogs.module.css';

/** A few words on a line, or on the whole bill; they stand on the receipt. Empty takes them away. */
export function NoteDialog({ line, onClose }: { line: CartLine | null; onClose: () => void }) {
  const { t } = useTranslation();
  const store = useCartStore();
  const billNote = useCart((state) => state.cart?.note ?? null);
  const [text, setText] = useState((line ? line.note : billNote) ?? '');
  const [refused, setRefused] = useState<string | null>(null);
  const submit = async () => {
    const note = text.trim() === '' ? null : text.trim();
    const failure = await store.setNote(line ? { lineNo: line.lineNo, note } : { note });
    if (failure) setRefused(failureWords(failure));
    else onClose();
  };
  return (
    <CounterDialog
      opened
      onClose={onClose}
      title={line ? t('counter.noteDialog.line', { name: line.name }) : t('counter.noteDialog.bill')}
      size="md"
    >
      <form
        className={styles.stack}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Textarea
          data-autofocus
          size="md"
          rows={3}
          maxLength={1000}
          label={t('counter.noteDialog.label')}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setRefused(null);
          }}
          onKeyDown={(event) => {
            // Enter keeps it, like everywhere at the counter; with Shift it is a new line.
            if (event.key !== 'Enter' || event.shiftKey) return;
            event.preventDefault();
            void submit();
          }}
          error={refused}
        />
        <Button type="submit" size="md">
          {t('counter.noteDialog.set')}
        </Button>
      </form>
    </CounterDialog>
  );
}
