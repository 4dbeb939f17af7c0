import { quantity } from '@shared/money';
import { writing } from './goods-mutants';
import type { Mutant } from './mutant';

/** Failures of whatever keeps what the shop makes itself. */
export const productionMutants = {
  'ingredients-kept': {
    failure: 34,
    what: 'what went into something that was taken back stays used up',
    config: { production: true, actions: 70 },
    till: {
      goods: writing('production.reverse', (m) => ({
        move: (row) => (row.reason === 'consumption' ? { before: quantity(0), after: quantity(0) } : m.move(row)),
      })),
    },
  },
} satisfies Record<string, Mutant>;
