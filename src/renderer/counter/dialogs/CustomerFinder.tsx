import { Button, TextInput, UnstyledButton } from '@mantine/core';
import type { Customer } from '@shared/contract';
import { negMoney } from '@shared/money';
import { IconSearch, IconUserPlus } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../../live';
import { useFormat, useMay } from '../../shop';
import { FailureState } from '../../ui';
import styles from './dialogs.module.css';
import { NewCustomer } from './NewCustomer';

interface Props {
  readonly onChoose: (customer: Customer) => void;
  /** Whether somebody who is not there yet can be added. */
  readonly mayAdd?: boolean;
  /** More to press beside "new customer". */
  readonly children?: ReactNode;
}

/** By phone in three keystrokes: three digits, and Enter takes the first. */
export function CustomerFinder({ onChoose, mayAdd = true, children }: Props) {
  const { t } = useTranslation();
  const mayEdit = useMay('customers.edit') && mayAdd;
  const [text, setText] = useState('');
  const [marked, setMarked] = useState(0);
  const [adding, setAdding] = useState(false);
  /** Enter was pressed before the answer had come: it is meant for the first of it. */
  const [eager, setEager] = useState(false);
  const typed = text.trim();
  const found = useLive('customers.list', typed === '' ? { limit: 20 } : { text: typed, limit: 20 }, { keep: true });
  const rows = found.data?.rows ?? [];
  const isCurrent = found.state === 'ready' && !found.isPrevious;

  const enter = () => {
    const row = rows[marked];
    if (row) onChoose(row);
    else if (mayEdit) setAdding(true);
  };
  if (eager && isCurrent) {
    setEager(false);
    // After this rendering: it changes what is around this list.
    queueMicrotask(enter);
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setMarked(Math.min(marked + 1, rows.length - 1));
    else if (event.key === 'ArrowUp') setMarked(Math.max(marked - 1, 0));
    else if (event.key === 'Enter') {
      if (typed !== '' && isCurrent) enter();
      else if (typed !== '') setEager(true);
    } else return;
    event.preventDefault();
  };

  if (adding) return <NewCustomer typed={text} onBack={() => setAdding(false)} onSaved={onChoose} />;
  return (
    <div className={styles.stack}>
      <TextInput
        data-autofocus
        autoFocus
        size="md"
        autoComplete="off"
        aria-label={t('counter.customerDialog.search')}
        placeholder={t('counter.customerDialog.search')}
        leftSection={<IconSearch size={20} stroke={1.6} />}
        maxLength={100}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setMarked(0);
          setEager(false);
        }}
        onKeyDown={onKeyDown}
      />
      <div className={styles.choices}>
        {found.state === 'failed' && <FailureState failure={found.failure} onRetry={found.retry} />}
        {rows.map((customer, index) => (
          <Row
            key={customer.id}
            customer={customer}
            marked={index === marked && typed !== ''}
            onChoose={() => onChoose(customer)}
          />
        ))}
        {found.state === 'ready' && rows.length === 0 && (
          <p className={styles.about}>
            {typed === ''
              ? t('counter.customerDialog.start')
              : t(`counter.customerDialog.${mayEdit ? 'noneAdd' : 'none'}`, { text: typed })}
          </p>
        )}
      </div>
      <div className={styles.actions}>
        {children}
        {mayEdit && (
          <Button
            variant="default"
            size="md"
            leftSection={<IconUserPlus size={20} stroke={1.6} />}
            onClick={() => setAdding(true)}
          >
            {t('counter.customerDialog.new')}
          </Button>
        )}
      </div>
    </div>
  );
}

function Row({ customer, marked, onChoose }: { customer: Customer; marked: boolean; onChoose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { balance, creditLimit } = customer;
  return (
    <UnstyledButton className={styles.choice ?? ''} data-marked={marked || undefined} onClick={onChoose}>
      <span>
        <span className={styles.choiceName}>{customer.name}</span>
        {customer.phone && <span className={styles.about}>{customer.phone}</span>}
      </span>
      <span className={styles.money}>
        {balance > 0 && (
          <span className={styles.owes}>{t('counter.customerDialog.due', { amount: format.money(balance) })}</span>
        )}
        {balance < 0 && <span>{t('counter.customerDialog.ahead', { amount: format.money(negMoney(balance)) })}</span>}
        {creditLimit !== null && (
          <span className={styles.about}>
            {t('counter.customerDialog.limit', { amount: format.money(creditLimit) })}
          </span>
        )}
      </span>
    </UnstyledButton>
  );
}
