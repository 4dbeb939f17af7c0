// `npm run -s simulate -- --seeds 1-2000 [--mutant <name>] [--seed <n> --trace]`
import { parseArgs } from 'node:util';
import { type Mutant, mutantOf } from './mutants';
import { runSeed } from './seed';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1-100' },
    seed: { type: 'string' },
    mutant: { type: 'string' },
    trace: { type: 'boolean', default: false },
  },
});

const range = (values.seed === undefined ? values.seeds : `${values.seed}-${values.seed}`).split('-').map(Number);
const [from = 1, to = from] = range;
if (!Number.isInteger(from) || !Number.isInteger(to) || to < from)
  throw new Error(`Not a range of seeds: ${values.seeds}`);

let mutant: Mutant | null = null;
if (values.mutant !== undefined) mutant = mutantOf(values.mutant);
const print = values.trace ? (line: string) => console.log(line) : null;
const flag = values.mutant === undefined ? '' : ` --mutant ${values.mutant}`;

let failed = 0;
let entries = 0;
const started = performance.now();
for (let seed = from; seed <= to; seed++) {
  const result = await runSeed(seed, mutant, print);
  entries += result.entries;
  if (values.seed !== undefined) console.log(`trace ${result.hash}`);
  if (result.failure === null) continue;
  failed += 1;
  console.log(`seed ${seed}: ${result.failure}`);
  console.log(`  replay: npm run -s simulate -- --seed ${seed} --trace${flag}`);
}
const seconds = (performance.now() - started) / 1000;
const count = to - from + 1;
console.log(`${entries} entries, ${seconds.toFixed(1)} s, ${(count / seconds).toFixed(1)} seeds/s`);
console.log(`simulate: ${count} seeds, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
