import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { listenToScanner, scannerSettings, topSink } from '../counter/scanner';
import { soundRefused } from '../counter/sounds';
import { isAwake } from '../shortcuts';
import { toast } from '../ui';

/**
 * The scanner in the office. A screen that knows what a code means there takes it (`useScans`); a field that is for codes has
 * `data-takes-scans` and is typed into. Anywhere else nothing is typed, and it is said that the code went nowhere.
 */
export function OfficeScans() {
  const { t } = useTranslation();
  const onScan = useEffectEvent((code: string) => {
    const take = isAwake() ? topSink() : undefined;
    if (take) return take(code);
    soundRefused();
    const why = isAwake() ? 'scannedNowhere' : 'scannedInDialog';
    toast.attention(() => t(`frame.${why}`, { code }));
  });
  useEffect(() => {
    const { stop } = listenToScanner(
      { onScan: (code) => onScan(code), onRepeat: () => undefined, home: () => null, isForItself },
      scannerSettings,
    );
    return stop;
  }, []);
  return null;
}

const isForItself = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[data-takes-scans]') !== null;
