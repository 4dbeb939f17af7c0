import type { RecordKind } from '@shared/contract';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/office';
import { Changes } from './Changes';
import styles from './changes.module.css';

interface Props {
  readonly kind: RecordKind;
  readonly id: string;
  readonly name: string;
  readonly onClose: () => void;
}

/** For records whose page is about something else. */
export function ChangesDialog({ kind, id, name, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Dialog opened onClose={onClose} title={t('office.changes.titleOf', { name })} size={880}>
      <div className={styles.inDialog}>
        <Changes kind={kind} id={id} unit={null} />
      </div>
    </Dialog>
  );
}
