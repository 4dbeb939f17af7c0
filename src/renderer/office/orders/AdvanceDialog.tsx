import type { Order } from '@shared/contract';
import type { MoneyMethod } from '@shared/entities';
import { type Money, ZERO } from '@shared/money';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CallFailure, ids } from '../../live';
import { AmountField, askedBackBy, MethodAndReference, useAskedBack, useMethod } from '../../payments';
import { useFormat } from '../../shop';
import { failureWords, toast } from '../../ui';
import { DialogForm, type FieldErrors, useForm, useFormCommand } from '../form';

interface AdvanceDraft {
  readonly amount: Money | null;
  readonly method: MoneyMethod;
  readonly reference: string;
}

/** Money for an order before it is a bill. It goes the way of all money: drawer, day book, khata, Z. */
export function AdvanceDialog({ order, onClose }: { order: Order; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [paymentId] = useState(() => ids.next());
  const form = useForm<AdvanceDraft>({ amount: null, method: 'cash', reference: '' });
  const { draft, set, errors } = form;
  const method = useMethod('in', draft.method);
  // A "yes" holds for what it was said to: this amount, by this method.
  const askedBack = useAskedBack([draft.amount, method.value, order.toPay].join());
  const words = (failure: CallFailure): FieldErrors<AdvanceDraft> | null => {
    const confirm = askedBackBy(failure.code);
    if (confirm === undefined) return null;
    askedBack.ask(confirm);
    const why =
      confirm === 'advance' ? t('office.orders.more', { amount: format.money(order.toPay) }) : failureWords(failure);
    return { amount: `${why} ${t('pay.enterAgain')}` };
  };
  const command = useFormCommand('orders.receive', form, { words, fields: { zero_payment: 'amount' } });
  const save = async () => {
    const amount = draft.amount ?? ZERO;
    const reference = method.value === 'cash' ? '' : draft.reference.trim();
    askedBack.sending();
    const outcome = await command.run({
      id: order.id,
      paymentId,
      amount,
      method: method.value,
      ...(reference !== '' && { reference }),
      confirm: askedBack.confirmed,
    });
    if (outcome.ok)
      toast.done(() => t('office.orders.advanceTaken', { amount: format.money(amount), number: order.number }));
    return outcome.ok;
  };
  return (
    <DialogForm
      title={t('office.orders.takeAdvance')}
      form={form}
      findErrors={() => ((draft.amount ?? ZERO) === 0 ? { amount: t('office.khata.missingAmount') } : {})}
      pending={command.pending}
      action={t('office.orders.takeAdvance')}
      onSave={save}
      onClose={onClose}
    >
      <AmountField
        label={t('office.orders.advance')}
        description={`${t('office.orders.toPay')}: ${format.money(order.toPay)}`}
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
      />
    </DialogForm>
  );
}
