import { SegmentedControl } from '@mantine/core';
import type { Terminal } from '@shared/contract';
import { useTranslation } from 'react-i18next';
import { toast } from '../../ui';
import { DialogForm, useForm, useFormCommand } from '../form';
import styles from './terminals.module.css';

const roles = ['counter', 'office'] as const;

/** Makes a till a counter or an office. What it may know follows at once. */
export function TillRole({ terminal, onClose }: { terminal: Terminal; onClose: () => void }) {
  const { t } = useTranslation();
  const form = useForm<Pick<Terminal, 'role'>>({ role: terminal.role });
  const { draft, set, errors } = form;
  const command = useFormCommand('network.setTerminalRole', form, { fields: { last_office: 'role' } });
  const save = async () => {
    const { ok } = await command.run({ terminalId: terminal.id, role: draft.role });
    if (ok) toast.done(() => t('office.savedNamed', { name: terminal.name }));
    return ok;
  };
  return (
    <DialogForm
      title={t('network.terminals.roleNamed', { name: terminal.name })}
      form={form}
      pending={command.pending}
      onSave={save}
      onClose={onClose}
    >
      <SegmentedControl
        data-autofocus
        fullWidth
        aria-label={t('network.terminals.role')}
        value={draft.role}
        onChange={(value) => set('role', roles.find((each) => each === value) ?? 'counter')}
        data={roles.map((role) => ({ value: role, label: t(`network.terminals.roles.${role}`) }))}
      />
      <p className={styles.note}>{t(`network.terminals.roleHints.${draft.role}`)}</p>
      {errors.role && <p role="alert">{errors.role}</p>}
    </DialogForm>
  );
}
