import { Button } from '@mantine/core';
import type { Cart, Completed } from '@shared/contract';
import { absMoney } from '@shared/money';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shop';
import { FixedKey, useShortcut } from '../../shortcuts';
import { useTellDisplay } from '../tellDisplay';
import { CustomerNeeded } from './AccountPart';
import { MethodTabs, stepOf } from './MethodTabs';
import styles from './PayPane.module.css';
import { type Refund, usePayment } from './usePayment';

interface Props {
  readonly cart: Cart;
  readonly onBack: () => void;
  /** Store credit is somebody's. */
  readonly onCustomer: () => void;
  readonly onDone: (completed: Completed) => void;
}

const ways: readonly Refund[] = ['cash', 'upi', 'card', 'bank', 'store_credit'];

/** The goods that came back are worth more than the new ones: the rest goes back, in one way. */
export function GiveBack({ cart, onBack, onCustomer, onDone }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const [refund, setRefund] = useState<Refund>('cash');
  const { pay, pending, refused, forget } = usePayment(onDone);
  const done = useRef<HTMLButtonElement>(null);
  const isCustomerMissing = refund === 'store_credit' && cart.customer === null;
  useEffect(() => done.current?.focus(), []);
  useTellDisplay({ mode: 'pay' });
  useShortcut('back', onBack);
  useShortcut('customer', onCustomer);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = stepOf(event.key, true);
    const next = ways[ways.indexOf(refund) + step];
    if (step === 0 || !next) return;
    event.preventDefault();
    setRefund(next);
    forget();
  };
  return (
    <form
      className={styles.root}
      data-paying
      aria-label={t('pay.title')}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        if (isCustomerMissing) onCustomer();
        else void pay(cart, [], { refund });
      }}
    >
      <div className={styles.content}>
        <div className={styles.due}>
          <span>{t('pay.giveBack')}</span>
          <output className={styles.dueFigure}>{format.money(absMoney(cart.totals.toPay))}</output>
        </div>
        <MethodTabs
          methods={ways}
          chosen={refund}
          onChoose={(way) => {
            setRefund(way);
            forget();
          }}
          label={t('pay.giveBackHow')}
        />
        {isCustomerMissing && <CustomerNeeded words={t('pay.creditNeeds')} onCustomer={onCustomer} />}
        <p className={styles.refusal} role="alert">
          {refused}
        </p>
      </div>
      <footer className={styles.foot}>
        <Button
          ref={done}
          type="submit"
          size="lg"
          fullWidth
          className={styles.complete ?? ''}
          loading={pending}
          rightSection={<FixedKey name="Enter" />}
        >
          {t('counter.returns.giveBack')}
        </Button>
      </footer>
    </form>
  );
}
