import { TextInput } from '@mantine/core';
import type { Customer } from '@shared/contract';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { toast } from '../../ui';
import { MoneyInput } from '../../ui/office';
import { DialogForm, PartyFields, useForm, useFormCommand } from '../form';
import { type CustomerDraft, draftOf, findErrors, inputOf } from './draft';

interface Props {
  /** Null: a new one. */
  readonly customer: Customer | null;
  /** What was typed before, when it comes back by "undo". */
  readonly draft?: CustomerDraft;
  /** With what was typed and not saved, if anything was. */
  readonly onClose: (unsaved: CustomerDraft | null) => void;
}

/** One customer. Closing it never loses what was typed: it can be taken back. */
export function CustomerDialog({ customer, draft: start, onClose }: Props) {
  const { t } = useTranslation();
  const isSaved = useRef(false);
  const form = useForm(draftOf(customer), start);
  const { draft, set, errors } = form;
  const command = useFormCommand('customers.save', form);
  const save = async () => {
    const outcome = await command.run(inputOf(draft, customer?.id));
    if (!outcome.ok) return false;
    isSaved.current = true;
    toast.done(() => t('office.savedNamed', { name: outcome.value.name }));
    return true;
  };
  return (
    <DialogForm
      title={customer ? t('office.editNamed', { name: customer.name }) : t('office.customers.create')}
      form={form}
      findErrors={() => findErrors(draft, t)}
      pending={command.pending}
      onSave={save}
      onClose={() => onClose(form.dirty && !isSaved.current ? draft : null)}
    >
      <PartyFields
        draft={draft}
        errors={errors}
        onText={(field, text) => set(field, text)}
        onState={(code) => set('stateCode', code)}
        beside={
          <MoneyInput
            label={t('office.customers.creditLimit')}
            placeholder={t('office.customers.noLimit')}
            value={draft.creditLimit}
            onChange={(limit) => set('creditLimit', limit)}
            error={errors.creditLimit}
          />
        }
      >
        <TextInput
          label={t('office.khata.creditDays')}
          placeholder={t('office.khata.shopDays')}
          inputMode="numeric"
          maxLength={4}
          value={draft.creditDays}
          onChange={(event) => set('creditDays', event.currentTarget.value)}
          error={errors.creditDays}
        />
      </PartyFields>
    </DialogForm>
  );
}
