import { TextInput } from '@mantine/core';
import type { PayAccount } from '@shared/contract';
import type { MoneyMethod } from '@shared/entities';
import { type Money, maxMoney, ZERO } from '@shared/money';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CallFailure, ids } from '../../../live';
import { AmountField, askedBackBy, MethodField, useAskedBack, useMethod } from '../../../payments';
import { useFormat } from '../../../shop';
import { failureWords, toast } from '../../../ui';
import { DialogForm, type FieldErrors, textOf, useForm, useFormCommand } from '../../form';

interface Draft {
  readonly amount: Money | null;
  readonly method: MoneyMethod;
  readonly note: string;
}

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
  const [paymentId] = useState(() => ids.next());
  const due = maxMoney(left, ZERO);
  const form = useForm<Draft>({
    amount: kind === 'wage' && due > 0 ? due : null,
    method: 'cash',
    note: '',
  });
  const { draft, set, errors } = form;
  const method = useMethod('out', draft.method);
  // A "yes" holds for what it was said to: this amount, by this method.
  const askedBack = useAskedBack([draft.amount, method.value, due].join());
  const words = (failure: CallFailure): FieldErrors<Draft> | null => {
    const confirm = askedBackBy(failure.code);
    if (confirm === undefined) return null;
    askedBack.ask(confirm);
    const why =
      confirm === 'advance' ? t('office.wages.tooMuch', { amount: format.money(due) }) : failureWords(failure);
    return { amount: `${why} ${t('pay.enterAgain')}` };
  };
  const pay = useFormCommand('pay.pay', form, { words, fields: { zero_payment: 'amount' } });
  const save = async () => {
    const amount = draft.amount ?? ZERO;
    const note = draft.note.trim();
    askedBack.sending();
    const outcome = await pay.run({
      paymentId,
      staffId,
      month,
      kind,
      amount,
      method: method.value,
      ...(note !== '' && { note }),
      confirm: askedBack.confirmed,
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
      <AmountField
        label={t('office.wages.amount')}
        value={draft.amount}
        onChange={(amount) => set('amount', amount)}
        error={errors.amount}
      />
      <MethodField
        method={method}
        onChange={(chosen) => {
          set('method', chosen);
          // What was asked back under the amount was asked of the other method.
          set('amount', draft.amount);
        }}
      />
      <TextInput size="md" label={t('office.wages.noteField')} {...textOf(form, 'note')} maxLength={1000} />
    </DialogForm>
  );
}
