import { UnstyledButton } from '@mantine/core';
import { IconArrowsExchange, IconNote, IconUser, IconUserCheck, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shop';
import { Keycap } from '../../shortcuts';
import { toast } from '../../ui';
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
      <BillNote onPress={actions.billNote} asleep={asleep} />
      <div className={styles.lines} inert={asleep}>
        <Lines actions={actions} />
      </div>
      <Exchange asleep={asleep} />
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

/** What the receipt will say of the whole bill. */
function BillNote({ asleep, onPress }: { asleep: boolean; onPress: () => void }) {
  const note = useCart((state) => state.cart?.note ?? null);
  return (
    note !== null && (
      <UnstyledButton className={styles.note ?? ''} inert={asleep} onClick={onPress}>
        <IconNote size={16} stroke={1.6} aria-hidden="true" />
        <span>{note}</span>
      </UnstyledButton>
    )
  );
}

/** Goods of an earlier bill that come back and pay for these. */
function Exchange({ asleep }: { asleep: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const store = useCartStore();
  const exchange = useCart((state) => state.cart?.exchange ?? null);
  if (!exchange) return null;
  const drop = async () => {
    const failure = await store.setExchange(null);
    if (failure) toast.refused(failure);
  };
  const goods = exchange.lines.map((line) => `${format.quantityOf(line.quantity, line.unit)} ${line.name}`).join(', ');
  return (
    <section className={styles.exchange} aria-label={t('counter.exchange.title', { number: exchange.billNumber })}>
      <IconArrowsExchange size={20} stroke={1.6} aria-hidden="true" />
      <div className={styles.exchangeWhat}>
        <div className={styles.exchangeTitle}>{t('counter.exchange.title', { number: exchange.billNumber })}</div>
        <div className={styles.exchangeGoods}>{goods}</div>
      </div>
      {!asleep && (
        <UnstyledButton
          className={styles.exchangeDrop ?? ''}
          aria-label={t('counter.exchange.drop')}
          onClick={() => void drop()}
        >
          <IconX size={18} stroke={1.6} aria-hidden="true" />
        </UnstyledButton>
      )}
      <span className={styles.exchangeCredit}>{t('counter.off', { amount: format.amount(exchange.credit) })}</span>
    </section>
  );
}
