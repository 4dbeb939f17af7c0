// Runs one of the project's command-line programs: `node scripts/run.mjs <name> [arguments]`, which is what
// `npm run <name> -- [arguments]` does. It works in a fresh clone, and only the program itself writes to stdout.
import { pathToFileURL } from 'node:url';
import { ensureDependencies } from './lib/dependencies.mjs';
import { projectNode, root } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { main, Refusal } from './lib/say.mjs';

/** @type {Readonly<Record<string, string>>} */
const programs = {
  vectors: 'scripts/cli/vectors.ts',
  price: 'scripts/cli/price.ts',
  exhaustive: 'scripts/cli/exhaustive.ts',
  replay: 'scripts/cli/replay.ts',
  bench: 'tests/bench/main.ts',
  walls: 'scripts/walls/main.ts',
  simulate: 'tests/simulation/main.ts',
  hub: 'src/hub/main.ts',
  fuzz: 'tests/fuzz/main.ts',
  pictures: 'tests/pictures/main.ts',
  kills: 'tests/kill/main.ts',
};

/**
 * Flags of Node for one of them. `hub`: what it does under Electron too (`hubHeapFlag`).
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const flags = { hub: ['--max-semi-space-size=16'] };

await main(async () => {
  const [name = '', ...args] = process.argv.slice(2);
  const program = programs[name];
  if (program === undefined) throw new Refusal(`which program? One of: ${Object.keys(programs).join(', ')}`);
  await ensureDependencies();
  const hooks = pathToFileURL(`${root}/scripts/lib/ts-hooks.mjs`).href;
  const { code } = await run(projectNode, ['--import', hooks, ...(flags[name] ?? []), `${root}/${program}`, ...args], {
    cwd: process.cwd(),
    output: 'inherit',
  });
  return code;
});
