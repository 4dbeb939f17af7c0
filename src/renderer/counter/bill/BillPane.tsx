import { UnstyledButton } from '@mantine/core';
import { IconUser, IconUserCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Keycap } from '../../shortcuts';
import type { CounterActions } from '../actions';
import { useCart, useCartStore } from '../cart';
import styles from './BillPane.module.css';
import { Lines } from './Lines';
import { Totals } from './Totals';

interface Props {
  /** While it is being paid the bill is to be read, not to be changed. */
  readonly asleep: boolean;
  readonly actions: CounterActions;
}

export function BillPane({ asleep, actions }: Props) {
  const { t } = useTranslation();
  return (
    <section className={styles.root} aria-label={t('counter.bill')}>
      <div className={styles.head} inert={asleep}>
        <CustomerButton onPress={actions.customer} />
        <LineCount />
      </div>
      <Restored />
      <div className={styles.lines} inert={asleep}>
        <Lines actions={actions} />
      </div>
      <Totals asleep={asleep} onPay={actions.pay} />
    </section>
  );
}

function CustomerButton({ onPress }: { onPress: () => void }) {
  const { t } = useTranslation();
  const customer = useCart((state) => state.cart?.customer ?? null);
  const name = customer?.name ?? t('counter.walkIn');
  const Icon = customer ? IconUserCheck : IconUser;
  return (
    <UnstyledButton className={styles.customer ?? ''} data-chosen={customer !== null || undefined} onClick={onPress}>
      <span className="unseen">{t('counter.customerChange')}</span>
      <Icon size={20} stroke={1.6} aria-hidden="true" />
      <span className={styles.customerName}>{name}</span>
      {customer?.phone && <span className={styles.phone}>{customer.phone}</span>}
      <Keycap of="customer" />
    </UnstyledButton>
  );
}

function LineCount() {
  const { t } = useTranslation();
  const count = useCart((state) => state.cart?.totals.lines ?? 0);
  return count > 0 && <span className={styles.count}>{t('counter.lines', { count })}</span>;
}

/** Said once, quietly, after a crash or a power cut. */
function Restored() {
  const { t } = useTranslation();
  const store = useCartStore();
  const restored = useCart((state) => state.restored);
  return (
    restored && (
      <div className={styles.restored} role="status">
        {t('counter.restored')}
        <UnstyledButton className={styles.dismiss ?? ''} onClick={store.forgetRestored}>
          {t('counter.scan.dismiss')}
        </UnstyledButton>
      </div>
    )
  );
}
