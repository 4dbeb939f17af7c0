import type { OrderEvent } from '@shared/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFormat } from '../../shop';
import styles from './orders.module.css';

/** What happened to an order, the newest first: also what two tills did to it at once. */
export function History({ history }: { history: readonly OrderEvent[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section aria-label={t('office.orders.history')}>
      <h2 className={styles.heading}>{t('office.orders.history')}</h2>
      <ol className={styles.history}>
        {history.map((event) => (
          <li key={event.id}>
            <div>
              <What event={event} />
            </div>
            <div className={styles.quiet}>
              {t('office.orders.byAt', { name: event.by, terminal: event.terminal, at: format.dateTime(event.at) })}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function What({ event }: { event: OrderEvent }) {
  const { t } = useTranslation();
  const format = useFormat();
  switch (event.kind) {
    case 'stage': {
      if (event.from === null) return t('office.orders.event.placed');
      const [from, to] = [t(`office.orders.stages.${event.from}`), t(`office.orders.stages.${event.to}`)];
      return [t('office.orders.from', { from, to }), event.reason].filter(Boolean).join(' · ');
    }
    case 'advance':
    case 'refund': {
      const facts = { amount: format.money(event.amount), method: t(`common.method.${event.method}`) };
      const isBack = event.kind === 'advance' && event.back;
      return [t(`office.orders.event.${event.kind}`, facts), isBack && t('office.orders.event.back')]
        .filter(Boolean)
        .join(' · ');
    }
    case 'bill':
      return (
        <>
          <Link href={`/bills/${event.billId}`} className={styles.link ?? ''}>
            {t('office.orders.event.bill', { number: event.number })}
          </Link>
          {event.voided && ` · ${t('office.orders.event.voided')}`}
        </>
      );
  }
}
