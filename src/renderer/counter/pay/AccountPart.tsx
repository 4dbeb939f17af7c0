import { Button, TextInput } from '@mantine/core';
import { dayOrNone } from '@shared/clock';
import type { CustomerAccount } from '@shared/contract';
import { addMoney, type Money, subMoney, sumMoney } from '@shared/money';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shop';
import { Keycap } from '../../shortcuts';
import styles from './PayPane.module.css';

/** Not for the first chunk: few bills go on an account. */
const DateField = lazy(async () => ({ default: (await import('../../ui/office')).DateField }));

interface Props {
  readonly account: CustomerAccount | undefined;
  /** Of this bill, what goes on the account. */
  readonly amount: Money;
  readonly hasCustomer: boolean;
  readonly dueDay: string;
  readonly onDueDay: (day: string) => void;
  readonly onCustomer: () => void;
}

/** Whose account, what stands on it already, how far it may go, and until when it is to be paid. */
export function AccountPart({ account, amount, hasCustomer, dueDay, onDueDay, onCustomer }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!hasCustomer || !account) {
    return <CustomerNeeded words={hasCustomer ? '' : t('pay.onAccountNeeds')} onCustomer={onCustomer} />;
  }
  const { dues, storeCredit, creditLimit } = account;
  // What was paid for orders to come counts for those alone.
  const balance = subMoney(sumMoney(dues.map(({ open }) => open)), storeCredit);
  const after = addMoney(balance, amount);
  const isOver = creditLimit !== null && after > creditLimit;
  const limit = creditLimit === null ? null : format.money(creditLimit);
  const about = [
    ...(balance === 0 ? [] : [t('pay.dueNow', { now: format.money(balance) })]),
    ...(limit === null ? [] : [t(isOver ? 'pay.overLimit' : 'pay.limit', { limit })]),
  ];
  return (
    <div className={styles.pair}>
      <div>
        <p className={styles.debtor}>{t('pay.willBeDue')}</p>
        <output className={styles.debt}>{format.money(after)}</output>
        <p className={styles.note} data-needed={isOver || undefined}>
          {about.join(' · ')}
        </p>
      </div>
      <Suspense
        fallback={<TextInput size="md" label={t('pay.dueDay')} readOnly value={dueDay && format.day(dueDay)} />}
      >
        <DateField
          size="md"
          label={t('pay.dueDay')}
          value={dayOrNone(dueDay)}
          onChange={(day) => onDueDay(day ?? '')}
        />
      </Suspense>
    </div>
  );
}

/** An account is somebody's: what is missing, and the way to it. */
export function CustomerNeeded({ words, onCustomer }: { words: string; onCustomer: () => void }) {
  const { t } = useTranslation();
  return (
    <div className={styles.account}>
      <p className={styles.note} data-needed={words !== '' || undefined}>
        {words}
      </p>
      <Button variant="default" size="md" rightSection={<Keycap of="customer" />} onClick={onCustomer}>
        {t('counter.keys.customer')}
      </Button>
    </div>
  );
}
