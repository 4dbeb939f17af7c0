import { useTranslation } from 'react-i18next';
import { useLive } from '../../live';
import { Receipt } from '../../receipt';
import { FailureState } from '../../ui';
import styles from './DonePane.module.css';

/** The receipt of the sale just made, as the paper shows it. */
export function ReceiptPane({ billId }: { billId: string }) {
  const { t } = useTranslation();
  const bill = useLive('sales.bill', { id: billId });
  const settings = useLive('settings.get', {});
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles.receipt} aria-label={t('pay.done.receipt')} tabIndex={0}>
      {bill.state === 'failed' && !bill.data && <FailureState failure={bill.failure} onRetry={bill.retry} />}
      {bill.data && settings.data && <Receipt bill={bill.data} settings={settings.data} />}
    </section>
  );
}
