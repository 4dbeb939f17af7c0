import { Button, TextInput, UnstyledButton } from '@mantine/core';
import type { Customer } from '@shared/contract';
import { negMoney } from '@shared/money';
import { IconSearch, IconUserPlus } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../../live';
import { useFormat, useMay } from '../../shop';
import { toast } from '../../ui';
import { Dialog } from '../../ui/office';
import { useCart, useCartStore } from '../cart';
import styles from './dialogs.module.css';
import { NewCustomer } from './NewCustomer';

/** By phone in three keystrokes: three digits, and Enter takes the first. A new one without leaving the sale. */
export function CustomerDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const store = useCartStore();
  const chosen = useCart((state) => state.cart?.customer ?? null);
  const mayAdd = useMay('customers.edit');
  const [text, setText] = useState('');
  const [marked, setMarked] = useState(0);
  const [adding, setAdding] = useState(false);
  const found = useLive('customers.list', text.trim() === '' ? { limit: 20 } : { text: text.trim(), limit: 20 }, {
    keep: true,
  });
  const rows = found.data?.rows ?? [];

  const choose = async (id: string | null) => {
    const failure = await store.setCustomer(id);
    if (failure) toast.refused(failure);
    else onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setMarked(Math.min(marked + 1, rows.length - 1));
    else if (event.key === 'ArrowUp') setMarked(Math.max(marked - 1, 0));
    else if (event.key === 'Enter') {
      const row = rows[marked];
      if (row && text.trim() !== '') void choose(row.id);
      else if (mayAdd && text.trim() !== '') setAdding(true);
    } else return;
    event.preventDefault();
  };

  return (
    <Dialog opened onClose={onClose} title={t('counter.customerDialog.title')}>
      {adding ? (
        <NewCustomer typed={text} onBack={() => setAdding(false)} onSaved={(customer) => void choose(customer.id)} />
      ) : (
        <div className={styles.stack}>
          <TextInput
            data-autofocus
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
            }}
            onKeyDown={onKeyDown}
          />
          <div className={styles.choices}>
            {rows.map((customer, index) => (
              <Row
                key={customer.id}
                customer={customer}
                marked={index === marked && text.trim() !== ''}
                onChoose={() => void choose(customer.id)}
              />
            ))}
            {found.state === 'ready' && rows.length === 0 && (
              <p className={styles.about}>
                {text.trim() === ''
                  ? t('counter.customerDialog.start')
                  : t('counter.customerDialog.none', { text: text.trim() })}
              </p>
            )}
          </div>
          <div className={styles.actions}>
            {chosen && (
              <Button variant="default" size="md" onClick={() => void choose(null)}>
                {t('counter.customerDialog.take')}
              </Button>
            )}
            {mayAdd && (
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
      )}
    </Dialog>
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
          <span className={styles.owes}>{t('counter.customerDialog.owes', { amount: format.money(balance) })}</span>
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
