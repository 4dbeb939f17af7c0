import type { SystemStatus } from '@shared/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { forgetAnswers, holdAnswers } from '../live';
import { toast } from '../ui';

/** There is a shop; somebody stands at the till, or nobody does. */
export type AtDoor = Extract<SystemStatus, { phase: 'ready' | 'locked' }>;
type Ready = Extract<SystemStatus, { phase: 'ready' }>;

/**
 * Whose page there is: that of the person at the till, or of whoever locked it and may come back. Null when nobody was
 * there yet, or when it is another shop by now (training).
 */
export function useKeptPage(status: AtDoor): Ready | null {
  const client = useQueryClient();
  const [kept, setKept] = useState<Ready | null>(null);
  const isLocked = status.phase === 'locked';
  const page = isLocked ? (kept?.training === status.training ? kept : null) : status;
  if (page !== kept) {
    // What one person saw is not kept for the next, who may be allowed less.
    if (kept && kept.user.staffId !== page?.user.staffId) forgetAnswers(client);
    setKept(page);
  }
  useEffect(() => {
    if (!isLocked) return;
    toast.forgetAll();
    return holdAnswers(client);
  }, [isLocked, client]);
  useEffect(() => () => forgetAnswers(client), [client]);
  return page;
}
