import type { Money } from '@shared/money';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../../live';
import { useFormat } from '../../shop';
import styles from './PayPane.module.css';

const Qr = lazy(() => import('../../ui/qr'));

/** The customer's phone reads the shop's UPI id and the amount from the screen; nothing is fetched for it. */
export function UpiPart({ amount, cartId }: { amount: Money; cartId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const upi = useLive('sales.upiLink', { amount, reference: cartId }, { enabled: amount > 0, keep: true });
  if (upi.state !== 'ready') return <div className={styles.qr} />;
  if (upi.data === null) return <p className={styles.note}>{t('pay.noUpi')}</p>;
  return (
    <div className={styles.qr}>
      <Suspense fallback={null}>
        <Qr data={upi.data.link} size={152} label={t('pay.upiCode', { amount: format.money(amount) })} />
      </Suspense>
      <p className={styles.payee}>
        {format.money(amount)}
        <span>{payeeOf(upi.data.link)}</span>
      </p>
    </div>
  );
}

/** The UPI id that the link pays to. */
const payeeOf = (link: string): string => new URL(link).searchParams.get('pa') ?? '';
