import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from './CashNeedsShift.module.css';
import { openShiftDialog } from './dialog';

/** Why cash cannot be chosen, below the ways to pay, and what helps. */
export function CashNeedsShift() {
  const { t } = useTranslation();
  return (
    <div className={styles.root}>
      <p className={styles.text}>{t('counter.shift.cashNeeds')}</p>
      <Button variant="default" size="compact-md" onClick={openShiftDialog}>
        {t('counter.shift.open')}
      </Button>
    </div>
  );
}
