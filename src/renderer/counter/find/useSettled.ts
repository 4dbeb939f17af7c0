import { useEffect, useState } from 'react';

/** How long to wait for a scan to show itself, or to end: a little more than the scanner's own gap. */
const afterScan = 45;

/**
 * The text a person typed, at once; the text a scanner is typing, not before it has turned out to be none. A single
 * character may be the first of a scan, and finds nothing that a second one would not find better: it waits as well.
 */
export function useSettled(typed: string, isBusy: () => boolean): string {
  const [settled, setSettled] = useState(typed);
  useEffect(() => {
    if (typed.length > 1 && !isBusy()) {
      setSettled(typed);
      return;
    }
    const timer = setTimeout(() => setSettled(typed), afterScan);
    return () => clearTimeout(timer);
  }, [typed, isBusy]);
  return typed === '' ? '' : settled;
}
