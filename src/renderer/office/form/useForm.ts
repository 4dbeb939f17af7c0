import { type RefObject, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { focusInvalid } from '../../ui/fields';
import { type Draft, type FieldErrors, mergeDraft, sameDraft } from './draft';

export interface Form<D extends Draft> {
  readonly draft: D;
  readonly dirty: boolean;
  readonly errors: FieldErrors<D>;
  /** Goes on the <form>. */
  readonly ref: RefObject<HTMLFormElement | null>;
  readonly set: <K extends keyof D>(field: K, value: D[K]) => void;
  /**
   * Shows what is wrong and puts the focus on the first of it. True when nothing is: neither what was found nor a
   * field whose text cannot be read as a number.
   */
  readonly isReady: (found: FieldErrors<D>) => boolean;
  /** What was saved is what the form starts from now. */
  readonly restart: (source: D) => void;
}

/** A form over a record that stays fresh. `start` is what a person had typed before, when it comes back by "undo". */
export function useForm<D extends Draft>(source: D, start: D = source): Form<D> {
  /** The record as it was last heard of, and what the draft is compared with. */
  const [heard, setHeard] = useState(source);
  const [base, setBase] = useState(source);
  const [draft, setDraft] = useState(start);
  const [errors, setErrors] = useState<FieldErrors<D>>({});
  const ref = useRef<HTMLFormElement>(null);
  if (!sameDraft(heard, source)) {
    setHeard(source);
    setBase(source);
    setDraft(mergeDraft(base, draft, source));
  }
  return {
    draft,
    dirty: !sameDraft(base, draft),
    errors,
    ref,
    set: (field, value) => {
      setDraft((now) => ({ ...now, [field]: value }));
      setErrors((now) => ({ ...now, [field]: undefined }));
    },
    isReady: (found) => {
      flushSync(() => setErrors(found));
      return !focusInvalid(ref.current);
    },
    restart: (next) => {
      setBase(next);
      setDraft(next);
      setErrors({});
    },
  };
}
