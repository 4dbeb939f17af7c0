import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCountdown } from '../../../ui';
import styles from './adding.module.css';

interface Props {
  readonly expiresAt: number;
  /** Where this till can be reached, for a network on which the new one does not see it. */
  readonly addresses: readonly string[];
  readonly onClose: () => void;
}

/** The door is open; what to do at the new till. */
export function Waiting({ expiresAt, addresses, onClose }: Props) {
  const { t } = useTranslation();
  const left = useCountdown(expiresAt);
  return (
    <div className={styles.root}>
      <ol className={styles.steps}>
        <li>{t('network.adding.startGalla')}</li>
        <li>{t('network.adding.chooseJoin')}</li>
        <li>{t('network.adding.chooseShop')}</li>
      </ol>
      {addresses.length > 0 && (
        <div className={styles.addresses}>
          <span>{t('network.adding.byHand')}</span>
          <ul data-selectable>
            {addresses.map((address) => (
              <li key={address}>{address}</li>
            ))}
          </ul>
        </div>
      )}
      <p className={styles.waiting} role="status">
        {t('network.adding.waiting')}
      </p>
      <div className={styles.foot}>
        {left !== null && <span className={styles.left}>{t('network.adding.openFor', { time: left })}</span>}
        <Button variant="default" data-autofocus onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </div>
    </div>
  );
}
