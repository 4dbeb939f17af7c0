import { useSyncExternalStore } from 'react';
import type { CustomerDraft } from './draft';

const drafts = new Map<string, CustomerDraft>();
const listeners = new Set<() => void>();

/**
 * What was typed and is taken back by "undo", by the customer's id or `new`, until its form is open again. Outside the
 * pages: the person may have left the one it was typed on.
 */
export function takeBack(of: string, draft: CustomerDraft | null): void {
  if (draft) drafts.set(of, draft);
  else drafts.delete(of);
  for (const listener of [...listeners]) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useTakenBack = (of: string): CustomerDraft | undefined =>
  useSyncExternalStore(subscribe, () => drafts.get(of));
