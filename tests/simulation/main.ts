// `npm run -s simulate -- --seeds 1-2000 [--mutant <name>] [--jobs <n>]`; one seed alone: `--seed <n> [--trace]`.
import { parseArgs } from 'node:util';
import { runSeeds, type SeedAnswer } from './seeds';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1-100' },
    seed: { type: 'string' },
    mutant: { type: 'string' },
    jobs: { type: 'string' },
    trace: { type: 'boolean', default: false },
  },
});

const range = (values.seed === undefined ? values.seeds : `${values.seed}-${values.seed}`).split('-').map(Number);
const [from = 1, to = from] = range;
if (!Number.isInteger(from) || !Number.isInteger(to) || to < from)
  throw new Error(`Not a range of seeds: ${values.seeds}`);
const jobs = values.jobs === undefined ? undefined : Number(values.jobs);
if (jobs !== undefined && !(Number.isInteger(jobs) && jobs > 0))
  throw new Error(`Not a number of jobs: ${values.jobs}`);

const mutant = values.mutant ?? null;
const flag = mutant === null ? '' : ` --mutant ${mutant}`;

let failed = 0;
let done = 0;
let entries = 0;
function note({ seed, entries: more, failure }: SeedAnswer): void {
  entries += more;
  done += 1;
  if (failure !== null) failed += 1;
  // Hours of silence look like a standstill.
  if (done % 500 === 0) console.error(`${done} of ${to - from + 1} seeds, ${failed} failed so far`);
  if (failure === null) return;
  console.log(`seed ${seed}: ${failure}`);
  console.log(`  replay: npm run -s simulate -- --seed ${seed} --trace${flag}`);
}

const started = performance.now();
if (values.seed === undefined) {
  await runSeeds({ from, to, mutant }, note, jobs);
} else {
  const { mutantOf } = await import('./mutants');
  const { runSeed } = await import('./seed');
  const result = await runSeed(
    from,
    mutant === null ? null : mutantOf(mutant),
    values.trace ? (line) => console.log(line) : null,
  );
  console.log(`trace ${result.hash}`);
  note(result);
}
const seconds = (performance.now() - started) / 1000;
const count = to - from + 1;
console.log(`${entries} entries, ${seconds.toFixed(1)} s, ${(count / seconds).toFixed(1)} seeds/s`);
console.log(`simulate: ${count} seeds, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
