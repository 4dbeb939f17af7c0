import { expect, it } from 'vitest';
import { runSeed } from '../seed';
import type { Mutant } from './mutant';

/** Seeds within which each mutant must be caught. */
const budget = 100;

/** Each must be caught, by a seed in which the same faults do no harm to the code as it is. */
export function catchesEach(mutants: Readonly<Record<string, Mutant>>): void {
  it.each(Object.entries(mutants))(
    'catches %s',
    async (_name, mutant) => {
      const { failure: _failure, what, config } = mutant;
      for (let seed = 1; seed <= budget; seed++) {
        if ((await runSeed(seed, mutant, null)).failure === null) continue;
        const healthy = await runSeed(seed, { failure: 0, what, ...(config && { config }) }, null);
        expect(healthy.failure, `seed ${seed} without the bug`).toBeNull();
        return;
      }
      expect.fail(`${budget} seeds did not notice that ${what}`);
    },
    120_000,
  );
}
