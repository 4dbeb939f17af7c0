import type { CommandName } from '@shared/contract';
import { type CallFailure, type Command, useCommand } from '../../live';
import type { Draft, FieldErrors } from './draft';
import { refusedField } from './refused';
import type { Form } from './useForm';

interface Options<D extends Draft> {
  /** Which field a refusal's code, or the field main names, is about, where the names differ. */
  readonly fields?: Partial<Record<string, keyof D & string>>;
  /** Words that are better than the refusal's own; null: none. */
  readonly words?: (failure: CallFailure) => FieldErrors<D> | null;
}

/** The command a form ends in: a refusal that is about one of its fields stands beside it, any other becomes a toast. */
export function useFormCommand<N extends CommandName, D extends Draft>(
  name: N,
  form: Form<D>,
  { fields = {}, words }: Options<D> = {},
): Command<N> {
  return useCommand(name, {
    onRefused: (failure) => {
      const found = words?.(failure) ?? refusedField(failure, form.draft, fields);
      // A field that is not on the screen cannot say it.
      return found !== null && !form.isReady(found);
    },
  });
}
