import { useTranslation } from 'react-i18next';
import { useLive } from '../../live';
import { Paper, Receipt } from '../../receipt';
import { FailureState } from '../../ui';
import styles from './DonePane.module.css';

interface Props {
  readonly billId: string;
  /** What came back in exchange has a paper of its own. */
  readonly creditNoteId: string | null;
}

/** The receipt of the sale just made, as the paper shows it; after an exchange the credit note below it. */
export function ReceiptPane({ billId, creditNoteId }: Props) {
  const { t } = useTranslation();
  const bill = useLive('sales.bill', { id: billId });
  const settings = useLive('settings.get', {});
  const note = useLive(
    'printing.receipt',
    { kind: 'return', id: creditNoteId ?? '', copy: 'original' },
    { enabled: creditNoteId !== null },
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles.receipt} aria-label={t('pay.done.receipt')} tabIndex={0}>
      {bill.state === 'failed' && !bill.data && <FailureState failure={bill.failure} onRetry={bill.retry} />}
      {bill.data && settings.data && <Receipt bill={bill.data} settings={settings.data} />}
      {note.state === 'failed' && !note.data && <FailureState failure={note.failure} onRetry={note.retry} />}
      {creditNoteId !== null && note.data && <Paper paper={note.data} />}
    </section>
  );
}
