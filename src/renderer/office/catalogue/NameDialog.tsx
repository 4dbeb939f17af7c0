import { Switch, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DialogForm, type FieldErrors, type Form } from '../form';

interface Named {
  readonly name: string;
  readonly active: boolean;
}

interface Props<D extends Named> {
  readonly title: string;
  readonly form: Form<D>;
  /** What else may be wrong than a missing name. */
  readonly findErrors?: () => FieldErrors<D>;
  readonly pending: boolean;
  readonly activeHint: string;
  readonly size?: string;
  readonly onSave: () => Promise<boolean>;
  readonly onClose: () => void;
  /** Fields between the name and "in use". */
  readonly children?: ReactNode;
}

/** A dialog for something that is little more than a name. */
export function NameDialog<D extends Named>({ form, findErrors, activeHint, children, ...dialog }: Props<D>) {
  const { t } = useTranslation();
  const { name, active } = form.draft;
  const missing = (): FieldErrors<D> =>
    ({
      ...findErrors?.(),
      ...(name.trim() === '' && { name: t('office.catalogue.missingName') }),
    }) as FieldErrors<D>; // proof: D has a name
  return (
    <DialogForm {...dialog} form={form} findErrors={missing}>
      <TextInput
        data-autofocus
        label={t('office.catalogue.name')}
        required
        maxLength={200}
        value={name}
        onChange={(event) => form.set('name', event.currentTarget.value as D['name'])} // proof: a name is any text
        error={form.errors.name}
      />
      {children}
      <Switch
        label={t('office.catalogue.active')}
        description={activeHint}
        checked={active}
        onChange={(event) => form.set('active', event.currentTarget.checked as D['active'])} // proof: a boolean
      />
    </DialogForm>
  );
}
