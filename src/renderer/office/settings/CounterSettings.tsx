import { Select, Stack, Switch } from '@mantine/core';
import type { Flag } from '@shared/entities';
import { useTranslation } from 'react-i18next';
import { RateInput } from '../../ui/office';
import { Cell, FormSection, useForm } from '../form';
import { SettingsForm } from './SettingsForm';
import type { SettingsProps } from './ShopSettings';

const lockMinutes = [0, 1, 2, 5, 10, 15, 30, 60] as const;
const creditDays = [0, 7, 15, 30, 45, 60, 90] as const;
const flag = (on: boolean): Flag => (on ? 1 : 0);
/** The usual choices, and whatever else was set. */
const withOwn = (usual: readonly number[], own: number): number[] =>
  [...new Set([...usual, own])].sort((a, b) => a - b);

/** Who may do what at the counter without asking, shifts and their count, dues, and the lock. */
export function CounterSettings({ settings, mayEdit }: SettingsProps) {
  const { t } = useTranslation();
  const { require_shift, blind_count, cashier_returns, credit_days, auto_lock_minutes } = settings;
  const form = useForm({
    require_shift,
    blind_count,
    cashier_returns,
    credit_days,
    auto_lock_minutes,
    cashier_discount_limit: settings.cashier_discount_limit as typeof settings.cashier_discount_limit | null,
    manager_discount_limit: settings.manager_discount_limit as typeof settings.manager_discount_limit | null,
  });
  const { draft, set, errors } = form;
  return (
    <SettingsForm
      form={form}
      mayEdit={mayEdit}
      findErrors={() => ({
        ...(draft.cashier_discount_limit === null ? { cashier_discount_limit: t('common.number.missing') } : {}),
        ...(draft.manager_discount_limit === null ? { manager_discount_limit: t('common.number.missing') } : {}),
      })}
      input={() => {
        const { cashier_discount_limit, manager_discount_limit, ...same } = draft;
        return {
          ...same,
          ...(cashier_discount_limit === null ? {} : { cashier_discount_limit }),
          ...(manager_discount_limit === null ? {} : { manager_discount_limit }),
        };
      }}
    >
      <FormSection title={t('counter.rules.shift')} note={t('counter.rules.shiftHint')}>
        <Cell span={12}>
          <Stack gap="sm">
            <Switch
              label={t('counter.rules.requireShift')}
              description={t('counter.rules.requireShiftHint')}
              checked={draft.require_shift === 1}
              onChange={(event) => set('require_shift', flag(event.currentTarget.checked))}
            />
            <Switch
              label={t('counter.rules.blindCount')}
              description={t('counter.rules.blindCountHint')}
              checked={draft.blind_count === 1}
              onChange={(event) => set('blind_count', flag(event.currentTarget.checked))}
            />
          </Stack>
        </Cell>
      </FormSection>
      <FormSection title={t('counter.rules.alone')} note={t('counter.rules.aloneHint')}>
        <Cell span={6}>
          <RateInput
            label={t('counter.rules.cashierDiscount')}
            value={draft.cashier_discount_limit}
            onChange={(rate) => set('cashier_discount_limit', rate)}
            error={errors.cashier_discount_limit}
          />
        </Cell>
        <Cell span={6}>
          <RateInput
            label={t('counter.rules.managerDiscount')}
            value={draft.manager_discount_limit}
            onChange={(rate) => set('manager_discount_limit', rate)}
            error={errors.manager_discount_limit}
          />
        </Cell>
        <Cell span={12}>
          <Switch
            label={t('counter.rules.cashierReturns')}
            checked={draft.cashier_returns === 1}
            onChange={(event) => set('cashier_returns', flag(event.currentTarget.checked))}
          />
        </Cell>
      </FormSection>
      <FormSection title={t('counter.rules.dues')} note={t('counter.rules.duesHint')}>
        <Cell span={6}>
          <Select
            label={t('counter.rules.creditDays')}
            allowDeselect={false}
            data={withOwn(creditDays, draft.credit_days).map((days) => ({
              value: String(days),
              label: t('counter.rules.days', { count: days }),
            }))}
            value={String(draft.credit_days)}
            onChange={(value) => set('credit_days', Number(value))}
            error={errors.credit_days}
          />
        </Cell>
      </FormSection>
      <FormSection title={t('counter.rules.lock')} note={t('counter.rules.lockHint')}>
        <Cell span={6}>
          <Select
            label={t('counter.rules.lockAfter')}
            allowDeselect={false}
            data={withOwn(lockMinutes, draft.auto_lock_minutes).map((minutes) => ({
              value: String(minutes),
              label: minutes === 0 ? t('counter.rules.never') : t('counter.rules.minutes', { count: minutes }),
            }))}
            value={String(draft.auto_lock_minutes)}
            onChange={(value) => set('auto_lock_minutes', Number(value))}
            error={errors.auto_lock_minutes}
          />
        </Cell>
      </FormSection>
    </SettingsForm>
  );
}
