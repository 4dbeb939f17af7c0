import { UnstyledButton } from '@mantine/core';
import { trainingPin } from '@shared/training';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../live';
import styles from './Training.module.css';

/** Across the whole window, on every screen: nobody may take this for the shop. And the way out of it. */
export function TrainingBand({ withPin = false }: { readonly withPin?: boolean }) {
  const { t } = useTranslation();
  const end = useCommand('system.endTraining');
  return (
    <aside className={styles.band} aria-label={t('training.name')}>
      <strong className={styles.plate}>
        {t('training.band')}
        {withPin && <span className={styles.pin}>{t('training.pinHint', { pin: trainingPin })}</span>}
      </strong>
      <UnstyledButton className={styles.end ?? ''} disabled={end.pending} onClick={() => void end.run({})}>
        {t('training.end')}
      </UnstyledButton>
    </aside>
  );
}
