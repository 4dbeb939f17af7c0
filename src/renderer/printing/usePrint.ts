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
      if (outcome.ok) toast.info(() => t('counter.print.queued', { printer: outcome.value.printer }));
      return outcome.ok;
    },
    [run, t],
  );
}
