import { SegmentedControl, Select, Switch } from '@mantine/core';
import type { PayRow } from '@shared/contract';
import type { PayKind } from '@shared/entities';
import { type Money, ZERO } from '@shared/money';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHours } from '../../../clock';
import { ids } from '../../../live';
import { useFormat } from '../../../shop';
import { toast } from '../../../ui';
import { DateField, MoneyInput } from '../../../ui/office';
import { DialogForm, dayIn, type FieldErrors, FieldPair, switchOf, useForm, useFormCommand } from '../../form';

const kinds = ['monthly', 'daily', 'hourly', 'none'] as const;
/** Half hours, as people agree them. */
const spans = Array.from({ length: 24 }, (_, index) => (index + 1) * 30);

interface Draft {
  readonly from: string;
  readonly kind: PayKind;
  readonly amount: Money | null;
  readonly lessAbsent: boolean;
  readonly fullMinutes: number;
  readonly halfMinutes: number;
  readonly weeklyOff: number | null;
}

interface Props {
  readonly person: Pick<PayRow, 'id' | 'name' | 'rule'>;
  readonly month: string;
  readonly onClose: () => void;
}

/** What somebody earns from a day on, and when a day of theirs counts. What was agreed before stays for the days before. */
export function RuleDialog({ person: { id: staffId, name, rule }, month, onClose }: Props) {
  const { t } = useTranslation();
  const hours = useHours();
  const { locale } = useFormat();
  const [ruleId] = useState(() => ids.next());
  const form = useForm<Draft>({
    from: `${month}-01`,
    kind: rule?.kind ?? 'monthly',
    amount: rule?.amount ?? null,
    lessAbsent: rule?.lessAbsent ?? true,
    fullMinutes: rule?.fullMinutes ?? 420,
    halfMinutes: rule?.halfMinutes ?? 210,
    weeklyOff: rule?.weeklyOff ?? null,
  });
  const { draft, set, errors } = form;
  const command = useFormCommand('pay.setRule', form);
  const findErrors = (): FieldErrors<Draft> => ({
    ...(draft.kind !== 'none' && draft.amount === null ? { amount: t('office.wages.missingAmount') } : {}),
    ...(draft.from === '' ? { from: t('office.wages.missingDay') } : {}),
    ...(draft.halfMinutes > draft.fullMinutes ? { halfMinutes: t('office.wages.badHalf') } : {}),
  });
  const save = async () => {
    const { amount, ...rest } = draft;
    const outcome = await command.run({ ruleId, staffId, ...rest, amount: amount ?? ZERO });
    if (outcome.ok) toast.done(() => t('office.wages.ruleSaved', { name }));
    return outcome.ok;
  };
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  // 2024 began on a Monday.
  const week = Array.from({ length: 7 }, (_, index) => ({
    value: String(index + 1),
    label: weekday.format(Date.UTC(2024, 0, index + 1)),
  }));
  const span = (field: 'fullMinutes' | 'halfMinutes') => ({
    allowDeselect: false,
    data: [...new Set([...spans, draft[field]])]
      .sort((a, b) => a - b)
      .map((minutes) => ({ value: String(minutes), label: hours(minutes) })),
    value: String(draft[field]),
    onChange: (value: string | null) => value !== null && set(field, Number(value)),
    error: errors[field],
  });
  const { kind } = draft;
  return (
    <DialogForm
      title={t('office.wages.ruleTitle', { name })}
      form={form}
      findErrors={findErrors}
      pending={command.pending}
      onSave={save}
      onClose={onClose}
    >
      <SegmentedControl
        fullWidth
        aria-label={t('office.wages.kind')}
        value={kind}
        onChange={(value) => set('kind', kinds.find((each) => each === value) ?? 'monthly')}
        data={kinds.map((each) => ({ value: each, label: t(`office.wages.kinds.${each}`) }))}
      />
      <FieldPair>
        {kind !== 'none' && (
          <MoneyInput
            data-autofocus
            label={t(`office.wages.amounts.${kind}`)}
            value={draft.amount}
            onChange={(amount) => set('amount', amount)}
            error={errors.amount}
          />
        )}
        <DateField label={t('office.wages.from')} {...dayIn(form, 'from')} />
      </FieldPair>
      {kind === 'monthly' && (
        <Switch
          label={t('office.wages.lessAbsent')}
          description={t('office.wages.lessAbsentHint')}
          {...switchOf(form, 'lessAbsent')}
        />
      )}
      <FieldPair>
        <Select label={t('office.wages.fullFrom')} {...span('fullMinutes')} />
        <Select label={t('office.wages.halfFrom')} {...span('halfMinutes')} />
      </FieldPair>
      <Select
        label={t('office.wages.weeklyOff')}
        placeholder={t('office.wages.noWeeklyOff')}
        clearable
        clearButtonProps={{ 'aria-label': t('common.clear') }}
        data={week}
        value={draft.weeklyOff === null ? null : String(draft.weeklyOff)}
        onChange={(value) => set('weeklyOff', value === null ? null : Number(value))}
      />
    </DialogForm>
  );
}
