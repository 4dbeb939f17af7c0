import { parentPort } from 'node:worker_threads';
import { mutantOf } from './mutants';
import { runSeed } from './seed';
import type { SeedAnswer, SeedsAsked } from './seeds';

/** One thread of a run of many seeds. */
parentPort?.on('message', async ({ from, to, mutant }: SeedsAsked) => {
  const bug = mutant === null ? null : mutantOf(mutant);
  for (let seed = from; seed <= to; seed++) {
    const { hash, entries, failure } = await runSeed(seed, bug, null);
    parentPort?.postMessage({ seed, hash, entries, failure } satisfies SeedAnswer);
  }
});
