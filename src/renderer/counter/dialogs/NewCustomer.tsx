import { Button, TextInput } from '@mantine/core';
import type { Customer } from '@shared/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../live';
import styles from './dialogs.module.css';

interface Props {
  /** What was searched for: digits are a phone number, anything else a name. */
  readonly typed: string;
  readonly onBack: () => void;
  readonly onSaved: (customer: Customer) => void;
}

const isPhone = (text: string): boolean => /^\+?[\d ()-]{3,20}$/.test(text);

/** Name and phone are enough in the middle of a sale; the rest is for the office. */
export function NewCustomer({ typed, onBack, onSaved }: Props) {
  const { t } = useTranslation();
  const text = typed.trim();
  const [name, setName] = useState(isPhone(text) ? '' : text);
  const [phone, setPhone] = useState(isPhone(text) ? text : '');
  const save = useCommand('customers.save');
  const submit = async () => {
    const outcome = await save.run({
      name: name.trim(),
      phone: phone.trim() === '' ? null : phone.trim(),
      gstin: null,
      stateCode: null,
      address: null,
      email: null,
      creditLimit: null,
      note: null,
    });
    if (outcome.ok) onSaved(outcome.value);
  };
  const isPhoneBad = phone.trim() !== '' && !/^\+?[\d ()-]{4,20}$/.test(phone.trim());
  return (
    <form
      className={styles.stack}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '' && !isPhoneBad) void submit();
      }}
    >
      <TextInput
        autoFocus={name === ''}
        size="md"
        label={t('counter.customerDialog.name')}
        maxLength={200}
        required
        withAsterisk={false}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        autoFocus={name !== ''}
        size="md"
        type="tel"
        label={t('counter.customerDialog.phone')}
        maxLength={20}
        value={phone}
        error={isPhoneBad ? t('common.number.bad_value') : undefined}
        onChange={(event) => setPhone(event.currentTarget.value)}
      />
      <div className={styles.actions}>
        <Button variant="default" size="md" onClick={onBack}>
          {t('common.back')}
        </Button>
        <Button type="submit" size="md" loading={save.pending} disabled={name.trim() === '' || isPhoneBad}>
          {t('counter.customerDialog.saveNew')}
        </Button>
      </div>
    </form>
  );
}
