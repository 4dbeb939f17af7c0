import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../live';
import { useCountdown } from '../../../ui';
import { type FieldErrors, useForm } from '../../form';
import styles from './adding.module.css';

interface Props {
  readonly expiresAt: number;
  readonly request: { readonly deviceName: string };
  readonly onClose: () => void;
}

interface Draft {
  readonly digits: string;
  readonly name: string;
  readonly role: 'counter' | 'office';
}

/** Six digits, as both tills worked them out; with a man in the middle they would differ. */
const length = 6;

/**
 * A till asks. Its digits are typed, never pasted: whoever has them on this machine without looking at the other till has
 * compared nothing.
 */
export function Asked({ expiresAt, request, onClose }: Props) {
  const { t } = useTranslation();
  const left = useCountdown(expiresAt);
  const [hasPasted, setHasPasted] = useState(false);
  const form = useForm<Draft>({ digits: '', name: request.deviceName, role: 'counter' });
  const { draft, set, errors } = form;
  const confirm = useCommand('network.confirmPairing', {
    onRefused: ({ code }) => {
      if (code === 'already_exists') form.isReady({ name: t('network.terminals.nameTaken') });
      // Of the other two the dialog's next step speaks.
      return code === 'already_exists' || code === 'pairing_digits' || code === 'pairing_closed';
    },
  });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const missing: FieldErrors<Draft> = {
      ...(draft.digits.length < length ? { digits: t('network.adding.sixDigits') } : {}),
      ...(draft.name.trim() === '' ? { name: t('network.terminals.missingName') } : {}),
    };
    if (!form.isReady(missing) || confirm.pending) return;
    await confirm.run({ ...draft, name: draft.name.trim() });
  };
  const refusePaste = (event: { preventDefault: () => void }) => {
    event.preventDefault();
    setHasPasted(true);
  };
  return (
    <form ref={form.ref} className={styles.root} onSubmit={(event) => void submit(event)} noValidate>
      <p className={styles.asks} role="status">
        {t('network.adding.asks', { name: request.deviceName })}
      </p>
      <TextInput
        autoFocus
        required
        size="md"
        className={styles.digits ?? ''}
        label={t('network.adding.digits')}
        description={hasPasted ? t('network.adding.typeThem') : t('network.adding.digitsHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        inputMode="numeric"
        autoComplete="off"
        maxLength={length}
        value={draft.digits}
        error={errors.digits}
        onPaste={refusePaste}
        onDrop={refusePaste}
        onChange={(event) => set('digits', event.currentTarget.value.replace(/\D/g, ''))}
      />
      <div className={styles.pair}>
        <TextInput
          required
          label={t('network.adding.name')}
          description={t('network.adding.nameHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          maxLength={200}
          value={draft.name}
          error={errors.name}
          onChange={(event) => set('name', event.currentTarget.value)}
        />
        <div>
          <span className={styles.label}>{t('network.adding.role')}</span>
          <SegmentedControl
            fullWidth
            aria-label={t('network.adding.role')}
            value={draft.role}
            onChange={(role) => set('role', role === 'office' ? 'office' : 'counter')}
            data={[
              { value: 'counter', label: t('network.terminals.roles.counter') },
              { value: 'office', label: t('network.terminals.roles.office') },
            ]}
          />
        </div>
      </div>
      <div className={styles.foot}>
        {left !== null && <span className={styles.left}>{t('network.adding.holdFor', { time: left })}</span>}
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" loading={confirm.pending}>
          {t('network.adding.add')}
        </Button>
      </div>
    </form>
  );
}
