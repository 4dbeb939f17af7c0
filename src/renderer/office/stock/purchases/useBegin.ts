import type { CallInput } from '@shared/contract';
import { useLocation } from 'wouter';
import { useCommand } from '../../../live';

/** Begins a draft and goes there. */
export function useBegin() {
  const [, navigate] = useLocation();
  const begin = useCommand('purchases.begin');
  return {
    pending: begin.pending,
    run: async (input: CallInput<'purchases.begin'>) => {
      const outcome = await begin.run(input);
      if (outcome.ok) navigate(`/stock/purchases/draft/${outcome.value.id}`);
    },
  };
}
