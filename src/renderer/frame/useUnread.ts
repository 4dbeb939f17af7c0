import { dayOf } from '@shared/clock';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { liveKey, useLive } from '../live';
import { useIsUp } from '../ready';
import { useTill } from '../shop';

/** What the bell asks for: only how many there are. */
export const openAlerts = { state: 'open', limit: 1 } as const;

/** How much of what the app has to say nobody has seen: what `/alerts` lists. What is oversold is counted once. */
export function useUnread(): number {
  const alerts = useLive('alerts.list', openAlerts).data;
  const attention = useLive('network.status', {}).data?.attention ?? 0;
  const papers = useLive('printing.status', {}).data?.attention ?? 0;
  // Adding up every khata is nothing that whoever starts the till waits for.
  const isUp = useIsUp();
  const overdue = useLive('notices.overdue', {}, { enabled: isUp }).data;
  const stock = alerts ? alerts.open - alerts.oversold : 0;
  return stock + attention + papers + (overdue && !overdue.isRead ? 1 : 0);
}

/** With a new day more is late, though nothing was written. A till that slept through midnight asks when it wakes. */
export function useOverdueEachDay(): void {
  const { shop } = useTill();
  const client = useQueryClient();
  useEffect(() => {
    let day = dayOf(Date.now(), shop.timeZone);
    const timer = setInterval(() => {
      const today = dayOf(Date.now(), shop.timeZone);
      if (today === day) return;
      day = today;
      void client.invalidateQueries({ queryKey: liveKey('notices.overdue', {}) });
    }, 60_000);
    return () => clearInterval(timer);
  }, [client, shop.timeZone]);
}
