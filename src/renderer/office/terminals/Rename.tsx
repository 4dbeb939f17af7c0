import { TextInput } from '@mantine/core';
import type { Terminal } from '@shared/contract';
import { useTranslation } from 'react-i18next';
import { toast } from '../../ui';
import { DialogForm, useForm, useFormCommand } from '../form';

/** A till's name stands in its top bar and on the bills it makes from now on. */
export function Rename({ terminal, onClose }: { terminal: Terminal; onClose: () => void }) {
  const { t } = useTranslation();
  const form = useForm({ name: terminal.name });
  const rename = useFormCommand('network.renameTerminal', form, {
    words: ({ code }) => (code === 'already_exists' ? { name: t('network.terminals.nameTaken') } : null),
  });
  const name = form.draft.name.trim();
  const save = async () => {
    const { ok } = await rename.run({ terminalId: terminal.id, name });
    if (ok) toast.done(() => t('office.savedNamed', { name }));
    return ok;
  };
  return (
    <DialogForm
      title={t('network.terminals.rename')}
      form={form}
      findErrors={() => (name === '' ? { name: t('network.terminals.missingName') } : {})}
      pending={rename.pending}
      onSave={save}
      onClose={onClose}
    >
      <TextInput
        data-autofocus
        required
        label={t('network.terminals.name')}
        description={t('network.terminals.nameHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        maxLength={200}
        value={form.draft.name}
        error={form.errors.name}
        onChange={(event) => form.set('name', event.currentTarget.value)}
      />
    </DialogForm>
  );
}
