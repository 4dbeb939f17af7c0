import { lazy, Suspense, useEffect } from 'react';
import { useShortcut } from '../shortcuts';
import { openClockDialog, useClockDialog } from './dialog';

const load = () => import('./ClockDialog');
const ClockDialog = lazy(load);

/** The dialog and its key, on every screen. */
export function ClockHost() {
  const opened = useClockDialog();
  useShortcut('clock', openClockDialog);
  useEffect(() => {
    const handle = requestIdleCallback(() => void load());
    return () => cancelIdleCallback(handle);
  }, []);
  if (!opened) return null;
  return (
    <Suspense fallback={null}>
      <ClockDialog />
    </Suspense>
  );
}
