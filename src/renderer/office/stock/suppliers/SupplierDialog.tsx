import type { CallInput, Supplier } from '@shared/contract';
import { type Money, ZERO } from '@shared/money';
import { useTranslation } from 'react-i18next';
import { toast } from '../../../ui';
import { MoneyInput } from '../../../ui/office';
import {
  DialogForm,
  type FieldErrors,
  type PartyDraft,
  PartyFields,
  partyDraft,
  partyErrors,
  partyInput,
  useForm,
  useFormCommand,
} from '../../form';

interface SupplierDraft extends PartyDraft {
  readonly openingBalance: Money | null;
}

const draftOf = (supplier: Supplier | null): SupplierDraft => ({
  ...partyDraft(supplier),
  openingBalance: supplier && supplier.openingBalance !== 0 ? supplier.openingBalance : null,
});

const inputOf = (draft: SupplierDraft, id: string | undefined): CallInput<'suppliers.save'> => ({
  ...(id === undefined ? {} : { id }),
  ...partyInput(draft),
  openingBalance: draft.openingBalance ?? ZERO,
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
  const form = useForm(draftOf(supplier));
  const { draft, set, errors } = form;
  const command = useFormCommand('suppliers.save', form);
  const save = async () => {
    const outcome = await command.run(inputOf(draft, supplier?.id));
    if (!outcome.ok) return false;
    toast.done(() => t('office.savedNamed', { name: outcome.value.name }));
    onSaved?.(outcome.value);
    return true;
  };
  return (
    <DialogForm
      title={supplier ? t('office.editNamed', { name: supplier.name }) : t('office.suppliers.create')}
      form={form}
      findErrors={(): FieldErrors<SupplierDraft> => partyErrors(draft, t, t('office.suppliers.missingName'))}
      pending={command.pending}
      onSave={save}
      onClose={onClose}
    >
      <PartyFields
        draft={draft}
        errors={errors}
        onText={(field, text) => set(field, text)}
        onState={(code) => set('stateCode', code)}
        beside={
          <MoneyInput
            label={t('office.suppliers.openingBalance')}
            value={draft.openingBalance}
            onChange={(balance) => set('openingBalance', balance)}
            error={errors.openingBalance}
          />
        }
      />
    </DialogForm>
  );
}
