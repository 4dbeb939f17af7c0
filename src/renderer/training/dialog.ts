import { useSyncExternalStore } from 'react';

let isOpen = false;
const listeners = new Set<() => void>();

/** Asks whether training shall begin, wherever the person is. */
export const openTrainingDialog = (): void => show(true);
export const closeTrainingDialog = (): void => show(false);

function show(next: boolean): void {
  isOpen = next;
  for (const listener of [...listeners]) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useTrainingDialog = (): boolean => useSyncExternalStore(subscribe, () => isOpen);
