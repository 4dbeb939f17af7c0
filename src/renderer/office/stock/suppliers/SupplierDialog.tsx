import { Textarea, TextInput } from '@mantine/core';
import { isGstin } from '@shared/codes';
import type { CallInput, Supplier } from '@shared/contract';
import { type Money, ZERO } from '@shared/money';
import { useTranslation } from 'react-i18next';
import { useTill } from '../../../shop';
import { toast } from '../../../ui';
import { MoneyInput } from '../../../ui/office';
import { DialogForm, type FieldErrors, FieldPair, StateSelect, useForm, useFormCommand } from '../../form';
import type { WordsFor } from '../../words';

interface SupplierDraft {
  readonly name: string;
  readonly phone: string;
  readonly gstin: string;
  readonly stateCode: string | null;
  readonly address: string;
  readonly openingBalance: Money | null;
  readonly note: string;
}

const draftOf = (supplier: Supplier | null): SupplierDraft => ({
  name: supplier?.name ?? '',
  phone: supplier?.phone ?? '',
  gstin: supplier?.gstin ?? '',
  stateCode: supplier?.stateCode ?? null,
  address: supplier?.address ?? '',
  openingBalance: supplier && supplier.openingBalance !== 0 ? supplier.openingBalance : null,
  note: supplier?.note ?? '',
});

const orNull = (text: string): string | null => text.trim() || null;

const inputOf = (draft: SupplierDraft, id: string | undefined): CallInput<'suppliers.save'> => ({
  ...(id === undefined ? {} : { id }),
  name: draft.name.trim(),
  phone: orNull(draft.phone),
  gstin: orNull(draft.gstin)?.toUpperCase() ?? null,
  stateCode: draft.stateCode,
  address: orNull(draft.address),
  openingBalance: draft.openingBalance ?? ZERO,
  note: orNull(draft.note),
});

const findErrors = ({ name, phone, gstin }: SupplierDraft, t: WordsFor): FieldErrors<SupplierDraft> => ({
  ...(name.trim() === '' ? { name: t('office.suppliers.missingName') } : {}),
  ...(/^(\+?[\d ()-]{4,20})?$/.test(phone.trim()) ? {} : { phone: t('office.customers.badPhone') }),
  ...(gstin.trim() === '' || isGstin(gstin) ? {} : { gstin: t('office.badGstin') }),
});

interface Props {
  /** Null: a new one. */
  readonly supplier: Supplier | null;
  readonly onSaved?: (supplier: Supplier) => void;
  readonly onClose: () => void;
}

/** One supplier: who they are, and where their goods come from as far as the tax goes. */
export function SupplierDialog({ supplier, onSaved, onClose }: Props) {
  const { t } = useTranslation();
  const { shop } = useTill();
  const form = useForm(draftOf(supplier));
  const { draft, set, errors } = form;
  const command = useFormCommand('suppliers.save', form);
  const save = async () => {
    const outcome = await command.run(inputOf(draft, supplier?.id));
    if (!outcome.ok) return false;
    toast.done(t('office.savedNamed', { name: outcome.value.name }));
    onSaved?.(outcome.value);
    return true;
  };
  const setGstin = (gstin: string) => {
    set('gstin', gstin);
    // The first two digits are the state.
    if (isGstin(gstin)) set('stateCode', gstin.trim().slice(0, 2));
  };
  return (
    <DialogForm
      title={supplier?.name ?? t('office.suppliers.create')}
      form={form}
      findErrors={() => findErrors(draft, t)}
      pending={command.pending}
      onSave={save}
      onClose={onClose}
    >
      <TextInput
        data-autofocus
        label={t('office.customers.name')}
        required
        maxLength={200}
        value={draft.name}
        onChange={(event) => set('name', event.currentTarget.value)}
        error={errors.name}
      />
      <FieldPair>
        <TextInput
          label={t('office.customers.phone')}
          type="tel"
          maxLength={21}
          value={draft.phone}
          onChange={(event) => set('phone', event.currentTarget.value)}
          error={errors.phone}
        />
        <MoneyInput
          label={t('office.suppliers.openingBalance')}
          value={draft.openingBalance}
          onChange={(balance) => set('openingBalance', balance)}
          error={errors.openingBalance}
        />
      </FieldPair>
      {shop.country === 'IN' && (
        <FieldPair>
          <TextInput
            label={t('office.customers.gstin')}
            maxLength={15}
            spellCheck={false}
            value={draft.gstin}
            onChange={(event) => setGstin(event.currentTarget.value)}
            error={errors.gstin}
          />
          <StateSelect
            label={t('office.customers.state')}
            value={draft.stateCode}
            onChange={(code) => set('stateCode', code)}
            error={errors.stateCode}
          />
        </FieldPair>
      )}
      <Textarea
        label={t('office.customers.address')}
        autosize
        minRows={2}
        maxLength={1000}
        value={draft.address}
        onChange={(event) => set('address', event.currentTarget.value)}
        error={errors.address}
      />
      <TextInput
        label={t('office.customers.note')}
        maxLength={1000}
        value={draft.note}
        onChange={(event) => set('note', event.currentTarget.value)}
        error={errors.note}
      />
    </DialogForm>
  );
}
