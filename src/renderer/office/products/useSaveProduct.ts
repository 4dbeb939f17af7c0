import type { Product } from '@shared/contract';
import { useTranslation } from 'react-i18next';
import type { CallFailure } from '../../live';
import { toast } from '../../ui';
import { type FieldErrors, type Form, useFormCommand } from '../form';
import type { WordsFor } from '../words';
import { findErrors, inputOf, type ProductDraft } from './draft';

/** Where the words of a refusal stand. */
const fields = { bad_barcode: 'barcodes' } as const;

/** Checks and saves what stands in the form. `onSaved` hears of what main made of it. */
export function useSaveProduct(
  form: Form<ProductDraft>,
  onSaved: (product: Product) => void | Promise<void>,
  id?: string,
) {
  const { t } = useTranslation();
  const command = useFormCommand('catalogue.saveProduct', form, {
    fields,
    words: (failure) => refusalWords(failure, t),
  });
  const save = async () => {
    if (!form.isReady(findErrors(form.draft, t)) || command.pending) return;
    const input = inputOf(form.draft, id);
    if (input === null) return;
    const outcome = await command.run(input);
    if (!outcome.ok) return;
    toast.done(() => t('office.savedNamed', { name: outcome.value.name }));
    await onSaved(outcome.value);
  };
  return { save: () => void save(), pending: command.pending };
}

/** Refusals that this form says better: they name the other product, or the field that is in the way. */
function refusalWords({ code, params }: CallFailure, t: WordsFor): FieldErrors<ProductDraft> | null {
  const { product = '', barcode = '', sku = '' } = params;
  if (code === 'duplicate_barcode') return { barcodes: t('office.products.takenBarcode', { product, barcode }) };
  if (code === 'duplicate_sku') return { sku: t('office.products.takenSku', { product, sku }) };
  if (params.field === 'price' && params.mrp !== undefined) return { price: t('office.products.aboveMrp') };
  return null;
}
