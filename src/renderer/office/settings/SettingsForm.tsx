import { Button } from '@mantine/core';
import type { CallInput } from '@shared/contract';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { toast } from '../../ui';
import { FormFoot } from '../../ui/office';
import { type FieldErrors, type Form, useFormCommand } from '../form';
import { LeaveGuard } from '../leave/LeaveGuard';
import styles from './settings.module.css';

interface Props<D extends object> {
  readonly form: Form<D>;
  readonly mayEdit: boolean;
  readonly findErrors?: () => FieldErrors<D>;
  /** What is asked of main. */
  readonly input: () => CallInput<'settings.save'>;
  readonly children: ReactNode;
}

/** One page of settings: saved together, and only what changed is touched. */
export function SettingsForm<D extends object>({ form, mayEdit, findErrors, input, children }: Props<D>) {
  const { t } = useTranslation();
  const command = useFormCommand('settings.save', form);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!form.isReady(findErrors?.() ?? {}) || command.pending) return;
    const outcome = await command.run(input());
    if (!outcome.ok) return;
    form.restart(form.draft);
    toast.done(() => t('common.saved'));
  };
  return (
    <form ref={form.ref} onSubmit={(event) => void submit(event)} noValidate>
      <fieldset disabled={!mayEdit} className={styles.bare}>
        {children}
      </fieldset>
      {mayEdit && (
        <FormFoot>
          <Button type="submit" disabled={!form.dirty} loading={command.pending}>
            {t('common.save')}
          </Button>
        </FormFoot>
      )}
      <LeaveGuard dirty={form.dirty} />
    </form>
  );
}
