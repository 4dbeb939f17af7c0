import { type Day, dayOrNone } from '@shared/clock';
import type { ChangeEvent } from 'react';
import type { Draft } from './draft';
import type { Form } from './useForm';

/** The fields of a draft that hold such a value. */
type KeyOf<D, V> = { [K in keyof D]: D[K] extends V ? (V extends D[K] ? K : never) : never }[keyof D];

/** What a text field needs to be about one text of a form. */
export function textOf<D extends Draft, K extends KeyOf<D, string>>({ draft, errors, set }: Form<D>, field: K) {
  return {
    maxLength: 200,
    value: draft[field],
    onChange: (event: ChangeEvent<HTMLInputElement>) => set(field, event.currentTarget.value as D[K]), // proof: KeyOf
    error: errors[field],
  };
}

/** The same for a switch. */
export function switchOf<D extends Draft, K extends KeyOf<D, boolean>>({ draft, set }: Form<D>, field: K) {
  return {
    checked: draft[field],
    onChange: (event: ChangeEvent<HTMLInputElement>) => set(field, event.currentTarget.checked as D[K]), // proof: KeyOf
  };
}

/** The same for a field of a day; without one the text is empty. */
export function dayIn<D extends Draft, K extends KeyOf<D, string>>({ draft, errors, set }: Form<D>, field: K) {
  return {
    value: dayOrNone(String(draft[field])),
    onChange: (day: Day | null) => set(field, (day ?? '') as D[K]), // proof: KeyOf
    error: errors[field],
  };
}
