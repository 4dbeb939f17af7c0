import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { withApproval } from '../../approval';
import { ids, useCommand } from '../../live';
import { failureWords, toast } from '../../ui';
import { ReasonField } from '../../ui/office';
import { CounterDialog } from './CounterDialog';
import styles from './dialogs.module.css';

/** Opens the drawer without a sale: who and why is on record before it opens. */
export function DrawerDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  const [openingId] = useState(() => ids.next());
  const open = useCommand('drawer.open', { onRefused: () => true });
  const submit = async () => {
    const failure = await withApproval(async (approval) => {
      const outcome = await open.run({
        openingId,
        reason: reason.trim(),
        ...(approval === undefined ? {} : { approval }),
      });
      return outcome.ok ? null : outcome.failure;
    });
    if (failure) return setRefused(failureWords(failure));
    toast.done(() => t('counter.drawer.done'));
    onClose();
  };
  return (
    <CounterDialog opened onClose={onClose} title={t('counter.drawer.title')} size="sm">
      <form
        className={styles.stack}
        onSubmit={(event) => {
          event.preventDefault();
          if (reason.trim() !== '' && !open.pending) void submit();
        }}
      >
        <ReasonField
          data-autofocus
          label={t('counter.drawer.reason')}
          reasons={[t('counter.drawer.change'), t('counter.drawer.check'), t('counter.drawer.mistake')]}
          value={reason}
          onChange={(next) => {
            setReason(next);
            setRefused(null);
          }}
          error={refused}
        />
        <Button type="submit" size="md" disabled={reason.trim() === ''} loading={open.pending}>
          {t('counter.drawer.open')}
        </Button>
      </form>
    </CounterDialog>
  );
}
