import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

/** What a run of many seeds is asked, and what it answers for each. */
export interface SeedsAsked {
  readonly from: number;
  readonly to: number;
  /** Name of a mutant, or null. */
  readonly mutant: string | null;
}
export interface SeedAnswer {
  readonly seed: number;
  readonly hash: string;
  readonly entries: number;
  readonly failure: string | null;
}

/** Seeds handed to a thread at a time. */
const block = 10;

/** Runs a range of seeds on threads; `each` hears of every seed, in no order. `jobs`: how many, by default one per core. */
export async function runSeeds(
  { from, to, mutant }: SeedsAsked,
  each: (answer: SeedAnswer) => void,
  jobs = availableParallelism(),
): Promise<void> {
  let next = from;
  const one = () =>
    new Promise<void>((resolve, reject) => {
      const worker = new Worker(new URL('./worker.ts', import.meta.url));
      let left = 0;
      const more = () => {
        if (next > to) {
          void worker.terminate().then(() => resolve());
          return;
        }
        const asked: SeedsAsked = { from: next, to: Math.min(to, next + block - 1), mutant };
        left = asked.to - asked.from + 1;
        next = asked.to + 1;
        worker.postMessage(asked);
      };
      worker.on('message', (answer: SeedAnswer) => {
        each(answer);
        left -= 1;
        if (left === 0) more();
      });
      worker.on('error', reject);
      more();
    });
  await Promise.all(Array.from({ length: Math.min(jobs, Math.ceil((to - from + 1) / block)) }, one));
}
