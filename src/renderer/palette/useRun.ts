import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { openClockDialog } from '../clock';
import { useCommand } from '../live';
import { useLock } from '../lock';
import { openShiftDialog } from '../shift';
import { press, pressAfter } from '../shortcuts';
import { openTrainingDialog } from '../training';
import { toast, useSaveDiagnostics } from '../ui';
import type { Deed } from './entries';

/** Does what was chosen. The palette has gone by then. */
export function useRun(): (deed: Deed) => void {
  const { t: own } = useTranslation('palette');
  const [location, navigate] = useLocation();
  const lock = useLock();
  const sync = useCommand('network.syncNow');
  const diagnostics = useSaveDiagnostics();
  return (deed) => {
    if ('go' in deed) {
      const { go, press: key } = deed;
      if (key === undefined) navigate(go);
      else if (location !== go) pressAfter(() => navigate(go), key);
      // Something on the page wants to be finished first, such as a bill that has just been paid.
      else if (!press(key)) toast.attention(() => own('notNow'));
      return;
    }
    switch (deed.ask) {
      case 'shift':
        return openShiftDialog();
      case 'clock':
        return openClockDialog();
      case 'training':
        return openTrainingDialog();
      case 'lock':
        return lock();
      case 'sync':
        return void sync.run({});
      case 'diagnostics':
        return diagnostics.save();
    }
  };
}
