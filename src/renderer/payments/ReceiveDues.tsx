import { Button, TextInput } from '@mantine/core';
import type { PaymentReceipt } from '@shared/contract';
import type { MoneyMethod } from '@shared/entities';
import { type Money, sumMoney } from '@shared/money';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ids, useCommand, useLive } from '../live';
import { useFormat } from '../shop';
import { FailureState, failureWords } from '../ui';
import { FormFoot } from '../ui/office';
import { AmountField } from './AmountField';
import { MethodAndReference } from './MethodAndReference';
import { useMethod } from './MethodField';
import styles from './payments.module.css';
import { askedBackBy, useAskedBack } from './useAskedBack';

interface Props {
  readonly customerId: string;
  /** Another customer can be chosen instead. */
  readonly onOther?: () => void;
  readonly onDone: (receipt: PaymentReceipt) => void;
  readonly onCancel: () => void;
}

/** Money for what a customer owes: how much, how. The oldest due is settled first; an empty amount is all of it. */
export function ReceiveDues({ customerId, onOther, onDone, onCancel }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const account = useLive('customers.get', { id: customerId });
  const [paymentId] = useState(() => ids.next());
  const [typed, setTyped] = useState<Money | null>(null);
  const field = useRef<HTMLInputElement>(null);
  /** What was typed cannot be read: Enter must not take it for "all". */
  const [unreadable, setUnreadable] = useState(false);
  const [chosen, setChosen] = useState<MoneyMethod>('cash');
  const method = useMethod('in', chosen);
  const [reference, setReference] = useState('');
  const [note, setNote] = useState('');
  const [refused, setRefused] = useState('');
  const receive = useCommand('customers.receive', { onRefused: () => true });
  const dues = account.data?.dues ?? [];
  const owed = sumMoney(dues.map(({ open }) => open));
  const amount = typed ?? owed;
  // A "yes" holds for what it was said to: this amount, by this method, of what is owed.
  const askedBack = useAskedBack([amount, method.value, owed].join());
  if (account.state === 'failed') return <FailureState failure={account.failure} onRetry={account.retry} />;
  if (!account.data) return null;
  const { name, phone } = account.data;

  const choose = (next: MoneyMethod) => {
    setChosen(next);
    setRefused('');
  };
  const submit = async () => {
    if (amount <= 0 || unreadable || receive.pending) return;
    const named = method.value === 'cash' ? '' : reference.trim();
    askedBack.sending();
    const outcome = await receive.run({
      paymentId,
      customerId,
      amount,
      method: method.value,
      ...(named !== '' && { reference: named }),
      ...(note.trim() !== '' && { note: note.trim() }),
      confirm: askedBack.confirmed,
    });
    if (outcome.ok) return onDone(outcome.value);
    const { failure } = outcome;
    const confirm = askedBackBy(failure.code);
    if (confirm === undefined) return setRefused(failureWords(failure));
    askedBack.ask(confirm);
    const words = confirm === 'advance' ? t('counter.dues.advance', { name }) : failureWords(failure);
    setRefused(`${words} ${t('pay.enterAgain')}`);
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <div className={styles.who}>
        <span className={styles.person}>
          <span className={styles.name} title={name}>
            {name}
          </span>
          {phone && <span className={styles.about}>{phone}</span>}
        </span>
        <span className={styles.owes}>{t('counter.customerDialog.due', { amount: format.money(owed) })}</span>
        {onOther && (
          <Button variant="default" size="sm" onClick={onOther}>
            {t('counter.dues.other')}
          </Button>
        )}
      </div>
      {dues.length > 0 && (
        <ul className={styles.dues} aria-label={t('counter.dues.list')}>
          {dues.map((due) => (
            <li key={due.billId ?? 'opening'} className={styles.due}>
              <span>{due.number ?? t('counter.dues.opening')}</span>
              <span className={due.overdue ? styles.owes : styles.about}>
                {due.dueDay === null ? format.day(due.day) : t('counter.dues.until', { day: format.day(due.dueDay) })}
              </span>
              <span>{format.money(due.open)}</span>
            </li>
          ))}
        </ul>
      )}
      <AmountField
        autoFocus
        label={t('counter.dues.amount')}
        placeholder={format.amount(owed)}
        value={typed}
        inputRef={field}
        onChange={(value) => {
          setTyped(value);
          setUnreadable(value === null && field.current?.value.trim() !== '');
          setRefused('');
        }}
        onKeyDown={(event) => {
          const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
          const next = method.offered[method.offered.indexOf(method.value) + step];
          if (step === 0 || !next) return;
          event.preventDefault();
          choose(next);
        }}
        error={refused || undefined}
      />
      <MethodAndReference method={method} onMethod={choose} reference={reference} onReference={setReference}>
        <TextInput
          size="md"
          label={t('counter.dues.note')}
          maxLength={1000}
          autoComplete="off"
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      </MethodAndReference>
      <FormFoot>
        <Button variant="default" size="md" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" size="md" loading={receive.pending} disabled={amount <= 0}>
          {t('counter.dues.receive', { amount: format.money(amount) })}
        </Button>
      </FormFoot>
    </form>
  );
}
