import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCountdown } from '../../ui';
import styles from './join.module.css';

interface Props {
  readonly shop: string;
  readonly digits: string;
  readonly expiresAt: number;
  readonly onStop: () => void;
}

/**
 * Six digits that both tills worked out from everything they said to each other. Somebody in between would have other
 * ones; typing them at the other till is what finds that out.
 */
export function Compare({ shop, digits, expiresAt, onStop }: Props) {
  const { t } = useTranslation();
  const left = useCountdown(expiresAt);
  return (
    <div className={styles.middle}>
      <p className={styles.lead}>{t('network.join.type')}</p>
      <p className={styles.digits}>
        <span className="unseen">{[...digits].join(' ')}</span>
        <span aria-hidden="true">{digits.slice(0, 3)}</span>
        <span aria-hidden="true">{digits.slice(3)}</span>
      </p>
      <div>
        <p className={styles.text}>{t('network.join.typeHint', { shop })}</p>
        {left !== null && <p className={styles.text}>{t('network.join.holdFor', { time: left })}</p>}
      </div>
      <Button variant="default" autoFocus onClick={onStop}>
        {t('common.cancel')}
      </Button>
    </div>
  );
}
