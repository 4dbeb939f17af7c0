import { useSyncExternalStore } from 'react';

let isOpen = false;
const listeners = new Set<() => void>();

/** Brings up what somebody clocks in and out with, wherever the person is. */
export const openClockDialog = (): void => show(true);
export const closeClockDialog = (): void => show(false);

function show(next: boolean): void {
  isOpen = next;
  for (const listener of [...listeners]) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useClockDialog = (): boolean => useSyncExternalStore(subscribe, () => isOpen);
