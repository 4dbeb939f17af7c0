import type { Effect, Entry } from '@shared/sync';
import { DatabaseProblem } from '../../store';

interface Reviewed {
  /** The records that an effect of the log makes worth a look. */
  readonly of: (effect: Effect) => readonly string[];
  /** Every record that may be worth one: asked at the start, and after a copy of everything. */
  readonly suspects: () => readonly string[];
  /** Looks at them and raises what is missing; asked again for the same, it raises nothing. */
  readonly review: (ids: readonly string[]) => void;
}

/** Which records the log has touched since they were last looked at. */
export class DueReview {
  readonly #reviewed: Reviewed;
  /** Null for all, as at the start. */
  #due: Set<string> | null = null;

  constructor(reviewed: Reviewed) {
    this.#reviewed = reviewed;
  }

  /** Entries of the log have been applied, or a copy of everything. */
  confirmed(entries: readonly Entry[] | null): void {
    const { of, suspects, review } = this.#reviewed;
    if (entries === null) this.#due = null;
    for (const id of entries?.flatMap(({ ops }) => ops.flatMap(of)) ?? []) this.#due?.add(id);
    if (this.#due?.size === 0) return;
    try {
      review([...(this.#due ?? suspects())]);
      this.#due = new Set();
    } catch (error) {
      // A full disk: what was due stays due, and the next entry asks again.
      if (!(error instanceof DatabaseProblem)) throw error;
    }
  }
}
