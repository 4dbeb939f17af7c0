import { useCallback, useSyncExternalStore } from 'react';
import { useLive } from '../live';

/** Whether the shift's dialog is open, and what goes on once a shift is. */
interface Opened {
  readonly next: (() => void) | null;
}

let opened: Opened | null = null;
const listeners = new Set<() => void>();

function set(next: Opened | null): void {
  opened = next;
  for (const listener of [...listeners]) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const openShiftDialog = (): void => set({ next: null });
export const closeShiftDialog = (): void => set(null);
export const useShiftDialog = (): Opened | null => useSyncExternalStore(subscribe, () => opened);

/** True where the shop wants a shift and this till has none. */
export function useIsShiftMissing(): boolean {
  const settings = useLive('settings.get', {});
  const shift = useLive('shift.current', {});
  return settings.data?.require_shift === 1 && shift.state === 'ready' && shift.data === null;
}

/**
 * True where cash may not go through the drawer just now. What comes from a customer comes in as that of a sale does; what
 * goes out to a supplier leaves a drawer that somebody counts, in every shop.
 */
export function useIsDrawerShut(way: 'in' | 'out'): boolean {
  const shift = useLive('shift.current', {});
  const isMissing = useIsShiftMissing();
  return way === 'in' ? isMissing : shift.state === 'ready' && shift.data === null;
}

/** Does something that needs an open shift; where there is none, the person opens one first, and then it is done. */
export function useShiftGate(): (action: () => void) => void {
  const isMissing = useIsShiftMissing();
  return useCallback(
    (action) => {
      if (isMissing) set({ next: action });
      else action();
    },
    [isMissing],
  );
}
