import { useTranslation } from 'react-i18next';
import { useCommand } from '../../live';
import { ConfirmDialog } from '../../ui/office';

interface Props {
  /** What waits to be sent, as the person sees it. */
  readonly unsent: number;
  readonly onClose: () => void;
}

/** A till that was removed, or that lost its key, begins anew. What it never sent stays in the file that is put away. */
export function Leave({ unsent, onClose }: Props) {
  const { t } = useTranslation();
  const leave = useCommand('network.leave');
  const confirm = async () => {
    if ((await leave.run({ unsent })).ok) onClose();
  };
  return (
    <ConfirmDialog
      opened
      loss
      title={t('network.terminals.leaveTitle')}
      action={t('network.terminals.leave')}
      pending={leave.pending}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <p>{t('network.terminals.leaveText')}</p>
      <p>
        {unsent === 0 ? t('network.terminals.leaveNothing') : t('network.terminals.leaveUnsent', { count: unsent })}
      </p>
      <p>{t('network.terminals.leaveKeeps')}</p>
    </ConfirmDialog>
  );
}
