import { describe, expect, it } from 'vitest';
import { runSeed } from './seed';

describe('the simulated shop', () => {
  it('comes to rest with nothing lost, doubled or different, whatever happened', async () => {
    for (let seed = 1; seed <= 60; seed++) {
      const { failure } = await runSeed(seed, null, null);
      expect(failure, `npm run -s simulate -- --seed ${seed} --trace`).toBeNull();
    }
  }, 120_000);

  it('has the same trace for the same seed, whatever ran before', async () => {
    const first = await runSeed(7, null, null);
    const other = await runSeed(8, null, null);
    const second = await runSeed(7, null, null);
    expect(second.hash).toBe(first.hash);
    expect(other.hash).not.toBe(first.hash);
  }, 30_000);
});
