import { SegmentedControl, TextInput } from '@mantine/core';
import type { Order } from '@shared/contract';
import type { MoneyMethod } from '@shared/entities';
import { type Money, ZERO } from '@shared/money';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CallFailure, ids } from '../../live';
import { useFormat } from '../../shop';
import { failureWords, toast } from '../../ui';
import { MoneyInput } from '../../ui/office';
import { DialogForm, type FieldErrors, useForm, useFormCommand } from '../form';

const methods = ['cash', 'upi', 'card', 'bank'] as const;

interface AdvanceDraft {
  readonly amount: Money | null;
  readonly method: MoneyMethod;
  readonly reference: string;
}

type Confirm = 'cash_limit' | 'advance';
/** What may be meant and may be a slip: asked back once. */
const confirms: Readonly<Record<string, Confirm>> = { cash_limit: 'cash_limit', overpaid: 'advance' };

/** Money for an order before it is a bill. It goes the way of all money: drawer, day book, khata, Z. */
export function AdvanceDialog({ order, onClose }: { order: Order; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [paymentId] = useState(() => ids.next());
  const [said, setSaid] = useState<{ readonly to: string; readonly confirms: readonly Confirm[] } | null>(null);
  const form = useForm<AdvanceDraft>({ amount: null, method: 'cash', reference: '' });
  const { draft, set, errors } = form;
  // A "yes" holds for what it was said to: this amount, by this method.
  const asked = [draft.amount, draft.method, order.toPay].join();
  const sent = useRef(asked);
  const words = (failure: CallFailure): FieldErrors<AdvanceDraft> | null => {
    const confirm = confirms[failure.code];
    if (confirm === undefined) return null;
    const to = sent.current;
    setSaid((now) => ({ to, confirms: [...(now?.to === to ? now.confirms : []), confirm] }));
    const why =
      confirm === 'advance' ? t('office.orders.more', { amount: format.money(order.toPay) }) : failureWords(failure);
    return { amount: `${why} ${t('office.khata.again')}` };
  };
  const command = useFormCommand('orders.receive', form, { words, fields: { zero_payment: 'amount' } });
  const save = async () => {
    const amount = draft.amount ?? ZERO;
    const reference = draft.reference.trim();
    sent.current = asked;
    const outcome = await command.run({
      id: order.id,
      paymentId,
      amount,
      method: draft.method,
      ...(reference !== '' && { reference }),
      confirm: said?.to === asked ? [...said.confirms] : [],
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
      <MoneyInput
        data-autofocus
        size="lg"
        label={t('office.orders.advance')}
        description={`${t('office.orders.toPay')}: ${format.money(order.toPay)}`}
        value={draft.amount}
        onChange={(amount) => set('amount', amount)}
        error={errors.amount}
      />
      <SegmentedControl
        fullWidth
        aria-label={t('office.khata.method')}
        value={draft.method}
        onChange={(value) => {
          set('method', methods.find((each) => each === value) ?? 'cash');
          // What was asked back under the amount was asked of the other method.
          set('amount', draft.amount);
        }}
        data={methods.map((each) => ({ value: each, label: t(`common.method.${each}`) }))}
      />
      <TextInput
        label={t('office.khata.reference')}
        maxLength={100}
        autoComplete="off"
        value={draft.reference}
        onChange={(event) => set('reference', event.currentTarget.value)}
        error={errors.reference}
      />
    </DialogForm>
  );
}
