import type { CallFailure } from '../../live';
import { failureWords } from '../../ui';
import type { Draft, FieldErrors } from './draft';

/**
 * The words of a refusal beside the field it is about; null when it is about none of them. Main names the field in
 * `params.field`; an input that does not fit the contract names its path.
 */
export function refusedField<D extends Draft>(
  failure: CallFailure,
  draft: D,
  fields: Partial<Record<string, keyof D & string>> = {},
): FieldErrors<D> | null {
  const named = failure.params.field ?? failure.params.path;
  const [head = ''] = String(named ?? '').split(/[.[]/);
  const field = fields[failure.code] ?? fields[head] ?? (Object.hasOwn(draft, head) ? head : undefined);
  if (field === undefined) return null;
  return { [field]: failureWords(failure) } as FieldErrors<D>; // proof: one key of the draft, with words
}
