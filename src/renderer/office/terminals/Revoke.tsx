import type { Terminal } from '@shared/contract';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../live';
import { toast } from '../../ui';
import { ConfirmDialog } from '../../ui/office';
import styles from './terminals.module.css';

/** There is no way back: to let the till in again it has to be paired anew. */
export function Revoke({ terminal: { id, name }, onClose }: { terminal: Terminal; onClose: () => void }) {
  const { t } = useTranslation();
  const revoke = useCommand('network.revoke');
  const confirm = async () => {
    if ((await revoke.run({ terminalId: id })).ok) toast.done(() => t('network.terminals.revokedNamed', { name }));
    onClose();
  };
  return (
    <ConfirmDialog
      opened
      loss
      title={t('network.terminals.revokeTitle', { name })}
      action={t('network.terminals.revoke')}
      pending={revoke.pending}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <ul className={styles.means}>
        <li>{t('network.terminals.revokeStops')}</li>
        <li>{t('network.terminals.revokeKeeps')}</li>
        <li>{t('network.terminals.revokeUnsent')}</li>
      </ul>
    </ConfirmDialog>
  );
}
