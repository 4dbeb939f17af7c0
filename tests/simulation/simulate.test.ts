import { describe, expect, it } from 'vitest';
import { type MutantName, mutantOf, mutants } from './mutants';
import { runSeed } from './seed';

/** Seeds within which each mutant must be caught. */
const budget = 100;

describe('the simulated shop', () => {
  it('comes to rest with nothing lost, doubled or different, whatever happened', async () => {
    for (let seed = 1; seed <= 40; seed++) {
      const { failure } = await runSeed(seed, null, null);
      expect(failure, `npm run -s simulate -- --seed ${seed} --trace`).toBeNull();
    }
  }, 120_000);

  it('has the same trace for the same seed', async () => {
    const first = await runSeed(7, null, null);
    const second = await runSeed(7, null, null);
    const other = await runSeed(8, null, null);
    expect(second.hash).toBe(first.hash);
    expect(other.hash).not.toBe(first.hash);
  }, 30_000);

  // proof: the keys of the table itself
  it.each(Object.keys(mutants) as MutantName[])(
    'catches %s',
    async (name) => {
      const mutant = mutantOf(name);
      for (let seed = 1; seed <= budget; seed++) {
        if ((await runSeed(seed, mutant, null)).failure !== null) return;
      }
      expect.fail(`${budget} seeds did not notice that ${mutant.what}`);
    },
    120_000,
  );
});
