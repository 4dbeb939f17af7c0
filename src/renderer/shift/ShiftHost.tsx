import { lazy, Suspense, useEffect } from 'react';
import { useMay } from '../shop';
import { useShortcut } from '../shortcuts';
import { openShiftDialog, useShiftDialog } from './dialog';

const load = () => import('./ShiftDialog');
const ShiftDialog = lazy(load);

/** The shift's dialog and its key, on every screen of whoever may sell. */
export function ShiftHost() {
  const opened = useShiftDialog();
  const maySell = useMay('sell');
  useShortcut('shift', openShiftDialog, maySell);
  useEffect(() => {
    const handle = requestIdleCallback(() => void load());
    return () => cancelIdleCallback(handle);
  }, []);
  if (!opened) return null;
  return (
    <Suspense fallback={null}>
      <ShiftDialog next={opened.next} />
    </Suspense>
  );
}
