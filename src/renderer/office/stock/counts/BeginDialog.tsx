import { Checkbox, Select, TextInput } from '@mantine/core';
import { dayOf } from '@shared/clock';
import type { CallInput } from '@shared/contract';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useLive } from '../../../live';
import { useFormat, useTill } from '../../../shop';
import { categoryPaths } from '../../catalogue/tree';
import { DialogForm, useForm, useFormCommand } from '../../form';

type Scope = CallInput<'counts.begin'>['scope'];
type What = Scope['what'];

const scopes: readonly What[] = ['all', 'category', 'brand', 'free'];

interface Draft {
  readonly name: string;
  readonly what: What;
  readonly id: string | null;
  readonly blind: boolean;
}

function scopeOf({ what, id }: Draft): Scope | null {
  if (what === 'all' || what === 'free') return { what };
  return id === null ? null : { what, id };
}

/** What is counted, and whether those who count are told what should be there. */
export function BeginDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { shop } = useTill();
  const [, navigate] = useLocation();
  const name = t('office.counts.usualName', { day: format.day(dayOf(Date.now(), shop.timeZone)) });
  const form = useForm<Draft>({ name, what: 'all', id: null, blind: true });
  const { draft, set, errors } = form;
  const command = useFormCommand('counts.begin', form);
  const scope = scopeOf(draft);
  const save = async () => {
    if (scope === null) return false;
    const outcome = await command.run({ name: draft.name.trim(), scope, blind: draft.blind });
    if (outcome.ok) navigate(`/stock/counts/${outcome.value.id}`);
    return outcome.ok;
  };
  return (
    <DialogForm
      title={t('office.counts.create')}
      form={form}
      findErrors={() => ({
        ...(draft.name.trim() === '' && { name: t('office.counts.missingName') }),
        ...(scope === null && { id: t('office.counts.missingScope') }),
      })}
      pending={command.pending}
      action={t('office.counts.begin')}
      onSave={save}
      onClose={onClose}
    >
      <TextInput
        data-autofocus
        label={t('office.counts.name')}
        maxLength={200}
        value={draft.name}
        onChange={(event) => set('name', event.currentTarget.value)}
        error={errors.name}
      />
      <Select
        label={t('office.counts.what')}
        allowDeselect={false}
        data={scopes.map((what) => ({ value: what, label: t(`office.counts.scopes.${what}`) }))}
        value={draft.what}
        onChange={(what) => {
          set('what', scopes.find((each) => each === what) ?? 'all');
          set('id', null);
        }}
      />
      {draft.what === 'category' && (
        <CategoryField value={draft.id} onChange={(id) => set('id', id)} error={errors.id} />
      )}
      {draft.what === 'brand' && <BrandField value={draft.id} onChange={(id) => set('id', id)} error={errors.id} />}
      <Checkbox
        label={t('office.counts.blind')}
        description={t('office.counts.blindHint')}
        checked={draft.blind}
        onChange={(event) => set('blind', event.currentTarget.checked)}
      />
    </DialogForm>
  );
}

interface WhichProps {
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
  readonly error: string | undefined;
}

function CategoryField({ value, onChange, error }: WhichProps) {
  const { t } = useTranslation();
  const categories = useLive('catalogue.categories', {}).data ?? [];
  return (
    <Select
      searchable
      label={t('office.products.category')}
      nothingFoundMessage={t('office.products.noSuch')}
      data={categoryPaths(categories)}
      value={value}
      onChange={onChange}
      error={error}
    />
  );
}

function BrandField({ value, onChange, error }: WhichProps) {
  const { t } = useTranslation();
  const brands = useLive('catalogue.brands', {}).data ?? [];
  return (
    <Select
      searchable
      label={t('office.products.brand')}
      nothingFoundMessage={t('office.products.noSuch')}
      data={brands.map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      onChange={onChange}
      error={error}
    />
  );
}
