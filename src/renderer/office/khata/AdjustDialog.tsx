import { SegmentedControl } from '@mantine/core';
import { type Money, negMoney, ZERO } from '@shared/money';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ids } from '../../live';
import { toast } from '../../ui';
import { MoneyInput, ReasonField } from '../../ui/office';
import { DialogForm, useForm, useFormCommand } from '../form';
import { khataCalls, type PartyOnPage } from './calls';
import styles from './khata.module.css';

interface AdjustDraft {
  readonly amount: Money | null;
  readonly direction: 'more' | 'less';
  readonly reason: string;
}

/** A line of the khata that no bill and no money explains, with its reason. */
export function AdjustDialog({ party, onClose }: { party: PartyOnPage; onClose: () => void }) {
  const { t } = useTranslation();
  const [entryId] = useState(() => ids.next());
  const form = useForm<AdjustDraft>({ amount: null, direction: 'more', reason: '' });
  const { draft, set, errors } = form;
  const command = useFormCommand(khataCalls[party.kind].adjust, form, { fields: { zero_payment: 'amount' } });
  const save = async () => {
    const { amount, direction, reason } = draft;
    const by = amount ?? ZERO;
    const signed = direction === 'more' ? by : negMoney(by);
    const outcome = await command.run({ entryId, id: party.id, amount: signed, reason: reason.trim() });
    if (outcome.ok) toast.done(() => t('office.khata.adjusted', { name: party.name }));
    return outcome.ok;
  };
  return (
    <DialogForm
      title={t('office.khata.adjust')}
      form={form}
      findErrors={() => ({
        ...((draft.amount ?? ZERO) === 0 ? { amount: t('office.khata.missingAmount') } : {}),
        ...(draft.reason.trim() === '' ? { reason: t('office.khata.missingReason') } : {}),
      })}
      pending={command.pending}
      onSave={save}
      onClose={onClose}
    >
      <p className={styles.text}>{t('office.khata.adjustText')}</p>
      <MoneyInput
        data-autofocus
        label={t('office.khata.amount')}
        value={draft.amount}
        onChange={(amount) => set('amount', amount)}
        error={errors.amount}
      />
      <SegmentedControl
        fullWidth
        aria-label={t('office.khata.direction')}
        value={draft.direction}
        onChange={(value) => set('direction', value === 'less' ? 'less' : 'more')}
        data={(['more', 'less'] as const).map((each) => ({ value: each, label: t(`office.khata.${each}`) }))}
      />
      <ReasonField
        label={t('office.khata.reason')}
        reasons={[
          t('office.khata.adjustReasons.paper'),
          t('office.khata.adjustReasons.discount'),
          t('office.khata.adjustReasons.forgiven'),
        ]}
        value={draft.reason}
        onChange={(reason) => set('reason', reason)}
        error={errors.reason}
      />
    </DialogForm>
  );
}
