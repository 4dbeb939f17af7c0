import { useEffect, useState } from 'react';

/** How long to wait for a scan to show itself, or to end: a little more than the scanner's own gap. */
const afterScan = 45;

/** The text a person typed, at once; the text that a scanner seems to be typing, not before it has turned out to be none. */
export function useSettled(typed: string, isBusy: () => boolean): string {
  const [settled, setSettled] = useState(typed);
  useEffect(() => {
    if (!isBusy()) {
      setSettled(typed);
      return;
    }
    const timer = setTimeout(() => setSettled(typed), afterScan);
    return () => clearTimeout(timer);
  }, [typed, isBusy]);
  return typed === '' ? '' : settled;
}
