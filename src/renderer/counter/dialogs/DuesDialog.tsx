import { Button, TextInput } from '@mantine/core';
import type { PaymentReceipt } from '@shared/contract';
import type { MoneyMethod } from '@shared/entities';
import { type Money, sumMoney } from '@shared/money';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ids, useCommand, useLive } from '../../live';
import { usePrint } from '../../printing';
import { CashNeedsShift, useIsDrawerShut } from '../../shift';
import { useFormat } from '../../shop';
import { FailureState, failureWords } from '../../ui';
import { MethodField, MoneyInput, moneyMethods } from '../../ui/office';
import { useCart } from '../cart';
import { soundDone } from '../sounds';
import { CounterDialog } from './CounterDialog';
import { CustomerFinder } from './CustomerFinder';
import styles from './dialogs.module.css';

/** Money for what is owed: who, how much, how. The oldest due is settled first. */
export function DuesDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [customerId, setCustomerId] = useState(useCart((state) => state.cart?.customer?.id ?? null));
  const [done, setDone] = useState<PaymentReceipt | null>(null);
  return (
    <CounterDialog opened onClose={onClose} title={t('counter.dues.title')} size="md">
      {done ? (
        <Received receipt={done} onClose={onClose} />
      ) : customerId === null ? (
        <CustomerFinder mayAdd={false} onChoose={({ id }) => setCustomerId(id)} />
      ) : (
        <Receive customerId={customerId} onOther={() => setCustomerId(null)} onDone={setDone} />
      )}
    </CounterDialog>
  );
}

interface ReceiveProps {
  readonly customerId: string;
  readonly onOther: () => void;
  readonly onDone: (receipt: PaymentReceipt) => void;
}

type Confirm = 'cash_limit' | 'advance';

/** What may be meant and may be a slip: asked back once. More than is owed is money in advance. */
const confirmFor = (code: string): Confirm | null =>
  code === 'cash_limit' ? 'cash_limit' : code === 'overpaid' ? 'advance' : null;

function Receive({ customerId, onOther, onDone }: ReceiveProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const account = useLive('customers.get', { id: customerId });
  const [paymentId] = useState(() => ids.next());
  const [typed, setTyped] = useState<Money | null>(null);
  const field = useRef<HTMLInputElement>(null);
  /** What was typed cannot be read: Enter must not take it for "all". */
  const [unreadable, setUnreadable] = useState(false);
  const isShut = useIsDrawerShut('in');
  const offered: readonly MoneyMethod[] = isShut ? moneyMethods.filter((each) => each !== 'cash') : moneyMethods;
  const [chosen, setMethod] = useState<MoneyMethod>('cash');
  const method = isShut && chosen === 'cash' ? 'upi' : chosen;
  const [reference, setReference] = useState('');
  const [refused, setRefused] = useState('');
  const [confirmed, setConfirmed] = useState<readonly Confirm[]>([]);
  const receive = useCommand('customers.receive', { onRefused: () => true });
  if (account.state === 'failed') return <FailureState failure={account.failure} onRetry={account.retry} />;
  if (!account.data) return null;
  const { name, phone, dues } = account.data;
  const owed = sumMoney(dues.map(({ open }) => open));
  const amount = typed ?? owed;

  const forget = () => {
    setRefused('');
    setConfirmed([]);
  };
  const submit = async () => {
    if (amount <= 0 || unreadable || receive.pending) return;
    const outcome = await receive.run({
      paymentId,
      customerId,
      amount,
      method,
      ...(reference.trim() === '' ? {} : { reference: reference.trim() }),
      confirm: [...confirmed],
    });
    if (outcome.ok) {
      soundDone();
      return onDone(outcome.value);
    }
    const { failure } = outcome;
    const confirm = confirmFor(failure.code);
    if (confirm === null) return setRefused(failureWords(failure));
    setConfirmed([...confirmed, confirm]);
    const words = confirm === 'advance' ? t('counter.dues.advance', { name }) : failureWords(failure);
    setRefused(`${words} ${t('pay.enterAgain')}`);
  };
  return (
    <form
      className={styles.stack}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <div className={styles.who}>
        <span>
          <span className={styles.choiceName}>{name}</span>
          {phone && <span className={styles.about}>{phone}</span>}
        </span>
        <span className={styles.owes}>{t('counter.customerDialog.due', { amount: format.money(owed) })}</span>
        <Button variant="default" size="sm" onClick={onOther}>
          {t('counter.dues.other')}
        </Button>
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
      <MoneyInput
        data-autofocus
        autoFocus
        size="lg"
        className={styles.number ?? ''}
        label={t('counter.dues.amount')}
        placeholder={format.amount(owed)}
        value={typed}
        inputRef={field}
        onChange={(value) => {
          setTyped(value);
          setUnreadable(value === null && field.current?.value.trim() !== '');
          forget();
        }}
        onKeyDown={(event) => {
          const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
          const next = offered[offered.indexOf(method) + step];
          if (step === 0 || !next) return;
          event.preventDefault();
          setMethod(next);
        }}
        error={refused || undefined}
      />
      <MethodField label={t('pay.method')} size="md" value={method} isShut={isShut} onChange={setMethod}>
        {isShut && <CashNeedsShift />}
      </MethodField>
      {method !== 'cash' && (
        <TextInput
          size="md"
          label={t(`pay.reference.${method}`)}
          maxLength={100}
          autoComplete="off"
          value={reference}
          onChange={(event) => setReference(event.currentTarget.value)}
        />
      )}
      <Button type="submit" size="md" loading={receive.pending} disabled={amount <= 0}>
        {t('counter.dues.receive', { amount: format.money(amount) })}
      </Button>
    </form>
  );
}

function Received({ receipt, onClose }: { receipt: PaymentReceipt; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const print = usePrint();
  return (
    <div className={styles.made}>
      <div className={styles.about}>{t('counter.dues.from', { name: receipt.customer.name })}</div>
      <output className={styles.figure}>{format.money(receipt.amount)}</output>
      <div>
        {receipt.balance > 0
          ? t('counter.dues.stillDue', { amount: format.money(receipt.balance) })
          : t('counter.dues.nothingDue')}
      </div>
      <div className={styles.actions}>
        <Button
          variant="default"
          size="md"
          onClick={() => void print({ kind: 'payment', id: receipt.id, copy: 'original' })}
        >
          {t('counter.print.now')}
        </Button>
        <Button autoFocus size="md" onClick={onClose}>
          {t('common.done')}
        </Button>
      </div>
    </div>
  );
}
