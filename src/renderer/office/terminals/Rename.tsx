import { Button, TextInput } from '@mantine/core';
import type { Terminal } from '@shared/contract';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../live';
import { toast } from '../../ui';
import { Dialog } from '../../ui/office';
import { useForm } from '../form';
import styles from './terminals.module.css';

/** A till's name stands in its top bar and on the bills it makes from now on. */
export function Rename({ terminal, onClose }: { terminal: Terminal; onClose: () => void }) {
  const { t } = useTranslation();
  const form = useForm({ name: terminal.name });
  const rename = useCommand('network.renameTerminal', {
    onRefused: ({ code }) => {
      if (code !== 'already_exists') return false;
      form.isReady({ name: t('network.terminals.nameTaken') });
      return true;
    },
  });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const name = form.draft.name.trim();
    if (!form.isReady(name === '' ? { name: t('network.terminals.missingName') } : {}) || rename.pending) return;
    if (!(await rename.run({ terminalId: terminal.id, name })).ok) return;
    toast.done(t('office.savedNamed', { name }));
    onClose();
  };
  return (
    <Dialog opened onClose={onClose} title={t('network.terminals.rename')}>
      <form ref={form.ref} className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
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
        <div className={styles.foot}>
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={rename.pending}>
            {t('common.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
