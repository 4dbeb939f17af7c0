import { Button, Group, Switch, TextInput } from '@mantine/core';
import type { CommandName } from '@shared/contract';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Command } from '../../live';
import { Dialog } from '../../ui/office';
import type { Form } from '../form';
import styles from './catalogue.module.css';

interface Named {
  readonly name: string;
  readonly active: boolean;
}

interface Props<D extends Named> {
  readonly title: string;
  readonly form: Form<D>;
  readonly command: Pick<Command<CommandName>, 'pending'>;
  readonly activeHint: string;
  readonly size?: string;
  readonly onSave: () => void;
  readonly onClose: () => void;
  /** Fields between the name and "in use". */
  readonly children?: ReactNode;
}

/** A dialog for something that is little more than a name. */
export function NameDialog<D extends Named>(props: Props<D>) {
  const { title, form, command, activeHint, size = 'md', onSave, onClose, children } = props;
  const { t } = useTranslation();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const missing = form.draft.name.trim() === '' ? t('office.catalogue.missingName') : undefined;
    if (form.isReady({ name: missing } as Form<D>['errors']) && !command.pending) onSave(); // proof: D has a name
  };
  return (
    <Dialog opened onClose={onClose} title={title} size={size}>
      <form ref={form.ref} className={styles.dialog} onSubmit={submit} noValidate>
        <TextInput
          data-autofocus
          label={t('office.catalogue.name')}
          required
          maxLength={200}
          value={form.draft.name}
          onChange={(event) => form.set('name', event.currentTarget.value as D['name'])} // proof: a name is any text
          error={form.errors.name}
        />
        {children}
        <Switch
          label={t('office.catalogue.active')}
          description={activeHint}
          checked={form.draft.active}
          onChange={(event) => form.set('active', event.currentTarget.checked as D['active'])} // proof: a boolean
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={command.pending}>
            {t('common.save')}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}
