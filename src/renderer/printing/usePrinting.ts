import type { PrintingStatus } from '@shared/contract';
import { useTranslation } from 'react-i18next';
import { useLive } from '../live';

/** How the printer is, and the sentence for it; null until it is known. */
export function usePrinting(): { readonly status: PrintingStatus; readonly text: string } | null {
  const { t } = useTranslation();
  const { data } = useLive('printing.status', {});
  if (!data) return null;
  const text =
    data.attention > 0
      ? t('counter.print.attention', { count: data.attention })
      : data.state === 'trouble'
        ? t(`printing.trouble.${data.trouble ?? 'printer_error'}`)
        : data.state === 'waiting'
          ? t('counter.print.waiting', { count: data.waiting })
          : t(`counter.print.${data.state}`);
  return { status: data, text };
}
