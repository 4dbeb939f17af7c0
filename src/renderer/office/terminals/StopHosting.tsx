import { useTranslation } from 'react-i18next';
import { useCommand } from '../../live';
import { ConfirmDialog } from '../../ui/office';

/** Hosting can be begun again, but until then the other tills are each alone: worth a question. */
export function StopHosting({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const stop = useCommand('network.stopHosting');
  const confirm = async () => {
    if ((await stop.run({})).ok) onClose();
  };
  return (
    <ConfirmDialog
      opened
      title={t('network.terminals.stopTitle')}
      action={t('network.terminals.stop')}
      pending={stop.pending}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      {t('network.terminals.stopText')}
    </ConfirmDialog>
  );
}
