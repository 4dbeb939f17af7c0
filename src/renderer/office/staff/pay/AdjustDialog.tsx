import { SegmentedControl } from '@mantine/core';
import type { PayAccount } from '@shared/contract';
import { type Money, ZERO } from '@shared/money';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ids } from '../../../live';
import { useFormat } from '../../../shop';
import { toast } from '../../../ui';
import { MoneyInput, ReasonField } from '../../../ui/office';
import { DialogForm, type FieldErrors, useForm, useFormCommand } from '../../form';

const kinds = ['bonus', 'deduction'] as const;

interface Draft {
  readonly kind: (typeof kinds)[number];
  readonly amount: Money | null;
  readonly reason: string;
}

interface Props {
  readonly account: PayAccount;
  readonly month: string;
  readonly onClose: () => void;
}

/** More or less to be paid, and why. No money moves. */
export function AdjustDialog({ account: { id: staffId, name }, month, onClose }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const [paymentId] = useState(() => ids.next());
  const form = useForm<Draft>({ kind: 'bonus', amount: null, reason: '' });
  const { draft, set, errors } = form;
  const command = useFormCommand('pay.adjust', form, { fields: { zero_payment: 'amount' } });
  const findErrors = (): FieldErrors<Draft> => ({
    ...((draft.amount ?? ZERO) === 0 ? { amount: t('office.wages.missingAmount') } : {}),
    ...(draft.reason.trim() === '' ? { reason: t('office.wages.missingReason') } : {}),
  });
  const save = async () => {
    const { kind, amount, reason } = draft;
    const outcome = await command.run({
      paymentId,
      staffId,
      month,
      kind,
      amount: amount ?? ZERO,
      reason: reason.trim(),
    });
    if (outcome.ok) toast.done(() => t(`office.wages.adjusted.${kind}`, { amount: format.money(amount ?? ZERO) }));
    return outcome.ok;
  };
  return (
    <DialogForm
      title={t('office.wages.adjustTitle', { name })}
      form={form}
      findErrors={findErrors}
      pending={command.pending}
      onSave={save}
      onClose={onClose}
    >
      <SegmentedControl
        fullWidth
        aria-label={t('office.wages.adjust')}
        value={draft.kind}
        onChange={(value) => set('kind', kinds.find((each) => each === value) ?? 'bonus')}
        data={kinds.map((each) => ({ value: each, label: t(`office.wages.adjustKinds.${each}`) }))}
      />
      <MoneyInput
        data-autofocus
        size="lg"
        label={t('office.wages.amount')}
        value={draft.amount}
        onChange={(amount) => set('amount', amount)}
        error={errors.amount}
      />
      <ReasonField
        label={t('office.wages.reason')}
        reasons={
          draft.kind === 'bonus'
            ? [t('office.wages.reasons.festival'), t('office.wages.reasons.extra')]
            : [t('office.wages.reasons.breakage'), t('office.wages.reasons.late')]
        }
        value={draft.reason}
        onChange={(reason) => set('reason', reason)}
        error={errors.reason}
      />
    </DialogForm>
  );
}
