import type { CallInput, Cart, Completed } from '@shared/contract';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { withApprovals } from '../../approval';
import { asFailure, type CallFailure, call, type Outcome } from '../../live';
import { openShiftDialog } from '../../shift';
import { failureWords } from '../../ui';
import { useCartStore } from '../cart';
import { soundDone, soundRefused } from '../sounds';
import type { Tender } from './tender';

type Confirm = NonNullable<CallInput<'sales.complete'>['confirm']>[number];
export type Refund = NonNullable<CallInput<'sales.complete'>['refund']>;

interface Terms {
  /** `YYYY-MM-DD`; of what goes on account. */
  readonly dueDay?: string;
  readonly refund?: Refund;
}

/** What may be meant and may be a slip: asked back once, and the second Enter says that it was meant. */
const isConfirmable = (code: string): code is Confirm & CallFailure['code'] =>
  code === 'cash_limit' || code === 'credit_limit';

/** Main answers within some milliseconds; to paint meanwhile that it was asked would only delay the answer. Ms. */
const slowMs = 200;

/** Completes the bill that was on the screen. What main refuses is said beside the amount, where the eye is. */
export function usePayment(onDone: (completed: Completed) => void) {
  const { t } = useTranslation();
  const store = useCartStore();
  const [refused, setRefused] = useState('');
  const [asked, setAsked] = useState<readonly Confirm[]>([]);
  const [pending, setPending] = useState(false);
  const underWay = useRef(false);
  /** How often the person has changed their mind: what is asked back is asked of what was sent. */
  const changes = useRef(0);

  const complete = async (input: CallInput<'sales.complete'>): Promise<Outcome<Completed>> => {
    const timer = setTimeout(() => setPending(true), slowMs);
    try {
      return { ok: true, value: await call('sales.complete', input) };
    } catch (error) {
      return { ok: false, failure: asFailure(error) };
    } finally {
      clearTimeout(timer);
      setPending(false);
    }
  };
  /** Whether the bill is paid. A second Enter while the first is under way changes nothing. */
  const pay = async (cart: Cart, tenders: readonly Tender[], terms: Terms = {}): Promise<boolean> => {
    if (underWay.current) return false;
    underWay.current = true;
    try {
      return await settle(cart, tenders, terms);
    } finally {
      underWay.current = false;
    }
  };
  const settle = async (cart: Cart, tenders: readonly Tender[], { dueDay, refund }: Terms): Promise<boolean> => {
    setRefused('');
    const sent = changes.current;
    let done: Completed | null = null;
    const failure = await withApprovals(async (approvals) => {
      const outcome = await complete({
        cartId: cart.id,
        revision: cart.revision,
        payments: tenders.map(({ reference, ...payment }) => (reference === '' ? payment : { ...payment, reference })),
        ...(dueDay === undefined ? {} : { dueDay }),
        ...(refund === undefined ? {} : { refund }),
        approvals: [...approvals],
        confirm: [...asked],
      });
      if (outcome.ok) done = outcome.value;
      return outcome.ok ? null : outcome.failure;
    });
    if (done) {
      soundDone();
      onDone(done);
      return true;
    }
    if (failure) refuse(failure, sent === changes.current);
    return false;
  };
  const refuse = (failure: CallFailure, isAsSent: boolean) => {
    soundRefused();
    const { code } = failure;
    if (code === 'cart_changed') void store.refresh();
    if (code === 'shift_required') openShiftDialog();
    const asksBack = isConfirmable(code) && isAsSent;
    if (asksBack) setAsked([...asked, code]);
    setRefused(asksBack ? `${failureWords(failure)} ${t('pay.enterAgain')}` : failureWords(failure));
  };
  /** The person goes on typing: what was refused or asked back was about something else. */
  const forget = () => {
    changes.current += 1;
    setRefused('');
    setAsked([]);
  };
  return { pay, pending, refused, forget };
}
