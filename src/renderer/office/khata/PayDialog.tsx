import { TextInput } from '@mantine/core';
import type { MoneyMethod } from '@shared/entities';
import { type Money, maxMoney, ZERO } from '@shared/money';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CallFailure, ids } from '../../live';
import { AmountField, askedBackBy, MethodAndReference, useAskedBack, useMethod } from '../../payments';
import { useFormat } from '../../shop';
import { failureWords, toast } from '../../ui';
import { DialogForm, type FieldErrors, textOf, useForm, useFormCommand } from '../form';
import type { PartyOnPage } from './calls';

interface Draft {
  readonly amount: Money | null;
  readonly method: MoneyMethod;
  readonly reference: string;
  readonly note: string;
}

interface Props {
  readonly supplier: PartyOnPage;
  readonly balance: Money;
  readonly onClose: () => void;
}

/** Money to a supplier. */
export function PayDialog({ supplier: { id, name }, balance, onClose }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const [paymentId] = useState(() => ids.next());
  const owed = maxMoney(balance, ZERO);
  const form = useForm<Draft>({ amount: owed === 0 ? null : owed, method: 'cash', reference: '', note: '' });
  const { draft, set, errors } = form;
  const method = useMethod('out', draft.method);
  // A "yes" holds for what it was said to: this amount, by this method, against this balance.
  const askedBack = useAskedBack([draft.amount, method.value, owed].join());
  const words = (failure: CallFailure): FieldErrors<Draft> | null => {
    const confirm = askedBackBy(failure.code);
    if (confirm === undefined) return null;
    askedBack.ask(confirm);
    const why =
      confirm === 'advance' ? t('office.khata.moreThanOwed', { amount: format.money(owed) }) : failureWords(failure);
    return { amount: `${why} ${t('pay.enterAgain')}` };
  };
  const pay = useFormCommand('supplierKhata.pay', form, { words, fields: { zero_payment: 'amount' } });
  const save = async () => {
    const amount = draft.amount ?? ZERO;
    const [reference, note] = [method.value === 'cash' ? '' : draft.reference.trim(), draft.note.trim()];
    askedBack.sending();
    const outcome = await pay.run({
      paymentId,
      id,
      amount,
      method: method.value,
      ...(reference !== '' && { reference }),
      ...(note !== '' && { note }),
      confirm: askedBack.confirmed,
    });
    if (outcome.ok) toast.done(() => t('office.khata.paid', { amount: format.money(amount), name }));
    return outcome.ok;
  };
  return (
    <DialogForm
      title={t('office.khata.payTo', { name })}
      form={form}
      findErrors={() => ((draft.amount ?? ZERO) === 0 ? { amount: t('office.khata.missingAmount') } : {})}
      pending={pay.pending}
      action={t('office.khata.pay')}
      onSave={save}
      onClose={onClose}
    >
      <AmountField
        label={t('office.khata.amount')}
        value={draft.amount}
        onChange={(amount) => set('amount', amount)}
        error={errors.amount}
      />
      <MethodAndReference
        method={method}
        onMethod={(chosen) => {
          set('method', chosen);
          // What was asked back under the amount was asked of the other method.
          set('amount', draft.amount);
        }}
        reference={draft.reference}
        onReference={(reference) => set('reference', reference)}
        error={errors.reference}
      >
        <TextInput size="md" label={t('office.khata.note')} {...textOf(form, 'note')} maxLength={1000} />
      </MethodAndReference>
    </DialogForm>
  );
}
