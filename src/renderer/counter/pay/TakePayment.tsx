import { Button, TextInput, UnstyledButton } from '@mantine/core';
import type { Cart, Completed } from '@shared/contract';
import { type Money, minMoney, quickAmounts, subMoney, sumMoney, ZERO } from '@shared/money';
import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../../live';
import { useFormat } from '../../shop';
import { FixedKey, useShortcut } from '../../shortcuts';
import { focusInvalid, MoneyInput } from '../../ui/fields';
import { useCart, useCartStore } from '../cart';
import { NoticeBox, noticeWords } from '../find';
import { useTellDisplay } from '../tellDisplay';
import { AccountPart } from './AccountPart';
import { MethodTabs, methodsFor, stepOf } from './MethodTabs';
import { Parts } from './Parts';
import styles from './PayPane.module.css';
import { creditLeft, exactly, remaining, type Tender } from './tender';
import { UpiPart } from './UpiPart';
import { useDueDay } from './useDueDay';
import { usePayment } from './usePayment';

interface Props {
  readonly cart: Cart;
  readonly onBack: () => void;
  readonly onCustomer: () => void;
  readonly onDone: (completed: Completed) => void;
}

/**
 * Enter completes: with nothing typed the exact amount, with less than is due a part, after which the rest is asked for.
 * What counts is main's: the bill and the revision that was on the screen go with the payment.
 */
export function TakePayment({ cart, onBack, onCustomer, onDone }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const store = useCartStore();
  const form = useRef<HTMLFormElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [method, setMethod] = useState<Tender['method']>('cash');
  const [typed, setTyped] = useState<Money | null>(null);
  /** What was typed cannot be read: Enter must not take it for "exact". */
  const [unreadable, setUnreadable] = useState(false);
  const [reference, setReference] = useState('');
  const [taken, setTaken] = useState<readonly Tender[]>([]);
  const { pay, pending, refused, forget } = usePayment(onDone);
  const customerId = cart.customer?.id ?? '';
  const account = useLive('customers.get', { id: customerId }, { enabled: customerId !== '' }).data;
  const due = useDueDay(account);
  useShortcut('back', onBack);
  useShortcut('customer', onCustomer);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another way of paying, or another part, begins in the field
  useLayoutEffect(() => field.current?.focus(), [method, taken]);

  const credit = creditLeft(account?.storeCredit ?? ZERO, taken);
  const methods = methodsFor((account?.storeCredit ?? ZERO) > 0);
  const left = remaining(cart.totals, taken, method);
  const amount = typed ?? exactly(left, method, credit);
  const change = method === 'cash' && amount > left ? subMoney(amount, left) : null;
  const problem =
    method !== 'cash' && amount > left
      ? t('pay.tooMuch')
      : method === 'store_credit' && amount > credit
        ? t('pay.creditShort', { amount: format.money(credit) })
        : undefined;
  const needsCustomer = method === 'on_account' && !cart.customer;
  const isRounded = method === 'cash' && cart.totals.cashDue !== cart.totals.toPay && left > 0 && taken.length === 0;
  const isReady = !pending && !unreadable && !problem && !needsCustomer && (amount > 0 || left === 0);

  useTellDisplay({
    mode: 'pay',
    received: sumMoney(taken.map((tender) => tender.amount)),
    left,
    ...(method === 'upi' && amount > 0 && { upi: minMoney(amount, left) }),
  });

  const startAnew = () => {
    setTyped(null);
    setUnreadable(false);
    setReference('');
    forget();
  };
  const choose = (next: Tender['method']) => {
    setMethod(next);
    startAnew();
  };
  /** `null` is the exact amount: of the bill as it is once everything that was scanned before is on it. */
  const take = async (given: Money | null) => {
    if (!isReady || focusInvalid(form.current)) return;
    await store.settled();
    const now = store.get().cart;
    if (!now || (now.lines.length === 0 && now.exchange === null)) return onBack();
    const owed = remaining(now.totals, taken, method);
    const tender: Tender = { method, amount: given ?? exactly(owed, method, credit), reference: reference.trim() };
    if (tender.amount < owed) {
      setTaken([...taken, tender]);
      startAnew();
      return;
    }
    // A bill of nothing is paid with nothing.
    const tenders = [...taken, tender].filter((each) => each.amount > 0);
    const isOnAccount = tenders.some((each) => each.method === 'on_account');
    if (!(await pay(now, tenders, isOnAccount ? due.terms : {}))) field.current?.focus();
  };

  return (
    <form
      ref={form}
      className={styles.root}
      data-paying
      aria-label={t('pay.title')}
      onSubmit={(event) => {
        event.preventDefault();
        void take(typed);
      }}
    >
      <Refused />
      <div className={styles.content}>
        <div className={styles.due}>
          <span>{taken.length > 0 ? t('pay.left') : t('pay.due')}</span>
          <output className={styles.dueFigure}>{format.money(left)}</output>
        </div>
        <Parts taken={taken} onRemove={(index) => setTaken(taken.filter((_, each) => each !== index))} />
        <MethodTabs methods={methods} chosen={method} onChoose={choose} label={t('pay.method')} />
        <div className={styles.how}>
          {method === 'upi' && <UpiPart amount={amount} cartId={cart.id} />}
          <MoneyInput
            inputRef={field}
            size="lg"
            className={styles.amount ?? ''}
            label={method === 'cash' ? t('pay.tendered') : t('pay.amount')}
            placeholder={format.amount(exactly(left, method, credit))}
            value={typed}
            onChange={(value) => {
              setTyped(value);
              store.notify(null);
              forget();
              setUnreadable(value === null && field.current?.value.trim() !== '');
            }}
            error={problem}
            description={isRounded ? t('pay.cashRounded', { amount: format.money(left) }) : undefined}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            onKeyDown={(event) => {
              const step = stepOf(event.key, event.currentTarget.value === '');
              const next = methods[methods.indexOf(method) + step];
              if (step === 0 || !next) return;
              event.preventDefault();
              choose(next);
            }}
          />
          {(method === 'upi' || method === 'card' || method === 'bank') && (
            <TextInput
              size="md"
              label={t(`pay.reference.${method}`)}
              maxLength={100}
              autoComplete="off"
              value={reference}
              onChange={(event) => setReference(event.currentTarget.value)}
            />
          )}
        </div>
        <p className={styles.refusal} role="alert">
          {refused}
        </p>
        {method === 'cash' && (
          <div className={styles.quick}>
            <Quick label={t('pay.exact')} onChoose={() => void take(null)} />
            {quickAmounts(left, format.currency).map((each) => (
              <Quick key={each} label={format.note(each)} onChoose={() => setTyped(each)} chosen={typed === each} />
            ))}
          </div>
        )}
        {method === 'on_account' && (
          <AccountPart
            account={account}
            amount={amount}
            hasCustomer={cart.customer !== null}
            dueDay={due.day}
            onDueDay={due.choose}
            onCustomer={onCustomer}
          />
        )}
        {method === 'store_credit' && (
          <p className={styles.note}>{t('pay.creditThere', { amount: format.money(credit) })}</p>
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
          loading={pending}
          rightSection={<FixedKey name="Enter" />}
        >
          {amount < left ? t('pay.part') : t('pay.complete')}
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

/** A scan while paying is refused, and says so: the total that is being paid must not move. */
function Refused() {
  const { t } = useTranslation();
  const notice = useCart((state) => state.notice);
  const words = notice && notice.kind !== 'ambiguous' ? noticeWords(notice, t) : null;
  return (
    <div role="alert" className={styles.refused}>
      {words && <NoticeBox {...words} />}
    </div>
  );
}
