import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../ui/office';
import { useBeforeLeaving } from './guard';

/** Asks before changes that were not saved are left behind. */
export function LeaveGuard({ dirty }: { dirty: boolean }) {
  const { t } = useTranslation();
  const [leaving, setLeaving] = useState<{ go: () => void } | null>(null);
  useBeforeLeaving(dirty, (go) => setLeaving({ go }));
  return (
    <ConfirmDialog
      opened={leaving !== null}
      title={t('office.leave.title')}
      action={t('office.leave.action')}
      loss
      onClose={() => setLeaving(null)}
      onConfirm={() => {
        setLeaving(null);
        leaving?.go();
      }}
    >
      {t('office.leave.text')}
    </ConfirmDialog>
  );
}
