import type { CallInput } from '@shared/contract';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../live';
import { toast } from '../ui';

/** Puts something on paper; what becomes of it stands in the top bar, and nobody waits for it. */
export function usePrint(): (paper: CallInput<'printing.print'>) => Promise<boolean> {
  const { t } = useTranslation();
  const { run } = useCommand('printing.print');
  return useCallback(
    async (paper) => {
      const outcome = await run(paper);
      if (!outcome.ok) return false;
      const { printer, copy } = outcome.value;
      // Also where an original was asked for: there is one of it.
      toast.info(() => t(copy === 'duplicate' ? 'counter.print.queuedDuplicate' : 'counter.print.queued', { printer }));
      return true;
    },
    [run, t],
  );
}
