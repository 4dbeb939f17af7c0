import { Radio, Select, Stack } from '@mantine/core';
import type { Flag, RoundingMethod, TaxRegime } from '@shared/entities';
import { type Money, parseMoney, ZERO } from '@shared/money';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFormat } from '../../shop';
import { Cell, FormSection, useForm } from '../form';
import { SettingsForm } from './SettingsForm';
import type { SettingsProps } from './ShopSettings';
import styles from './settings.module.css';

interface TaxDraft {
  readonly tax_regime: TaxRegime;
  readonly prices_include_tax: Flag;
  readonly rounding_method: RoundingMethod;
  readonly round_off_unit: Money;
  readonly cash_rounding_unit: Money;
}

const regimes: readonly TaxRegime[] = ['india_gst', 'vat', 'sales_tax', 'none'];
const isRegime = (text: string | null): text is TaxRegime => regimes.some((regime) => regime === text);
/** What bills and coins are rounded to; an amount finer than the currency is left out. */
const steps = ['0.05', '0.10', '0.25', '0.50', '1', '5', '10'];

/** How tax is reckoned and how totals are rounded. */
export function TaxSettings({ settings, mayEdit }: SettingsProps) {
  const { t } = useTranslation();
  const { tax_regime, prices_include_tax, rounding_method, round_off_unit, cash_rounding_unit } = settings;
  const form = useForm<TaxDraft>({
    tax_regime,
    prices_include_tax,
    rounding_method,
    round_off_unit,
    cash_rounding_unit,
  });
  const { draft, set, errors } = form;
  return (
    <SettingsForm form={form} mayEdit={mayEdit} input={() => draft}>
      <FormSection
        title={t('office.settings.tax')}
        note={
          <>
            {t('office.settings.taxHint')}{' '}
            <Link href="/products/taxes" className={styles.link ?? ''}>
              {t('office.settings.toTaxes')}
            </Link>
          </>
        }
      >
        <Cell>
          <Select
            label={t('office.settings.regime')}
            allowDeselect={false}
            data={regimes.map((regime) => ({ value: regime, label: t(`office.settings.regimes.${regime}`) }))}
            value={draft.tax_regime}
            onChange={(regime) => isRegime(regime) && set('tax_regime', regime)}
            error={errors.tax_regime}
          />
        </Cell>
        <Cell span={12}>
          <Radio.Group
            label={t('office.settings.prices')}
            value={draft.prices_include_tax === 1 ? 'with' : 'without'}
            onChange={(value) => set('prices_include_tax', value === 'with' ? 1 : 0)}
          >
            <Stack gap="xs" mt="xs">
              <Radio
                value="with"
                label={t('office.settings.pricesWith')}
                description={t('office.settings.pricesWithHint')}
              />
              <Radio
                value="without"
                label={t('office.settings.pricesWithout')}
                description={t('office.settings.pricesWithoutHint')}
              />
            </Stack>
          </Radio.Group>
        </Cell>
      </FormSection>
      <FormSection title={t('office.settings.rounding')} note={t('office.settings.roundingHint')}>
        <Cell span={12}>
          <Radio.Group
            label={t('office.settings.method')}
            value={draft.rounding_method}
            onChange={(value) => set('rounding_method', value === 'document' ? 'document' : 'line')}
          >
            <Stack gap="xs" mt="xs">
              <Radio value="line" label={t('office.settings.byLine')} />
              <Radio value="document" label={t('office.settings.byDocument')} />
            </Stack>
          </Radio.Group>
        </Cell>
        <Cell>
          <StepSelect
            label={t('office.settings.roundOff')}
            hint={t('office.settings.roundOffHint')}
            value={draft.round_off_unit}
            onChange={(unit) => set('round_off_unit', unit)}
            error={errors.round_off_unit}
          />
        </Cell>
        <Cell>
          <StepSelect
            label={t('office.settings.cashRounding')}
            hint={t('office.settings.cashRoundingHint')}
            value={draft.cash_rounding_unit}
            onChange={(unit) => set('cash_rounding_unit', unit)}
            error={errors.cash_rounding_unit}
          />
        </Cell>
      </FormSection>
    </SettingsForm>
  );
}

interface StepProps {
  readonly label: string;
  readonly hint: string;
  readonly value: Money;
  readonly onChange: (unit: Money) => void;
  readonly error: string | undefined;
}

function StepSelect({ label, hint, value, onChange, error }: StepProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const usual = steps.flatMap((step) => {
    const read = parseMoney(step, format.currency);
    return read.ok ? [read.value] : [];
  });
  // A unit that came from elsewhere stays choosable.
  const units = value > 0 && !usual.includes(value) ? [...usual, value] : usual;
  return (
    <Select
      label={label}
      description={hint}
      allowDeselect={false}
      data={[
        { value: '0', label: t('office.settings.off') },
        ...units.map((unit) => ({ value: String(unit), label: format.money(unit) })),
      ]}
      value={String(value)}
      onChange={(picked) => picked !== null && onChange(units.find((unit) => String(unit) === picked) ?? ZERO)}
      error={error}
    />
  );
}
