import { SegmentedControl, TextInput } from '@mantine/core';
import type { PayAccount } from '@shared/contract';
import type { MoneyMethod } from '@shared/entities';
import { type Money, maxMoney, ZERO } from '@shared/money';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CallFailure, ids, useLive } from '../../../live';
import { useFormat } from '../../../shop';
import { failureWords, toast } from '../../../ui';
import { MoneyInput } from '../../../ui/office';
import { DialogForm, type FieldErrors, textOf, useForm, useFormCommand } from '../../form';
import styles from './pay.module.css';

const methods = ['cash', 'upi', 'card', 'bank'] as const;

interface Draft {
  readonly amount: Money | null;
  readonly method: MoneyMethod;
  readonly note: string;
}

type Confirm = 'cash_limit' | 'advance';
/** What may be meant and may be a slip: asked back once. */
const confirms: Readonly<Record<string, Confirm>> = { cash_limit: 'cash_limit', overpaid: 'advance' };

interface Props {
  readonly account: PayAccount;
  readonly month: string;
  readonly kind: 'advance' | 'wage';
  readonly onClose: () => void;
}

/** Money to somebody on the staff. Cash comes out of the drawer, so it wants this till's open shift. */
export function PayDialog({ account: { id: staffId, name, due: left }, month, kind, onClose }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const shift = useLive('shift.current', {});
  const hasDrawer = shift.data !== undefined && shift.data !== null;
  const [paymentId] = useState(() => ids.next());
  const [said, setSaid] = useState<{ readonly to: string; readonly confirms: readonly Confirm[] } | null>(null);
  const due = maxMoney(left, ZERO);
  const form = useForm<Draft>({
    amount: kind === 'wage' && due > 0 ? due : null,
    method: hasDrawer ? 'cash' : 'upi',
    note: '',
  });
  const { draft, set, errors } = form;
  // A "yes" holds for what it was said to: this amount, by this method.
  const asked = [draft.amount, draft.method, due].join();
  const sent = useRef(asked);
  const words = (failure: CallFailure): FieldErrors<Draft> | null => {
    const confirm = confirms[failure.code];
    if (confirm === undefined) return null;
    const to = sent.current;
    setSaid((now) => ({ to, confirms: [...(now?.to === to ? now.confirms : []), confirm] }));
    const why =
      confirm === 'advance' ? t('office.wages.tooMuch', { amount: format.money(due) }) : failureWords(failure);
    return { amount: `${why} ${t('office.wages.again')}` };
  };
  const pay = useFormCommand('pay.pay', form, { words, fields: { zero_payment: 'amount' } });
  const save = async () => {
    const amount = draft.amount ?? ZERO;
    const note = draft.note.trim();
    sent.current = asked;
    const outcome = await pay.run({
      paymentId,
      staffId,
      month,
      kind,
      amount,
      method: draft.method,
      ...(note !== '' && { note }),
      confirm: said?.to === asked ? [...said.confirms] : [],
    });
    if (outcome.ok) toast.done(() => t('office.wages.gave', { amount: format.money(amount), name }));
    return outcome.ok;
  };
  return (
    <DialogForm
      title={t(kind === 'wage' ? 'office.wages.payTitle' : 'office.wages.advanceTitle', { name })}
      form={form}
      findErrors={() => ((draft.amount ?? ZERO) === 0 ? { amount: t('office.wages.missingAmount') } : {})}
      pending={pay.pending}
      action={t(kind === 'wage' ? 'office.wages.pay' : 'office.wages.give')}
      onSave={save}
      onClose={onClose}
    >
      <MoneyInput
        data-autofocus
        size="lg"
        label={t('office.wages.amount')}
        value={draft.amount}
        onChange={(amount) => set('amount', amount)}
        error={errors.amount}
      />
      <div>
        <SegmentedControl
          fullWidth
          aria-label={t('office.wages.method')}
          value={draft.method}
          onChange={(value) => {
            set('method', methods.find((each) => each === value) ?? 'upi');
            // What was asked back under the amount was asked of the other method.
            set('amount', draft.amount);
          }}
          data={methods.map((each) => ({
            value: each,
            label: t(`common.method.${each}`),
            disabled: each === 'cash' && !hasDrawer,
          }))}
        />
        {shift.data === null && <p className={styles.hint}>{t('office.wages.cashNeedsShift')}</p>}
      </div>
      <TextInput label={t('office.wages.noteField')} {...textOf(form, 'note')} maxLength={1000} />
    </DialogForm>
  );
}
