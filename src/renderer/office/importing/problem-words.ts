import type { ImportProblem } from '@shared/contract';
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

/** What is wrong with a row, and what to write instead. */
export function problemWords({ code, params }: ImportProblem, t: WordsFor): string {
  return own.has(code)
    ? t(`office.import.codes.${code as 'missing'}`, { ...params }) // proof: it is one of `own`
    : t(`errors.${code as 'bad_value'}`, { ...params }); // proof: every other code is an ErrorCode
}
