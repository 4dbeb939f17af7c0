import type { NetworkStatus } from '@shared/contract';
import { useEffect, useEffectEvent, useState } from 'react';
import { type Live, useLive } from './useLive';

type Level = NetworkStatus['level'];

/** A line that is back within this was never lost, to the eye. Ms. */
const patience = 1000;

/**
 * How this till stands to the others: live, connecting, offline, in need of somebody, or alone; what waits to be sent and
 * when the hub was last heard. A short reconnect does not show.
 */
export function useSyncStatus(): Live<NetworkStatus> {
  const status = useLive('network.status', {});
  const level = useSteadyLevel(status.data?.level);
  if (status.state !== 'ready' || level === undefined || level === status.data.level) return status;
  return { ...status, data: { ...status.data, level } };
}

/** Follows the level at once, except from live to a lost line: that has to last. */
function useSteadyLevel(level: Level | undefined): Level | undefined {
  const [shown, setShown] = useState(level);
  const isFresh = shown === 'live' && (level === 'connecting' || level === 'offline');
  if (!isFresh && shown !== level) setShown(level);
  const admit = useEffectEvent(() => setShown(level));
  useEffect(() => {
    if (!isFresh) return;
    const timer = setTimeout(() => admit(), patience);
    return () => clearTimeout(timer);
  }, [isFresh]);
  return isFresh ? shown : level;
}
