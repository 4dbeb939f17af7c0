import { useEffectEvent, useLayoutEffect } from 'react';

type Take = (code: string) => void;

/** What lies over the counter and wants scans for itself, the topmost last. */
const sinks: Take[] = [];

/** Who a scan is for instead of the bill; undefined: the bill. */
export const topSink = (): Take | undefined => sinks.at(-1);

/** While the component is on the screen, scans come to it instead of the bill. */
export function useScans(take: Take): void {
  const latest = useEffectEvent(take);
  // With the component's last frame, not some time after it: a code that a closed dialog took would be lost.
  useLayoutEffect(() => {
    const sink: Take = (code) => latest(code);
    sinks.push(sink);
    return () => void sinks.splice(sinks.indexOf(sink), 1);
  }, []);
}
