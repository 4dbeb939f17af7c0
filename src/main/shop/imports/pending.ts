import { z } from 'zod';
import type { Store } from '../../store';

const key = 'import';

const pending = z.object({
  plan: z.string(),
  actor: z.string(),
  /** Place in the plan to go on from, bytes. */
  at: z.number().int(),
  done: z.number().int(),
  total: z.number().int(),
  created: z.number().int(),
  updated: z.number().int(),
  unchanged: z.number().int(),
  skipped: z.number().int(),
});

/** An import that has been decided and is not written to its end. Its record is the decision. */
export type Pending = z.output<typeof pending>;

export function readPending(store: Store): Pending | null {
  const text = store.meta.get(key);
  if (text === undefined || text === '') return null;
  return pending.parse(JSON.parse(text));
}

/** Inside a mutation it is part of its transaction: rows and place move together or not at all. */
export function savePending(store: Store, state: Pending): void {
  store.meta.set(key, JSON.stringify(state));
}

export function finishPending(store: Store): void {
  store.meta.set(key, '');
}
