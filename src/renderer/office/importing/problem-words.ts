import type { ImportField, ImportProblem } from '@shared/contract';
import type { Words } from '../../i18n';
import type { WordsFor } from '../words';

/** Problems that the file has and that have a sentence of their own here; the rest are refusals known everywhere. */
const own: ReadonlySet<string> = new Set<keyof Words['office']['import']['codes']>([
  'missing',
  'negative',
  'not_a_number',
  'too_precise',
  'formula',
  'repeated',
  'check_digit',
  'unknown_tax',
  'bad_barcode',
  'bad_value',
  'duplicate_barcode',
  'duplicate_sku',
]);

/** Fields whose limit is a length. */
const texts: ReadonlySet<ImportField> = new Set<ImportField>(['name', 'sku', 'barcode', 'brand', 'category']);

/** What is wrong with a row, and what to write instead. */
export function problemWords({ field, code, params }: ImportProblem, t: WordsFor): string {
  if (field === 'barcode' && code === 'too_precise') return t('office.import.codes.lost_digits');
  if (code === 'bad_value' && field !== null && texts.has(field) && params.limit !== undefined) {
    return t('office.import.codes.too_long', { limit: params.limit });
  }
  return own.has(code)
    ? t(`office.import.codes.${code as 'missing'}`, { ...params }) // proof: it is one of `own`
    : t(`errors.${code as 'bad_value'}`, { ...params }); // proof: every other code is an ErrorCode
}
