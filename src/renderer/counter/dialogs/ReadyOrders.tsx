import { UnstyledButton } from '@mantine/core';
import type { OrderRow } from '@shared/contract';
import { useTranslation } from 'react-i18next';
import { useLive } from '../../live';
import { useFormat } from '../../shop';
import { arrowThrough } from './arrows';
import styles from './dialogs.module.css';

const none: readonly OrderRow[] = [];

/** Orders that wait for their customer: ready, and no bill yet. */
export function useReadyOrders(): readonly OrderRow[] {
  const ready = useLive('orders.list', { stages: ['ready'], limit: 200 });
  return ready.data?.rows.filter(({ billId }) => billId === null) ?? none;
}

interface Props {
  readonly orders: readonly OrderRow[];
  /** The focus begins here. */
  readonly first: boolean;
  readonly onChoose: (order: OrderRow) => void;
}

/** Below the held bills: an order that is chosen becomes the open bill. */
export function ReadyOrders({ orders, first, onChoose }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  if (orders.length === 0) return null;
  return (
    <section aria-label={t('office.orders.readyAtCounter')}>
      <h3 className={styles.about}>{t('office.orders.readyAtCounter')}</h3>
      <ul className={styles.list} onKeyDown={arrowThrough}>
        {orders.map((order, index) => (
          <li key={order.id} className={styles.held}>
            <UnstyledButton
              className={styles.choice ?? ''}
              data-choice={order.id}
              autoFocus={first && index === 0}
              data-autofocus={(first && index === 0) || undefined}
              onClick={() => onChoose(order)}
            >
              <span>
                <span className={styles.choiceName}>{order.name}</span>
                <span className={styles.about}>
                  {[
                    order.number,
                    order.goods,
                    t(`office.orders.payments.${order.payment}`, { amount: format.money(order.advance) }),
                  ].join(' · ')}
                </span>
              </span>
              <span className={styles.choicePrice}>{format.money(order.total)}</span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
