import { ActionIcon, Button, Checkbox, Select, TextInput } from '@mantine/core';
import { dayOrNone } from '@shared/clock';
import type { CallInput, TaxClass, TaxComponent } from '@shared/contract';
import type { TaxKind } from '@shared/entities';
import { attempt, fineToDecimal, type Rate, rate, readFineMoney } from '@shared/money';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat, useTill } from '../../shop';
import { toast } from '../../ui';
import { DateField, RateInput } from '../../ui/office';
import { useForm, useFormCommand } from '../form';
import styles from './catalogue.module.css';
import { NameDialog } from './NameDialog';
import { today } from './rates';

interface ComponentDraft {
  readonly key: number;
  readonly kind: TaxKind;
  readonly rate: Rate | null;
  /** As typed: finer than the currency's own decimals. */
  readonly perUnit: string;
  readonly compound: boolean;
}

interface PeriodDraft {
  readonly key: number;
  readonly effectiveFrom: string;
  readonly components: readonly ComponentDraft[];
}

const kinds: readonly TaxKind[] = ['gst', 'cess', 'vat', 'sales_tax'];
const isKind = (text: string | null): text is TaxKind => kinds.some((kind) => kind === text);
const latestFirst = <P extends { effectiveFrom: string }>(periods: readonly P[]): P[] =>
  periods.toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1));
const nextKey = (rows: readonly { key: number }[]) => 1 + Math.max(-1, ...rows.map(({ key }) => key));

/** A tax class: its name, and its components by the day from which they hold. */
export function TaxClassDialog({ taxClass, onClose }: { taxClass: TaxClass | null; onClose: () => void }) {
  const { t } = useTranslation();
  const { currency } = useFormat();
  const { shop } = useTill();
  const begin = today(shop.timeZone);
  const componentDraft = (component: TaxComponent, key: number): ComponentDraft => ({
    ...component,
    key,
    perUnit: component.perUnit === 0 ? '' : fineToDecimal(component.perUnit, currency),
  });
  const form = useForm<{ name: string; active: boolean; rates: readonly PeriodDraft[] }>({
    name: taxClass?.name ?? '',
    active: taxClass?.active ?? true,
    rates: taxClass
      ? latestFirst(taxClass.rates).map(({ effectiveFrom, components }, key) => ({
          key,
          effectiveFrom,
          components: components.map(componentDraft),
        }))
      : [
          {
            key: 0,
            effectiveFrom: begin,
            components: [{ key: 0, kind: 'gst', rate: null, perUnit: '', compound: false }],
          },
        ],
  });
  const { rates } = form.draft;
  const command = useFormCommand('catalogue.saveTaxClass', form, { fields: { already_exists: 'name' } });

  const isEmpty = ({ rate: percent, perUnit }: ComponentDraft) => percent === null && perUnit.trim() === '';
  const save = async () => {
    const input: CallInput<'catalogue.saveTaxClass'> = {
      ...(taxClass ? { id: taxClass.id } : {}),
      name: form.draft.name.trim(),
      active: form.draft.active,
      rates: rates.map(({ effectiveFrom, components }) => ({
        effectiveFrom,
        components: components.map(({ kind, rate: percent, perUnit, compound }) => {
          const amount = attempt(() => readFineMoney(perUnit.trim(), currency, 'perUnit'));
          return { kind, rate: percent ?? rate(0), perUnit: amount.ok ? amount.value : 0, compound };
        }),
      })),
    };
    const outcome = await command.run(input);
    if (outcome.ok) toast.done(() => t('office.savedNamed', { name: input.name }));
    return outcome.ok;
  };
  const findErrors = () =>
    rates.some(({ components }) => components.some(isEmpty)) ? { rates: t('office.taxes.missingRate') } : {};
  const replace = (changed: PeriodDraft) =>
    form.set(
      'rates',
      rates.map((period) => (period.key === changed.key ? changed : period)),
    );
  const addPeriod = () => {
    const [latest] = rates.toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1));
    form.set('rates', [...rates, { key: nextKey(rates), effectiveFrom: begin, components: latest?.components ?? [] }]);
  };

  return (
    <NameDialog
      size="lg"
      title={taxClass ? t('office.taxes.edit') : t('office.taxes.create')}
      form={form}
      findErrors={findErrors}
      pending={command.pending}
      activeHint={t('office.taxes.activeHint')}
      onSave={save}
      onClose={onClose}
    >
      <div className={styles.periods}>
        {rates.map((period) => (
          <PeriodFields
            key={period.key}
            period={period}
            isOnly={rates.length === 1}
            missing={form.errors.rates}
            onChange={replace}
            onRemove={() =>
              form.set(
                'rates',
                rates.filter(({ key }) => key !== period.key),
              )
            }
          />
        ))}
        <div>
          <Button variant="default" leftSection={<IconPlus size={16} />} onClick={addPeriod}>
            {t('office.taxes.addPeriod')}
          </Button>
        </div>
      </div>
    </NameDialog>
  );
}

interface PeriodProps {
  readonly period: PeriodDraft;
  readonly isOnly: boolean;
  /** Somebody tried to save, and a component has neither a rate nor an amount. */
  readonly missing: string | undefined;
  readonly onChange: (period: PeriodDraft) => void;
  readonly onRemove: () => void;
}

function PeriodFields({ period, isOnly, missing, onChange, onRemove }: PeriodProps) {
  const { t } = useTranslation();
  const { components } = period;
  const replace = (changed: ComponentDraft) =>
    onChange({ ...period, components: components.map((each) => (each.key === changed.key ? changed : each)) });
  const add = () =>
    onChange({
      ...period,
      components: [...components, { key: nextKey(components), kind: 'cess', rate: null, perUnit: '', compound: false }],
    });
  return (
    <fieldset className={styles.periodBox} aria-label={t('office.taxes.period')}>
      <div className={styles.periodHead}>
        <DateField
          label={t('office.taxes.effectiveFrom')}
          required
          value={dayOrNone(period.effectiveFrom)}
          onChange={(day) => onChange({ ...period, effectiveFrom: day ?? '' })}
          error={period.effectiveFrom === '' ? t('office.taxes.missingDay') : undefined}
        />
        {!isOnly && (
          <Button variant="subtle" color="gray" leftSection={<IconTrash size={16} />} onClick={onRemove}>
            {t('office.taxes.removePeriod')}
          </Button>
        )}
      </div>
      {components.map((component) => (
        <ComponentFields
          key={component.key}
          component={component}
          missing={missing}
          onChange={replace}
          onRemove={() => onChange({ ...period, components: components.filter(({ key }) => key !== component.key) })}
        />
      ))}
      <div>
        <Button size="compact-sm" variant="subtle" leftSection={<IconPlus size={14} />} onClick={add}>
          {t('office.taxes.addComponent')}
        </Button>
      </div>
    </fieldset>
  );
}

interface ComponentProps {
  readonly component: ComponentDraft;
  readonly missing: string | undefined;
  readonly onChange: (component: ComponentDraft) => void;
  readonly onRemove: () => void;
}

function ComponentFields({ component, missing, onChange, onRemove }: ComponentProps) {
  const { t } = useTranslation();
  const { currency } = useFormat();
  const { perUnit } = component;
  const isReadable = perUnit.trim() === '' || attempt(() => readFineMoney(perUnit.trim(), currency, 'perUnit')).ok;
  return (
    <div className={styles.component}>
      <Select
        label={t('office.taxes.kind')}
        allowDeselect={false}
        data={kinds.map((kind) => ({ value: kind, label: t(`common.tax.${kind}`) }))}
        value={component.kind}
        onChange={(kind) => isKind(kind) && onChange({ ...component, kind })}
      />
      <RateInput
        label={t('office.taxes.rate')}
        value={component.rate}
        onChange={(next) => onChange({ ...component, rate: next })}
        error={component.rate === null && perUnit.trim() === '' ? missing : undefined}
      />
      <TextInput
        label={t('office.taxes.perUnit')}
        inputMode="decimal"
        autoComplete="off"
        value={perUnit}
        onChange={(event) => onChange({ ...component, perUnit: event.currentTarget.value })}
        error={isReadable ? undefined : t('common.number.bad_value')}
      />
      <Checkbox
        mb={8}
        label={t('office.taxes.compound')}
        title={t('office.taxes.compoundHint')}
        checked={component.compound}
        onChange={(event) => onChange({ ...component, compound: event.currentTarget.checked })}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        size={36}
        aria-label={t('office.taxes.removeComponent')}
        onClick={onRemove}
      >
        <IconTrash size={18} stroke={1.6} />
      </ActionIcon>
    </div>
  );
}
