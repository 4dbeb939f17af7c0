import { Button, Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from './join.module.css';

/** The other till has been called and has not answered yet. */
export function Asking({ address, onStop }: { address: string; onStop: () => void }) {
  const { t } = useTranslation();
  return (
    <div className={styles.middle}>
      <Loader size="sm" aria-hidden="true" />
      <p className={styles.text}>{t('network.join.asking', { address })}</p>
      <Button variant="default" autoFocus onClick={onStop}>
        {t('common.cancel')}
      </Button>
    </div>
  );
}
