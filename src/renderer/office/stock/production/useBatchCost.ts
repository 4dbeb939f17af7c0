import type { BatchCost } from '@shared/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shop';

/** What a batch costs, in a word; null where this is not for whoever looks. */
export function useBatchCost(): (cost: BatchCost) => string | null {
  const { t } = useTranslation();
  const format = useFormat();
  return (cost) => {
    if (cost.state === 'hidden') return null;
    return cost.state === 'known' ? format.money(cost.batch) : t('office.recipes.notKnown');
  };
}
