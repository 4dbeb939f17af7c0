import type { Product } from '@shared/contract';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../live';
import { toast } from '../../ui';
import { type Form, refusedField } from '../form';
import { findErrors, inputOf, type ProductDraft } from './draft';

/** Where the words of a refusal stand. */
const fields = {
  duplicate_barcode: 'barcodes',
  bad_barcode: 'barcodes',
  duplicate_sku: 'sku',
  already_exists: 'name',
  barcode: 'barcodes',
} as const;

/** Checks and saves what stands in the form. `onSaved` hears of what main made of it. */
export function useSaveProduct(form: Form<ProductDraft>, onSaved: (product: Product) => void, id?: string) {
  const { t } = useTranslation();
  const command = useCommand('catalogue.saveProduct', {
    onRefused: (failure) => {
      const found = refusedField(failure, form.draft, fields);
      if (found) form.isReady(found);
      return found !== null;
    },
  });
  const save = async () => {
    if (!form.isReady(findErrors(form.draft, t)) || command.pending) return;
    const input = inputOf(form.draft, id);
    if (input === null) return;
    const outcome = await command.run(input);
    if (!outcome.ok) return;
    toast.done(t('office.savedNamed', { name: outcome.value.name }));
    onSaved(outcome.value);
  };
  return { save: () => void save(), pending: command.pending };
}
