import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { liveKey, useCommand } from '../live';

/** Signs the person out. The open bill is the till's, and is there for whoever comes back. */
export function useLock(): () => void {
  const client = useQueryClient();
  const { run } = useCommand('staff.signOut');
  return useCallback(() => {
    void run({}).then((outcome) => {
      if (outcome.ok) client.setQueryData(liveKey('system.status', {}), outcome.value);
    });
  }, [run, client]);
}
