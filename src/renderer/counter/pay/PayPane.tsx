import { Button, TextInput, UnstyledButton } from '@mantine/core';
import type { Completed } from '@shared/contract';
import { currencyDecimals, type Money, subMoney } from '@shared/money';
import { IconArrowLeft, IconX } from '@tabler/icons-react';
import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../live';
import { useFormat } from '../../shop';
import { Keycap, useShortcut } from '../../shortcuts';
import { MoneyInput } from '../../ui/fields';
import { useCart, useCartStore } from '../cart';
import { NoticeBox, noticeWords } from '../find';
import { MethodTabs, methods } from './MethodTabs';
import styles from './PayPane.module.css';
import { notesOf, quickAmounts, remaining, type Tender } from './tender';

interface Props {
  readonly onBack: () => void;
  /** A due needs a name, and can get one here. */
  readonly onCustomer: () => void;
  readonly onDone: (completed: Completed) => void;
}

/**
 * Enter completes: with nothing typed the exact amount, with less than is due a part, after which the rest is asked for.
 * What counts is main's: the bill and the revision that was on the screen go with the payment.
 */
export function PayPane({ onBack, onCustomer, onDone }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const store = useCartStore();
  const cart = useCart((state) => state.cart);
  const field = useRef<HTMLInputElement>(null);
  const [method, setMethod] = useState<Tender['method']>('cash');
  const [typed, setTyped] = useState<Money | null>(null);
  /** What was typed cannot be read: Enter must not take it for "exact". */
  const [unreadable, setUnreadable] = useState(false);
  const [reference, setReference] = useState('');
  const [taken, setTaken] = useState<readonly Tender[]>([]);
  const complete = useCommand('sales.complete', {
    onRefused: (failure) => {
      if (failure.code === 'cart_changed') void store.refresh();
      return false;
    },
  });
  useShortcut('back', onBack);
  useShortcut('customer', onCustomer);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another way of paying, or another part, begins in the field
  useLayoutEffect(() => field.current?.focus(), [method, taken]);

  if (!cart) return null;
  const due = remaining(cart.totals, taken, method);
  const amount = typed ?? due;
  const isPart = amount < due;
  const change = method === 'cash' && amount > due ? subMoney(amount, due) : null;
  const isTooMuch = method !== 'cash' && amount > due;
  const needsCustomer = method === 'on_account' && !cart.customer;
  const isRounded = method === 'cash' && cart.totals.cashDue !== cart.totals.total && due > 0 && taken.length === 0;
  const isReady = !complete.pending && !unreadable && !isTooMuch && !needsCustomer && (amount > 0 || due === 0);

  const choose = (next: Tender['method']) => {
    setMethod(next);
    setTyped(null);
    setUnreadable(false);
    setReference('');
  };
  /** `null` is the exact amount: of the bill as it is once everything that was scanned before is on it. */
  const take = async (given: Money | null) => {
    if (!isReady) return;
    await store.settled();
    const now = store.get().cart;
    if (!now || now.lines.length === 0) return onBack();
    const owed = remaining(now.totals, taken, method);
    const tender: Tender = { method, amount: given ?? owed, reference: reference.trim() };
    if (tender.amount < owed) {
      setTaken([...taken, tender]);
      setTyped(null);
      setReference('');
      return;
    }
    // A bill of nothing is paid with nothing.
    const tenders = [...taken, tender].filter((each) => each.amount > 0);
    const payments = tenders.map(({ reference: note, ...payment }) =>
      note === '' ? payment : { ...payment, reference: note },
    );
    const outcome = await complete.run({ cartId: now.id, revision: now.revision, payments });
    if (outcome.ok) onDone(outcome.value);
    else field.current?.focus();
  };

  return (
    <form
      className={styles.root}
      aria-label={t('pay.title')}
      onSubmit={(event) => {
        event.preventDefault();
        void take(typed);
      }}
    >
      <header className={styles.head}>
        <UnstyledButton className={styles.back ?? ''} onClick={onBack}>
          <IconArrowLeft size={18} stroke={1.6} aria-hidden="true" />
          {t('common.back')}
          <Keycap of="back" />
        </UnstyledButton>
      </header>
      <Refused />
      <div className={styles.content}>
        <div className={styles.due}>
          <span>{taken.length > 0 ? t('pay.left') : t('pay.due')}</span>
          <output className={styles.dueFigure}>{format.money(due)}</output>
        </div>
        <Parts taken={taken} onRemove={(index) => setTaken(taken.filter((_, each) => each !== index))} />
        <MethodTabs chosen={method} onChoose={choose} />
        <MoneyInput
          inputRef={field}
          size="lg"
          className={styles.amount ?? ''}
          label={method === 'cash' ? t('pay.tendered') : t('pay.amount')}
          placeholder={format.amount(due)}
          value={typed}
          onChange={(value) => {
            setTyped(value);
            setUnreadable(value === null && field.current?.value.trim() !== '');
          }}
          error={isTooMuch ? t('pay.tooMuch') : undefined}
          description={isRounded ? t('pay.cashRounded', { amount: format.money(due) }) : undefined}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          onKeyDown={(event) => {
            const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
            const next = methods[methods.indexOf(method) + step];
            if (step === 0 || !next) return;
            event.preventDefault();
            choose(next);
          }}
        />
        {method === 'cash' ? (
          <div className={styles.quick}>
            <Quick label={t('pay.exact')} onChoose={() => void take(null)} />
            {quickAmounts(due, notesOf(format.currency, currencyDecimals(format.currency))).map((each) => (
              <Quick key={each} label={format.amount(each)} onChoose={() => setTyped(each)} chosen={typed === each} />
            ))}
          </div>
        ) : method === 'on_account' ? (
          <div className={styles.account}>
            <p className={styles.note} data-needed={needsCustomer || undefined}>
              {cart.customer ? t('pay.onAccountOf', { name: cart.customer.name }) : t('pay.onAccountNeeds')}
            </p>
            <Button variant="default" size="md" rightSection={<Keycap of="customer" />} onClick={onCustomer}>
              {t('counter.keys.customer')}
            </Button>
          </div>
        ) : (
          <TextInput
            size="md"
            label={t('pay.reference')}
            description={t('pay.referenceHint')}
            inputWrapperOrder={['label', 'input', 'description']}
            maxLength={100}
            autoComplete="off"
            value={reference}
            onChange={(event) => setReference(event.currentTarget.value)}
          />
        )}
      </div>
      <footer className={styles.foot}>
        {change !== null && (
          <div className={styles.change}>
            <span>{t('pay.change')}</span>
            <output className={styles.changeFigure}>{format.money(change)}</output>
          </div>
        )}
        <Button
          type="submit"
          size="lg"
          fullWidth
          className={styles.complete ?? ''}
          disabled={!isReady}
          loading={complete.pending}
        >
          {isPart ? t('pay.part') : t('pay.complete')}
          <kbd className={styles.enter}>Enter</kbd>
        </Button>
      </footer>
    </form>
  );
}

function Quick({ label, chosen = false, onChoose }: { label: string; chosen?: boolean; onChoose: () => void }) {
  return (
    <UnstyledButton className={styles.quickAmount ?? ''} aria-pressed={chosen} onClick={onChoose}>
      {label}
    </UnstyledButton>
  );
}

function Parts({ taken, onRemove }: { taken: readonly Tender[]; onRemove: (index: number) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (taken.length === 0) return null;
  return (
    <ul className={styles.parts} aria-label={t('pay.parts')}>
      {taken.map((tender, index) => {
        const method = t(`common.method.${tender.method}`);
        const amount = format.money(tender.amount);
        // Parts are told apart by their place: two equal ones are two.
        const place = `${index}:${tender.method}:${tender.amount}`;
        return (
          <li key={place} className={styles.part}>
            <span>
              {method}
              {tender.reference && ` · ${tender.reference}`}
            </span>
            <span className={styles.partAmount}>{amount}</span>
            <UnstyledButton
              className={styles.partRemove ?? ''}
              aria-label={t('pay.removePart', { method, amount })}
              onClick={() => onRemove(index)}
            >
              <IconX size={18} stroke={1.6} aria-hidden="true" />
            </UnstyledButton>
          </li>
        );
      })}
    </ul>
  );
}

/** A scan while paying is refused, and says so: the total that is being paid must not move. */
function Refused() {
  const { t } = useTranslation();
  const notice = useCart((state) => state.notice);
  const words = notice && notice.kind !== 'ambiguous' ? noticeWords(notice, t) : null;
  return <div role="alert">{words && <NoticeBox {...words} />}</div>;
}
