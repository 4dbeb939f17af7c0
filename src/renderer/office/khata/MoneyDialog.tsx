import { TextInput } from '@mantine/core';
import type { MoneyMethod } from '@shared/entities';
import { type Money, maxMoney, ZERO } from '@shared/money';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CallFailure, ids } from '../../live';
import { CashNeedsShift, useIsDrawerShut } from '../../shift';
import { useFormat } from '../../shop';
import { failureWords, toast } from '../../ui';
import { MethodField, MoneyInput } from '../../ui/office';
import { askedBackBy, DialogForm, type FieldErrors, FieldPair, useAskedBack, useForm, useFormCommand } from '../form';
import type { PartyOnPage } from './calls';

interface MoneyDraft {
  readonly amount: Money | null;
  readonly method: MoneyMethod;
  readonly reference: string;
  readonly note: string;
}

interface Props {
  readonly party: PartyOnPage;
  readonly balance: Money;
  readonly onClose: () => void;
}

/** Money from a customer or to a supplier. */
export function MoneyDialog({ party: { kind, id, name }, balance, onClose }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const isIn = kind === 'customer';
  const isShut = useIsDrawerShut(isIn ? 'in' : 'out');
  const [paymentId] = useState(() => ids.next());
  const owed = maxMoney(balance, ZERO);
  const form = useForm<MoneyDraft>({ amount: owed === 0 ? null : owed, method: 'cash', reference: '', note: '' });
  const { draft, set, errors } = form;
  const method = isShut && draft.method === 'cash' ? 'upi' : draft.method;
  // A "yes" holds for what it was said to: this amount, by this method, against this balance.
  const askedBack = useAskedBack([draft.amount, method, owed].join());
  const words = (failure: CallFailure): FieldErrors<MoneyDraft> | null => {
    const confirm = askedBackBy(failure.code);
    if (confirm === undefined) return null;
    askedBack.ask(confirm);
    const why =
      confirm === 'advance'
        ? t(`office.khata.moreThanDue.${kind}`, { amount: format.money(owed) })
        : failureWords(failure);
    return { amount: `${why} ${t('office.khata.again')}` };
  };
  const receive = useFormCommand('customers.receive', form, { words, fields: { zero_payment: 'amount' } });
  const pay = useFormCommand('supplierKhata.pay', form, { words, fields: { zero_payment: 'amount' } });
  const save = async () => {
    const amount = draft.amount ?? ZERO;
    const [reference, note] = [method === 'cash' ? '' : draft.reference.trim(), draft.note.trim()];
    const money = {
      paymentId,
      amount,
      method,
      ...(reference !== '' && { reference }),
      ...(note !== '' && { note }),
      confirm: askedBack.confirmed,
    };
    askedBack.sending();
    const outcome = isIn ? await receive.run({ ...money, customerId: id }) : await pay.run({ ...money, id });
    if (!outcome.ok) return false;
    toast.done(() => t(isIn ? 'office.khata.received' : 'office.khata.paid', { amount: format.money(amount), name }));
    return true;
  };
  return (
    <DialogForm
      title={t(isIn ? 'office.khata.receiveFrom' : 'office.khata.payTo', { name })}
      form={form}
      findErrors={() => ((draft.amount ?? ZERO) === 0 ? { amount: t('office.khata.missingAmount') } : {})}
      pending={receive.pending || pay.pending}
      action={t(isIn ? 'office.khata.receive' : 'office.khata.pay')}
      onSave={save}
      onClose={onClose}
    >
      <MoneyInput
        data-autofocus
        size="lg"
        label={t('office.khata.amount')}
        value={draft.amount}
        onChange={(amount) => set('amount', amount)}
        error={errors.amount}
      />
      <MethodField
        label={t('office.khata.method')}
        value={method}
        isShut={isShut}
        onChange={(chosen) => {
          set('method', chosen);
          // What was asked back under the amount was asked of the other method.
          set('amount', draft.amount);
        }}
      >
        {isShut && <CashNeedsShift />}
      </MethodField>
      <FieldPair>
        {method !== 'cash' && (
          <TextInput
            label={t(`pay.reference.${method}`)}
            maxLength={100}
            autoComplete="off"
            value={draft.reference}
            onChange={(event) => set('reference', event.currentTarget.value)}
            error={errors.reference}
          />
        )}
        <TextInput
          label={t('office.khata.note')}
          maxLength={1000}
          value={draft.note}
          onChange={(event) => set('note', event.currentTarget.value)}
          error={errors.note}
        />
      </FieldPair>
    </DialogForm>
  );
}
