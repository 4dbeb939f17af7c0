import { Button } from '@mantine/core';
import type { PaymentReceipt } from '@shared/contract';
import { useTranslation } from 'react-i18next';
import { usePrint } from '../printing';
import { useFormat } from '../shop';
import styles from './payments.module.css';

/** Dues that have been received: how much, what is still due, and the paper. */
export function ReceivedDues({ receipt, onClose }: { receipt: PaymentReceipt; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const print = usePrint();
  return (
    <div className={styles.made}>
      <div className={styles.about}>{t('counter.dues.from', { name: receipt.customer.name })}</div>
      <output className={styles.figure}>{format.money(receipt.amount)}</output>
      <div>
        {receipt.balance > 0
          ? t('counter.dues.stillDue', { amount: format.money(receipt.balance) })
          : t('counter.dues.nothingDue')}
      </div>
      <div className={styles.actions}>
        <Button
          variant="default"
          size="md"
          onClick={() => void print({ kind: 'payment', id: receipt.id, copy: 'original' })}
        >
          {t('counter.print.now')}
        </Button>
        <Button autoFocus size="md" onClick={onClose}>
          {t('common.done')}
        </Button>
      </div>
    </div>
  );
}
